package se.gits.costshare.register;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.message.DbException;
import org.h2.mvstore.tx.Transaction;
import org.h2.mvstore.tx.TransactionStore;

/**
 * Goes on with the commits that a process was killed in. H2 first notes in the file that a
 * transaction is committed and then turns its rows over, and where it was cut off in between it is
 * to go on when the file is opened next. From 2.5.250 on it does not: {@code Transaction.commit}
 * does nothing for one that is noted as committed already. Whoever reads then sees some of the rows
 * as they were before, and whoever changes one of them waits without end (decision 0026).
 */
final class CutOffCommits {

    private CutOffCommits() {}

    /**
     * Turns the rows over, before anybody else reads them.
     *
     * @param keeper the only connection to the file
     * @throws SQLException if the file is damaged there
     * @throws IllegalStateException if this H2 has no such methods, which a test would have told
     */
    static void goOn(Connection keeper) throws SQLException {
        TransactionStore store = FileDatabase.store(keeper).getTransactionStore();
        for (Transaction transaction : store.getOpenTransactions()) {
            if (transaction.getStatus() == Transaction.STATUS_COMMITTED) {
                call(store, "commit", transaction);
                call(store, "endTransaction", transaction);
            }
        }
    }

    /** What H2 itself calls, and nobody outside may. */
    private static void call(TransactionStore store, String name, Transaction transaction)
            throws SQLException {
        try {
            Method method =
                    TransactionStore.class.getDeclaredMethod(
                            name, Transaction.class, boolean.class);
            method.setAccessible(true);
            method.invoke(store, transaction, true);
        } catch (InvocationTargetException e) {
            throw DbException.toSQLException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
