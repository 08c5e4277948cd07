package se.gits.costshare.export.excel;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.Invoicing;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.Issuance.LineShare;

/**
 * What is carried centrally of each object and line, and by whom: the sheet {@code Bärs centralt}.
 * Only an act that carries something so has it.
 */
final class CentralSheet {

    private static final List<ListSheet.Column> COLUMNS =
            List.of(
                    ListSheet.Column.text("Part", 12),
                    ListSheet.Column.text("Namn", 34),
                    ListSheet.Column.text("Objekt", 12),
                    ListSheet.Column.text("Rad", 8),
                    ListSheet.Column.text("Benämning", 44),
                    ListSheet.Column.text("Typ", 11),
                    ListSheet.Column.amount("Belopp"));

    private static final int AMOUNT = 6;

    private final ListSheet sheet;
    private final RowRanges<PartyCode> rowsOfParty = new RowRanges<>();

    private CentralSheet(
            ReproducibleWorkbook workbook, Issuance issuance, Map<LineShare, Money> shares) {
        sheet =
                new ListSheet(
                        workbook,
                        "Bärs centralt",
                        SheetTitle.of("Bärs centralt", issuance)
                                .explained(
                                        "Det som fördelas på parter som inte faktureras. Summan"
                                                + " står i kolumnen Faktureras inte på bladet"
                                                + " Sammanställning."),
                        COLUMNS);
        Map<String, BudgetLine> lineOfRow = new HashMap<>();
        issuance.inputs().budgetLines().forEach(line -> lineOfRow.put(line.row(), line));
        // The sort is stable: within a party the lines are in the budget's order.
        shares.entrySet().stream()
                .filter(share -> share.getKey().invoicing() == Invoicing.NONE)
                .sorted(Comparator.comparing(share -> share.getKey().party()))
                .forEach(
                        share -> {
                            LineShare of = share.getKey();
                            rowsOfParty.add(of.party(), sheet.row(), share.getValue());
                            sheet.text(of.party())
                                    .text(
                                            issuance.inputs()
                                                    .parties()
                                                    .find(of.party())
                                                    .map(Party::name)
                                                    .orElse(""))
                                    .text(of.objectCode())
                                    .text(of.row())
                                    .text(
                                            Optional.ofNullable(lineOfRow.get(of.row()))
                                                    .map(BudgetLine::text)
                                                    .orElse(""))
                                    .text(of.kind().swedish())
                                    .amount(share.getValue())
                                    .endRow();
                        });
        sheet.finish();
    }

    /** The sheet, where anything is carried centrally. */
    static Optional<CentralSheet> of(ReproducibleWorkbook workbook, Issuance issuance) {
        Map<LineShare, Money> shares = issuance.shares();
        return shares.keySet().stream().anyMatch(share -> share.invoicing() == Invoicing.NONE)
                ? Optional.of(new CentralSheet(workbook, issuance, shares))
                : Optional.empty();
    }

    Total sum() {
        return sheet.sum(AMOUNT);
    }

    /** What one party carries. */
    Total of(PartyCode party) {
        return rowsOfParty.sum(party, sheet, AMOUNT);
    }
}
