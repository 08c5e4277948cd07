package se.gits.costshare.difference;

import se.gits.costshare.invoice.LineKind;

/**
 * What a change from one month to another is made of (slag av förändring). The kinds are kept
 * apart, since each of them can be told to the öre.
 */
public enum ChangeKind {
    /** The months' own cost, by what the input says of them. */
    COST("kostnad"),
    /** Adjustments of earlier months, that one of the two carries and the other does not. */
    ADJUSTMENT("justering"),
    /** Nothing but that neither month's exact cost is whole öre. */
    ROUNDING("öresutjämning");

    private final String swedish;

    ChangeKind(String swedish) {
        this.swedish = swedish;
    }

    /** The word used in files. */
    public String swedish() {
        return swedish;
    }

    /** What a line of a month changes by, where something in the input tells why. */
    static ChangeKind of(LineKind kind) {
        return kind == LineKind.ORDINARY ? COST : ADJUSTMENT;
    }
}
