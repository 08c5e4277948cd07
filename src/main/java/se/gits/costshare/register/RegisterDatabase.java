package se.gits.costshare.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The register's database, open and locked, with the newest schema. */
final class RegisterDatabase implements AutoCloseable {

    private static final String SCHEMA = "classpath:se/gits/costshare/register/schema";

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
            database.migrate();
        } finally {
            database.close();
        }
        Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private int checkedVersion() throws SQLException {
        int version = schemaVersion();
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

    /** Closes the database, so that another run can open it. */
    @Override
    public void close() {
        try {
            keeper.close();
        } catch (SQLException e) {
            throw new RegisterFailure(RegisterFailure.Kind.UNAVAILABLE, e.getMessage(), e);
        }
    }

    /**
     * Flyway takes its time to look around; it is asked only where the schema is not the newest.
     */
    private void migrate() {
        Flyway.configure()
                .dataSource(dataSource)
                .locations(SCHEMA)
                .placeholders(Map.of("bytes", "blob"))
                .load()
                .migrate();
        new History(new JdbcTemplate(dataSource)).chainRowsOfEarlierVersion();
    }

    private boolean hasHistory() throws SQLException {
        try (ResultSet tables =
                keeper.getMetaData().getTables(null, null, "flyway_schema_history", null)) {
            return tables.next();
        }
    }

    /** The number of the last script that was run; 0 where none was. */
    private int schemaVersion() throws SQLException {
        if (!hasHistory()) {
            return 0;
        }
        try (var statement = keeper.createStatement();
                ResultSet version =
                        statement.executeQuery(
                                "select max(cast(\"version\" as integer))"
                                        + " from \"flyway_schema_history\""
                                        + " where \"success\" = true")) {
            return version.next() ? version.getInt(1) : 0;
        }
    }
}
