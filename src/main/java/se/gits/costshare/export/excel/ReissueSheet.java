package se.gits.costshare.export.excel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.Reconciliation;
import se.gits.costshare.run.ResolvedLine;

/**
 * What a party's month comes to by today's input, less what is still issued for it: the sheet
 * {@code Dagens underlag} of a new invoice.
 */
final class ReissueSheet {

    private static final List<ListSheet.Column> COLUMNS =
            List.of(
                    ListSheet.Column.text("Objekt", 11),
                    ListSheet.Column.text("Rad", 8),
                    ListSheet.Column.text("Benämning", 38),
                    ListSheet.Column.text("Nyckel", 11),
                    ListSheet.Column.amount("Enligt dagens underlag"),
                    ListSheet.Column.amount("Tidigare fakturerat"),
                    ListSheet.Column.amount("Ny faktura"),
                    ListSheet.Column.text("Beslut", 30));

    private static final int DUE = 4;
    private static final int BEFORE = 5;

    private final ListSheet sheet;
    private final Map<String, Line> lines = new LinkedHashMap<>();

    /** The cells of a line. */
    private record Line(Total due, Total before) {}

    ReissueSheet(ReproducibleWorkbook workbook, Issuance issuance) {
        sheet =
                new ListSheet(
                        workbook,
                        "Dagens underlag",
                        SheetTitle.of("Dagens underlag", issuance),
                        COLUMNS);
        Reconciliation reconciliation = Reconciliation.of(issuance);
        for (ResolvedLine resolved : issuance.inputs().linesIn(issuance.terms().month())) {
            BudgetLine line = resolved.line();
            Reconciliation.Balance balance = reconciliation.of(line.row());
            lines.put(
                    line.row(),
                    new Line(
                            new Total(sheet.cell(sheet.row(), DUE), balance.due()),
                            new Total(sheet.cell(sheet.row(), BEFORE), balance.before())));
            sheet.line(line)
                    .text(line.keyCode())
                    .amount(balance.due())
                    .amount(balance.before())
                    .amount(
                            new Total(
                                    SheetWriter.difference(sheet.left(2), sheet.left(1)),
                                    balance.now()))
                    .text(line.decision())
                    .endRow();
        }
        sheet.finish();
    }

    /** What is still invoiced and the new invoice come to what today's input makes of the month. */
    List<Control> controls(AllocationSheet allocation, EarlierSheet earlier) {
        List<Control> controls = new ArrayList<>();
        lines.forEach(
                (row, line) ->
                        controls.add(
                                Control.ofTotals(
                                        "Budgetrad " + row,
                                        "partens andel enligt dagens underlag",
                                        line.due(),
                                        "tidigare fakturerat och den nya fakturan"
                                                + allocation.whereLinesAreSummed(),
                                        line.before()
                                                .plus(allocation.of(row, LineKind.ORDINARY)))));
        controls.add(
                Control.ofTotals(
                        "Alla budgetrader",
                        "partens andel enligt dagens underlag",
                        sheet.sum(DUE),
                        "tidigare fakturerat och den nya fakturan",
                        earlier.sum().plus(allocation.ofParties())));
        controls.add(
                Control.ofTotals(
                        "Tidigare fakturerat",
                        "per budgetrad",
                        sheet.sum(BEFORE),
                        "per faktura",
                        earlier.sum()));
        return controls;
    }
}
