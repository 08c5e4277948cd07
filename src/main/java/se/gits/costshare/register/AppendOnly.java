package se.gits.costshare.register;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/**
 * Refuses to change or take away a row of the register, as a trigger of H2; on PostgreSQL the
 * server has one of its own. Whoever means to can take the trigger away first: then the chain of
 * hashes tells what was changed.
 */
public final class AppendOnly implements Trigger {

    /** What SQL calls a violation of a restriction. */
    private static final String RESTRICT_VIOLATION = "23001";

    private String table = "";

    @Override
    public void init(
            Connection connection,
            String schema,
            String trigger,
            String ofTable,
            boolean before,
            int type) {
        table = ofTable;
    }

    @Override
    public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
        throw new SQLException("The register is only added to: " + table, RESTRICT_VIOLATION);
    }
}
