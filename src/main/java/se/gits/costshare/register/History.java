package se.gits.costshare.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import se.gits.costshare.input.RowHash;

/**
 * What was done, and who approved, in the order it was (behandlingshistorik): two tables whose rows
 * are each chained to the row before by a hash.
 */
final class History {

    private static final List<String> WHO =
            List.of("login", "host", "program_version", "java_version");

    private final JdbcTemplate jdbc;

    History(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A table whose rows are chained. */
    enum Log {
        EVENTS("run_event", "event_id", List.of("run_key", "event")),
        ATTESTS("attest", "attest_id", List.of("run_key", "name", "content", "draft_manifest"));

        private final String table;
        private final String id;

        /** What is noted, beside when it was done, by whom, where and with which version. */
        private final List<String> columns;

        Log(String table, String id, List<String> columns) {
            this.table = table;
            this.id = id;
            this.columns = columns;
        }
    }

    /**
     * A row as it stands.
     *
     * @param values all that its hash is over
     * @param hash as it is stored; empty of a row that has none
     */
    record Row(long id, List<Object> values, Optional<String> hash) {

        /** The hash that it has to have after the row before. */
        String hashAfter(String previous) {
            return new RowHash().row(previous).row(values.toArray()).value();
        }
    }

    /**
     * Adds a row after the last, in the caller's transaction.
     *
     * @param at as exactly as the database keeps it
     * @param noted the values of the table's own columns
     */
    void add(Log log, Instant at, Actor actor, Object... noted) {
        List<Object> values = new ArrayList<>(List.of(noted));
        values.add(at.atOffset(ZoneOffset.UTC));
        values.addAll(
                List.of(actor.login(), actor.host(), actor.programVersion(), actor.javaVersion()));
        jdbc.update(
                "insert into %s (%s, at, %s) values (%s?)"
                        .formatted(
                                log.table,
                                String.join(", ", log.columns),
                                String.join(", ", WHO),
                                "?, ".repeat(values.size() - 1)),
                values.toArray());
        chain(log);
    }

    /** Every row, in the order they were added. */
    List<Row> rows(Log log) {
        return rows(log, "order by t." + log.id);
    }

    private Optional<Row> last(Log log) {
        return rows(log, "order by t." + log.id + " desc limit 1").stream().findFirst();
    }

    private List<Row> rows(Log log, String which) {
        return jdbc.query(
                """
                select t.*, c.hash from %s t
                left join history_chain c on c.log = ? and c.row_id = t.%s %s
                """
                        .formatted(log.table, log.id, which),
                (row, index) -> row(log, row),
                log.table);
    }

    private static Row row(Log log, ResultSet row) throws SQLException {
        List<Object> values = new ArrayList<>();
        for (String column : log.columns) {
            values.add(row.getString(column));
        }
        values.add(row.getObject("at", OffsetDateTime.class).toInstant());
        for (String column : WHO) {
            values.add(row.getString(column));
        }
        return new Row(row.getLong(log.id), values, Optional.ofNullable(row.getString("hash")));
    }

    /** The rows that there is a hash of, and that are gone. */
    List<Long> chainedWithoutRow(Log log) {
        return jdbc.queryForList(
                "select row_id from history_chain where log = ? and row_id not in (select %s from %s) order by row_id"
                        .formatted(log.id, log.table),
                Long.class,
                log.table);
    }

    /** Gives the row that was added last its hash, and no other: one without hash stays so. */
    private void chain(Log log) {
        String previous =
                jdbc
                        .queryForList(
                                "select hash from history_chain where log = ?"
                                        + " order by row_id desc limit 1",
                                String.class,
                                log.table)
                        .stream()
                        .findFirst()
                        .orElse(RunIdentity.NO_ACT);
        chain(log, last(log).orElseThrow(), previous);
    }

    private String chain(Log log, Row row, String previous) {
        String hash = row.hashAfter(previous);
        jdbc.update(
                "insert into history_chain (log, row_id, hash) values (?, ?, ?)",
                log.table,
                row.id(),
                hash);
        return hash;
    }

    /**
     * Chains what an earlier version noted, which knew of no such hashes. Done once, when the
     * tables are brought up to date: later on a row without its hash is a finding.
     */
    void chainRowsOfEarlierVersion() {
        for (Log log : Log.values()) {
            String previous = RunIdentity.NO_ACT;
            for (Row row : rows(log)) {
                previous = row.hash().isPresent() ? row.hash().get() : chain(log, row, previous);
            }
        }
    }

    /**
     * The hash of the last row, which vouches for those before it; of no row where there is none.
     */
    String head(Log log) {
        return last(log).flatMap(Row::hash).orElse(RunIdentity.NO_ACT);
    }
}
