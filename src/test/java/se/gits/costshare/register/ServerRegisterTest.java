package se.gits.costshare.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Opening, holding and letting go of a register on a server. */
class ServerRegisterTest {

    private static final String OURS =
            "select count(*) from pg_stat_activity where application_name = 'gits'";

    private RegisterAddress address;
    private long connectionsBefore;

    @BeforeEach
    void begin() throws SQLException {
        address = RegisterAddress.parse(PostgresTestServer.get().emptySchema()).orElseThrow();
        connectionsBefore = ask(OURS);
    }

    private Register open() {
        return Register.openOrMake(address, Clock.systemUTC(), RegisterOffice.ANNA);
    }

    private void assertFails(RegisterFailure.Kind kind) {
        assertFails(this::open, kind);
    }

    private static void assertFails(ThrowingCallable opening, RegisterFailure.Kind kind) {
        assertThatThrownBy(opening)
                .isInstanceOfSatisfying(
                        RegisterFailure.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    private long ask(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address.url());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** The server takes a moment to let a connection go, and what it holds with it. */
    private void awaitAtMost(long connections) throws Exception {
        for (int tries = 0; tries < 100 && ask(OURS) > connections; tries++) {
            Thread.sleep(50);
        }
        assertThat(ask(OURS)).isLessThanOrEqualTo(connections);
    }

    private void openAndClose() throws Exception {
        open().close();
        awaitAtMost(connectionsBefore);
    }

    @Test
    void isThereOnceItIsMadeAndGoesOnWithTheSameTables() throws Exception {
        assertThat(address.exists()).isFalse();
        openAndClose();
        assertThat(address.exists()).isTrue();
        long scripts = ask("select count(*) from flyway_schema_history");

        try (Register again = open()) {
            assertThat(again.acts()).isEmpty();
            assertThat(again.head()).isEqualTo(RunIdentity.NO_ACT);
        }

        assertThat(ask("select count(*) from flyway_schema_history")).isEqualTo(scripts);
    }

    @Test
    void oneThatIsNotThereIsNotOpenedAndNoneIsMade() throws Exception {
        assertFails(this::openThere, RegisterFailure.Kind.GONE);
        assertThat(address.exists()).isFalse();
        awaitAtMost(connectionsBefore);

        try (Register made = open()) {
            assertThat(made.isNew()).as("others may write on a server too").isFalse();
        }
        try (Register there = openThere()) {
            assertThat(there.acts()).isEmpty();
        }
    }

    private Register openThere() {
        return Register.open(address, Clock.systemUTC(), RegisterOffice.ANNA);
    }

    /** Neither who is told that it is busy nor who closes it leaves a connection behind. */
    @Test
    void isHeldUntilItIsClosed() throws Exception {
        try (Register held = open()) {
            assertThat(held.acts()).isEmpty();
            long holding = ask(OURS);
            assertFails(RegisterFailure.Kind.BUSY);
            awaitAtMost(holding);
        }
        awaitAtMost(connectionsBefore);
        openAndClose();
    }

    /** One that came to hold nothing stays, and is let go of. */
    @Test
    void isLetGoOfWhereItIsDiscarded() throws Exception {
        open().discard();
        awaitAtMost(connectionsBefore);
        assertThat(address.exists()).isTrue();
        openAndClose();
    }

    @Test
    void aRegisterOfALaterVersionIsLeftAndLetGoOf() throws Exception {
        openAndClose();
        try (Connection connection = DriverManager.getConnection(address.url());
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "update flyway_schema_history set version = '99' where version = '6'");
        }

        assertFails(RegisterFailure.Kind.TOO_NEW);
        awaitAtMost(connectionsBefore);
        assertFails(RegisterFailure.Kind.TOO_NEW);
    }

    @Test
    void whereNobodyAnswersItIsUnavailable() {
        address =
                RegisterAddress.parse("jdbc:postgresql://127.0.0.1:1/gits?user=gits").orElseThrow();

        assertFails(RegisterFailure.Kind.UNAVAILABLE);
        assertThatThrownBy(() -> address.exists()).isInstanceOf(RegisterFailure.class);
    }

    /** A server has to be shared with others. */
    @Test
    void oneRunHasAtMostEightConnectionsForItsWork() {
        assertThat(new PostgresServer(address).pool())
                .isInstanceOfSatisfying(
                        JdbcConnectionPool.class,
                        pool -> assertThat(pool.getMaxConnections()).isEqualTo(8));
    }
}
