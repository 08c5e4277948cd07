package se.gits.costshare.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Opening, holding and letting go of a register on a server. */
class ServerRegisterTest {

    private RegisterAddress address;

    @BeforeEach
    void begin() {
        address = RegisterAddress.parse(PostgresTestServer.get().emptySchema()).orElseThrow();
    }

    private Register open() {
        return Register.open(address, Clock.systemUTC(), RegisterOffice.ANNA);
    }

    private void assertFails(RegisterFailure.Kind kind) {
        assertThatThrownBy(this::open)
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

    private long connections() throws SQLException {
        return ask(
                "select count(*) from pg_locks l join pg_stat_activity a on a.pid = l.pid"
                        + " where l.locktype = 'advisory' and a.application_name = 'gits'");
    }

    @Test
    void isThereOnceItIsMadeAndGoesOnWithTheSameTables() throws SQLException {
        assertThat(address.exists()).isFalse();
        open().close();
        assertThat(address.exists()).isTrue();
        long scripts = ask("select count(*) from flyway_schema_history");

        try (Register again = open()) {
            assertThat(again.acts()).isEmpty();
            assertThat(again.head()).isEqualTo(RunIdentity.NO_ACT);
        }

        assertThat(ask("select count(*) from flyway_schema_history")).isEqualTo(scripts);
    }

    @Test
    void isHeldUntilItIsClosed() throws SQLException {
        long before = connections();
        try (Register held = open()) {
            assertThat(held.acts()).isEmpty();
            assertThat(connections()).isEqualTo(before + 1);
            assertFails(RegisterFailure.Kind.BUSY);
        }
        assertThat(connections()).isEqualTo(before);
        open().close();
    }

    /** Neither who was told that it is busy nor who closes it keeps a connection. */
    @Test
    void nobodyLeavesAConnectionBehind() throws Exception {
        String ours = "select count(*) from pg_stat_activity where application_name = 'gits'";
        long before = ask(ours);
        try (Register held = open()) {
            assertThat(held.acts()).isEmpty();
            long holding = ask(ours);
            assertFails(RegisterFailure.Kind.BUSY);
            assertEventually(ours, holding);
        }
        assertEventually(ours, before);
    }

    /** The server takes a moment to let a connection go. */
    private void assertEventually(String sql, long expected) throws Exception {
        for (int tries = 0; tries < 100 && ask(sql) != expected; tries++) {
            Thread.sleep(50);
        }
        assertThat(ask(sql)).isEqualTo(expected);
    }

    @Test
    void aRegisterOfALaterVersionIsLeftAndLetGoOf() throws SQLException {
        open().close();
        try (Connection connection = DriverManager.getConnection(address.url());
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "update flyway_schema_history set version = '99' where version = '5'");
        }

        assertFails(RegisterFailure.Kind.TOO_NEW);
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
        assertThat(PostgresServer.of(address).pooled())
                .isInstanceOfSatisfying(
                        JdbcConnectionPool.class,
                        pool -> assertThat(pool.getMaxConnections()).isEqualTo(8));
    }
}
