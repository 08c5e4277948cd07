package se.gits.costshare.party;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Swedish organisation number (organisationsnummer): ten digits, the last a check digit.
 *
 * @param digits the ten digits, without hyphen
 */
public record OrganisationNumber(String digits) {

    private static final Pattern FORM = Pattern.compile("(\\d{6})-?(\\d{4})");

    public OrganisationNumber {
        if (!isOfDigits(digits)) {
            throw new IllegalArgumentException("Not an organisation number: " + digits);
        }
    }

    /** Whether these are ten digits, the last a check digit for the others. */
    static boolean isOfDigits(String digits) {
        return digits.length() == 10 && CheckDigit.isValid(digits);
    }

    /**
     * Reads {@code NNNNNN-NNNN} or ten digits; empty where the form or the check digit is wrong.
     */
    public static Optional<OrganisationNumber> parse(String text) {
        var match = FORM.matcher(text);
        if (!match.matches() || !CheckDigit.isValid(match.group(1) + match.group(2))) {
            return Optional.empty();
        }
        return Optional.of(new OrganisationNumber(match.group(1) + match.group(2)));
    }

    /** With the hyphen that Swedish readers expect, {@code 212000-1355}. */
    @Override
    public String toString() {
        return digits.substring(0, 6) + "-" + digits.substring(6);
    }
}
