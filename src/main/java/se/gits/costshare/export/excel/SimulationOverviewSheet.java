package se.gits.costshare.export.excel;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.util.CellReference;
import se.gits.costshare.difference.Difference;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.Bearer;
import se.gits.costshare.simulation.Comparison;
import se.gits.costshare.simulation.Simulation;
import se.gits.costshare.simulation.SimulationText;

/**
 * A simulation on one page: what the region and the municipalities pay together, what differs in
 * words, and beside it charts of both payers and objects. The sheet {@code Översikt}.
 */
final class SimulationOverviewSheet {

    private static final int NAME = 0;
    private static final int TODAY = 1;
    private static final int PROPOSAL = 2;
    private static final int DIFFERENCE = 3;
    private static final int PERCENT = 4;
    private static final int CHART = 6;

    private static final int[] WIDTHS = {30, 19, 19, 19, ComparisonList.PERCENT_WIDTH, 2, 72, 1};

    private static final float ROW_POINTS = 15f;
    private static final float CHART_POINTS = 120f;
    private static final float BEARER_POINTS = 28f;
    private static final float NAME_POINTS = 38f;

    /** What is left of the page for the objects' names, under the chart of who pays. */
    private static final float OBJECTS_POINTS = 260f;

    private static final float LEAST_NAME_POINTS = 15f;

    private final SheetWriter sheet;
    private final SheetTitle title;
    private final SimulationText text = new SimulationText(Locale.forLanguageTag("sv"));
    private int sumRow;
    private Comparison total;

    SimulationOverviewSheet(ReproducibleWorkbook workbook, SheetTitle title) {
        this.title = title;
        this.sheet = workbook.addSheet("Översikt", WIDTHS);
    }

    void write(Simulation simulation, SimulationObjectsSheet objects) {
        total = simulation.total();
        int headingRow = title.write(sheet);
        sumRow = headingRow + 1 + simulation.bearers().size();
        bearers(headingRow, simulation.bearers());
        differences(sumRow + 2, simulation.differences());
        int betweenCharts = below(headingRow, simulation.bearers().size() * BEARER_POINTS);
        chart(simulation, headingRow).draw(sheet, CHART, headingRow, betweenCharts);
        int count = simulation.objects().size();
        if (hasRoomFor(count)) {
            float points = Math.min(NAME_POINTS, OBJECTS_POINTS / count) * count;
            int belowCharts = below(betweenCharts + 1, points);
            objects.chart().draw(sheet, CHART, betweenCharts + 1, belowCharts);
        }
        title.setUpPage(sheet, null);
    }

    /** Whether a chart of so many objects stands here; more have a sheet of their own. */
    static boolean hasRoomFor(int objects) {
        return objects * LEAST_NAME_POINTS <= OBJECTS_POINTS;
    }

    private void bearers(int headingRow, Map<Bearer, Comparison> bearers) {
        sheet.text(headingRow, NAME, "Vem som betalar", Look.HEADING);
        sheet.text(headingRow, TODAY, ComparisonList.TODAY, Look.NUMBER_HEADING);
        sheet.text(headingRow, PROPOSAL, ComparisonList.PROPOSAL, Look.NUMBER_HEADING);
        sheet.text(headingRow, DIFFERENCE, ComparisonList.DIFFERENCE, Look.NUMBER_HEADING);
        sheet.text(headingRow, PERCENT, ComparisonList.PERCENT, Look.NUMBER_HEADING);
        int firstRow = headingRow + 1;
        int row = firstRow;
        for (Map.Entry<Bearer, Comparison> bearer : bearers.entrySet()) {
            Comparison cost = bearer.getValue();
            sheet.text(row, NAME, text.of(bearer.getKey()), Look.TEXT_ROW);
            sheet.amount(row, TODAY, cost.today(), Look.AMOUNT_ROW);
            sheet.amount(row, PROPOSAL, cost.proposal(), Look.AMOUNT_ROW);
            String difference =
                    ComparisonFormulas.difference(
                            SheetWriter.at(row, TODAY), SheetWriter.at(row, PROPOSAL));
            sheet.amount(
                    row, DIFFERENCE, new Total(difference, cost.difference()), Look.CHANGE_ROW);
            percent(row, cost, Look.CHANGE_IN_PERCENT_ROW);
            row++;
        }
        sheet.text(sumRow, NAME, "Summa", Look.TEXT_SUM);
        for (int column = TODAY; column <= DIFFERENCE; column++) {
            sheet.amount(
                    sumRow,
                    column,
                    new Total(SheetWriter.sum(column, firstRow, sumRow - 1), amount(column)),
                    column == DIFFERENCE ? Look.CHANGE_SUM : Look.AMOUNT_SUM);
        }
        percent(sumRow, total, Look.CHANGE_IN_PERCENT_SUM);
    }

    private void percent(int row, Comparison cost, Look look) {
        sheet.number(
                row,
                PERCENT,
                ComparisonFormulas.part(
                        SheetWriter.at(row, TODAY), SheetWriter.at(row, DIFFERENCE)),
                cost.percent().map(rate -> rate.movePointLeft(2)),
                look);
    }

    private void differences(int firstRow, List<Difference> differences) {
        sheet.text(firstRow, NAME, PERCENT, "Vad som skiljer", Look.SECTION);
        if (differences.isEmpty()) {
            sheet.text(
                    firstRow + 1,
                    NAME,
                    PERCENT,
                    "Ingenting som påverkar kostnaden skiljer sig.",
                    Look.TEXT_ROW);
        }
        int row = firstRow + 1;
        for (Difference difference : differences) {
            sheet.text(row, NAME, PERCENT, text.of(difference), Look.TEXT_ROW);
            row++;
        }
    }

    private BarChart chart(Simulation simulation, int headingRow) {
        Collection<Comparison> costs = simulation.bearers().values();
        return BarChart.ofCosts(
                "Vem som betalar " + simulation.year(),
                "Betalare",
                new ChartCells.Names(
                        cells(NAME, headingRow),
                        simulation.bearers().keySet().stream().map(text::of).toList()),
                " per år",
                List.of(
                        BarChart.Bars.ofToday(
                                heading(headingRow, TODAY),
                                ChartCells.Numbers.ofAmounts(
                                        cells(TODAY, headingRow),
                                        costs.stream().map(Comparison::today).toList())),
                        BarChart.Bars.ofProposal(
                                heading(headingRow, PROPOSAL),
                                ChartCells.Numbers.ofAmounts(
                                        cells(PROPOSAL, headingRow),
                                        costs.stream().map(Comparison::proposal).toList()))));
    }

    private CellReference heading(int row, int column) {
        return new CellReference(sheet.sheet().getSheetName(), row, column, true, true);
    }

    private String cells(int column, int headingRow) {
        return sheet.fromElsewhere(SheetWriter.fixedRange(column, headingRow + 1, sumRow - 1));
    }

    /**
     * The row after those that a chart needs, whose heights are then settled.
     *
     * @param namesPoints what the names take together, in points
     */
    private int below(int firstRow, float namesPoints) {
        int row = sheet.rowBelow(firstRow, CHART_POINTS + namesPoints, ROW_POINTS);
        sheet.blank(row, CHART, Look.TEXT);
        return row;
    }

    Total today() {
        return sum(TODAY);
    }

    Total proposal() {
        return sum(PROPOSAL);
    }

    Total difference() {
        return sum(DIFFERENCE);
    }

    private Total sum(int column) {
        return new Total(sheet.fromElsewhere(SheetWriter.at(sumRow, column)), amount(column));
    }

    private Money amount(int column) {
        return switch (column) {
            case TODAY -> total.today();
            case PROPOSAL -> total.proposal();
            default -> total.difference();
        };
    }
}
