package se.gits.costshare.export.excel;

/** The rows of {@code Underlag}, one below the other: tables that all have the same columns. */
final class BasisRows {

    static final int[] WIDTHS = {10, 35, 14, 9, 12, 18, 37};

    private static final int CODE = 0;
    private static final int NAME = 1;
    private static final int FIGURE = 5;
    private static final int LAST = 6;

    private final SheetWriter sheet;
    private int row;

    BasisRows(SheetWriter sheet, int firstRow) {
        this.sheet = sheet;
        this.row = firstRow;
        sheet.streamFrom(firstRow);
    }

    /** Puts the one cell of a row that is a figure. */
    interface Figure {
        void put(SheetWriter sheet, int row, int column);
    }

    /**
     * Begins a table, after an empty row where another stands before it.
     *
     * @param headings one a column
     */
    void table(String title, String note, String... headings) {
        sheet.text(row, CODE, LAST, title, Look.SECTION);
        row++;
        note(note);
        for (int column = CODE; column <= LAST; column++) {
            sheet.text(
                    row,
                    column,
                    headings[column],
                    column < FIGURE
                            ? Look.HEADING
                            : column == FIGURE ? Look.NUMBER_HEADING : Look.INDENTED_HEADING);
        }
        row++;
    }

    void end() {
        row++;
    }

    /** A sentence of any length; none where it is empty. */
    void note(String text) {
        if (!text.isEmpty()) {
            row = sheet.longText(row, NAME, LAST, text, Look.NOTE_ROW);
        }
    }

    /**
     * @param texts one a column, but for the figure's
     * @return where the figure stands, as formulas of this sheet name it
     */
    String row(Figure figure, String... texts) {
        return row(figure, Look.TEXT_ROW, Look.INDENTED_TEXT_ROW, texts);
    }

    /** A table's last row. */
    String sum(Figure figure, String text) {
        return row(figure, Look.TEXT_SUM, Look.TEXT_SUM, text, "", "", "", "", "");
    }

    private String row(Figure figure, Look look, Look lookOfLast, String... texts) {
        for (int column = CODE; column < FIGURE; column++) {
            sheet.text(row, column, texts[column], look);
        }
        sheet.text(row, LAST, texts[LAST - 1], lookOfLast);
        figure.put(sheet, row, FIGURE);
        row++;
        return SheetWriter.fixed(row - 1, FIGURE);
    }

    /** The sum of the figures from a cell that {@link #row} returned through the last one. */
    String sumFrom(int firstRow) {
        return SheetWriter.sum(FIGURE, firstRow, row - 1);
    }

    /** The row that is written next. */
    int next() {
        return row;
    }

    /** A cell of the sheet as formulas of other sheets name it. */
    String fromElsewhere(String cell) {
        return sheet.fromElsewhere(cell);
    }
}
