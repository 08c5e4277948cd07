package se.gits.costshare.invoice;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * An invoice number (fakturanummer): the invoice date's year and five digits, {@code 202300001};
 * internal ones with {@code I} before.
 *
 * @param ordinal the place in the series, 1–99999
 * @see "17 kap. 24 § mervärdesskattelagen (2023:200): ett löpnummer som ensamt identifierar
 *     fakturan"
 * @see "CONTRACT 3"
 */
public record InvoiceNumber(InvoiceSeries series, int ordinal)
        implements Comparable<InvoiceNumber> {

    public static final int LAST_ORDINAL = 99_999;

    private static final Pattern FORM = Pattern.compile("(I?)(\\d{4})(\\d{5})");

    public InvoiceNumber {
        if (ordinal < 1 || ordinal > LAST_ORDINAL) {
            throw new IllegalArgumentException("No number " + ordinal + " in a series");
        }
    }

    /**
     * @throws IllegalArgumentException if the text is not an invoice number
     */
    public static InvoiceNumber parse(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("Not an invoice number: " + text);
        }
        return new InvoiceNumber(
                new InvoiceSeries(Integer.parseInt(match.group(2)), !match.group(1).isEmpty()),
                Integer.parseInt(match.group(3)));
    }

    /**
     * @throws IllegalArgumentException if the series is full
     */
    public InvoiceNumber next() {
        return new InvoiceNumber(series, ordinal + 1);
    }

    @Override
    public int compareTo(InvoiceNumber other) {
        return Comparator.comparing(InvoiceNumber::series)
                .thenComparing(InvoiceNumber::ordinal)
                .compare(this, other);
    }

    @Override
    public String toString() {
        // Built by hand: a formatter would use the digits of the machine's locale.
        String digits = Integer.toString(series.year() * 100_000 + ordinal);
        return series.internal() ? "I" + digits : digits;
    }
}
