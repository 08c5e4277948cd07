package se.gits.costshare.run;

/** What an issuing act is (slag av utfärdande). */
public enum ActKind {
    /** A month's invoices, with adjustments of earlier months. */
    MONTH("faktura"),
    /** Takes back what is invoiced to one party for one month. */
    CREDIT("kredit"),
    /** A month that was credited, issued anew to its party. */
    REISSUE("ny"),
    /** The year's outcome less what was invoiced. */
    SETTLEMENT("avräkning");

    private final String swedish;

    ActKind(String swedish) {
        this.swedish = swedish;
    }

    /** The word kept in the register. */
    public String swedish() {
        return swedish;
    }

    /** Whether it is about one party alone. */
    public boolean isOfOneParty() {
        return this == CREDIT || this == REISSUE;
    }

    /**
     * @throws IllegalArgumentException if the word is none of them
     */
    public static ActKind ofSwedish(String word) {
        for (ActKind kind : values()) {
            if (kind.swedish.equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("Not a kind of act: " + word);
    }
}
