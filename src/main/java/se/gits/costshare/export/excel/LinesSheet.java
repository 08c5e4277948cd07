package se.gits.costshare.export.excel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.gits.costshare.input.Period;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.Issuance;

/** Every invoice line of the act: the sheet {@code Rader}. */
final class LinesSheet {

    private static final int MOST_NUMBERS = 2;

    private static final int LONGEST_NARROW_CAUSE = 120;

    private static final int AMOUNT = 8;

    private static final int VAT_RATE = 9;
    private static final int DIFFERENCE = 15;

    private final Issuance issuance;
    private final LineGroups groups;
    private final ListSheet sheet;
    private final RowRanges<PartyCode> linesOfRecipient = new RowRanges<>();
    private final RowRanges<Integer> linesOfInvoice = new RowRanges<>();
    private int differences;

    /**
     * A row, and where its invoice stands among those of the act.
     *
     * @param index from 0
     * @param lines those of the invoice that stand together; at least one
     */
    private record Listed(
            int index, Invoice invoice, LineGroups.PartOfInvoice of, List<InvoiceLine> lines) {

        PartOfLine part() {
            return new PartOfLine(invoice.recipient().code(), of.group(), of.kind());
        }

        Money amount() {
            return Money.total(lines.stream().map(InvoiceLine::amount));
        }
    }

    /** Adds the sheet; it is written when those that it is held against are. */
    LinesSheet(ReproducibleWorkbook workbook, Issuance issuance, LineGroups groups) {
        this.issuance = issuance;
        this.groups = groups;
        sheet =
                new ListSheet(
                        workbook,
                        "Rader",
                        SheetTitle.of("Fakturarader", issuance)
                                .explained(
                                        "Det som parten bär av budgetraden på bladet Sammanställning,"
                                                + " minus det som står här och på bladet Bärs"
                                                + " centralt, ska vara noll. Där flera rader hör"
                                                + " ihop står skillnaden på den sista."
                                                + groups.explanation()),
                        columns());
    }

    void write(AllocationSheet allocation, Optional<CentralSheet> central) {
        SortedMap<PartyCode, List<Integer>> invoicesOfParty = new TreeMap<>();
        for (int index = 0; index < issuance.invoices().size(); index++) {
            invoicesOfParty
                    .computeIfAbsent(
                            issuance.invoices().get(index).recipient().code(),
                            party -> new ArrayList<>())
                    .add(index);
        }
        // A party at a time: of all of them there are more lines than need be held.
        invoicesOfParty.values().forEach(of -> write(linesOf(of), allocation, central));
        sheet.redWhereNotZero(DIFFERENCE);
        sheet.finish();
    }

    private List<Listed> linesOf(List<Integer> invoices) {
        List<Listed> listed = new ArrayList<>();
        for (int index : invoices) {
            Invoice invoice = issuance.invoices().get(index);
            for (List<InvoiceLine> lines : groups.together(invoice)) {
                listed.add(new Listed(index, invoice, groups.of(lines.get(0)), lines));
            }
        }
        return listed;
    }

    /** A party's lines, on all its invoices. */
    private void write(
            List<Listed> lines, AllocationSheet allocation, Optional<CentralSheet> central) {
        Map<PartOfLine, Integer> toCome = new HashMap<>();
        lines.forEach(line -> toCome.merge(line.part(), 1, Integer::sum));
        Map<PartOfLine, Total> written = new HashMap<>();
        for (Listed line : lines) {
            PartOfLine part = line.part();
            Money amount = line.amount();
            linesOfRecipient.add(part.party(), sheet.row(), amount);
            linesOfInvoice.add(line.index(), sheet.row(), amount);
            Total cell = new Total(SheetWriter.at(sheet.row(), AMOUNT), amount);
            Total together = written.merge(part, cell, Total::plus);
            write(line, amount);
            if (toCome.merge(part, -1, Integer::sum) == 0) {
                Total invoicedAndCentral =
                        central.map(carried -> carried.of(part))
                                .map(together::plus)
                                .orElse(together);
                sheet.difference(allocation.of(part), invoicedAndCentral);
                differences++;
            } else {
                sheet.blank();
            }
            sheet.endRow();
        }
    }

    private void write(Listed listed, Money amount) {
        LineGroups.PartOfInvoice of = listed.of();
        Optional<InvoiceLine> line =
                groups.areLines() ? Optional.of(listed.lines().get(0)) : Optional.empty();
        sheet.text(listed.invoice().number().map(InvoiceNumber::toString).orElse(""))
                .text(listed.invoice().recipient().code())
                .text(listed.invoice().recipient().name())
                .text(of.group().object())
                .text(of.group().rowOf(listed.lines().size()))
                .text(of.group().text())
                .text(of.kind().swedish())
                .text(line.map(InvoiceLine::keyCode).orElse(""))
                .amount(amount)
                .percent(of.vat().percent())
                .text(of.vat().ground())
                .texts(line.map(InvoiceLine::concernsMonths).map(Period::inWords).orElse(List.of()))
                .text(line.map(InvoiceLine::concernsInvoices).map(LinesSheet::invoices).orElse(""))
                .text(line.map(InvoiceLine::cause).orElse(""))
                .text(line.map(InvoiceLine::decision).orElse(""));
    }

    private List<ListSheet.Column> columns() {
        boolean longCauses =
                groups.areLines()
                        && issuance.invoices().stream()
                                .flatMap(invoice -> invoice.lines().stream())
                                .anyMatch(line -> line.cause().length() > LONGEST_NARROW_CAUSE);
        return List.of(
                ListSheet.Column.text("Fakturanummer", 15),
                ListSheet.Column.text("Part", 10),
                ListSheet.Column.text("Namn", 26),
                ListSheet.Column.text("Objekt", 11),
                ListSheet.Column.text("Rad", 8),
                ListSheet.Column.text("Benämning", 42),
                ListSheet.Column.text("Typ", 11),
                ListSheet.Column.text("Nyckel", 11),
                ListSheet.Column.amount("Belopp"),
                ListSheet.Column.count("Momssats", 11),
                ListSheet.Column.text("Momsgrund", 20),
                ListSheet.Column.text("Avser period", 18),
                ListSheet.Column.text("Avser faktura", 24),
                ListSheet.Column.text("Orsak", longCauses ? 70 : 30),
                ListSheet.Column.text("Beslut", 28),
                ListSheet.Column.change("Skillnad", 13));
    }

    /**
     * A year's invoices would make every row higher than the rest of the table; all of their
     * numbers stand on the invoice and in {@code fakturarader.csv}.
     */
    private static String invoices(SortedSet<InvoiceNumber> numbers) {
        return numbers.size() <= MOST_NUMBERS
                ? numbers.stream().map(InvoiceNumber::toString).collect(Collectors.joining(" "))
                : numbers.size() + " fakturor, " + numbers.first() + " till " + numbers.last();
    }

    /** The sum of the lines, without VAT. */
    Total net() {
        return sheet.sum(AMOUNT);
    }

    /** The sum of a party's lines, on all its invoices. */
    Total net(PartyCode party) {
        return linesOfRecipient.sum(party, sheet, AMOUNT);
    }

    /** The sum of an invoice's lines, by its place among those of the act. */
    Total net(int invoice) {
        return linesOfInvoice.sum(invoice, sheet, AMOUNT);
    }

    /**
     * The sum of those lines of an invoice that have a rate.
     *
     * @param percent where the rate stands, as the cell's own sheet refers to it
     */
    Total netOfRate(int invoice, String percent, Money amount) {
        int first = linesOfInvoice.first(invoice);
        int last = linesOfInvoice.last(invoice);
        return new Total(
                "SUMIF("
                        + sheet.cells(VAT_RATE, first, last)
                        + ","
                        + percent
                        + ","
                        + sheet.cells(AMOUNT, first, last)
                        + ")",
                amount);
    }

    /** Each party's part of each budget line is on its invoices or carried centrally. */
    Control control() {
        return differences == 0
                ? Control.notApplicable(
                        "Varje part och budgetrad, fakturarader", "Det finns ingen fakturarad.")
                : sheet.everyDifferenceIsZero(
                        "Varje part och budgetrad, fakturarader",
                        DIFFERENCE,
                        DIFFERENCE,
                        differences);
    }
}
