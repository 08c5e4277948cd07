package se.gits.costshare.party;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The form of an address for e-invoices (peppol_id): {@code 0007:2120001355}. */
public final class PeppolId {

    /** ISO 6523's code for Swedish organisation numbers. */
    private static final String SWEDISH_ORGANISATION = "0007";

    /** That of GS1's location numbers (GLN), which the region's administrations have. */
    private static final String LOCATION = "0088";

    private static final int LOCATION_DIGITS = 13;

    /**
     * The schemes that an address can be of.
     *
     * @see "Electronic Address Scheme (EAS) code list, as of Peppol BIS Billing 3.0.21"
     */
    private static final Set<String> SCHEMES =
            Set.of(
                    ("0002 0007 0009 0060 0088 0096 0097 0106 0130 0135 0142 0151 0183 0184 0188"
                                    + " 0190 0191 0192 0195 0196 0198 0199 0200 0201 0204 0208 0209"
                                    + " 0210 0211 0216 0218 0221 0225 0230 0235 0240 0242 0244 0245"
                                    + " 0246 0248 9910 9913 9914 9915 9918 9919 9920 9922 9923 9924"
                                    + " 9925 9926 9927 9928 9929 9930 9931 9932 9933 9934 9935 9936"
                                    + " 9937 9938 9939 9940 9941 9942 9943 9944 9945 9946 9947 9948"
                                    + " 9949 9950 9951 9952 9953 9957 9959")
                            .split(" "));

    private static final Pattern FORM = Pattern.compile("(\\d{4}):([A-Za-z0-9._~-]{1,50})");

    private PeppolId() {}

    /**
     * Whether the text is a scheme and an identifier; under scheme 0007 the identifier is an
     * organisation number without hyphen, under 0088 a location number of 13 digits.
     *
     * @see "Peppol BIS Billing 3, PEPPOL-COMMON-R049 and R040, BR-CL-25"
     */
    public static boolean isValid(String text) {
        Matcher match = FORM.matcher(text);
        if (!match.matches() || !SCHEMES.contains(match.group(1))) {
            return false;
        }
        String identifier = match.group(2);
        return switch (match.group(1)) {
            case SWEDISH_ORGANISATION -> OrganisationNumber.isOfDigits(identifier);
            case LOCATION -> isLocation(identifier);
            default -> true;
        };
    }

    /** Whether it is of one of the schemes that Swedish receivers have, which are tried whole. */
    public static boolean isSwedish(String peppolId) {
        return Set.of(SWEDISH_ORGANISATION, LOCATION).contains(scheme(peppolId));
    }

    /** Whether it is an organisation number, and another one. */
    public static boolean isOfAnother(String peppolId, OrganisationNumber own) {
        return scheme(peppolId).equals(SWEDISH_ORGANISATION)
                && !identifier(peppolId).equals(own.digits());
    }

    /**
     * The scheme of an address, {@code 0007}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static String scheme(String peppolId) {
        return parts(peppolId).group(1);
    }

    /**
     * What identifies the receiver within the scheme, {@code 2120001355}.
     *
     * @throws IllegalArgumentException if it is no address
     */
    public static String identifier(String peppolId) {
        return parts(peppolId).group(2);
    }

    private static Matcher parts(String peppolId) {
        Matcher match = FORM.matcher(peppolId);
        if (!match.matches()) {
            throw new IllegalArgumentException("Not a Peppol id: " + peppolId);
        }
        return match;
    }

    /** Thirteen digits; from the right every second counts threefold, and the sum ends in 0. */
    private static boolean isLocation(String digits) {
        if (digits.length() != LOCATION_DIGITS || !digits.chars().allMatch(Character::isDigit)) {
            return false;
        }
        int sum =
                IntStream.range(0, LOCATION_DIGITS)
                        .map(i -> Character.digit(digits.charAt(i), 10) * (i % 2 == 0 ? 1 : 3))
                        .sum();
        return sum % 10 == 0;
    }
}
