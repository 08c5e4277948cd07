package se.gits.costshare.invoice;

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
}
