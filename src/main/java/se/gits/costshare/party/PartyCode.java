package se.gits.costshare.party;

import java.util.regex.Pattern;

/**
 * The code of a party or of a group of parties (kod, grupp): A–Z, 0–9 and hyphen. A municipality's
 * code is SCB's four digits.
 *
 * <p>Codes are ordered by their characters, in every locale; that order decides who gets an öre
 * when fractions are equal.
 */
public record PartyCode(String value) implements Comparable<PartyCode> {

    // First of all, since the constants below are checked against it.
    private static final Pattern FORM = Pattern.compile("[A-Z0-9-]{1,20}");

    /** The municipalities of Västra Götaland (VGK), to which every kommun belongs. */
    public static final PartyCode MUNICIPALITIES = new PartyCode("VGK");

    public PartyCode {
        if (!isCode(value)) {
            throw new IllegalArgumentException("Not a party code: " + value);
        }
    }

    public static boolean isCode(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public int compareTo(PartyCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
