package se.gits.costshare.register;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.mvstore.MVStore;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections to the database that is held, as long as it is. H2 closes one that it could not
 * write, and would open it anew for whoever asks next: without what was committed and not yet
 * written, and held against nobody in between. The connections to one that it closes it leaves as
 * they are, and calls them valid; what is done on them then is lost, and may never end: {@code
 * MVStore.registerVersionUsage} of 2.5.252 waits for a count that nobody corrects, where a rollback
 * failed before. So they are asked nothing more.
 */
final class HeldDataSource extends DelegatingDataSource {

    /** SQL state of a connection that is no more. */
    private static final String CLOSED = "08003";

    private final RegisterAddress address;
    private final Connection keeper;
    private final MVStore store;

    /**
     * @param opening what opens the database where nobody has it open
     * @param keeper a connection that is open as long as the database is
     * @throws SQLException if the database is closed already
     */
    HeldDataSource(RegisterAddress address, DataSource opening, Connection keeper)
            throws SQLException {
        super(opening);
        this.address = address;
        this.keeper = keeper;
        this.store = FileDatabase.store(keeper).getMvStore();
    }

    /** The connection that is open as long as the database is. */
    Connection keeper() {
        return guarded(keeper);
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
        return guarded(connection);
    }

    /**
     * That the database was not closed since.
     *
     * @throws RegisterFailure if it was
     */
    void demandHeld() {
        try {
            demandOpen();
        } catch (SQLException e) {
            throw lost();
        }
    }

    private void demandOpen() throws SQLException {
        if (store.isClosed() || keeper.isClosed()) {
            throw closed();
        }
    }

    private SQLException closed() {
        return new SQLException("The register was closed", CLOSED, lost());
    }

    private RegisterFailure lost() {
        return RegisterFailure.lost(address, store.getPanicException());
    }

    /** A connection that is used as long as the database is open, and no longer. */
    private Connection guarded(Connection connection) {
        return (Connection)
                Proxy.newProxyInstance(
                        HeldDataSource.class.getClassLoader(),
                        new Class<?>[] {Connection.class},
                        (proxy, method, arguments) -> call(connection, method, arguments));
    }

    private Object call(Connection connection, Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() != Object.class && store.isClosed()) {
            return switch (method.getName()) {
                case "close" -> null;
                case "isClosed" -> true;
                default -> throw closed();
            };
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
