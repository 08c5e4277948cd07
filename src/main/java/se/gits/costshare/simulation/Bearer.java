package se.gits.costshare.simulation;

import se.gits.costshare.party.Invoicing;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyType;

/** Who bears a cost, as a steering group asks for it. */
public enum Bearer {
    REGION("Regionen"),
    MUNICIPALITIES("Kommunerna"),
    OTHERS("Övriga som faktureras"),
    CENTRAL("Bärs centralt, faktureras inte");

    private final String swedish;

    Bearer(String swedish) {
        this.swedish = swedish;
    }

    /** The words used in files. */
    public String swedish() {
        return swedish;
    }

    /** Where a party's cost belongs; a party that is not invoiced is nobody but the centre. */
    public static Bearer of(Party party) {
        if (party.invoicing() == Invoicing.NONE) {
            return CENTRAL;
        }
        return party.type() == PartyType.REGION
                ? REGION
                : party.type() == PartyType.MUNICIPALITY ? MUNICIPALITIES : OTHERS;
    }
}
