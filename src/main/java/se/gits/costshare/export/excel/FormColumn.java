package se.gits.costshare.export.excel;

import java.util.List;

/**
 * A column of a workbook to fill in.
 *
 * @param heading its name, word for word
 * @param required whether the table is nothing without it; such a heading stands out
 * @param content what is typed in it
 * @param width in characters
 * @param note what to write, told when the heading or a cell is pointed at; at most {@link
 *     #LONGEST_NOTE} characters
 * @param words to choose from in a drop-down list; empty for none
 * @param otherWords whether another word than those may stand there as well
 * @param remedy what to do instead, told when another word is typed; empty without {@code words}
 */
public record FormColumn(
        String heading,
        boolean required,
        Content content,
        int width,
        String note,
        List<String> words,
        boolean otherWords,
        String remedy) {

    /** What a spreadsheet shows beside a cell; a longer text makes the file unreadable to it. */
    public static final int LONGEST_NOTE = 255;

    /** What is typed in a column. */
    public enum Content {
        /** Kept as it is typed: 1/3 is no date, and 0117 has four digits. */
        TEXT(Look.TYPED_TEXT),
        /** Kronor with öre. */
        AMOUNT(Look.TYPED_AMOUNT),
        /** A whole number. */
        COUNT(Look.TYPED_COUNT);

        final Look look;

        Content(Look look) {
            this.look = look;
        }
    }

    /**
     * @throws IllegalArgumentException if a text is longer than a spreadsheet takes
     */
    public FormColumn {
        words = List.copyOf(words);
        if (note.length() > LONGEST_NOTE || remedy.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("The note on " + heading + " is too long");
        }
    }
}
