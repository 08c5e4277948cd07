package se.gits.costshare.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

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
    void close() {
        RefusedWrite.close(keeper);
    }

    private HeldDataSource held(DataSource from) throws SQLException {
        return new HeldDataSource(address, from, keeper);
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

    @ParameterizedTest
    @EnumSource
    void doesNotOpenAnewWhatWasClosed(RefusedWrite write) throws Exception {
        write.in(keeper);
        Path file = folder.resolve("register/gits.mv.db");
        byte[] left = Files.readAllBytes(file);

        assertLost(() -> held(opening).getConnection());

        assertThat(file).hasBinaryContent(left);
    }

    @ParameterizedTest
    @EnumSource
    void doesNotHandOutWhatWasClosedAndOpenedAnewMeanwhile(RefusedWrite write) throws SQLException {
        List<Connection> opened = new ArrayList<>();
        DataSource closedMeanwhile =
                new DelegatingDataSource(opening) {
                    @Override
                    public Connection getConnection() throws SQLException {
                        write.in(keeper);
                        opened.add(super.getConnection());
                        return opened.get(0);
                    }
                };

        assertLost(() -> held(closedMeanwhile).getConnection());

        assertThat(opened.get(0).isClosed()).isTrue();
    }

    @Test
    void tellsThatItIsLostAlsoWhereWhatWasOpenedAnewCannotBeClosed() {
        SQLException refused = new SQLException("No space left on device");
        DataSource closedMeanwhile =
                new DelegatingDataSource(opening) {
                    @Override
                    public Connection getConnection() throws SQLException {
                        RefusedWrite.OF_THE_STORE.in(keeper);
                        return (Connection)
                                Proxy.newProxyInstance(
                                        Connection.class.getClassLoader(),
                                        new Class<?>[] {Connection.class},
                                        (proxy, method, arguments) -> {
                                            throw refused;
                                        });
                    }
                };

        assertLost(() -> held(closedMeanwhile).getConnection());
    }

    /** As Spring ends a transaction: it rolls back, and then switches back to commit by itself. */
    @ParameterizedTest
    @EnumSource
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whatIsBegunInWhatWasClosedEnds(RefusedWrite write) throws SQLException {
        JdbcTransactionManager transactions = new JdbcTransactionManager(held(opening));
        IllegalStateException failure = new IllegalStateException();

        assertThatThrownBy(
                        () ->
                                new TransactionTemplate(transactions)
                                        .executeWithoutResult(
                                                status -> {
                                                    write.in(keeper);
                                                    RefusedWrite.miscount(keeper);
                                                    throw failure;
                                                }))
                .satisfies(e -> assertThat(RegisterFailure.lostBehind(e)).isPresent());
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionToWhatWasClosedIsClosed(RefusedWrite write) throws SQLException {
        Connection connection = held(opening).getConnection();
        int hash = connection.hashCode();
        assertThat(connection.isClosed()).isFalse();

        write.in(keeper);

        assertThat(connection.isClosed()).isTrue();
        assertLost(connection::commit);
        assertThatCode(connection::close).doesNotThrowAnyException();
        assertThat(connection.hashCode()).isEqualTo(hash);
    }

    @Test
    void aConnectionTellsWhatH2Tells() throws SQLException {
        try (Connection connection = held(opening).getConnection()) {
            assertThatThrownBy(() -> connection.prepareStatement("selec"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Syntax error");
        }
    }

    @Test
    void aConnectionIsClosedAlsoWhereTheRegisterIsLetGoOf() throws SQLException {
        HeldDataSource held = held(opening);
        Connection connection = held.getConnection();

        held.keeper().close();

        assertThat(keeper.isClosed()).isTrue();
        assertThatThrownBy(held::demandHeld).isInstanceOf(RegisterFailure.class);
        assertThat(connection.isClosed()).isFalse();
        connection.close();
        assertThat(connection.isClosed()).isTrue();
    }
}
