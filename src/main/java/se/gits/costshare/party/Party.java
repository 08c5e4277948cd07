package se.gits.costshare.party;

import java.util.Collections;
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

    public Party {
        groups = Collections.unmodifiableSortedSet(groupsWithOwn(type, groups));
    }

    /** The same party, invoiced in another way. */
    public Party invoicedAs(Invoicing other) {
        return new Party(
                code, name, type, organisationNumber, other, groups, peppolId, reference, address);
    }

    private static SortedSet<PartyCode> groupsWithOwn(PartyType type, Set<PartyCode> groups) {
        SortedSet<PartyCode> all = new TreeSet<>(groups);
        if (type == PartyType.MUNICIPALITY) {
            all.add(PartyCode.MUNICIPALITIES);
        }
        return all;
    }
}
