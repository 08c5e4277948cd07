package se.gits.costshare.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.db.Store;
import org.h2.mvstore.tx.TransactionStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file as a process leaves it that is killed in the middle of a transaction. */
class CutOffCommitsTest {

    private static final String ROWS =
            "insert into batch_job_instance (job_instance_id, version, job_name, job_key)"
                    + " values (7, 0, 'month', 'k');"
                    + "insert into input_file (sha256, content)"
                    + " select lpad(x, 64, '0'), X'00' from system_range(1, 1000)";

    private static final int PAGE = 4096;

    @TempDir Path folder;

    private RegisterAddress here;
    private RegisterAddress there;
    private Register register;

    @BeforeEach
    void open() throws Exception {
        here = RegisterAddress.ofOutput(folder.resolve("här")).orElseThrow();
        there = RegisterAddress.ofOutput(folder.resolve("där")).orElseThrow();
        Files.createDirectories(there.file().orElseThrow().getParent());
        register = Register.openOrMake(here, Clock.systemUTC(), RegisterOffice.ANNA);
    }

    @AfterEach
    void close() {
        register.close();
    }

    /** Copies the file while the rows are written and their transaction is not ended. */
    private Path killed(boolean isCommitNoted) throws Exception {
        Path copy = folder.resolve("kopia");
        try (Connection connection = register.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : ROWS.split(";")) {
                statement.execute(sql);
            }
            SessionLocal session = session(connection);
            Store store = session.getDatabase().getStore();
            if (isCommitNoted) {
                Method note =
                        TransactionStore.class.getDeclaredMethod(
                                "markUndoLogAsCommitted", int.class, long.class);
                note.setAccessible(true);
                note.invoke(store.getTransactionStore(), session.getTransaction().getId(), 1L);
            }
            store.getMvStore().commit();
            Files.copy(here.file().orElseThrow(), copy);
            connection.rollback();
        }
        Files.copy(copy, there.file().orElseThrow());
        return copy;
    }

    private static SessionLocal session(Connection connection) throws SQLException {
        return (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
    }

    private static int rows(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from " + table)) {
            count.next();
            return count.getInt(1);
        }
    }

    private static int changed(Statement statement) {
        try {
            return statement.executeUpdate("update batch_job_instance set version = 1");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A change is made on a thread of its own, since it may never come back. */
    private static void demandChangeable(DataSource register) throws Exception {
        try (Connection connection = register.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(
                            CompletableFuture.supplyAsync(() -> changed(statement))
                                    .get(1, TimeUnit.MINUTES))
                    .isOne();
        }
    }

    private Register reopened() {
        return Register.open(there, Clock.systemUTC(), RegisterOffice.ANNA);
    }

    @Test
    void aCommitThatIsNotedIsGoneOnWith() throws Exception {
        Path killed = killed(true);
        // By itself H2 does not, which is why this is needed.
        try (Connection connection = DriverManager.getConnection(there.url(), "gits", "")) {
            assertThat(rows(connection, "input_file")).isZero();
        }
        Files.copy(killed, there.file().orElseThrow(), StandardCopyOption.REPLACE_EXISTING);

        try (Register reopened = reopened();
                Connection connection = reopened.dataSource().getConnection()) {
            assertThat(rows(connection, "input_file")).isEqualTo(1000);
            Store store = session(connection).getDatabase().getStore();
            assertThat(store.getTransactionStore().getOpenTransactions()).isEmpty();
            demandChangeable(reopened.dataSource());
        }
        try (Register again = reopened();
                Connection connection = again.dataSource().getConnection()) {
            assertThat(rows(connection, "input_file")).isEqualTo(1000);
        }
    }

    /** Among the pages are those of a commit that is to be gone on with. */
    @Test
    void aFileThatIsDamagedAnywhereIsLetGoOf() throws Exception {
        byte[] killed = Files.readAllBytes(killed(true));
        Path file = there.file().orElseThrow();
        int refused = 0;
        for (int page = 0; page < killed.length; page += PAGE) {
            byte[] damaged = killed.clone();
            Arrays.fill(damaged, page, Math.min(page + PAGE, damaged.length), (byte) 0x5A);
            Files.write(file, damaged);
            try (Register reopened = reopened()) {
                reopened.acts();
            } catch (RuntimeException e) {
                assertThat(RegisterFailure.tellsDamage(e)).as("page at %d: %s", page, e).isTrue();
                assertThat(OpenFiles.in(folder.resolve("där"))).as("page at %d", page).isEmpty();
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void whatIsNotNotedIsAsIfItHadNotBeen() throws Exception {
        killed(false);

        try (Register reopened = reopened();
                Connection connection = reopened.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(rows(connection, "input_file")).isZero();
            for (String sql : ROWS.split(";")) {
                statement.execute(sql);
            }
            demandChangeable(reopened.dataSource());
        }
    }

    @Test
    void aTransactionThatIsOpenIsLeftToWhoHasIt() throws SQLException {
        try (Connection connection = register.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(ROWS.split(";")[1]);
            CutOffCommits.goOn(connection);
            connection.rollback();
            assertThat(rows(connection, "input_file")).isZero();
        }
    }
}
