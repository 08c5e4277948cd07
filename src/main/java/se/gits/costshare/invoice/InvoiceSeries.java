package se.gits.costshare.invoice;

/**
 * A number series (nummerserie): the invoices of one year, internal ones apart, so that a gap among
 * those sent out can be seen. Credit notes share it.
 *
 * @param year the invoice date's year, of four digits
 */
public record InvoiceSeries(int year, boolean internal) implements Comparable<InvoiceSeries> {

    public InvoiceSeries {
        if (year < 1000 || year > 9999) {
            throw new IllegalArgumentException("No series of the year " + year);
        }
    }

    @Override
    public int compareTo(InvoiceSeries other) {
        int byYear = Integer.compare(year, other.year);
        return byYear != 0 ? byYear : Boolean.compare(internal, other.internal);
    }
}
