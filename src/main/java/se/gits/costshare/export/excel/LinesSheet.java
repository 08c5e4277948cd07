package se.gits.costshare.export.excel;

import java.util.List;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.run.Issuance;

/** Every invoice line of the act: the sheet {@code Rader}. */
final class LinesSheet {

    /** A cell of more than these is made wider, or its row would be higher than a page. */
    private static final int MOST_IN_NARROW_CELL = 2;

    private static final int LONGEST_NARROW_CAUSE = 120;

    private static final int AMOUNT = 8;

    private final ListSheet sheet;

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
                        .texts(line.concernsMonths())
                        .texts(line.concernsInvoices())
                        .text(line.cause())
                        .text(line.decision())
                        .endRow();
            }
        }
        sheet.finish();
    }

    private static List<ListSheet.Column> columns(Issuance issuance) {
        boolean manyMonths = false;
        boolean manyInvoices = false;
        boolean longCauses = false;
        for (Invoice invoice : issuance.invoices()) {
            for (InvoiceLine line : invoice.lines()) {
                manyMonths |= line.concernsMonths().size() > MOST_IN_NARROW_CELL;
                manyInvoices |= line.concernsInvoices().size() > MOST_IN_NARROW_CELL;
                longCauses |= line.cause().length() > LONGEST_NARROW_CAUSE;
            }
        }
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
                ListSheet.Column.text("Avser period", manyMonths ? 27 : 13),
                ListSheet.Column.text("Avser faktura", manyInvoices ? 33 : 14),
                ListSheet.Column.text("Orsak", longCauses ? 70 : 30),
                ListSheet.Column.text("Beslut", 28));
    }

    /** The sum of the lines, without VAT. */
    Total net() {
        return sheet.sum(AMOUNT);
    }
}
