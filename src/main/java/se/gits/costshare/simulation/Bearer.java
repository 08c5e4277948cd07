package se.gits.costshare.simulation;

import se.gits.costshare.party.Invoicing;
import se.gits.costshare.party.Party;

/** Who bears a cost, as a steering group asks for it (betalare). */
public enum Bearer {
    REGION,
    MUNICIPALITIES,
    OTHERS,
    CENTRAL;

    /** Where a party's cost belongs; that of a party that is not invoiced is carried centrally. */
    public static Bearer of(Party party) {
        if (party.invoicing() == Invoicing.NONE) {
            return CENTRAL;
        }
        return switch (party.type()) {
            case REGION -> REGION;
            case MUNICIPALITY -> MUNICIPALITIES;
            case OTHER -> OTHERS;
        };
    }
}
