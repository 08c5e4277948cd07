package se.gits.costshare.export.excel;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceLine;
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
                    ListSheet.Column.amount("Belopp"),
                    ListSheet.Column.change("Skillnad", 13));

    private static final int AMOUNT = 6;
    private static final int DIFFERENCE = 7;

    private final ListSheet sheet;
    private final RowRanges<PartyCode> rowsOfParty = new RowRanges<>();
    private final Map<PartOfLine, Total> cellsOfPart = new HashMap<>();
    private int differences;

    private CentralSheet(
            ReproducibleWorkbook workbook,
            Issuance issuance,
            AllocationSheet allocation,
            Map<LineShare, Money> shares) {
        sheet =
                new ListSheet(
                        workbook,
                        "Bärs centralt",
                        SheetTitle.of("Bärs centralt", issuance)
                                .explained(
                                        "Det som fördelas på parter som inte faktureras. Summan"
                                                + " står i kolumnen Faktureras inte på bladet"
                                                + " Sammanställning. Skillnaden mot partens cell"
                                                + " där ska vara noll; det som också har"
                                                + " fakturarader jämförs på bladet Rader."),
                        COLUMNS);
        Map<String, BudgetLine> lineOfRow = new HashMap<>();
        issuance.inputs().budgetLines().forEach(line -> lineOfRow.put(line.row(), line));
        // The sort is stable: within a party the lines are in the budget's order.
        List<Map.Entry<LineShare, Money>> carried =
                shares.entrySet().stream()
                        .sorted(Comparator.comparing(share -> share.getKey().party()))
                        .toList();
        Map<PartOfLine, Integer> toCome = new HashMap<>();
        carried.forEach(share -> toCome.merge(part(share.getKey()), 1, Integer::sum));
        Set<PartOfLine> invoiced = invoicedParts(issuance, toCome.keySet());
        for (Map.Entry<LineShare, Money> share : carried) {
            LineShare of = share.getKey();
            PartOfLine part = part(of);
            Total cell = new Total(sheet.cell(sheet.row(), AMOUNT), share.getValue());
            Total together = cellsOfPart.merge(part, cell, Total::plus);
            rowsOfParty.add(of.party(), sheet.row(), share.getValue());
            sheet.text(of.party())
                    .text(issuance.inputs().parties().find(of.party()).map(Party::name).orElse(""))
                    .text(of.objectCode())
                    .text(of.row())
                    .text(
                            Optional.ofNullable(lineOfRow.get(of.row()))
                                    .map(BudgetLine::text)
                                    .orElse(""))
                    .text(of.kind().swedish())
                    .amount(share.getValue());
            if (toCome.merge(part, -1, Integer::sum) == 0 && !invoiced.contains(part)) {
                sheet.difference(allocation.of(part.party(), part.row(), part.kind()), together);
                differences++;
            } else {
                sheet.blank();
            }
            sheet.endRow();
        }
        sheet.redWhereNotZero(DIFFERENCE);
        sheet.finish();
    }

    private static PartOfLine part(LineShare share) {
        return new PartOfLine(share.party(), share.row(), share.kind());
    }

    /** Those of some parts that also stand on invoices. */
    private static Set<PartOfLine> invoicedParts(Issuance issuance, Set<PartOfLine> of) {
        Set<PartOfLine> invoiced = new HashSet<>();
        for (Invoice invoice : issuance.invoices()) {
            for (InvoiceLine line : invoice.lines()) {
                PartOfLine part =
                        new PartOfLine(invoice.recipient().code(), line.budgetRow(), line.kind());
                if (of.contains(part)) {
                    invoiced.add(part);
                }
            }
        }
        return invoiced;
    }

    /** The sheet, where anything is carried centrally. */
    static Optional<CentralSheet> of(
            ReproducibleWorkbook workbook, Issuance issuance, AllocationSheet allocation) {
        Map<LineShare, Money> carried = new LinkedHashMap<>();
        issuance.forEachShare(
                (share, amount) -> {
                    if (share.invoicing() == Invoicing.NONE) {
                        carried.put(share, amount);
                    }
                });
        return carried.isEmpty()
                ? Optional.empty()
                : Optional.of(new CentralSheet(workbook, issuance, allocation, carried));
    }

    Total sum() {
        return sheet.sum(AMOUNT);
    }

    /** What one party carries. */
    Total of(PartyCode party) {
        return rowsOfParty.sum(party, sheet, AMOUNT);
    }

    /** What is carried of a party's part of a line. */
    Total of(PartOfLine part) {
        return cellsOfPart.getOrDefault(part, Total.NOTHING);
    }

    /** Each part that is carried whole is what its party bears. */
    Control control() {
        return differences == 0
                ? Control.notApplicable(
                        "Varje part och budgetrad, bärs centralt",
                        "Allt som bärs centralt har också fakturarader, och jämförs med dem.")
                : sheet.everyDifferenceIsZero(
                        "Varje part och budgetrad, bärs centralt",
                        DIFFERENCE,
                        DIFFERENCE,
                        differences);
    }
}
