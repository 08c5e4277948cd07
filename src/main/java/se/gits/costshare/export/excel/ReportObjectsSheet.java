package se.gits.costshare.export.excel;

import java.util.ArrayList;
import java.util.List;
import se.gits.costshare.export.excel.FollowUpList.Figure;
import se.gits.costshare.report.AnnualReport;
import se.gits.costshare.report.FollowUp;

/** Every object's year, computed from its budget lines: the sheet {@code Per objekt}. */
final class ReportObjectsSheet {

    private static final List<ListSheet.Column> COLUMNS =
            List.of(ListSheet.Column.text("Objekt", 12), ListSheet.Column.text("Namn", 44));

    private static final int CODE = 0;
    private static final int NAME = 1;

    /** Longer names would leave no room for the bars; then the objects stand by their codes. */
    private static final int LONGEST_NAME_OF_CHART = 34;

    private final FollowUpList list;
    private final AnnualReport report;

    /** Adds the sheet; its rows are written when those of the lines are. */
    ReportObjectsSheet(ReproducibleWorkbook workbook, SheetTitle title, AnnualReport report) {
        this.report = report;
        this.list = new FollowUpList(workbook, "Per objekt", title, COLUMNS, report.isSettled());
    }

    void write(ReportLinesSheet lines) {
        for (String object : report.objects()) {
            list.text(object).text(report.nameOf(object));
            String code = list.cell(CODE);
            list.endRow(report.of(object), figure -> lines.sumOf(code, figure));
        }
        list.finish();
    }

    FollowUpList list() {
        return list;
    }

    /** Budget, what was invoiced, and what remains, beside each other for each object. */
    BarChart chart() {
        List<String> codes = report.objects();
        List<String> names = codes.stream().map(report::nameOf).toList();
        boolean fits = names.stream().allMatch(name -> name.length() <= LONGEST_NAME_OF_CHART);
        return BarChart.ofCosts(
                "Budget, fakturerat och återstående " + report.year(),
                "Objekt",
                fits
                        ? new ChartCells.Names(list.cells(NAME), names)
                        : new ChartCells.Names(list.cells(CODE), codes),
                "",
                bars());
    }

    /** What is carried centrally is left out where there is none of it. */
    private List<BarChart.Bars> bars() {
        List<FollowUp> rows = report.objects().stream().map(report::of).toList();
        List<BarChart.Bars> bars = new ArrayList<>();
        bars.add(list.bars(Figure.BUDGET, rows, Look.Colour.HAIRLINE));
        bars.add(list.bars(Figure.INVOICED, rows, Look.Colour.ACCENT));
        if (!report.total().charge().central().isZero()) {
            bars.add(list.bars(Figure.CENTRAL, rows, Look.Colour.MIDDLE));
        }
        bars.add(list.bars(Figure.REMAINING, rows, Look.Colour.PAPER));
        return bars;
    }
}
