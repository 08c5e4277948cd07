package se.gits.costshare.export.excel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.ResolvedLine;

/**
 * The budget lines that have a cost in the month: the sheet {@code Budget}. The month's cost is
 * computed from the agreed amount, as CONTRACT 3 says in its steps 1 and 4.
 */
final class BudgetSheet {

    private static final List<ListSheet.Column> COLUMNS =
            List.of(
                    ListSheet.Column.text("Objekt", 11),
                    ListSheet.Column.text("Rad", 8),
                    ListSheet.Column.text("Benämning", 38),
                    ListSheet.Column.text("Nyckel", 11),
                    ListSheet.Column.text("Från", 10),
                    ListSheet.Column.text("Till", 10),
                    ListSheet.Column.amount("Belopp"),
                    ListSheet.Column.count("Månader", 10),
                    ListSheet.Column.count("Månad nr", 10),
                    ListSheet.Column.amount("Månadens kostnad"),
                    ListSheet.Column.text("Beslut", 30));

    private static final int COST = 9;

    private final ListSheet sheet;
    private final Map<String, Total> costOfRow = new LinkedHashMap<>();

    BudgetSheet(ReproducibleWorkbook workbook, Issuance issuance) {
        sheet = new ListSheet(workbook, "Budget", SheetTitle.of("Budgetrader", issuance), COLUMNS);
        for (ResolvedLine resolved : issuance.inputs().linesIn(issuance.terms().month())) {
            BudgetLine line = resolved.line();
            sheet.line(line)
                    .text(line.keyCode())
                    .text(line.from())
                    .text(line.to())
                    .amount(line.amount())
                    .count(line.months())
                    .count(line.monthIndex(issuance.terms().month()));
            Total cost = new Total(costFormula(), resolved.costOf(issuance.terms().month()));
            costOfRow.put(line.row(), new Total(sheet.cell(sheet.row(), COST), cost.amount()));
            sheet.amount(cost).text(line.decision()).endRow();
        }
        sheet.finish();
    }

    /** The accumulated cost through the month, less that through the month before. */
    private String costFormula() {
        String amount = sheet.left(3);
        String months = sheet.left(2);
        String month = sheet.left(1);
        String through = "ROUND(" + amount + "*" + month + "/" + months + ",2)";
        String before = "ROUND(" + amount + "*(" + month + "-1)/" + months + ",2)";
        return "ROUND(" + through + "-" + before + ",2)";
    }

    /** What the parties bear is the month's cost, for each line and all together. */
    List<Control> controls(AllocationSheet allocation) {
        List<Control> controls = new ArrayList<>();
        costOfRow.forEach(
                (row, cost) ->
                        controls.add(
                                control(
                                        "Budgetrad " + row,
                                        cost,
                                        allocation.whereLinesAreSummed(),
                                        allocation.of(row, LineKind.ORDINARY))));
        controls.add(control("Alla budgetrader", sheet.sum(COST), "", allocation.ordinary()));
        return controls;
    }

    private static Control control(String name, Total cost, String how, Total ofParties) {
        return Control.ofTotals(
                name,
                "månadens kostnad enligt budgeten",
                cost,
                "summan av parternas andelar" + how,
                ofParties);
    }
}
