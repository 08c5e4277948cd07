package se.gits.costshare.export;

import java.util.Collection;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.invoice.InvoiceNumber;

/**
 * What an invoice says once, above its lines, since it is the same for all of them: which invoices
 * they refer to, and why they are there. A line that differs says its own.
 */
public final class CommonNote {

    /** From so many on, invoices are referred to together. */
    private static final int MANY = 3;

    private final Invoice invoice;
    private final boolean sameInvoices;
    private final boolean sameCause;

    public CommonNote(Invoice invoice) {
        this.invoice = invoice;
        this.sameInvoices = haveSame(InvoiceLine::concernsInvoices);
        this.sameCause = haveSame(InvoiceLine::cause);
    }

    private boolean haveSame(Function<InvoiceLine, Object> part) {
        return invoice.lines().stream().map(part).distinct().count() == 1;
    }

    /** Every invoice that the lines refer to, each with its whole number. */
    public String invoices() {
        return inWords(invoice.concernsInvoices());
    }

    /** The credit notes that a new invoice follows. */
    public String follows() {
        return inWords(invoice.follows());
    }

    /** Why the lines are there; empty where they do not say, or say different things. */
    public String cause() {
        return sameCause ? invoice.lines().get(0).cause() : "";
    }

    /**
     * The invoices that a line refers to; empty where all lines refer to the same. Many are not
     * numbered again at each line that refers to all of them.
     */
    public String invoicesOf(SortedSet<InvoiceNumber> numbers) {
        if (sameInvoices) {
            return "";
        }
        return numbers.size() >= MANY && numbers.equals(invoice.concernsInvoices())
                ? "samtliga ovan"
                : inWords(numbers);
    }

    /** Why a line is there; empty where all lines say the same. */
    public String causeOf(InvoiceLine line) {
        return sameCause ? "" : line.cause();
    }

    private static String inWords(Collection<InvoiceNumber> numbers) {
        return numbers.stream().map(InvoiceNumber::toString).collect(Collectors.joining(", "));
    }
}
