package se.gits.costshare.register;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.springframework.jdbc.core.JdbcTemplate;

/** A disk that is full under a table, as H2 tells it. */
public final class FullDisk implements Trigger {

    /** From now on no row can be added. */
    static void at(String table, Register register) {
        new JdbcTemplate(register.dataSource())
                .execute(
                        "create trigger full_disk before insert on "
                                + table
                                + " for each row call '"
                                + FullDisk.class.getName()
                                + "'");
    }

    @Override
    public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
        throw new SQLException(new IOException("No space left on device"));
    }
}
