package se.gits.costshare.export.excel;

import java.util.List;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.run.Issuance;

/** Every invoice line of the month: the sheet {@code Rader}. */
final class LinesSheet {

    private static final List<ListSheet.Column> COLUMNS =
            List.of(
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
                    ListSheet.Column.text("Avser period", 13),
                    ListSheet.Column.text("Avser faktura", 14),
                    ListSheet.Column.text("Orsak", 30),
                    ListSheet.Column.text("Beslut", 28));

    private static final int AMOUNT = 8;

    private final ListSheet sheet;

    LinesSheet(ReproducibleWorkbook workbook, Issuance issuance) {
        sheet = new ListSheet(workbook, "Rader", SheetTitle.of("Fakturarader", issuance), COLUMNS);
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

    /** The sum of the lines, without VAT. */
    Total net() {
        return sheet.sum(AMOUNT);
    }
}
