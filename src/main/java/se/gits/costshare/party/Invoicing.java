package se.gits.costshare.party;

/** Whether and how a party is invoiced (fakturering). */
public enum Invoicing {
    /** An invoice with VAT (faktura). */
    INVOICE("faktura"),
    /** The issuer's own organisation: an internal invoice without VAT (intern). */
    INTERNAL("intern"),
    /** A cost carried centrally: shown, never invoiced (ingen). */
    NONE("ingen");

    private final String swedish;

    Invoicing(String swedish) {
        this.swedish = swedish;
    }

    /**
     * The kind by its word.
     *
     * @throws IllegalArgumentException if there is no such word
     */
    public static Invoicing ofSwedish(String word) {
        for (Invoicing invoicing : values()) {
            if (invoicing.swedish.equals(word)) {
                return invoicing;
            }
        }
        throw new IllegalArgumentException(word);
    }

    /** The word used in files. */
    public String swedish() {
        return swedish;
    }
}
