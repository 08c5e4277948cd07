package se.gits.costshare.export.pdf;

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
        return TaggedDocument.of(TEMPLATE.text(content), facts);
    }
}
