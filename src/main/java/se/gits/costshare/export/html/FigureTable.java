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
 * @param isSortable whether the page's script lets the reader sort it
 */
record FigureTable(
        String id,
        String caption,
        List<Cell> headings,
        List<Row> rows,
        List<Row> sum,
        boolean isSortable) {

    private static final int MOST_COLUMNS = 7;

    /**
     * What stands in a heading or beside a name.
     *
     * @param isFigure whether it is a number, or the heading of numbers
     * @param isLong whether it is sentences, which need room
     */
    record Cell(String text, boolean isFigure, boolean isLong) {

        static Cell word(String text) {
            return new Cell(text, false, false);
        }

        static Cell figure(String text) {
            return new Cell(text, true, false);
        }

        static Cell sentences(String text) {
            return new Cell(text, false, true);
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

        /** The same, with one cell more. */
        Row with(Cell cell) {
            List<Cell> more = new ArrayList<>(cells);
            more.add(cell);
            return new Row(target, name, more);
        }

        /** The same, with a link to what tells more. */
        Row linkedTo(String place) {
            return new Row(place, name, cells);
        }
    }

    FigureTable(String id, String caption, List<Cell> headings, List<Row> rows, List<Row> sum) {
        this(id, caption, headings, rows, sum, false);
    }

    /** The same, for the reader to sort; with fewer than two rows there is nothing to. */
    FigureTable sortable() {
        return new FigureTable(id, caption, headings, rows, sum, rows.size() > 1);
    }

    /** What the table is for the page's style and script; none where it is nothing special. */
    List<String> look() {
        List<String> look = new ArrayList<>();
        if (isWide()) {
            look.add("wide");
        }
        if (isSortable) {
            look.add("sortable");
        }
        return look.isEmpty() ? List.of() : List.of(String.join(" ", look));
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
