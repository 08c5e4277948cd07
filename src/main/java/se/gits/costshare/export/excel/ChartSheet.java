package se.gits.costshare.export.excel;

/** A sheet that is one chart, for what an overview has no room for. */
final class ChartSheet {

    private static final int CHART = 0;
    private static final int[] WIDTHS = {100, 1};
    private static final float ROW_POINTS = 18f;

    /** For the title, the legend and the axis. */
    private static final int ROWS_AROUND = 7;

    private final SheetWriter sheet;
    private final SheetTitle title;

    /** Adds the sheet; its chart may be drawn later than sheets after it. */
    ChartSheet(ReproducibleWorkbook workbook, String name, SheetTitle title) {
        this.title = title;
        this.sheet = workbook.addSheet(name, WIDTHS);
    }

    void write(BarChart chart) {
        int firstRow = title.write(sheet);
        int rowsOfName = (chart.bars().size() + 1) / 2;
        int below = firstRow + ROWS_AROUND + chart.names().getPointCount() * rowsOfName;
        for (int row = firstRow; row < below; row++) {
            sheet.settleHeight(row, ROW_POINTS);
        }
        sheet.blank(below, CHART, Look.TEXT);
        chart.draw(sheet, CHART, firstRow, below);
        Page.setUp(sheet, false, "", title.text(), null);
    }
}
