package se.gits.costshare.export.excel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.budget.Outcome;
import se.gits.costshare.export.ProgressInWords;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.money.Money;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.Reconciliation;

/**
 * What each budget line came to cost, less what was issued of it during the year: the sheet {@code
 * Avräkning}.
 */
final class SettlementSheet {

    private static final List<ListSheet.Column> COLUMNS =
            List.of(
                    ListSheet.Column.text("Objekt", 11),
                    ListSheet.Column.text("Rad", 8),
                    ListSheet.Column.text("Benämning", 38),
                    ListSheet.Column.text("Nyckel", 11),
                    ListSheet.Column.amount("Budget"),
                    ListSheet.Column.amount("Utfall"),
                    ListSheet.Column.amount("Tidigare fakturerat"),
                    ListSheet.Column.change("Avräkning"),
                    ListSheet.Column.text("Beslut", 30));

    private static final int BUDGET = 4;
    private static final int OUTCOME = 5;
    private static final int BEFORE = 6;
    private static final int SETTLEMENT = 7;

    private final ListSheet sheet;
    private final Map<String, Line> lines = new LinkedHashMap<>();

    /** The cells of a line. */
    private record Line(Total outcome, Total before, Total settlement) {}

    SettlementSheet(ReproducibleWorkbook workbook, Issuance issuance) {
        sheet =
                new ListSheet(
                        workbook,
                        "Avräkning",
                        SheetTitle.of("Utfall mot tidigare fakturerat", issuance)
                                .explained(
                                        "Utfallet minus det som tidigare är fakturerat är"
                                                + " avräkningen. "
                                                + ProgressInWords.neverIssued(issuance)),
                        COLUMNS);
        Outcome outcomes = issuance.inputs().outcome().orElseThrow();
        Reconciliation reconciliation = Reconciliation.of(issuance);
        for (BudgetLine line : issuance.inputs().budgetLines()) {
            Reconciliation.Balance balance = reconciliation.of(line.row());
            Money outcome = outcomes.costOfRow().get(line.row());
            lines.put(
                    line.row(),
                    new Line(
                            cell(OUTCOME, outcome),
                            cell(BEFORE, balance.before()),
                            cell(SETTLEMENT, balance.now())));
            sheet.line(line)
                    .text(line.keyCode())
                    .amount(line.amount())
                    .amount(outcome)
                    .amount(balance.before())
                    .amount(
                            new Total(
                                    SheetWriter.difference(sheet.left(2), sheet.left(1)),
                                    balance.now()),
                            Look.CHANGE_ROW)
                    .text(line.decision())
                    .endRow();
        }
        sheet.finish();
    }

    /** A cell of the row being written, as other sheets refer to it. */
    private Total cell(int column, Money amount) {
        return new Total(sheet.cell(sheet.row(), column), amount);
    }

    /** What the year was budgeted to cost. */
    Total budget() {
        return sheet.sum(BUDGET);
    }

    /** What it cost. */
    Total outcome() {
        return sheet.sum(OUTCOME);
    }

    /** What was issued of it before. */
    Total before() {
        return sheet.sum(BEFORE);
    }

    /** What is left to settle. */
    Total settlement() {
        return sheet.sum(SETTLEMENT);
    }

    /** What was issued and the settlement come to the outcome, for each line and all together. */
    List<Control> controls(AllocationSheet allocation, SharesSheet shares) {
        List<Control> controls = new ArrayList<>();
        lines.forEach(
                (row, line) -> {
                    controls.add(
                            Control.ofTotals(
                                    "Budgetrad " + row + ", utfall",
                                    "utfallet",
                                    line.outcome(),
                                    "tidigare fakturerat och parternas avräkning"
                                            + allocation.whereLinesAreSummed(),
                                    line.before().plus(allocation.of(row, LineKind.SETTLEMENT))));
                    controls.add(
                            Control.ofTotals(
                                    "Budgetrad " + row + ", avräkning",
                                    "radens avräkning",
                                    line.settlement(),
                                    "summan av parternas avräkning",
                                    shares.settlement(row)));
                });
        controls.add(
                Control.ofTotals(
                        "Alla budgetrader, utfall",
                        "utfallet",
                        sheet.sum(OUTCOME),
                        "tidigare fakturerat och parternas avräkning",
                        sheet.sum(BEFORE).plus(allocation.ofParties())));
        controls.add(
                Control.ofTotals(
                        "Alla budgetrader, avräkning",
                        "radernas avräkning",
                        sheet.sum(SETTLEMENT),
                        "summan av parternas avräkning",
                        shares.settlement()));
        controls.add(
                Control.ofTotals(
                        "Parternas andelar av utfallet",
                        "utfallet",
                        sheet.sum(OUTCOME),
                        "summan av parternas andelar",
                        shares.outcome()));
        controls.add(
                Control.ofTotals(
                        "Tidigare fakturerat",
                        "per budgetrad",
                        sheet.sum(BEFORE),
                        "per budgetrad och part",
                        shares.before()));
        return controls;
    }
}
