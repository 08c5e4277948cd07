package se.gits.costshare.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Columns of text for a terminal: words to the left, numbers to the right. */
final class TextTable {

    private final int words;
    private final List<String[]> rows = new ArrayList<>();

    /**
     * @param words how many of the first columns hold words
     */
    TextTable(int words, String... heading) {
        this.words = words;
        rows.add(heading);
    }

    void row(String... cells) {
        rows.add(cells);
    }

    void print(PrintStream out) {
        int columns = rows.get(0).length;
        int[] widths = new int[columns];
        for (String[] row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                String padding = " ".repeat(widths[i] - row[i].length());
                line.append(i == 0 ? "" : "  ")
                        .append(i < words ? row[i] + padding : padding + row[i]);
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
