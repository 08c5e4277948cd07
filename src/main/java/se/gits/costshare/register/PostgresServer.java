package se.gits.costshare.register;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.ds.common.BaseDataSource;

/** A PostgreSQL server that has the register, or will have it. */
final class PostgresServer {

    /** Where the password is, so that no list of processes and no log shows it. */
    private static final String PASSWORD = "GITS_REGISTER_PASSWORD";

    /** With that of the schema: the name of the lock, for whoever asks the server who holds it. */
    private static final int LOCK = 0x67697473;

    /** Each partition of an export has one, and what waits for them. */
    private static final int MOST_CONNECTIONS = 8;

    private static final int CONNECT_SECONDS = 10;

    private final RegisterAddress address;

    PostgresServer(RegisterAddress address) {
        this.address = address;
    }

    /**
     * A connection that ends when it is closed, and what it holds with it.
     *
     * @throws RegisterFailure if the server has not the schema, or the role may not use it
     */
    Connection getConnection() throws SQLException {
        Connection connection = withAddress(new PGSimpleDataSource()).getConnection();
        boolean hasSchema = false;
        try {
            // The server takes any name: what is not there is looked for in vain.
            hasSchema = connection.getSchema() != null;
            if (!hasSchema) {
                throw RegisterFailure.noSchema(address);
            }
            return connection;
        } finally {
            if (!hasSchema) {
                connection.close();
            }
        }
    }

    /** Connections for the program's own work, used again. */
    JdbcConnectionPool pool() {
        JdbcConnectionPool pool =
                JdbcConnectionPool.create(withAddress(new PGConnectionPoolDataSource()));
        pool.setMaxConnections(MOST_CONNECTIONS);
        return pool;
    }

    private <T extends BaseDataSource> T withAddress(T source) {
        source.setUrl(address.url());
        String password = System.getenv(PASSWORD);
        if (password != null) {
            source.setPassword(password);
        }
        source.setApplicationName("gits");
        source.setConnectTimeout(CONNECT_SECONDS);
        // A peer that is gone without a word is found out.
        source.setTcpKeepAlive(true);
        return source;
    }

    /**
     * A connection that holds the register against all others until it is closed.
     *
     * @throws RegisterFailure if another run holds it
     */
    Connection lockedConnection() throws SQLException {
        Connection connection = getConnection();
        boolean isLocked = false;
        try (PreparedStatement lock =
                connection.prepareStatement(
                        "select pg_try_advisory_lock(?, hashtext(current_schema()))")) {
            lock.setInt(1, LOCK);
            try (ResultSet result = lock.executeQuery()) {
                result.next();
                isLocked = result.getBoolean(1);
            }
            if (!isLocked) {
                throw RegisterFailure.busy(address, null);
            }
            return connection;
        } finally {
            if (!isLocked) {
                connection.close();
            }
        }
    }
}
