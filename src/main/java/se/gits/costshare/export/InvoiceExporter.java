package se.gits.costshare.export;

import se.gits.costshare.invoice.Invoice;

/**
 * Makes one kind of file of an act's invoices. It is made once an act and asked by several threads.
 * A new kind is one new class and a line in {@link Exporters}.
 */
public interface InvoiceExporter {

    /** The file's ending, {@code .xlsx}. */
    String ending();

    /** Whether there is such a file of the invoice. */
    default boolean isMadeFor(Invoice invoice) {
        return true;
    }

    /**
     * The file; the same invoice of the same act gives the same bytes, on any machine and at any
     * time.
     */
    byte[] export(Invoice invoice);
}
