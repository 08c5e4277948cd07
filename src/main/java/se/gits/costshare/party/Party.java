package se.gits.costshare.party;

import java.text.Normalizer;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One who shares a cost (part): the region, a municipality, or another.
 *
 * @param groups every group the party belongs to, {@code VGK} included for a municipality
 * @param peppolId the address for e-invoices, {@code 0007:2120001355}; empty where unknown
 * @param reference the recipient's own reference (referens); empty where unknown
 */
public record Party(
        PartyCode code,
        String name,
        PartyType type,
        Optional<OrganisationNumber> organisationNumber,
        Invoicing invoicing,
        SortedSet<PartyCode> groups,
        String peppolId,
        String reference,
        Address address) {

    /** Paths on Windows are short; the code before the name tells the party anyhow. */
    private static final int LONGEST_NAME_OF_FILE = 60;

    public Party {
        groups = Collections.unmodifiableSortedSet(groupsWithOwn(type, groups));
    }

    /** The same party, invoiced in another way. */
    public Party invoicedAs(Invoicing other) {
        return new Party(
                code, name, type, organisationNumber, other, groups, peppolId, reference, address);
    }

    /**
     * What the files of its invoices are called, without their ending: its code, and its name in
     * ASCII, lower case, with hyphens, {@code 1480-goteborgs-stad}. Both may have hyphens, so that
     * two parties may be called the same.
     */
    public String fileName() {
        String ascii =
                Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .replaceAll("[^a-z0-9]+", "-");
        String cut = ascii.substring(0, Math.min(ascii.length(), LONGEST_NAME_OF_FILE));
        String trimmed = cut.replaceAll("^-+|-+$", "");
        return code + "-" + (trimmed.isEmpty() ? "part" : trimmed);
    }

    /** The same of a document of the kind that it was invoiced on before. */
    public String fileNameOfEarlierKind(boolean isInternal) {
        return fileName() + (isInternal ? "-internt" : "-externt");
    }

    private static SortedSet<PartyCode> groupsWithOwn(PartyType type, Set<PartyCode> groups) {
        SortedSet<PartyCode> all = new TreeSet<>(groups);
        if (type == PartyType.MUNICIPALITY) {
            all.add(PartyCode.MUNICIPALITIES);
        }
        return all;
    }
}
