package se.gits.costshare.export.excel;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;
import se.gits.costshare.input.Period;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.Issuance;

/** Every invoice line of the act: the sheet {@code Rader}. */
final class LinesSheet {

    private static final int MOST_NUMBERS = 2;

    private static final int LONGEST_NARROW_CAUSE = 120;

    private static final int AMOUNT = 8;

    private final ListSheet sheet;
    private final RowRanges<PartyCode> linesOfParty = new RowRanges<>();

    LinesSheet(ReproducibleWorkbook workbook, Issuance issuance) {
        sheet =
                new ListSheet(
                        workbook,
                        "Rader",
                        SheetTitle.of("Fakturarader", issuance),
                        columns(issuance));
        for (Invoice invoice : issuance.invoices()) {
            String number = invoice.number().map(InvoiceNumber::toString).orElse("");
            for (InvoiceLine line : invoice.lines()) {
                linesOfParty.add(invoice.recipient().code(), sheet.row(), line.amount());
                sheet.text(number)
                        .text(invoice.recipient().code())
                        .text(invoice.recipient().name())
                        .text(line.objectCode())
                        .text(line.budgetRow())
                        .text(line.text())
                        .text(line.kind().swedish())
                        .text(line.keyCode())
                        .amount(line.amount())
                        .percent(line.vat().percent())
                        .text(line.vat().ground())
                        .text(periods(line.concernsMonths()))
                        .text(invoices(line.concernsInvoices()))
                        .text(line.cause())
                        .text(line.decision())
                        .endRow();
            }
        }
        sheet.finish();
    }

    private static List<ListSheet.Column> columns(Issuance issuance) {
        boolean longCauses =
                issuance.invoices().stream()
                        .flatMap(invoice -> invoice.lines().stream())
                        .anyMatch(line -> line.cause().length() > LONGEST_NARROW_CAUSE);
        return List.of(
                ListSheet.Column.text("Fakturanummer", 15),
                ListSheet.Column.text("Part", 8),
                ListSheet.Column.text("Namn", 26),
                ListSheet.Column.text("Objekt", 9),
                ListSheet.Column.text("Rad", 6),
                ListSheet.Column.text("Benämning", 46),
                ListSheet.Column.text("Typ", 11),
                ListSheet.Column.text("Nyckel", 9),
                ListSheet.Column.amount("Belopp"),
                ListSheet.Column.count("Momssats", 11),
                ListSheet.Column.text("Momsgrund", 20),
                ListSheet.Column.text("Avser period", 18),
                ListSheet.Column.text("Avser faktura", 24),
                ListSheet.Column.text("Orsak", longCauses ? 70 : 30),
                ListSheet.Column.text("Beslut", 28));
    }

    /** Months in a row by the first and the last. */
    private static String periods(SortedSet<YearMonth> months) {
        List<String> runs = new ArrayList<>();
        YearMonth first = null;
        YearMonth last = null;
        for (YearMonth month : months) {
            if (first != null && !month.equals(last.plusMonths(1))) {
                runs.add(Period.inWords(first, last));
                first = null;
            }
            first = first == null ? month : first;
            last = month;
        }
        if (first != null) {
            runs.add(Period.inWords(first, last));
        }
        return String.join(" ", runs);
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
        return linesOfParty.sum(party, sheet, AMOUNT);
    }
}
