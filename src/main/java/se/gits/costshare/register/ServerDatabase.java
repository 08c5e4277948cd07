package se.gits.costshare.register;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * A register on a PostgreSQL server. There a change of the tables is one step, and a lock that
 * belongs to the connection keeps others out, on whatever machine they run; it ends with the
 * connection.
 */
final class ServerDatabase extends RegisterDatabase {

    private static final int PATIENCE_SECONDS = 5;

    private final JdbcConnectionPool pool;

    private ServerDatabase(RegisterAddress address, JdbcConnectionPool pool, Connection keeper) {
        super(address, pool, keeper);
        this.pool = pool;
    }

    /** Whether the server has a register. */
    static boolean isMade(RegisterAddress address) {
        try (Connection connection = new PostgresServer(address).getConnection()) {
            return schemaVersion(connection) > 0;
        } catch (SQLException e) {
            throw RegisterFailure.unavailable(address, e);
        }
    }

    static ServerDatabase openOrMake(RegisterAddress address) {
        return open(address, true);
    }

    static ServerDatabase open(RegisterAddress address) {
        return open(address, false);
    }

    private static ServerDatabase open(RegisterAddress address, boolean isToBeMade) {
        try {
            PostgresServer server = new PostgresServer(address);
            ServerDatabase database =
                    new ServerDatabase(address, server.pool(), server.lockedConnection());
            boolean isReady = false;
            try {
                int version = database.checkedVersion();
                if (version == 0 && !isToBeMade) {
                    throw RegisterFailure.gone(address);
                }
                if (version != RegisterSchema.VERSION) {
                    migrate(database.dataSource(), "postgresql", "bytea");
                }
                isReady = true;
            } finally {
                if (!isReady) {
                    database.close();
                }
            }
            return database;
        } catch (SQLException | FlywayException e) {
            throw RegisterFailure.unavailable(address, e);
        }
    }

    /** The lock ends with the connection that has it. */
    @Override
    void demandHeld() {
        try {
            if (!keeper().isValid(PATIENCE_SECONDS)) {
                throw lost();
            }
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    /** A server is open to others than this program. */
    @Override
    boolean isNew() {
        return false;
    }

    /** The server does so at each commit. */
    @Override
    void force() {}

    /** What is empty stays. */
    @Override
    void discard() {
        close();
    }

    @Override
    public void close() {
        pool.dispose();
        super.close();
    }
}
