package se.gits.costshare.party;

/** Who bears a cost, as a steering group asks for it (betalare). */
public enum Bearer {
    REGION,
    MUNICIPALITIES,
    OTHERS,
    CENTRAL;

    /** Where a party's cost belongs; that of a party that is not invoiced is carried centrally. */
    public static Bearer of(Party party) {
        return of(party.type(), party.invoicing());
    }

    /** Where a cost belongs that was invoiced, or not, to a party of the type. */
    public static Bearer of(PartyType type, Invoicing invoicing) {
        if (invoicing == Invoicing.NONE) {
            return CENTRAL;
        }
        return switch (type) {
            case REGION -> REGION;
            case MUNICIPALITY -> MUNICIPALITIES;
            case OTHER -> OTHERS;
        };
    }
}
