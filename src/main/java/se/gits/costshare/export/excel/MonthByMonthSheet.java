package se.gits.costshare.export.excel;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.money.Money;
import se.gits.costshare.run.BudgetProgress;
import se.gits.costshare.run.Issuance;

/**
 * What has been issued of each budget line with each month so far, and how much of it is carried
 * centrally: the sheet {@code Månad för månad}. Adjustments stand in the month that they were
 * invoiced with, credits and new invoices in the month that they are of.
 */
final class MonthByMonthSheet {

    private static final int AMOUNT_WIDTH = 15;
    private static final int FIRST_MONTH = 4;

    /** So many columns after what has been issued. */
    private static final int DIFFERENCE = 4;

    private final BudgetProgress progress;
    private final ListSheet sheet;
    private final int sumColumn;

    MonthByMonthSheet(
            ReproducibleWorkbook workbook,
            Issuance issuance,
            BudgetProgress progress,
            BudgetFollowUpSheet followUp) {
        this.progress = progress;
        this.sumColumn = FIRST_MONTH + progress.months().size();
        sheet =
                new ListSheet(
                        workbook,
                        "Månad för månad",
                        SheetTitle.of("Månad för månad", issuance)
                                .explained(
                                        "Det som har utfärdats av varje budgetrad, utan moms."
                                                + " Justeringar står i den månad som de"
                                                + " fakturerades med, krediter och nya fakturor i"
                                                + " den månad som de gäller. Radens budget och det"
                                                + " som har utfärdats ska vara det som står på"
                                                + " bladet Budget mot fakturerat: skillnaden ska"
                                                + " vara noll."),
                        columns(progress));
        for (int place = 0; place < progress.lines().size(); place++) {
            write(progress.lines().get(place), List.of(place), followUp);
        }
        sheet.redWhereNotZero(sumColumn + DIFFERENCE);
        sheet.finish();
    }

    private static List<ListSheet.Column> columns(BudgetProgress progress) {
        List<ListSheet.Column> columns = new ArrayList<>();
        columns.add(ListSheet.Column.text("Objekt", 11));
        columns.add(ListSheet.Column.text("Rad", 7));
        columns.add(ListSheet.Column.text("Benämning", 34));
        columns.add(ListSheet.Column.amount("Årets budget", AMOUNT_WIDTH));
        for (YearMonth month : progress.months()) {
            columns.add(ListSheet.Column.amount(month.toString(), AMOUNT_WIDTH));
        }
        columns.add(ListSheet.Column.amount("Utfärdat", AMOUNT_WIDTH));
        columns.add(ListSheet.Column.amount("Bärs centralt", AMOUNT_WIDTH));
        columns.add(ListSheet.Column.amount("Fakturerat", AMOUNT_WIDTH));
        columns.add(ListSheet.Column.amount("Kvar av året", AMOUNT_WIDTH));
        columns.add(ListSheet.Column.amount("Skillnad", 11));
        return columns;
    }

    private void write(BudgetProgress.Line of, List<Integer> place, BudgetFollowUpSheet followUp) {
        int row = sheet.row();
        BudgetLine line = of.line().line();
        sheet.line(line).amount(line.amount());
        progress.months().forEach(month -> sheet.amount(of.issued().in(month)));
        String months = sheet.left(progress.months().size()) + ":" + sheet.left(1);
        Money issued = of.issuedSoFar();
        sheet.amount(new Total("ROUND(SUM(" + months + "),2)", issued))
                .amount(of.issued().central());
        sheet.amount(
                new Total(
                        SheetWriter.difference(sheet.left(2), sheet.left(1)),
                        of.issued().invoiced()));
        sheet.amount(
                new Total(
                        SheetWriter.difference(sheet.left(sumColumn), sheet.left(3)),
                        line.amount().minus(issued)));
        sheet.amount(
                        new Total(
                                "ROUND(ABS("
                                        + SheetWriter.at(row, sumColumn)
                                        + "-"
                                        + followUp.issuedOf(place).formula()
                                        + ")+ABS("
                                        + SheetWriter.at(row, FIRST_MONTH - 1)
                                        + "-"
                                        + followUp.budgetOf(place).formula()
                                        + "),2)",
                                Money.ZERO))
                .endRow();
    }

    /** What was issued with a month. */
    private Total in(YearMonth month) {
        return sheet.sum(FIRST_MONTH + progress.months().indexOf(month));
    }

    /** What was issued with the months through one. */
    Total through(YearMonth month) {
        Money sum = Money.ZERO;
        for (YearMonth any : progress.months()) {
            sum = any.isAfter(month) ? sum : sum.plus(in(any).amount());
        }
        int last = FIRST_MONTH + progress.months().indexOf(month);
        return new Total("ROUND(SUM(" + sheet.sums(FIRST_MONTH, last) + "),2)", sum);
    }

    /** What has been issued in all. */
    Total issued() {
        return sheet.sum(sumColumn);
    }

    /** Each line's budget, and what has been issued of it, is as the sheet before has it. */
    Control everyLine() {
        String name = "Varje budgetrad, månad för månad";
        return progress.lines().isEmpty()
                ? Control.notApplicable(name, "Budgeten har ingen rad.")
                : sheet.everyDifferenceIsZero(
                        name,
                        sumColumn + DIFFERENCE,
                        sumColumn + DIFFERENCE,
                        progress.lines().size());
    }

    /** The cells of the lines' budgets, as other sheets refer to them. */
    String budgets() {
        return sheet.cells(FIRST_MONTH - 1);
    }

    /** What was issued with this month is what its sheets share out. */
    Control control(Issuance issuance, AllocationSheet allocation) {
        YearMonth month = issuance.terms().month();
        return Control.ofTotals(
                "Utfärdat med " + month + ", månad för månad",
                "kolumnen " + month,
                in(month),
                "allt som är fördelat",
                allocation.ofParties());
    }
}
