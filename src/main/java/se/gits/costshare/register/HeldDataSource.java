package se.gits.costshare.register;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections to the database that is held, as long as it is. H2 closes one that it could not
 * write, and would open it anew for whoever asks next: without what was committed and not yet
 * written, and held against nobody in between.
 */
final class HeldDataSource extends DelegatingDataSource {

    /** SQL state of a connection that is no more. */
    private static final String CLOSED = "08003";

    private final RegisterAddress address;
    private final Connection keeper;

    /**
     * @param opening what opens the database where nobody has it open
     * @param keeper a connection that is open as long as the database is
     */
    HeldDataSource(RegisterAddress address, DataSource opening, Connection keeper) {
        super(opening);
        this.address = address;
        this.keeper = keeper;
    }

    Connection keeper() {
        return keeper;
    }

    /**
     * @throws SQLException if the database was closed, with a {@link RegisterFailure} as its cause
     */
    @Override
    public Connection getConnection() throws SQLException {
        demandOpen();
        Connection connection = super.getConnection();
        try {
            // It may have been closed in between.
            demandOpen();
        } catch (SQLException closed) {
            try {
                connection.close();
            } catch (SQLException e) {
                closed.addSuppressed(e);
            }
            throw closed;
        }
        return connection;
    }

    private void demandOpen() throws SQLException {
        try {
            demandHeld();
        } catch (RegisterFailure lost) {
            throw new SQLException("The register was closed", CLOSED, lost);
        }
    }

    /**
     * That the database was not closed since. H2 leaves the connections to one that it closes as
     * they are, and calls them valid without a look at it; so it is asked for something.
     *
     * @throws RegisterFailure if it was
     */
    void demandHeld() {
        try (Statement statement = keeper.createStatement()) {
            statement.execute("values 1");
        } catch (SQLException e) {
            throw RegisterFailure.lost(address);
        }
    }
}
