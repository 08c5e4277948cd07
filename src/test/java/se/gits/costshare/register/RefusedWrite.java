package se.gits.costshare.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.engine.Database;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * What H2 does with a database whose file refused a write: it closes it, and tells none of the
 * connections. The statement {@code shutdown immediately} ends them, which a write does not.
 */
public enum RefusedWrite {
    /** In a thread of H2's own, or a commit. */
    OF_THE_STORE {
        @Override
        void in(Database database) {
            MVStoreException refused =
                    DataUtils.newMVStoreException(
                            DataUtils.ERROR_WRITING_FAILED,
                            "Could not write to file",
                            new IOException(REASON));
            assertThatThrownBy(() -> database.getStore().getMvStore().panic(refused))
                    .isSameAs(refused);
        }
    },
    /** In a statement, which then closes the whole database. */
    OF_A_STATEMENT {
        @Override
        void in(Database database) {
            database.shutdownImmediately();
        }
    };

    private static final String REASON = "No space left on device";

    abstract void in(Database database);

    /** Closes the database that a connection leads to. */
    public void in(Connection connection) {
        in(database(connection));
    }

    private static Database database(Connection connection) {
        try {
            JdbcConnection h2 = connection.unwrap(JdbcConnection.class);
            return ((SessionLocal) h2.getSession()).getDatabase();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What a transaction leaves that could not be rolled back: it counts twice as ended. Whoever
     * begins a statement then waits without end.
     */
    static void miscount(Connection connection) {
        MVStore store = database(connection).getStore().getMvStore();
        MVStore.TxCounter counter = store.registerVersionUsage();
        store.decrementVersionUsageCounter(counter);
        store.decrementVersionUsageCounter(counter);
    }

    /** Closes the database that a register is in. */
    public void in(DataSource register) {
        try {
            Connection connection = register.getConnection();
            in(connection);
            close(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whoever closes the first connection after it is told. */
    static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            assertThat((Throwable) e).hasStackTraceContaining(REASON);
        }
    }
}
