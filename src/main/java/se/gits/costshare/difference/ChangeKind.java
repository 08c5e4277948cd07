package se.gits.costshare.difference;

import java.util.List;
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
    /**
     * How a cost is invoiced, or its VAT: what was carried centrally is invoiced, or the other way
     * round. It changes nothing of what a party bears.
     */
    INVOICING("fakturering"),
    /** Nothing but that neither month's exact cost is whole öre. */
    ROUNDING("öresutjämning");

    /** The kinds that change what a party bears. */
    public static final List<ChangeKind> OF_COST = List.of(COST, ADJUSTMENT, ROUNDING);

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
