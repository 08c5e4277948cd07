package se.gits.costshare.register;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import se.gits.costshare.run.RunRefused;

/**
 * Copies a register into another that has nothing, row by row, to the same hashes (flytt): from a
 * file to a server, or the other way. The job's own tables are left: they serve restart alone.
 */
public final class RegisterMove {

    /** Each after those that it refers to, with what its rows are ordered by. */
    private static final Map<String, String> ORDER_OF_TABLE = orderOfTable();

    /** The tables whose rows number themselves, with the column. */
    private static final Map<String, String> NUMBER_OF_TABLE =
            Map.of("run_event", "event_id", "attest", "attest_id");

    private final JdbcTemplate from;
    private final JdbcTemplate to;

    private RegisterMove(Register from, Register to) {
        this.from = new JdbcTemplate(from.dataSource());
        this.to = new JdbcTemplate(to.dataSource());
    }

    private static Map<String, String> orderOfTable() {
        Map<String, String> order = new LinkedHashMap<>();
        order.put("input_file", "sha256");
        order.put("run", "run_key");
        order.put("run_input", "run_key, name");
        order.put("run_event", "event_id");
        order.put("attest", "attest_id");
        order.put("act", "sequence");
        order.put("invoice", "number");
        order.put("amount", "act, position");
        order.put("history_chain", "log, row_id");
        return Collections.unmodifiableMap(order);
    }

    /**
     * Copies everything, in one transaction.
     *
     * @throws RunRefused if the source is not what its hashes say
     * @throws IllegalStateException if the copy is not, which is a defect; nothing is kept then
     */
    public static void copy(Register from, Register to) {
        if (!RegisterAudit.of(from).isEmpty()) {
            throw new RunRefused(RunRefused.Cause.REGISTER_CHANGED);
        }
        RegisterMove move = new RegisterMove(from, to);
        move.numberOnFromTheSource();
        to.inTransaction(
                () -> {
                    ORDER_OF_TABLE.forEach(move::copy);
                    if (!RegisterAudit.of(to).isEmpty()
                            || !to.head().equals(from.head())
                            || !to.headOfHistory().equals(from.headOfHistory())) {
                        throw new IllegalStateException("The copy is another register");
                    }
                });
    }

    /**
     * Before anything is copied, since a change of a table is a commit of its own in H2; a number
     * that is passed over does no harm.
     */
    private void numberOnFromTheSource() {
        NUMBER_OF_TABLE.forEach(
                (table, number) -> {
                    Long last =
                            from.queryForObject(
                                    "select coalesce(max(%s), 0) from %s".formatted(number, table),
                                    Long.class);
                    to.execute(
                            "alter table %s alter column %s restart with %d"
                                    .formatted(table, number, last + 1));
                });
    }

    private void copy(String table, String order) {
        List<String> columns = new ArrayList<>();
        RowBatches rows = new RowBatches(batch -> insert(table, columns, batch));
        from.query(
                "select * from " + table + " order by " + order,
                row -> {
                    if (columns.isEmpty()) {
                        columns.addAll(columns(row.getMetaData()));
                    }
                    rows.add(values(row));
                });
        rows.end();
    }

    private static List<String> columns(ResultSetMetaData data) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= data.getColumnCount(); i++) {
            columns.add(data.getColumnName(i));
        }
        return columns;
    }

    private static Object[] values(ResultSet row) throws SQLException {
        ResultSetMetaData data = row.getMetaData();
        Object[] values = new Object[data.getColumnCount()];
        for (int i = 1; i <= values.length; i++) {
            values[i - 1] =
                    switch (data.getColumnType(i)) {
                        case Types.BLOB, Types.BINARY, Types.VARBINARY -> row.getBytes(i);
                        case Types.TIMESTAMP_WITH_TIMEZONE, Types.TIMESTAMP ->
                                row.getObject(i, OffsetDateTime.class);
                        default -> row.getObject(i);
                    };
        }
        return values;
    }

    private void insert(String table, List<String> columns, List<Object[]> rows) {
        to.batchUpdate(
                "insert into %s (%s) values (%s?)"
                        .formatted(
                                table,
                                String.join(", ", columns),
                                "?, ".repeat(columns.size() - 1)),
                rows);
    }
}
