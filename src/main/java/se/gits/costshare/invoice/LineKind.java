package se.gits.costshare.invoice;

/** Why a line stands on an invoice (typ in {@code fakturarader.csv}). */
public enum LineKind {
    /** The month's own cost. */
    ORDINARY("ordinarie"),
    /** What earlier issued months would be today, less what was invoiced for them. */
    ADJUSTMENT("justering"),
    /** Takes back what was invoiced. */
    CREDIT("kredit"),
    /** The year's outcome less what was invoiced. */
    SETTLEMENT("avräkning");

    private final String swedish;

    LineKind(String swedish) {
        this.swedish = swedish;
    }

    /** The word used in files. */
    public String swedish() {
        return swedish;
    }

    /**
     * @throws IllegalArgumentException if the word is none of them
     */
    public static LineKind ofSwedish(String word) {
        for (LineKind kind : values()) {
            if (kind.swedish.equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("Not a kind of line: " + word);
    }
}
