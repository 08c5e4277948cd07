package se.gits.costshare.register;

/** What an issuing act is. */
public enum ActKind {
    /** A month's invoices. */
    MONTH("faktura");

    private final String swedish;

    ActKind(String swedish) {
        this.swedish = swedish;
    }

    /** The word kept in the register. */
    public String swedish() {
        return swedish;
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
