package se.gits.costshare.export.excel;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.export.ProgressInWords;
import se.gits.costshare.money.Money;
import se.gits.costshare.run.BudgetProgress;
import se.gits.costshare.run.Issuance;

/**
 * The year's budget against what has been issued of it through the month: the sheet {@code Budget
 * mot fakturerat}. What the budget gives through the month is computed by CONTRACT 3, step 1, and
 * has to be what all parties have been charged.
 */
final class BudgetFollowUpSheet {

    private static final String SHEET = "Budget mot fakturerat";

    private static final List<ListSheet.Column> COLUMNS =
            List.of(
                    ListSheet.Column.text("Objekt", 11),
                    ListSheet.Column.text("Rad", 7),
                    ListSheet.Column.text("Benämning", 34),
                    ListSheet.Column.amount("Årets budget"),
                    ListSheet.Column.count("Månader", 9),
                    ListSheet.Column.count("Gångna", 9),
                    ListSheet.Column.amount("Budget hittills"),
                    ListSheet.Column.amount("Ännu inte utfärdat"),
                    ListSheet.Column.amount("Utfärdat tidigare"),
                    ListSheet.Column.amount("Denna månad"),
                    ListSheet.Column.amount("Utfärdat hittills"),
                    ListSheet.Column.change("Skillnad"),
                    ListSheet.Column.amount("Kvar av året"));

    private static final int MOST_RANGES = 100;

    private static final int BUDGET = 3;
    private static final int BUDGET_SO_FAR = 6;
    private static final int NOT_ISSUED = 7;
    private static final int NOW = 9;
    private static final int SO_FAR = 10;
    private static final int DIFFERENCE = 11;

    private final ListSheet sheet;
    private final BudgetProgress progress;
    private final YearMonth through;
    private final int firstRow;

    BudgetFollowUpSheet(ReproducibleWorkbook workbook, Issuance issuance, BudgetProgress progress) {
        this.progress = progress;
        this.through = progress.through();
        this.sheet =
                new ListSheet(
                        workbook,
                        SHEET,
                        SheetTitle.of(SHEET, issuance)
                                .explained(
                                        "Fakturerat och centralt buret till och med "
                                                + through
                                                + ", utan moms. Det som har utfärdats och det som"
                                                + " ännu inte är det ska vara budgeten hittills:"
                                                + " skillnaden ska vara noll. Ännu inte utfärdat är månader som"
                                                + " hoppats över och krediter som väntar på sin"
                                                + " nya faktura. "
                                                + ProgressInWords.notIssued(progress)),
                        COLUMNS);
        firstRow = sheet.row();
        progress.lines().forEach(this::write);
        sheet.redWhereNotZero(DIFFERENCE);
        sheet.finish();
    }

    private void write(BudgetProgress.Line of) {
        BudgetLine line = of.line().line();
        sheet.line(line).amount(line.amount()).count(line.months()).count(of.monthsSoFar());
        String soFar = "ROUND(" + sheet.left(3) + "*" + sheet.left(1) + "/" + sheet.left(2) + ",2)";
        sheet.amount(new Total(soFar, of.budgetSoFar()))
                .amount(of.notIssued())
                .amount(of.issuedBefore())
                .amount(of.issuedNow());
        sheet.amount(
                new Total(
                        "ROUND(" + sheet.left(2) + "+" + sheet.left(1) + ",2)", of.issuedSoFar()));
        sheet.amount(
                new Total(
                        "ROUND("
                                + sheet.left(5)
                                + "-"
                                + sheet.left(4)
                                + "-"
                                + sheet.left(1)
                                + ",2)",
                        difference(of)),
                Look.CHANGE_ROW);
        sheet.amount(
                        new Total(
                                SheetWriter.difference(sheet.left(9), sheet.left(2)),
                                line.amount().minus(of.issuedSoFar())))
                .endRow();
    }

    private static Money difference(BudgetProgress.Line of) {
        return of.budgetSoFar().minus(of.notIssued()).minus(of.issuedSoFar());
    }

    /**
     * What has accumulated is what has been charged, in all and of each line, and at the year's end
     * the budget; the month's part is the month's.
     */
    List<Control> controls(AllocationSheet allocation, MonthByMonthSheet months) {
        int lines = progress.lines().size();
        long even = progress.lines().stream().filter(of -> difference(of).isZero()).count();
        return List.of(
                Control.ofTotals(
                        "Upparbetat till och med " + through,
                        "budgeten hittills, utom det som inte är utfärdat",
                        sheet.sum(BUDGET_SO_FAR).plus(sheet.sum(NOT_ISSUED).negated()),
                        "utfärdat hittills",
                        sheet.sum(SO_FAR)),
                Control.ofCounts(
                        "Varje budgetrad, upparbetat till och med " + through,
                        Control.Side.of(
                                "antal budgetrader", "COUNT(" + months.budgets() + ")", lines),
                        Control.Side.of(
                                "budgetrader utan skillnad",
                                "COUNTIF(" + sheet.cells(DIFFERENCE) + ",0)",
                                even)),
                wholeYear(),
                Control.ofTotals(
                        "Utfärdat hittills, månad för månad",
                        "rad för rad i uppföljningen",
                        sheet.sum(SO_FAR),
                        "månad för månad",
                        months.issued()),
                Control.ofTotals(
                        "Denna månad i uppföljningen",
                        "kolumnen Denna månad",
                        sheet.sum(NOW),
                        "allt som är fördelat",
                        allocation.ofParties()));
    }

    private Control wholeYear() {
        String name = "Hela årets budget";
        return through.getMonthValue() < 12
                ? Control.notApplicable(
                        name,
                        "Jämförs i december. Efter "
                                + through
                                + " återstår "
                                + progress.remaining().inSwedish()
                                + " kr av årets budget.")
                : Control.ofTotals(
                        name,
                        "årets budget, utom det som inte är utfärdat",
                        sheet.sum(BUDGET).plus(sheet.sum(NOT_ISSUED).negated()),
                        "utfärdat under året",
                        sheet.sum(SO_FAR));
    }

    /** The year's budget of some lines, by their places in the budget. */
    Total budgetOf(List<Integer> places) {
        return sumOf(BUDGET, places, line -> line.line().line().amount());
    }

    /** What has been issued of them. */
    Total issuedOf(List<Integer> places) {
        return sumOf(SO_FAR, places, BudgetProgress.Line::issuedSoFar);
    }

    /**
     * Lines in a row are one range. A formula has a limited number of parts and letters, so where
     * an object's lines lie far apart the sum stands as a value.
     */
    private Total sumOf(
            int column, List<Integer> places, Function<BudgetProgress.Line, Money> amountOf) {
        List<String> ranges = new ArrayList<>();
        Money sum = Money.ZERO;
        int from = 0;
        for (int i = 0; i < places.size(); i++) {
            sum = sum.plus(amountOf.apply(progress.lines().get(places.get(i))));
            boolean goesOn = i + 1 < places.size() && places.get(i + 1) == places.get(i) + 1;
            if (!goesOn) {
                ranges.add(
                        sheet.cells(column, firstRow + places.get(from), firstRow + places.get(i)));
                from = i + 1;
            }
        }
        return ranges.size() > MOST_RANGES
                ? new Total("", sum)
                : new Total("ROUND(SUM(" + String.join(",", ranges) + "),2)", sum);
    }
}
