package se.gits.costshare.export.sie;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.SortedMap;
import java.util.StringJoiner;
import se.gits.costshare.money.Money;
import se.gits.costshare.settings.SieText;

/**
 * Writes records of a SIE file, one a line: a label, and fields with spaces between.
 *
 * @see "SIE filformat, utgåva 4B, 5: fields, quotation marks, PC8"
 */
final class SieRecords {

    /** A field's own quotation marks are written so. */
    private static final String QUOTED = "\\\"";

    private final StringBuilder records = new StringBuilder();

    /** A label alone, or with fields that are written as they are. */
    SieRecords record(String label, String... fields) {
        records.append(label);
        for (String field : fields) {
            records.append(' ').append(field);
        }
        records.append("\r\n");
        return this;
    }

    /** A text as a field; always within quotation marks, so that it may be empty. */
    static String text(String text) {
        return '"' + text.replace("\"", QUOTED) + '"';
    }

    /** {@code 20230131}. */
    static String date(LocalDate date) {
        return DateTimeFormatter.BASIC_ISO_DATE.format(date);
    }

    /** In kronor with a point, debit above zero, credit below. */
    static String amount(Money amount) {
        return amount.toString();
    }

    /** What an entry is booked on besides its account, {@code {1 "4711" 20 "82"}}. */
    static String objects(SortedMap<Integer, String> objectOfDimension) {
        StringJoiner list = new StringJoiner(" ", "{", "}");
        objectOfDimension.forEach((dimension, object) -> list.add(dimension + " " + text(object)));
        return list.toString();
    }

    /**
     * The file.
     *
     * @throws IllegalArgumentException if a character of it cannot be written
     */
    byte[] bytes() {
        return SieText.encoded(records.toString());
    }
}
