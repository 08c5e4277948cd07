package se.gits.costshare.export.excel;

import java.util.List;
import java.util.function.Function;
import se.gits.costshare.export.SwedishMonths;
import se.gits.costshare.export.excel.FollowUpList.Figure;
import se.gits.costshare.money.Money;
import se.gits.costshare.report.AnnualReport;
import se.gits.costshare.report.Charge;
import se.gits.costshare.report.MonthReport;

/**
 * The year month by month, and its settlement last: the sheet {@code Per månad}. An adjustment
 * stands in the month that it was invoiced with.
 */
final class ReportMonthsSheet {

    private static final String CHARGED = "Fakturerat och centralt";

    private static final List<ListSheet.Column> COLUMNS =
            List.of(
                    ListSheet.Column.text("Månad", 17),
                    ListSheet.Column.text("Läge", 13),
                    ListSheet.Column.amount(Figure.BUDGET.heading),
                    ListSheet.Column.amount("Ordinarie"),
                    ListSheet.Column.change("Justeringar"),
                    ListSheet.Column.change("Krediter"),
                    ListSheet.Column.amount("Nya fakturor"),
                    ListSheet.Column.amount(Figure.INVOICED.heading),
                    ListSheet.Column.amount(Figure.CENTRAL.heading),
                    ListSheet.Column.amount(CHARGED),
                    ListSheet.Column.count("Budget hittills", 19),
                    ListSheet.Column.count(CHARGED + " hittills", 19));

    private static final int NAME = 0;
    private static final int BUDGET = 2;
    private static final int INVOICED = 7;
    private static final int CENTRAL = 8;
    private static final int CHARGE = 9;
    private static final int BUDGET_THROUGH = 10;
    private static final int CHARGED_THROUGH = 11;

    private final AnnualReport report;
    private final ListSheet list;
    private final int firstRow;

    ReportMonthsSheet(ReproducibleWorkbook workbook, SheetTitle title, AnnualReport report) {
        this.report = report;
        list = new ListSheet(workbook, "Per månad", title, COLUMNS);
        firstRow = list.row();
        report.months().forEach(this::write);
        report.settlement().ifPresent(this::write);
        list.finish();
    }

    private void write(MonthReport month) {
        list.text(SwedishMonths.of(month.month()))
                .text(month.isIssued() ? "utfärdad" : "inte utfärdad")
                .amount(month.budget())
                .amount(month.ordinary())
                .amount(month.adjustments(), Look.CHANGE_ROW)
                .amount(month.credits(), Look.CHANGE_ROW)
                .amount(month.anew())
                .amount(
                        new Total(
                                "ROUND(SUM(" + list.left(4) + ":" + list.left(1) + "),2)",
                                month.charge().invoiced()))
                .amount(month.charge().central());
        end(month.charge(), month.budgetThrough(), month.chargedThrough());
    }

    private void write(Charge settlement) {
        list.text("Avräkning").text("utfärdad");
        for (int column = BUDGET; column < INVOICED; column++) {
            list.blank();
        }
        list.amount(settlement.invoiced()).amount(settlement.central());
        end(settlement, report.total().budget(), report.total().charge().total());
    }

    private void end(Charge charge, Money budgetThrough, Money chargedThrough) {
        list.amount(new Total("ROUND(" + list.left(2) + "+" + list.left(1) + ",2)", charge.total()))
                .amount(new Total(through(BUDGET), budgetThrough))
                .amount(new Total(through(CHARGE), chargedThrough))
                .endRow();
    }

    /** A column's months through this one. */
    private String through(int column) {
        return "ROUND(SUM("
                + SheetWriter.fixed(firstRow, column)
                + ":"
                + SheetWriter.at(list.row(), column)
                + "),2)";
    }

    Total budget() {
        return list.sum(BUDGET);
    }

    Total invoiced() {
        return list.sum(INVOICED);
    }

    Total central() {
        return list.sum(CENTRAL);
    }

    /** Each month's budget and what was invoiced and carried centrally. */
    BarChart chart() {
        return chart(
                "Budget och fakturerat per månad " + report.year(),
                bars(BUDGET, Figure.BUDGET.heading, MonthReport::budget, Look.Colour.HAIRLINE),
                bars(CHARGE, CHARGED, month -> month.charge().total(), Look.Colour.ACCENT));
    }

    /** The same of the months through each. */
    BarChart chartThrough() {
        return chart(
                "Budget och fakturerat hittills under " + report.year(),
                bars(
                        BUDGET_THROUGH,
                        "Budget hittills",
                        MonthReport::budgetThrough,
                        Look.Colour.HAIRLINE),
                bars(
                        CHARGED_THROUGH,
                        CHARGED + " hittills",
                        MonthReport::chargedThrough,
                        Look.Colour.ACCENT));
    }

    private BarChart chart(String title, BarChart.Bars budget, BarChart.Bars charged) {
        return BarChart.ofCosts(
                title,
                "Månad",
                new ChartCells.Names(
                        cells(NAME),
                        report.months().stream()
                                .map(month -> SwedishMonths.of(month.month()))
                                .toList()),
                "",
                List.of(budget, charged));
    }

    private BarChart.Bars bars(
            int column, String text, Function<MonthReport, Money> amount, String colour) {
        return new BarChart.Bars(
                list.heading(column),
                text,
                ChartCells.Numbers.ofAmounts(
                        cells(column), report.months().stream().map(amount).toList()),
                colour);
    }

    /** The twelve months' cells, without the settlement. */
    private String cells(int column) {
        return list.fixedCells(column, firstRow, firstRow + report.months().size() - 1);
    }
}
