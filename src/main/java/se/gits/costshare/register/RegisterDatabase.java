package se.gits.costshare.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The register's database, open and locked, with the newest schema. */
final class RegisterDatabase implements AutoCloseable {

    private static final String SCHEMA = "classpath:se/gits/costshare/register/schema";

    private static final int PATIENCE_SECONDS = 5;

    private final DataSource dataSource;

    /** Kept open so that the database stays open, and locked, between the program's own uses. */
    private final Connection keeper;

    private RegisterDatabase(DataSource dataSource, Connection keeper) {
        this.dataSource = dataSource;
        this.keeper = keeper;
    }

    /**
     * Opens the database, making it where there is none.
     *
     * @throws RegisterFailure if another run holds it, it cannot be used, or it is too new
     */
    static RegisterDatabase open(RegisterAddress address) {
        return address.file().isPresent() ? openFile(address) : openOnServer(address);
    }

    /** Whether a server has a register. */
    static boolean isMade(RegisterAddress address) {
        try (Connection connection = PostgresServer.of(address).getConnection()) {
            return schemaVersion(connection) > 0;
        } catch (SQLException e) {
            throw new RegisterFailure(RegisterFailure.Kind.UNAVAILABLE, address.url(), e);
        }
    }

    /**
     * There a change of the tables is one step, and a lock that belongs to the connection keeps
     * others out, on whatever machine they run; it ends with the connection.
     */
    private static RegisterDatabase openOnServer(RegisterAddress address) {
        try {
            PostgresServer server = PostgresServer.of(address);
            RegisterDatabase database =
                    new RegisterDatabase(server.pooled(), server.lockedConnection());
            boolean isReady = false;
            try {
                if (database.checkedVersion() < RegisterSchema.VERSION) {
                    database.migrate("postgresql", "bytea");
                }
                isReady = true;
            } finally {
                if (!isReady) {
                    database.close();
                }
            }
            return database;
        } catch (SQLException | FlywayException e) {
            throw new RegisterFailure(RegisterFailure.Kind.UNAVAILABLE, address.url(), e);
        }
    }

    private static RegisterDatabase openFile(RegisterAddress address) {
        try {
            if (!address.exists()) {
                makeNewest(address);
            }
            RegisterDatabase database = connect(address);
            boolean isReady = false;
            try {
                isReady = database.checkedVersion() == RegisterSchema.VERSION;
            } finally {
                if (!isReady) {
                    database.close();
                }
            }
            if (isReady) {
                return database;
            }
            makeNewest(address);
            return connect(address);
        } catch (SQLException | FlywayException | IOException e) {
            throw new RegisterFailure(RegisterFailure.Kind.UNAVAILABLE, address.url(), e);
        }
    }

    /**
     * Makes the register, or brings it up to date, aside and puts it in its place whole. What
     * changes a table is not one step in H2: a run that is killed meanwhile would leave rows that
     * refer to a table that is no more.
     */
    private static void makeNewest(RegisterAddress address) throws SQLException, IOException {
        Path file = address.file().orElseThrow();
        RegisterAddress aside = address.aside().orElseThrow();
        Path made = aside.file().orElseThrow();
        if (Files.exists(made)) {
            // Where another run makes it now, that is told; else it was left by one that was
            // killed.
            connect(aside).close();
            Files.delete(made);
        }
        if (Files.exists(file)) {
            Files.copy(file, made);
        }
        RegisterDatabase database = connect(aside);
        try {
            database.migrate("h2", "blob");
        } finally {
            database.close();
        }
        Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private int checkedVersion() throws SQLException {
        int version = schemaVersion(keeper);
        if (version > RegisterSchema.VERSION) {
            throw new RegisterFailure(
                    RegisterFailure.Kind.TOO_NEW, version + " > " + RegisterSchema.VERSION, null);
        }
        return version;
    }

    private static RegisterDatabase connect(RegisterAddress address) {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setUrl(address.url());
        dataSource.setUser("gits");
        dataSource.setPassword("");
        try {
            if (address.file().isPresent()) {
                Files.createDirectories(address.file().get().getParent());
            }
            return new RegisterDatabase(dataSource, dataSource.getConnection());
        } catch (SQLException e) {
            RegisterFailure.Kind kind =
                    e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
                            ? RegisterFailure.Kind.BUSY
                            : RegisterFailure.Kind.UNAVAILABLE;
            throw new RegisterFailure(kind, address.url(), e);
        } catch (IOException e) {
            throw new RegisterFailure(RegisterFailure.Kind.UNAVAILABLE, address.url(), e);
        }
    }

    DataSource dataSource() {
        return dataSource;
    }

    /**
     * That nobody else has it. A lock on a server ends with its connection, and whoever waited may
     * have gone on since.
     *
     * @throws RegisterFailure if the connection is gone
     */
    void demandHeld() {
        try {
            if (!keeper.isValid(PATIENCE_SECONDS)) {
                throw new RegisterFailure(
                        RegisterFailure.Kind.UNAVAILABLE,
                        keeper.toString(),
                        new SQLException("the connection that holds the register is gone"));
            }
        } catch (SQLException e) {
            throw new RegisterFailure(RegisterFailure.Kind.UNAVAILABLE, e.getMessage(), e);
        }
    }

    /**
     * Waits until all that is committed is on the disk. H2 leaves that to the system, where the
     * power may take it; a server does it at each commit.
     *
     * @throws RegisterFailure if it cannot be written
     */
    void force() {
        if (dataSource instanceof JdbcDataSource) {
            try (Statement statement = keeper.createStatement()) {
                statement.execute("checkpoint sync");
            } catch (SQLException e) {
                throw new RegisterFailure(RegisterFailure.Kind.UNAVAILABLE, e.getMessage(), e);
            }
        }
    }

    /** Closes the database, so that another run can open it. */
    @Override
    public void close() {
        try {
            if (dataSource instanceof JdbcConnectionPool pool) {
                pool.dispose();
            }
            keeper.close();
        } catch (SQLException e) {
            throw new RegisterFailure(RegisterFailure.Kind.UNAVAILABLE, e.getMessage(), e);
        }
    }

    /**
     * Flyway takes its time to look around; it is asked only where the schema is not the newest.
     *
     * @param kind of database, as its own scripts' folder is called
     * @param bytes the database's type for them
     */
    private void migrate(String kind, String bytes) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations(SCHEMA, SCHEMA + "-" + kind)
                .placeholders(Map.of("bytes", bytes))
                .load()
                .migrate();
        new History(new JdbcTemplate(dataSource)).chainRowsOfEarlierVersion();
    }

    private static boolean hasHistory(Connection connection) throws SQLException {
        try (ResultSet tables =
                connection
                        .getMetaData()
                        .getTables(null, connection.getSchema(), "flyway_schema_history", null)) {
            return tables.next();
        }
    }

    /** The number of the last script that was run; 0 where none was. */
    private static int schemaVersion(Connection connection) throws SQLException {
        if (!hasHistory(connection)) {
            return 0;
        }
        try (var statement = connection.createStatement();
                ResultSet version =
                        statement.executeQuery(
                                "select max(cast(\"version\" as integer))"
                                        + " from \"flyway_schema_history\""
                                        + " where \"success\" = true")) {
            return version.next() ? version.getInt(1) : 0;
        }
    }
}
