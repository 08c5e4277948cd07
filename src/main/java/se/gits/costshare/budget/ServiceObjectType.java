package se.gits.costshare.budget;

/** What a service object is (typ): förvaltningsobjekt, uppdrag or projekt. */
public enum ServiceObjectType {
    MAINTENANCE_OBJECT("förvaltningsobjekt"),
    ASSIGNMENT("uppdrag"),
    PROJECT("projekt");

    private final String swedish;

    ServiceObjectType(String swedish) {
        this.swedish = swedish;
    }

    /** The word used in files. */
    public String swedish() {
        return swedish;
    }
}
