package se.gits.costshare.export.html;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of figures, each row with its name first and perhaps a sum below, for {@code
 * figure-table.mustache}.
 *
 * @param id the table's name within the page
 * @param headings one a column, the first that of the rows' names
 * @param sum one row, or none where there is nothing to add up
 */
record FigureTable(String id, String caption, List<Cell> headings, List<Row> rows, List<Row> sum) {

    private static final int MOST_COLUMNS = 7;

    /**
     * What stands in a heading or beside a name.
     *
     * @param isFigure whether it is a number, or the heading of numbers
     */
    record Cell(String text, boolean isFigure) {

        static Cell word(String text) {
            return new Cell(text, false);
        }

        static Cell figure(String text) {
            return new Cell(text, true);
        }
    }

    /**
     * A row.
     *
     * @param target the name within the page of what tells more; empty where nothing does
     */
    record Row(String target, String name, List<Cell> cells) {

        Row {
            cells = List.copyOf(cells);
        }

        /** A row of figures alone. */
        static Row ofFigures(String name, List<String> figures) {
            return new Row("", name, figures.stream().map(Cell::figure).toList());
        }

        /** The same, with a link to what tells more. */
        Row linkedTo(String place) {
            return new Row(place, name, cells);
        }
    }

    /** Whether it has more columns than a page has room for in letters of the usual size. */
    boolean isWide() {
        return headings.size() > MOST_COLUMNS;
    }

    /** The headings of a table with nothing but figures beside the names. */
    static List<Cell> headings(String name, String... figures) {
        List<Cell> headings = new ArrayList<>(List.of(Cell.word(name)));
        for (String figure : figures) {
            headings.add(Cell.figure(figure));
        }
        return headings;
    }
}
