package se.gits.costshare.export.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import se.gits.costshare.export.ActExporter;
import se.gits.costshare.export.FileNames;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.party.OrganisationNumber;
import se.gits.costshare.run.Issuance;

/** The invoices of a month, one a row: {@code fakturor.csv}. */
public final class InvoicesCsv implements ActExporter {

    public static final List<String> COLUMNS =
            List.of(
                    "fakturanummer",
                    "typ",
                    "fakturadatum",
                    "förfallodatum",
                    "part",
                    "namn",
                    "organisationsnummer",
                    "ocr",
                    "netto",
                    "moms",
                    "öresavrundning",
                    "att_betala",
                    "avser_faktura",
                    "dokument");

    @Override
    public String fileName() {
        return "fakturor.csv";
    }

    @Override
    public void export(Issuance issuance, OutputStream out) throws IOException {
        CsvFile.write(out, COLUMNS, csv -> add(issuance, csv));
    }

    private static void add(Issuance issuance, CsvFile csv) {
        for (Invoice invoice : issuance.invoices()) {
            csv.text(invoice.number().map(InvoiceNumber::toString).orElse(""))
                    .text(invoice.kind().swedish())
                    .text(invoice.issueDate())
                    .text(invoice.dueDate())
                    .text(invoice.recipient().code())
                    .text(invoice.recipient().name())
                    .text(
                            invoice.recipient()
                                    .organisationNumber()
                                    .map(OrganisationNumber::toString)
                                    .orElse(""))
                    .text(invoice.paymentReference())
                    .amount(invoice.net())
                    .amount(invoice.vat())
                    .amount(invoice.rounding())
                    .amount(invoice.payable())
                    .texts(invoice.concernsInvoices())
                    .text(FileNames.ofInvoice(issuance, invoice, ".xlsx"))
                    .endRow();
        }
    }
}
