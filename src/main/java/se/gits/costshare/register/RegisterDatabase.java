package se.gits.costshare.register;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/** The register's database, open and held against all others, with the newest schema. */
abstract sealed class RegisterDatabase implements AutoCloseable
        permits FileDatabase, ServerDatabase {

    private static final String SCHEMA = "classpath:se/gits/costshare/register/schema";

    private final RegisterAddress address;
    private final DataSource dataSource;

    /** Kept open so that the database stays open, and held, between the program's own uses. */
    private final Connection keeper;

    RegisterDatabase(RegisterAddress address, DataSource dataSource, Connection keeper) {
        this.address = address;
        this.dataSource = dataSource;
        this.keeper = keeper;
    }

    /**
     * Opens the database, making it where there is none.
     *
     * @throws RegisterFailure if another run holds it, it cannot be used, was moved, or is too new
     */
    static RegisterDatabase openOrMake(RegisterAddress address) {
        return notMoved(
                address.file().isPresent()
                        ? FileDatabase.openOrMake(address)
                        : ServerDatabase.openOrMake(address));
    }

    /**
     * Opens a database that is there.
     *
     * @throws RegisterFailure if there is none, another run holds it, it cannot be used, was moved,
     *     or is too new
     */
    static RegisterDatabase open(RegisterAddress address) {
        return notMoved(
                address.file().isPresent()
                        ? FileDatabase.open(address)
                        : ServerDatabase.open(address));
    }

    private static RegisterDatabase notMoved(RegisterDatabase database) {
        boolean isHere = false;
        try (Statement statement = database.keeper.createStatement();
                ResultSet moved = statement.executeQuery("select place from moved")) {
            isHere = !moved.next();
            if (!isHere) {
                throw RegisterFailure.moved(database.address, moved.getString(1));
            }
            return database;
        } catch (SQLException e) {
            throw database.unavailable(e);
        } finally {
            if (!isHere) {
                database.close();
            }
        }
    }

    /**
     * Lets nobody go on here.
     *
     * @param place where the register went on
     * @throws RegisterFailure if it cannot be written
     */
    void markMoved(RegisterAddress place) {
        try {
            mark(place);
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    /**
     * Tries whether it could be marked, and leaves it as it is.
     *
     * @throws RegisterFailure if it cannot be written, or not by this user
     */
    void demandMarkable(RegisterAddress place) {
        try {
            keeper.setAutoCommit(false);
            try {
                mark(place);
            } finally {
                keeper.rollback();
                keeper.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    private void mark(RegisterAddress place) throws SQLException {
        try (PreparedStatement moved = keeper.prepareStatement("insert into moved values (?)")) {
            moved.setString(1, place.place());
            moved.executeUpdate();
        }
    }

    DataSource dataSource() {
        return dataSource;
    }

    Connection keeper() {
        return keeper;
    }

    /**
     * That nobody else has it: whoever waited may have gone on since.
     *
     * @throws RegisterFailure if what holds it is gone
     */
    abstract void demandHeld();

    /** Whether this run made it. Another may have had it open since. */
    abstract boolean isNew();

    /**
     * Waits until all that is committed is on the disk.
     *
     * @throws RegisterFailure if it cannot be written
     */
    abstract void force();

    /**
     * Closes a database that came to hold nothing, and takes away what this run made of it.
     *
     * @throws IOException if it cannot be taken away
     */
    abstract void discard() throws IOException;

    /** Closes the database, so that another run can open it. */
    @Override
    public void close() {
        try {
            keeper.close();
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    RegisterFailure lost() {
        return RegisterFailure.lost(address);
    }

    RegisterFailure unavailable(Exception cause) {
        return RegisterFailure.unavailable(address, cause);
    }

    /**
     * The number of the last script that was run; 0 where none was.
     *
     * @throws RegisterFailure if a later program ran it
     */
    int checkedVersion() throws SQLException {
        int version = schemaVersion(keeper);
        if (version > RegisterSchema.VERSION) {
            throw RegisterFailure.tooNew(address, version);
        }
        return version;
    }

    /**
     * Flyway takes its time to look around; it is asked only where the schema is not the newest.
     *
     * @param kind of database, as its own scripts' folder is called
     * @param bytes the database's type for them
     */
    static void migrate(DataSource dataSource, String kind, String bytes) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations(SCHEMA, SCHEMA + "-" + kind)
                .placeholders(Map.of("bytes", bytes))
                .load()
                .migrate();
        new History(new JdbcTemplate(dataSource)).chainRowsOfEarlierVersion();
    }

    /** The number of the last script that was run there; 0 where none was. */
    static int schemaVersion(Connection connection) throws SQLException {
        if (!hasHistory(connection)) {
            return 0;
        }
        try (Statement statement = connection.createStatement();
                ResultSet version =
                        statement.executeQuery(
                                "select max(cast(\"version\" as integer))"
                                        + " from \"flyway_schema_history\""
                                        + " where \"success\" = true")) {
            version.next();
            return version.getInt(1);
        }
    }

    private static boolean hasHistory(Connection connection) throws SQLException {
        try (ResultSet tables =
                connection
                        .getMetaData()
                        .getTables(null, connection.getSchema(), "flyway_schema_history", null)) {
            return tables.next();
        }
    }
}
