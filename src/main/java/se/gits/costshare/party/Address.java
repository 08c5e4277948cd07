package se.gits.costshare.party;

/**
 * A postal address (adress, postnummer, ort) and e-mail address; parts that are not known are
 * empty.
 */
public record Address(String street, String postcode, String town, String email) {

    public static final Address UNKNOWN = new Address("", "", "", "");

    /** Postcode and town as they stand on an envelope, {@code 404 82 Göteborg}. */
    public String postcodeAndTown() {
        return (postcode + " " + town).strip();
    }
}
