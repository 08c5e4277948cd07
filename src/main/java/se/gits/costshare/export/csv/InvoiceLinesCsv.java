package se.gits.costshare.export.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import se.gits.costshare.export.ActExporter;
import se.gits.costshare.export.InvoiceExporter;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.run.Issuance;

/** Invoice lines: {@code fakturarader.csv}, and the same columns for each invoice alone. */
public final class InvoiceLinesCsv implements InvoiceExporter, ActExporter {

    public static final List<String> COLUMNS =
            List.of(
                    "period",
                    "fakturanummer",
                    "part",
                    "namn",
                    "objekt",
                    "rad",
                    "benämning",
                    "typ",
                    "nyckel",
                    "belopp",
                    "momssats",
                    "momsgrund",
                    "avser_period",
                    "avser_faktura",
                    "orsak",
                    "beslut");

    @Override
    public String ending() {
        return ".csv";
    }

    @Override
    public String fileName() {
        return "fakturarader.csv";
    }

    @Override
    public byte[] export(Invoice invoice) {
        return CsvFile.inMemory(COLUMNS, csv -> add(invoice, csv));
    }

    @Override
    public void export(Issuance issuance, OutputStream out) throws IOException {
        CsvFile.write(
                out, COLUMNS, csv -> issuance.invoices().forEach(invoice -> add(invoice, csv)));
    }

    private static void add(Invoice invoice, CsvFile csv) {
        String number = invoice.number().map(InvoiceNumber::toString).orElse("");
        for (InvoiceLine line : invoice.lines()) {
            csv.text(invoice.period())
                    .text(number)
                    .text(invoice.recipient().code())
                    .text(invoice.recipient().name())
                    .text(line.objectCode())
                    .text(line.budgetRow())
                    .text(line.text())
                    .text(line.kind().swedish())
                    .text(line.keyCode())
                    .amount(line.amount())
                    .number(line.vat().percent())
                    .text(line.vat().ground())
                    .texts(line.concernsMonths())
                    .texts(line.concernsInvoices())
                    .text(line.cause())
                    .text(line.decision())
                    .endRow();
        }
    }
}
