package se.gits.costshare.export.excel;

import java.util.List;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.party.Party;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.Reconciliation;

/**
 * Each party's part of each line's outcome, less what was issued to it: the sheet {@code Rad och
 * part}. A line's parties stand together, so that their sum is one range of cells.
 */
final class SharesSheet {

    private static final List<ListSheet.Column> COLUMNS =
            List.of(
                    ListSheet.Column.text("Objekt", 11),
                    ListSheet.Column.text("Rad", 8),
                    ListSheet.Column.text("Benämning", 38),
                    ListSheet.Column.text("Part", 10),
                    ListSheet.Column.text("Namn", 30),
                    ListSheet.Column.text("Fakturering", 13),
                    ListSheet.Column.amount("Andel av utfallet"),
                    ListSheet.Column.amount("Tidigare fakturerat"),
                    ListSheet.Column.change("Avräkning"));

    private static final int OUTCOME = 6;
    private static final int BEFORE = 7;
    private static final int SETTLEMENT = 8;

    private final ListSheet sheet;
    private final RowRanges<String> partiesOfLine = new RowRanges<>();

    SharesSheet(ReproducibleWorkbook workbook, Issuance issuance) {
        sheet =
                new ListSheet(
                        workbook,
                        "Rad och part",
                        SheetTitle.of("Parternas andelar av utfallet", issuance),
                        COLUMNS);
        for (Reconciliation.Entry entry : Reconciliation.of(issuance).entries()) {
            BudgetLine line = entry.line().line();
            Reconciliation.Balance balance = entry.balance();
            partiesOfLine.add(line.row(), sheet.row(), balance.now());
            sheet.text(line.objectCode())
                    .text(line.row())
                    .text(line.text())
                    .text(entry.party())
                    .text(
                            issuance.inputs()
                                    .parties()
                                    .find(entry.party())
                                    .map(Party::name)
                                    .orElse(""))
                    .text(entry.invoicing().swedish())
                    .amount(balance.due())
                    .amount(balance.before())
                    .amount(
                            new Total(
                                    SheetWriter.difference(sheet.left(2), sheet.left(1)),
                                    balance.now()),
                            Look.CHANGE_ROW)
                    .endRow();
        }
        sheet.finish();
    }

    Total outcome() {
        return sheet.sum(OUTCOME);
    }

    Total before() {
        return sheet.sum(BEFORE);
    }

    Total settlement() {
        return sheet.sum(SETTLEMENT);
    }

    /** What the parties' settlement of a line comes to. */
    Total settlement(String row) {
        return partiesOfLine.sum(row, sheet, SETTLEMENT);
    }
}
