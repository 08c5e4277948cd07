package se.gits.costshare.party;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The form of an address for e-invoices (peppol_id): {@code 0007:2120001355}. */
public final class PeppolId {

    /** ISO 6523's code for Swedish organisation numbers. */
    private static final String SWEDISH_ORGANISATION = "0007";

    private static final Pattern FORM = Pattern.compile("(\\d{4}):([A-Za-z0-9._~-]{1,50})");

    private PeppolId() {}

    /**
     * Whether the text is a scheme and an identifier; under scheme 0007 the identifier is an
     * organisation number without hyphen.
     *
     * @see "Peppol BIS Billing 3, PEPPOL-COMMON-R049"
     */
    public static boolean isValid(String text) {
        Matcher match = FORM.matcher(text);
        return match.matches()
                && (!match.group(1).equals(SWEDISH_ORGANISATION)
                        || match.group(2).length() == 10 && CheckDigit.isValid(match.group(2)));
    }
}
