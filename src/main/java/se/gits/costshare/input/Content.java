package se.gits.costshare.input;

/**
 * What stands in a cell, before anyone has said what belongs there.
 *
 * @param text as a person would write it in a CSV file: {@code 12500,5}, {@code 70 %}, {@code
 *     2023-01}
 * @param shown the number that a workbook shows where it holds another; else empty
 */
public record Content(String text, Form form, String shown) {

    static final Content BLANK = ofText("");

    /** What kind of cell it is. A CSV file has text alone. */
    public enum Form {
        TEXT,
        NUMBER,
        PERCENT,
        /** A date, {@code 2023-01-31}. */
        DAY,
        /** A date shown without its day, {@code 2023-01}. */
        MONTH,
        /** A formula that came to nothing, {@code #REF!}. */
        ERROR,
        /** A formula whose value the file does not hold. */
        UNCOMPUTED;

        /** Whether there is no telling what the cell means. */
        boolean isUnreadable() {
            return this == ERROR || this == UNCOMPUTED;
        }

        boolean isDate() {
            return this == DAY || this == MONTH;
        }
    }

    static Content ofText(String text) {
        return new Content(text, Form.TEXT, "");
    }

    boolean isBlank() {
        return text.isEmpty() && !form.isUnreadable();
    }
}
