package se.gits.costshare.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class HeldDataSourceTest {

    @TempDir Path folder;

    private RegisterAddress address;
    private DataSource opening;
    private Connection keeper;

    @BeforeEach
    void open() throws SQLException {
        address = RegisterAddress.ofOutput(folder).orElseThrow();
        opening = FileDatabase.dataSource("jdbc:h2:file:" + folder.resolve("register/gits"));
        keeper = opening.getConnection();
    }

    @AfterEach
    void close() throws SQLException {
        keeper.close();
    }

    private HeldDataSource held(DataSource from) {
        return new HeldDataSource(address, from, keeper);
    }

    /** As H2 closes it when it cannot write it. */
    private static void shutDown(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("shutdown immediately");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertLost(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(SQLException.class)
                .satisfies(e -> assertThat(RegisterFailure.tellsNoAccess(e)).isTrue())
                .extracting(e -> RegisterFailure.lostBehind(e).orElseThrow().kind())
                .isEqualTo(RegisterFailure.Kind.LOST);
    }

    @Test
    void leadsToTheDatabaseThatIsOpen() throws SQLException {
        try (Statement statement = keeper.createStatement()) {
            statement.execute("create table seen (number int)");
        }

        try (Connection connection = held(opening).getConnection();
                Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("select number from seen")) {
            assertThat(none.next()).isFalse();
        }
    }

    @Test
    void doesNotOpenAnewWhatWasClosed() throws IOException {
        shutDown(keeper);
        Path file = folder.resolve("register/gits.mv.db");
        byte[] left = Files.readAllBytes(file);

        assertLost(() -> held(opening).getConnection());

        assertThat(file).hasBinaryContent(left);
    }

    @Test
    void doesNotHandOutWhatWasClosedAndOpenedAnewMeanwhile() throws SQLException {
        List<Connection> opened = new ArrayList<>();
        DataSource closedMeanwhile =
                new DelegatingDataSource(opening) {
                    @Override
                    public Connection getConnection() throws SQLException {
                        shutDown(keeper);
                        opened.add(super.getConnection());
                        return opened.get(0);
                    }
                };

        assertLost(() -> held(closedMeanwhile).getConnection());

        assertThat(opened.get(0).isClosed()).isTrue();
    }
}
