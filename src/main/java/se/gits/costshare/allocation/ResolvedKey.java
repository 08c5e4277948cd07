package se.gits.costshare.allocation;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.PartyCode;

/**
 * An allocation key as it stands for one month and one object, every share and weight known
 * (upplöst fördelningsnyckel): shares for the key's rows, and for each row shares for its parties.
 *
 * @param rows the exact share of each row
 * @param membersOf who pays a row's part: the single party, or a group's participating members
 */
public record ResolvedKey(Shares<KeyRow> rows, SortedMap<KeyRow, Shares<PartyCode>> membersOf) {

    public ResolvedKey {
        membersOf = Collections.unmodifiableSortedMap(new TreeMap<>(membersOf));
        if (!rows.recipients().equals(List.copyOf(membersOf.keySet()))) {
            throw new IllegalArgumentException(
                    rows.recipients() + " are not the rows of " + membersOf.keySet());
        }
    }

    /**
     * Splits a cost first between the rows and then each row's part between its parties, both by
     * largest remainder. A party that several rows reach pays their sum.
     *
     * @see "CONTRACT 3, steps 2 and 3"
     */
    public SortedMap<PartyCode, Money> split(Money cost) {
        SortedMap<PartyCode, Money> partOf = new TreeMap<>();
        for (Map.Entry<KeyRow, Money> row : rows.split(cost).entrySet()) {
            membersOf
                    .get(row.getKey())
                    .split(row.getValue())
                    .forEach((party, part) -> partOf.merge(party, part, Money::plus));
        }
        return partOf;
    }
}
