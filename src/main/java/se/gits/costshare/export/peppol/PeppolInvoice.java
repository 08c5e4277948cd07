package se.gits.costshare.export.peppol;

import java.nio.charset.StandardCharsets;
import se.gits.costshare.explanation.Explanations;
import se.gits.costshare.export.InvoiceExporter;
import se.gits.costshare.export.html.HtmlTemplate;
import se.gits.costshare.invoice.Delivery;
import se.gits.costshare.invoice.Invoice;

/**
 * An invoice or credit note as Peppol BIS Billing 3, in UBL 2.1.
 *
 * @see "Peppol BIS Billing 3.0, May 2026 release (3.0.21)"
 */
public final class PeppolInvoice implements InvoiceExporter {

    public static final String ENDING = ".xml";

    private static final HtmlTemplate TEMPLATE =
            new HtmlTemplate(PeppolInvoice.class, "document.mustache");

    private final Explanations explanations;

    /**
     * @param explanations of the act whose invoices are made into documents
     */
    public PeppolInvoice(Explanations explanations) {
        this.explanations = explanations;
    }

    @Override
    public String ending() {
        return ENDING;
    }

    /** One to a party whose address in the network and whose reference are known. */
    @Override
    public boolean isMadeFor(Invoice invoice) {
        return invoice.delivery() == Delivery.E_INVOICE;
    }

    @Override
    public byte[] export(Invoice invoice) {
        return TEMPLATE.text(new DocumentWords(invoice, explanations).content())
                .getBytes(StandardCharsets.UTF_8);
    }
}
