package se.gits.costshare.export.excel;

import se.gits.costshare.simulation.Simulation;

/**
 * What each object costs today and by the proposal, where there are too many for the overview: the
 * sheet {@code Diagram objekt}.
 */
final class SimulationObjectChartSheet {

    private static final int CHART = 0;
    private static final int[] WIDTHS = {100, 1};
    private static final float ROW_POINTS = 18f;

    /** For the title, the legend and the axis. */
    private static final int ROWS_AROUND = 7;

    private final SheetWriter sheet;
    private final SheetTitle title;

    SimulationObjectChartSheet(ReproducibleWorkbook workbook, SheetTitle title) {
        this.title = title;
        this.sheet = workbook.addSheet("Diagram objekt", WIDTHS);
    }

    void write(Simulation simulation, SimulationObjectsSheet objects) {
        int firstRow = title.write(sheet);
        int below = firstRow + ROWS_AROUND + simulation.objects().size();
        for (int row = firstRow; row < below; row++) {
            sheet.settleHeight(row, ROW_POINTS);
        }
        sheet.blank(below, CHART, Look.TEXT);
        objects.chart().draw(sheet, CHART, firstRow, below);
        Page.setUp(sheet, false, "", title.text(), null);
    }
}
