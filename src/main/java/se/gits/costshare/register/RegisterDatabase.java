package se.gits.costshare.register;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import se.gits.costshare.lock.WorkLock;

/** The register's database, open and locked, with the newest schema. */
final class RegisterDatabase implements AutoCloseable {

    private static final String SCHEMA = "classpath:se/gits/costshare/register/schema";

    private static final int PATIENCE_SECONDS = 5;

    private final DataSource dataSource;

    /** Kept open so that the database stays open, and locked, between the program's own uses. */
    private final Connection keeper;

    /** The database's file; empty of one on a server. */
    private final Optional<OpenFile> file;

    /** Whether this run made it. */
    private final boolean isNew;

    private RegisterDatabase(
            DataSource dataSource, Connection keeper, Optional<OpenFile> file, boolean isNew) {
        this.dataSource = dataSource;
        this.keeper = keeper;
        this.file = file;
        this.isNew = isNew;
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
                    new RegisterDatabase(
                            server.pooled(), server.lockedConnection(), Optional.empty(), false);
            boolean isReady = false;
            try {
                if (database.checkedVersion() != RegisterSchema.VERSION) {
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
            boolean isNew = !address.exists() && makeNewest(address);
            RegisterDatabase database = connect(address.asItIs(), isNew);
            int version = 0;
            try {
                version = database.checkedVersion();
            } finally {
                if (version < RegisterSchema.VERSION) {
                    database.close();
                }
            }
            if (version == RegisterSchema.VERSION) {
                return database;
            }
            makeNewest(address);
            return connect(address.asItIs(), false);
        } catch (SQLException | FlywayException | IOException e) {
            throw new RegisterFailure(RegisterFailure.Kind.UNAVAILABLE, address.url(), e);
        }
    }

    /**
     * Makes the register, or brings it up to date, aside and puts it in its place whole. What
     * changes a table is not one step in H2: a run that is killed meanwhile would leave rows that
     * refer to a table that is no more.
     *
     * <p>One run at a time does so, and looks first whether another has: to put a new one in the
     * place of one that another run made, and has issued in since, would lose what it issued.
     *
     * @return whether there was none
     */
    private static boolean makeNewest(RegisterAddress address) throws SQLException, IOException {
        Path made = address.aside().flatMap(RegisterAddress::file).orElseThrow();
        WorkLock lock =
                WorkLock.take(made.resolveSibling(made.getFileName() + ".lock"))
                        .orElseThrow(() -> busy(address, null));
        try {
            Path file = address.file().orElseThrow();
            // What lies aside was left by one that was killed.
            Files.deleteIfExists(made);
            Files.deleteIfExists(discarded(file));
            if (!address.exists()) {
                migrate(address.aside().orElseThrow());
                // Not in the place of any: one that was put there meanwhile stays.
                Files.move(made, file);
                return true;
            }
            if (!isNewest(address)) {
                FileTime asItWas = Files.getLastModifiedTime(file);
                Files.copy(file, made);
                migrate(address.aside().orElseThrow());
                if (!Files.getLastModifiedTime(file).equals(asItWas)) {
                    throw busy(address, null);
                }
                Files.move(
                        made,
                        file,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
            return false;
        } finally {
            lock.close();
        }
    }

    private static void migrate(RegisterAddress aside) {
        RegisterDatabase database = connect(aside, true);
        try {
            database.migrate("h2", "blob");
        } finally {
            database.close();
        }
    }

    private static Path discarded(Path file) {
        return file.resolveSibling(file.getFileName() + ".tomt");
    }

    private static boolean isNewest(RegisterAddress address) throws SQLException {
        RegisterDatabase database = connect(address.asItIs(), false);
        try {
            int version = database.checkedVersion();
            if (version == 0) {
                // Never put in its place like that, so its contents are gone.
                throw new SQLException(null, null, ErrorCode.FILE_CORRUPTED_1);
            }
            return version == RegisterSchema.VERSION;
        } finally {
            database.close();
        }
    }

    private static RegisterFailure busy(RegisterAddress address, SQLException cause) {
        return new RegisterFailure(RegisterFailure.Kind.BUSY, address.url(), cause);
    }

    private int checkedVersion() throws SQLException {
        int version = schemaVersion(keeper);
        if (version > RegisterSchema.VERSION) {
            throw new RegisterFailure(
                    RegisterFailure.Kind.TOO_NEW, version + " > " + RegisterSchema.VERSION, null);
        }
        return version;
    }

    private static RegisterDatabase connect(RegisterAddress address, boolean isNew) {
        Path file = address.file().orElseThrow();
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setUrl(address.url());
        dataSource.setUser("gits");
        try {
            Files.createDirectories(file.getParent());
            Connection keeper = dataSource.getConnection();
            Optional<OpenFile> open = Optional.empty();
            try {
                open = Optional.of(OpenFile.at(file));
            } finally {
                if (open.isEmpty()) {
                    keeper.close();
                }
            }
            return new RegisterDatabase(dataSource, keeper, open, isNew);
        } catch (SQLException e) {
            switch (e.getErrorCode()) {
                // The latter: another run that made it has just taken it away again.
                case ErrorCode.DATABASE_ALREADY_OPEN_1,
                        ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1 ->
                        throw busy(address, e);
                default ->
                        throw new RegisterFailure(
                                RegisterFailure.Kind.UNAVAILABLE, address.url(), e);
            }
        } catch (IOException e) {
            throw new RegisterFailure(RegisterFailure.Kind.UNAVAILABLE, address.url(), e);
        }
    }

    /**
     * The file that is open.
     *
     * @param key what tells it from others, where the system has such a thing
     */
    private record OpenFile(Path path, Optional<Object> key) {

        static OpenFile at(Path path) throws IOException {
            Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
            return new OpenFile(path, Optional.ofNullable(key));
        }

        boolean isInPlace() throws IOException {
            return equals(at(path));
        }
    }

    DataSource dataSource() {
        return dataSource;
    }

    /**
     * That nobody else has it. A lock on a server ends with its connection, and whoever waited may
     * have gone on since. A file may be taken away or replaced while it is open: what is committed
     * to it then is lost.
     *
     * @throws RegisterFailure if the connection or the file is gone
     */
    void demandHeld() {
        try {
            if (file.isPresent() && !file.get().isInPlace()) {
                throw new NoSuchFileException(file.get().path().toString());
            }
            if (!keeper.isValid(PATIENCE_SECONDS)) {
                throw new RegisterFailure(
                        RegisterFailure.Kind.UNAVAILABLE,
                        keeper.toString(),
                        new SQLException("the connection that holds the register is gone"));
            }
        } catch (SQLException | IOException e) {
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
        if (file.isPresent()) {
            try (Statement statement = keeper.createStatement()) {
                statement.execute("checkpoint sync");
            } catch (SQLException e) {
                throw new RegisterFailure(RegisterFailure.Kind.UNAVAILABLE, e.getMessage(), e);
            }
        }
    }

    /**
     * Closes a database that came to hold nothing, and takes its file away where this run made it.
     * It leaves its place while nobody else can have it open: what another run makes there is not
     * touched.
     *
     * @throws IOException if the file cannot be taken away
     */
    void discard() throws IOException {
        if (!isNew) {
            close();
            return;
        }
        Path path = file.orElseThrow().path();
        Path discarded = discarded(path);
        Files.move(path, discarded, StandardCopyOption.REPLACE_EXISTING);
        close();
        Files.deleteIfExists(discarded);
        try {
            Files.deleteIfExists(path.getParent());
        } catch (DirectoryNotEmptyException e) {
            // The folder is of more than the register.
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
            version.next();
            return version.getInt(1);
        }
    }
}
