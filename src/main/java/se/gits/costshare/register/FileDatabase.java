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
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.mvstore.db.Store;
import se.gits.costshare.durable.Durable;
import se.gits.costshare.lock.WorkLock;

/** A register in a file, which H2 locks while it is open. */
final class FileDatabase extends RegisterDatabase {

    private final Path path;
    private final HeldDataSource held;

    /** What tells the file that is open from others, where the system has such a thing. */
    private final Optional<Object> key;

    /** Whether this run made it. */
    private final boolean isNew;

    private FileDatabase(RegisterAddress address, HeldDataSource held, boolean isNew) {
        super(address, held, held.keeper());
        this.held = held;
        this.path = address.file().orElseThrow();
        this.key = keyIfSeen(path);
        this.isNew = isNew;
    }

    static FileDatabase openOrMake(RegisterAddress address) {
        return open(address, true);
    }

    static FileDatabase open(RegisterAddress address) {
        return open(address, false);
    }

    private static FileDatabase open(RegisterAddress address, boolean isToBeMade) {
        // Its file is replaced when it is brought up to date, renamed when it moves.
        if (Files.isSymbolicLink(address.file().orElseThrow())) {
            throw RegisterFailure.link(address);
        }
        try {
            if (!isToBeMade && !address.exists()) {
                throw RegisterFailure.gone(address);
            }
            boolean isNew = isToBeMade && makeWhereNoneIs(address);
            FileDatabase database = connect(address.asItIs(), isNew);
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
            alone(address, made -> bringUpToDate(address, made));
            return connect(address.asItIs(), false);
        } catch (SQLException e) {
            throw unreadable(address, e);
        } catch (FlywayException | IOException e) {
            throw RegisterFailure.unavailable(address, e);
        }
    }

    /**
     * H2 is asked for nothing but what the file holds when it opens it: what it makes nothing of is
     * damaged, whatever it calls it. What the disk refused is told as that all the same.
     */
    static RegisterFailure unreadable(RegisterAddress address, SQLException e) {
        boolean isOfTheFile = e.getErrorCode() != ErrorCode.OUT_OF_MEMORY;
        return RegisterFailure.unavailable(address, isOfTheFile ? damage(e) : e);
    }

    private static SQLException damage(SQLException told) {
        return new SQLException(
                told.getMessage(), told.getSQLState(), ErrorCode.FILE_CORRUPTED_1, told);
    }

    /**
     * Makes the register aside, where there is none, and puts it in its place whole: what changes a
     * table is not one step in H2, and a run may be killed.
     *
     * @return whether there was none
     */
    private static boolean makeWhereNoneIs(RegisterAddress address)
            throws SQLException, IOException {
        AtomicBoolean wasNone = new AtomicBoolean();
        alone(
                address,
                made -> {
                    if (address.exists()) {
                        return;
                    }
                    Files.write(made, EmptyRegister.begun().join());
                    Durable.file(made);
                    Path file = address.file().orElseThrow();
                    // Not in the place of any: one that was put there meanwhile stays.
                    Files.move(made, file);
                    Durable.folderAndParents(file.getParent());
                    wasNone.set(true);
                });
        return wasNone.get();
    }

    /**
     * Brings a copy of one of an earlier version up to date aside, and puts it in its place whole.
     * In the file itself rows would refer to a table that is no more. One that another run has
     * brought up to date meanwhile is left as it is.
     *
     * @param made where it is made aside
     */
    static void bringUpToDate(RegisterAddress address, Path made) throws SQLException, IOException {
        if (isNewest(address)) {
            return;
        }
        Path file = address.file().orElseThrow();
        FileTime asItWas = Files.getLastModifiedTime(file);
        Files.copy(file, made);
        try (FileDatabase database = connect(address.aside().orElseThrow(), false)) {
            migrate(database.dataSource());
        }
        if (!Files.getLastModifiedTime(file).equals(asItWas)) {
            throw RegisterFailure.busy(address, null);
        }
        Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Durable.folder(file.getParent());
    }

    /** What is done with a file aside. */
    @FunctionalInterface
    private interface Making {

        void with(Path made) throws SQLException, IOException;
    }

    /**
     * One run at a time makes something, and looks first whether another has: to put a new register
     * in the place of one that another run made, and has issued in since, would lose what it
     * issued.
     */
    private static void alone(RegisterAddress address, Making making)
            throws SQLException, IOException {
        Path made = address.aside().flatMap(RegisterAddress::file).orElseThrow();
        WorkLock lock =
                WorkLock.take(made.resolveSibling(made.getFileName() + ".lock"))
                        .orElseThrow(() -> RegisterFailure.busy(address, null));
        try {
            // What lies aside was left by one that was killed.
            Files.deleteIfExists(made);
            Files.deleteIfExists(discarded(address.file().orElseThrow()));
            making.with(made);
        } finally {
            lock.close();
        }
    }

    /** Brings the schema up to date. */
    static void migrate(DataSource dataSource) {
        migrate(dataSource, "h2", "blob");
    }

    /**
     * @param url of a file, or of what is like one
     */
    static DataSource dataSource(String url) {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setUrl(url);
        dataSource.setUser("gits");
        return dataSource;
    }

    /** What H2 keeps the database in that a connection leads to. */
    static Store store(Connection connection) throws SQLException {
        SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore();
    }

    private static Path discarded(Path file) {
        return file.resolveSibling(file.getFileName() + ".tomt");
    }

    private static boolean isNewest(RegisterAddress address) throws SQLException {
        try (FileDatabase database = connect(address.asItIs(), false)) {
            int version = database.checkedVersion();
            if (version == 0) {
                throw emptied();
            }
            return version == RegisterSchema.VERSION;
        }
    }

    /** None is ever put in its place like that, so its contents are gone. */
    private static SQLException emptied() {
        return new SQLException(null, null, ErrorCode.FILE_CORRUPTED_1);
    }

    private static FileDatabase connect(RegisterAddress address, boolean isNew) {
        DataSource dataSource = dataSource(address.url());
        try {
            Path file = address.file().orElseThrow();
            if (Files.size(file) == 0) {
                // H2 would take it for a new one, and write in it.
                throw emptied();
            }
            HeldDataSource held =
                    new HeldDataSource(address, dataSource, dataSource.getConnection());
            FileDatabase database = new FileDatabase(address, held, isNew);
            try {
                CutOffCommits.goOn(database.keeper());
            } catch (SQLException damage) {
                try {
                    database.close();
                } catch (RegisterFailure closing) {
                    // That it is damaged is what there is to tell.
                }
                throw damage;
            }
            return database;
        } catch (SQLException e) {
            throw switch (e.getErrorCode()) {
                // The latter: it was there a moment ago, so another run has just taken it away.
                case ErrorCode.DATABASE_ALREADY_OPEN_1,
                        ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1 ->
                        RegisterFailure.busy(address, e);
                default -> unreadable(address, e);
            };
        } catch (NoSuchFileException e) {
            // As above.
            throw RegisterFailure.busy(address, null);
        } catch (IOException e) {
            throw RegisterFailure.unavailable(address, e);
        }
    }

    private static Optional<Object> key(Path path) throws IOException {
        return Optional.ofNullable(Files.readAttributes(path, BasicFileAttributes.class).fileKey());
    }

    /** One that is gone just after it was opened is found not to be in its place. */
    private static Optional<Object> keyIfSeen(Path path) {
        try {
            return key(path);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A file may be taken away or replaced while it is open: what is committed then is lost. */
    @Override
    void demandHeld() {
        try {
            if (!key(path).equals(key)) {
                throw new NoSuchFileException(path.toString());
            }
        } catch (IOException e) {
            throw unavailable(e);
        }
        held.demandHeld();
    }

    @Override
    boolean isNew() {
        return isNew;
    }

    /** H2 leaves that to the system, where the power may take it. */
    @Override
    void force() {
        try (Statement statement = keeper().createStatement()) {
            statement.execute("checkpoint sync");
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    /**
     * The file leaves its place while nobody else can have it open: what another run makes there is
     * not touched.
     */
    @Override
    void discard() throws IOException {
        if (!isNew) {
            close();
            return;
        }
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
}
