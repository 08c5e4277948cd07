package se.gits.costshare.party;

/** What a party is (typ): region, kommun or övrig. */
public enum PartyType {
    REGION("region"),
    MUNICIPALITY("kommun"),
    OTHER("övrig");

    private final String swedish;

    PartyType(String swedish) {
        this.swedish = swedish;
    }

    /** The word used in files. */
    public String swedish() {
        return swedish;
    }
}
