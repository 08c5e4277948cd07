package se.gits.costshare.export.pdf;

import java.util.Optional;
import se.gits.costshare.export.InvoiceExporter;
import se.gits.costshare.export.html.HtmlTemplate;
import se.gits.costshare.invoice.Invoice;

/**
 * An invoice as a PDF of A4 pages, which says what its workbook says.
 *
 * @see "17 kap. 24 § mervärdesskattelagen (2023:200)"
 */
public final class InvoicePdf implements InvoiceExporter {

    private static final HtmlTemplate TEMPLATE =
            new HtmlTemplate(InvoicePdf.class, "invoice.mustache");

    private final InvoiceExporter eInvoice;

    /**
     * @param eInvoice the same invoice for machines, which the PDF carries where there is one
     */
    public InvoicePdf(InvoiceExporter eInvoice) {
        this.eInvoice = eInvoice;
    }

    @Override
    public String ending() {
        return ".pdf";
    }

    @Override
    public byte[] export(Invoice invoice) {
        InvoiceContent content = new InvoiceWords(invoice).content();
        DocumentFacts facts =
                new DocumentFacts(
                        content.title(),
                        invoice.issuer().name(),
                        content.subject(),
                        invoice.issueDate());
        return TaggedDocument.of(TEMPLATE.text(content), facts, carried(invoice));
    }

    private Optional<Attachment> carried(Invoice invoice) {
        return eInvoice.isMadeFor(invoice)
                ? Optional.of(
                        new Attachment(
                                "e-faktura" + eInvoice.ending(),
                                "Samma faktura som Peppol BIS Billing 3",
                                eInvoice.export(invoice),
                                invoice.issueDate()))
                : Optional.empty();
    }
}
