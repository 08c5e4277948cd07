package se.gits.costshare.export.peppol;

import java.util.ArrayList;
import java.util.List;
import se.gits.costshare.explanation.Explanations;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.run.Issuance;

/** The e-invoices of an act. */
record EInvoices(Issuance issuance) {

    /** An invoice and its document. */
    record Document(Invoice invoice, byte[] xml) {}

    List<Document> all() {
        PeppolInvoice exporter = new PeppolInvoice(Explanations.of(issuance));
        List<Document> documents = new ArrayList<>();
        for (Invoice invoice : issuance.invoices()) {
            if (exporter.isMadeFor(invoice)) {
                documents.add(new Document(invoice, exporter.export(invoice)));
            }
        }
        return documents;
    }
}
