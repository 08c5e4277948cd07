package se.gits.costshare.export.excel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.Invoicing;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.Issuance;

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

    /** A row. What is taken back from one object and put on another are two. */
    private record Carried(PartOfLine part, String object, String row, Money amount) {}

    private CentralSheet(
            ReproducibleWorkbook workbook,
            Issuance issuance,
            LineGroups groups,
            AllocationSheet allocation,
            List<Carried> shares) {
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
                                                + " fakturarader jämförs på bladet Rader."
                                                + groups.explanation()),
                        COLUMNS);
        // The sort is stable: within a party the lines are in the budget's order.
        List<Carried> carried =
                shares.stream()
                        .sorted(Comparator.comparing(share -> share.part().party()))
                        .toList();
        Map<PartOfLine, Integer> toCome = new HashMap<>();
        carried.forEach(share -> toCome.merge(share.part(), 1, Integer::sum));
        Set<PartOfLine> invoiced = invoicedParts(issuance, groups, toCome.keySet());
        for (Carried share : carried) {
            PartOfLine part = share.part();
            Total cell = new Total(sheet.cell(sheet.row(), AMOUNT), share.amount());
            Total together = cellsOfPart.merge(part, cell, Total::plus);
            rowsOfParty.add(part.party(), sheet.row(), share.amount());
            sheet.text(part.party())
                    .text(
                            issuance.inputs()
                                    .parties()
                                    .find(part.party())
                                    .map(Party::name)
                                    .orElse(""))
                    .text(share.object())
                    .text(share.row())
                    .text(part.group().text())
                    .text(part.kind().swedish())
                    .amount(share.amount());
            if (toCome.merge(part, -1, Integer::sum) == 0 && !invoiced.contains(part)) {
                sheet.difference(allocation.of(part), together);
                differences++;
            } else {
                sheet.blank();
            }
            sheet.endRow();
        }
        sheet.redWhereNotZero(DIFFERENCE);
        sheet.finish();
    }

    /** Those of some parts that also stand on invoices. */
    private static Set<PartOfLine> invoicedParts(
            Issuance issuance, LineGroups groups, Set<PartOfLine> of) {
        Set<PartOfLine> invoiced = new HashSet<>();
        for (Invoice invoice : issuance.invoices()) {
            for (InvoiceLine line : invoice.lines()) {
                PartOfLine part =
                        new PartOfLine(
                                invoice.recipient().code(),
                                groups.of(line.budgetRow()),
                                line.kind());
                if (of.contains(part)) {
                    invoiced.add(part);
                }
            }
        }
        return invoiced;
    }

    /** The sheet, where anything is carried centrally. */
    static Optional<CentralSheet> of(
            ReproducibleWorkbook workbook,
            Issuance issuance,
            LineGroups groups,
            AllocationSheet allocation) {
        List<Carried> carried = carried(issuance, groups);
        return carried.isEmpty()
                ? Optional.empty()
                : Optional.of(new CentralSheet(workbook, issuance, groups, allocation, carried));
    }

    private static List<Carried> carried(Issuance issuance, LineGroups groups) {
        List<Carried> shares = new ArrayList<>();
        issuance.forEachShare(
                (share, amount) -> {
                    if (share.invoicing() == Invoicing.NONE) {
                        shares.add(
                                new Carried(
                                        groups.of(share), share.objectCode(), share.row(), amount));
                    }
                });
        if (groups.areLines()) {
            return shares;
        }
        return shares.stream()
                .collect(
                        Collectors.groupingBy(
                                Carried::part, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(of -> together(of.getKey(), of.getValue()))
                .toList();
    }

    private static Carried together(PartOfLine part, List<Carried> shares) {
        return new Carried(
                part,
                part.group().object(),
                part.group().rowOf(shares.size()),
                Money.total(shares.stream().map(Carried::amount)));
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
