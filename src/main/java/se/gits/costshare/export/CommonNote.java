package se.gits.costshare.export;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.invoice.InvoiceNumber;

/**
 * What an invoice says once, above its lines, since it is the same for all of them: which invoices
 * they refer to, and why they are there. Where they differ, each line says its own.
 */
public final class CommonNote {

    private final Invoice invoice;
    private final boolean sameInvoices;
    private final boolean sameCause;

    public CommonNote(Invoice invoice) {
        this.invoice = invoice;
        this.sameInvoices = isSame(InvoiceLine::concernsInvoices);
        this.sameCause = isSame(InvoiceLine::cause);
    }

    private boolean isSame(Function<InvoiceLine, Object> part) {
        Set<Object> different = new HashSet<>();
        invoice.lines().forEach(line -> different.add(part.apply(line)));
        return different.size() == 1;
    }

    /** Every invoice that the lines refer to, each with its whole number. */
    public String invoices() {
        return inWords(invoice.concernsInvoices());
    }

    /** How many invoices the lines refer to. */
    public int invoiceCount() {
        return invoice.concernsInvoices().size();
    }

    /** Why the lines are there; empty where they do not say, or say different things. */
    public String cause() {
        return sameCause ? invoice.lines().get(0).cause() : "";
    }

    /** The invoices that a line refers to; empty where all lines refer to the same. */
    public String invoicesOf(InvoiceLine line) {
        return sameInvoices ? "" : inWords(line.concernsInvoices());
    }

    /** Why a line is there; empty where all lines say the same. */
    public String causeOf(InvoiceLine line) {
        return sameCause ? "" : line.cause();
    }

    private static String inWords(Collection<InvoiceNumber> numbers) {
        return numbers.stream().map(InvoiceNumber::toString).collect(Collectors.joining(", "));
    }
}
