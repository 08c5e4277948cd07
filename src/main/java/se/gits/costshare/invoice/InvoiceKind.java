package se.gits.costshare.invoice;

import java.util.Locale;

/** What an invoice is (typ in {@code fakturor.csv}). */
public enum InvoiceKind {
    INVOICE("faktura"),
    /** To the issuer's own organisation, without VAT. */
    INTERNAL("internfaktura"),
    /** The sum is negative: the issuer pays. */
    CREDIT_NOTE("kreditfaktura");

    private final String swedish;

    InvoiceKind(String swedish) {
        this.swedish = swedish;
    }

    /** The word used in files. */
    public String swedish() {
        return swedish;
    }

    /** The word as it begins a heading, {@code Faktura}. */
    public String heading() {
        return swedish.substring(0, 1).toUpperCase(Locale.ROOT) + swedish.substring(1);
    }
}
