package se.gits.costshare.register;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import se.gits.costshare.money.Money;

/**
 * A row of the register as text, for what must not stumble on a damaged value.
 *
 * @param values by their columns in small letters; null where there is none
 */
record StoredRow(Map<String, String> values) {

    static List<StoredRow> query(JdbcTemplate jdbc, String sql, Object... arguments) {
        return jdbc.query(sql, (row, index) -> of(row), arguments);
    }

    static StoredRow of(ResultSet row) throws SQLException {
        Map<String, String> values = new LinkedHashMap<>();
        ResultSetMetaData columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            values.put(
                    columns.getColumnLabel(i).toLowerCase(Locale.ROOT),
                    text(row, i, columns.getColumnTypeName(i).toLowerCase(Locale.ROOT)));
        }
        return new StoredRow(values);
    }

    /** The same on every database, whatever it calls its types and writes their values. */
    private static String text(ResultSet row, int column, String type) throws SQLException {
        if (type.startsWith("timestamp")) {
            return row.getObject(column, OffsetDateTime.class).toInstant().toString();
        }
        String text = row.getString(column);
        boolean isTruth = type.startsWith("bool") && text != null;
        return isTruth ? String.valueOf(row.getBoolean(column)) : text;
    }

    String get(String column) {
        return values.get(column);
    }

    /** The text; an empty one where there is none. */
    String orEmpty(String column) {
        String value = values.get(column);
        return value == null ? "" : value;
    }

    /** An amount that is kept in öre, as it is written in kronor. */
    String kronor(String column) {
        return new Money(number(column)).toString();
    }

    long number(String column) {
        return Long.parseLong(get(column));
    }

    boolean truth(String column) {
        return get(column).equalsIgnoreCase("true");
    }
}
