package se.gits.costshare.export.excel;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.poi.ss.util.CellReference;
import se.gits.costshare.party.Party;

/**
 * One figure for each municipality, the most at the top: the sheet {@code Diagram}.
 *
 * <p>The figures stand beside the chart, since the order is its own; they are looked up by code, so
 * that they are right also when someone sorts the sheet that they come from.
 */
final class MunicipalityChartSheet {

    private static final int CHART = 0;
    private static final int CODE = 2;
    private static final int NAME = 3;
    private static final int VALUE = 4;

    private static final int[] WIDTHS = {64, 2, 7, 26, 17};

    private static final String NAME_OF_SHEET = "Diagram";
    private static final float ROW_POINTS = 15f;
    private static final int LEAST_ROWS = 14;

    private final SheetWriter sheet;
    private final SheetTitle title;

    /** A bar. */
    record Bar(Party party, BigDecimal value) {}

    /**
     * What is shown.
     *
     * @param heading of the figures' column
     * @param figureOf the formula of a municipality's figure, by the cell of its code
     * @param look of the figures
     * @param axisFormat how the numbers along the axis are written
     */
    record Figures(
            String title,
            String unit,
            String heading,
            UnaryOperator<String> figureOf,
            Look look,
            String axisFormat) {}

    MunicipalityChartSheet(ReproducibleWorkbook workbook, SheetTitle title) {
        this.title = title;
        this.sheet = workbook.addSheet(NAME_OF_SHEET, WIDTHS);
    }

    /**
     * @param bars in any order
     */
    void write(List<Bar> bars, Figures figures) {
        int headingRow = title.write(sheet);
        int firstRow = headingRow + 1;
        sheet.text(headingRow, CODE, "Kod", Look.HEADING);
        sheet.text(headingRow, NAME, "Kommun", Look.HEADING);
        sheet.text(headingRow, VALUE, figures.heading(), Look.NUMBER_HEADING);
        List<Bar> sorted =
                bars.stream().sorted(Comparator.comparing(Bar::value).reversed()).toList();
        int row = firstRow;
        for (Bar bar : sorted) {
            sheet.text(row, CODE, bar.party().code().value(), Look.TEXT_ROW);
            sheet.text(row, NAME, bar.party().name(), Look.TEXT_ROW);
            sheet.number(
                    row,
                    VALUE,
                    figures.figureOf().apply(SheetWriter.at(row, CODE)),
                    bar.value(),
                    figures.look());
            row++;
        }
        sheet.allowDigitsAsText();
        if (sorted.isEmpty()) {
            sheet.text(firstRow, CODE, VALUE, "Ingen kommun bär någon kostnad.", Look.TEXT);
        } else {
            int below = Math.max(row, headingRow + LEAST_ROWS);
            for (int covered = headingRow; covered < below; covered++) {
                sheet.settleHeight(covered, ROW_POINTS);
            }
            sheet.blank(below, CHART, Look.TEXT);
            chart(sorted, figures, firstRow, row - 1).draw(sheet, CHART, headingRow, below);
        }
        Page.setUp(sheet, false, "", title.text(), null);
    }

    private BarChart chart(List<Bar> bars, Figures figures, int firstRow, int lastRow) {
        ChartCells.Names names =
                new ChartCells.Names(
                        cells(NAME, firstRow, lastRow),
                        bars.stream().map(bar -> bar.party().name()).toList());
        ChartCells.Numbers numbers =
                new ChartCells.Numbers(
                        cells(VALUE, firstRow, lastRow),
                        figures.look().format.code,
                        bars.stream().map(Bar::value).toList());
        return new BarChart(
                figures.title(),
                "Kommun",
                names,
                figures.unit(),
                figures.axisFormat(),
                List.of(
                        new BarChart.Bars(
                                new CellReference(NAME_OF_SHEET, firstRow - 1, VALUE, true, true),
                                figures.heading(),
                                numbers,
                                Look.Colour.ACCENT)));
    }

    private String cells(int column, int firstRow, int lastRow) {
        return sheet.fromElsewhere(SheetWriter.fixedRange(column, firstRow, lastRow));
    }
}
