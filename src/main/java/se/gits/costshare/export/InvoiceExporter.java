package se.gits.costshare.export;

import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.run.Issuance;

/**
 * Makes one kind of file of an invoice. A new kind is one new class and a line in {@link
 * Exporters}.
 */
public interface InvoiceExporter {

    /** The file's ending, {@code .xlsx}. */
    String ending();

    /** The file; the same invoice and month give the same bytes, on any machine and at any time. */
    byte[] export(Invoice invoice, Issuance issuance);
}
