package se.gits.costshare.export.excel;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellReference;
import se.gits.costshare.budget.ServiceObject;
import se.gits.costshare.export.SwedishMonths;
import se.gits.costshare.money.Money;
import se.gits.costshare.run.BudgetProgress;
import se.gits.costshare.run.Issuance;

/**
 * Budget against what has been issued, object by object and month by month, as charts with their
 * figures beside them: the sheet {@code Diagram}.
 */
final class FollowUpChartSheet {

    private static final String SHEET = "Diagram";

    private static final int CHART = 0;
    private static final int NAME = 2;
    private static final int BUDGET = 3;
    private static final int ISSUED = 4;
    private static final int[] WIDTHS = {74, 2, 30, 19, 19};

    private static final float ROW_POINTS = 15f;

    /** For the title, the legend and the axis, in rows. */
    private static final int ROWS_AROUND = 8;

    private static final int ROWS_OF_GROUP = 2;

    private final SheetWriter sheet;
    private final SheetTitle title;
    private final Issuance issuance;
    private final BudgetProgress progress;

    FollowUpChartSheet(ReproducibleWorkbook workbook, Issuance issuance, BudgetProgress progress) {
        this.sheet = workbook.addSheet(SHEET, WIDTHS);
        this.title = SheetTitle.of("Diagram: budget mot fakturerat", issuance);
        this.issuance = issuance;
        this.progress = progress;
    }

    /** A row of figures with its name. */
    private record Bar(String name, Total budget, Total issued) {}

    void write(BudgetFollowUpSheet followUp, MonthByMonthSheet byMonth) {
        int row = title.write(sheet);
        row =
                chart(
                        row,
                        "Årets budget och det som har utfärdats till och med "
                                + SwedishMonths.of(progress.through()),
                        "Objekt",
                        "Årets budget",
                        objects(followUp));
        chart(
                row + 1,
                "Budget och utfärdat, hittills i året",
                "Månad",
                "Budget hittills",
                months(byMonth));
        title.setUpHighPage(sheet);
    }

    private List<Bar> objects(BudgetFollowUpSheet followUp) {
        Map<String, List<Integer>> placesOf = new LinkedHashMap<>();
        for (int i = 0; i < progress.lines().size(); i++) {
            String object = progress.lines().get(i).line().line().objectCode();
            placesOf.computeIfAbsent(object, o -> new ArrayList<>()).add(i);
        }
        List<Bar> bars = new ArrayList<>();
        placesOf.forEach(
                (object, places) ->
                        bars.add(
                                new Bar(
                                        nameOf(object),
                                        followUp.budgetOf(places),
                                        followUp.issuedOf(places))));
        return bars;
    }

    private String nameOf(String object) {
        return progress.lines().stream()
                .map(BudgetProgress.Line::line)
                .filter(line -> line.line().objectCode().equals(object))
                .findFirst()
                .map(line -> line.objectAround(issuance.terms().month()))
                .map(ServiceObject::name)
                .orElse(object);
    }

    private List<Bar> months(MonthByMonthSheet byMonth) {
        List<Bar> bars = new ArrayList<>();
        for (YearMonth month : progress.months()) {
            bars.add(
                    new Bar(
                            SwedishMonths.of(month),
                            new Total("", progress.budgetThrough(month)),
                            byMonth.through(month)));
        }
        return bars;
    }

    /** Writes the figures and draws them; the row below. */
    private int chart(
            int headingRow, String text, String names, String budgetHeading, List<Bar> bars) {
        sheet.text(headingRow, NAME, names, Look.HEADING);
        sheet.text(headingRow, BUDGET, budgetHeading, Look.NUMBER_HEADING);
        sheet.text(headingRow, ISSUED, "Utfärdat hittills", Look.NUMBER_HEADING);
        int first = headingRow + 1;
        int row = first;
        for (Bar bar : bars) {
            sheet.text(row, NAME, bar.name(), Look.TEXT_ROW);
            sheet.amount(row, BUDGET, bar.budget(), Look.AMOUNT_ROW);
            sheet.amount(row, ISSUED, bar.issued(), Look.AMOUNT_ROW);
            row++;
        }
        int below = headingRow + ROWS_AROUND + bars.size() * ROWS_OF_GROUP;
        for (int covered = headingRow; covered < below; covered++) {
            sheet.settleHeight(covered, ROW_POINTS);
        }
        sheet.blank(below, CHART, Look.TEXT);
        if (!bars.isEmpty()) {
            BarChart.ofCosts(
                            text,
                            names,
                            new ChartCells.Names(
                                    cells(NAME, first, row - 1),
                                    bars.stream().map(Bar::name).toList()),
                            "",
                            List.of(
                                    series(
                                            headingRow,
                                            BUDGET,
                                            budgetHeading,
                                            bars.stream()
                                                    .map(bar -> bar.budget().amount())
                                                    .toList(),
                                            Look.Colour.HAIRLINE),
                                    series(
                                            headingRow,
                                            ISSUED,
                                            "Utfärdat hittills",
                                            bars.stream()
                                                    .map(bar -> bar.issued().amount())
                                                    .toList(),
                                            Look.Colour.ACCENT)))
                    .draw(sheet, CHART, headingRow, below);
        }
        return below;
    }

    private BarChart.Bars series(
            int headingRow, int column, String heading, List<Money> amounts, String colour) {
        return new BarChart.Bars(
                new CellReference(SHEET, headingRow, column, true, true),
                heading,
                ChartCells.Numbers.ofAmounts(
                        cells(column, headingRow + 1, headingRow + amounts.size()), amounts),
                colour);
    }

    private String cells(int column, int firstRow, int lastRow) {
        return sheet.fromElsewhere(SheetWriter.fixedRange(column, firstRow, lastRow));
    }
}
