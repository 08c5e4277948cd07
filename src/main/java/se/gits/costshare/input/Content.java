package se.gits.costshare.input;

import java.text.Normalizer;
import java.util.Optional;

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
        UNCOMPUTED,
        /** True or false, {@code SANT}. */
        TRUTH,
        /** A number with more digits than a spreadsheet program keeps. */
        TOO_LONG;

        /** What is to be told of a cell that nobody can tell the meaning of. */
        public Optional<ProblemKind> fault() {
            return switch (this) {
                case ERROR -> Optional.of(ProblemKind.CELL_ERROR);
                case UNCOMPUTED -> Optional.of(ProblemKind.FORMULA_WITHOUT_VALUE);
                case TRUTH -> Optional.of(ProblemKind.CELL_TRUE_OR_FALSE);
                case TOO_LONG -> Optional.of(ProblemKind.DIGITS_LOST);
                default -> Optional.empty();
            };
        }

        /** Whether there is no telling what the cell means. */
        boolean isUnreadable() {
            return fault().isPresent();
        }

        boolean isDate() {
            return this == DAY || this == MONTH;
        }
    }

    /**
     * What was typed: without white space around it, and composed, since a Mac may write å as a and
     * a ring, and names then look alike and are not.
     */
    static Content typed(String text) {
        return ofText(Normalizer.normalize(Cell.trimmed(text), Normalizer.Form.NFC));
    }

    static Content ofText(String text) {
        return new Content(text, Form.TEXT, "");
    }

    boolean isBlank() {
        return text.isEmpty() && !form.isUnreadable();
    }
}
