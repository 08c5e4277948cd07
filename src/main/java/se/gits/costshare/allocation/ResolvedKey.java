package se.gits.costshare.allocation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.PartyCode;

/**
 * An allocation key as it stands for one month and one object, every share and weight known
 * (upplöst fördelningsnyckel): shares for the key's rows, and for each row shares for its parties.
 */
public final class ResolvedKey {

    private final Shares<KeyRow> rows;
    private final SortedMap<KeyRow, Shares<PartyCode>> membersOf;

    /** Every party that a row reaches, lowest first, with nothing to pay. */
    private final SortedMap<PartyCode, Money> nothing = new TreeMap<>();

    /** For each row in order, where its members stand among the parties. */
    private final List<int[]> placesOfRow = new ArrayList<>();

    /**
     * @param rows the exact share of each row
     * @param membersOf who pays a row's part: the single party, or a group's participating members
     * @throws IllegalArgumentException if there are not members for each row
     */
    public ResolvedKey(Shares<KeyRow> rows, SortedMap<KeyRow, Shares<PartyCode>> membersOf) {
        this.rows = rows;
        this.membersOf = Collections.unmodifiableSortedMap(new TreeMap<>(membersOf));
        if (!rows.recipients().equals(List.copyOf(membersOf.keySet()))) {
            throw new IllegalArgumentException(
                    rows.recipients() + " are not the rows of " + membersOf.keySet());
        }
        for (Shares<PartyCode> members : membersOf.values()) {
            members.recipients().forEach(party -> nothing.put(party, Money.ZERO));
        }
        List<PartyCode> parties = List.copyOf(nothing.keySet());
        for (Shares<PartyCode> members : membersOf.values()) {
            placesOfRow.add(
                    members.recipients().stream()
                            .mapToInt(party -> Collections.binarySearch(parties, party))
                            .toArray());
        }
    }

    /** The exact share of each row. */
    public Shares<KeyRow> rows() {
        return rows;
    }

    /** Who pays a row's part: the single party, or a group's participating members. */
    public SortedMap<KeyRow, Shares<PartyCode>> membersOf() {
        return membersOf;
    }

    /**
     * Splits a cost first between the rows and then each row's part between its parties, both by
     * largest remainder. A party that several rows reach pays their sum.
     *
     * @see "CONTRACT 3, steps 2 and 3"
     */
    public SortedMap<PartyCode, Money> split(Money cost) {
        return byParty(splitInOre(cost));
    }

    /** Splits a cost in the same way and keeps the reason for every öre. */
    public KeyApportionment apportion(Money cost) {
        Apportionment<KeyRow> ofRows = rows.apportion(cost);
        SortedMap<KeyRow, Apportionment<PartyCode>> ofMembers = new TreeMap<>();
        for (Apportionment.Quota<KeyRow> row : ofRows.quotas()) {
            ofMembers.put(row.recipient(), membersOf.get(row.recipient()).apportion(row.part()));
        }
        return new KeyApportionment(ofRows, ofMembers);
    }

    /** The parts alone, in öre, the lowest party's first. */
    long[] splitInOre(Money cost) {
        long[] partsOre = new long[nothing.size()];
        long[] ofRowsOre = rows.splitInOre(cost);
        for (int row = 0; row < ofRowsOre.length; row++) {
            Shares<PartyCode> members = membersOf.get(rows.recipients().get(row));
            long[] ofMembersOre = members.splitInOre(new Money(ofRowsOre[row]));
            int[] places = placesOfRow.get(row);
            for (int i = 0; i < places.length; i++) {
                partsOre[places[i]] = Math.addExact(partsOre[places[i]], ofMembersOre[i]);
            }
        }
        return partsOre;
    }

    /**
     * Gives each part its party. Copying a sorted map compares no codes, which would take longer
     * than the split.
     *
     * @param partsOre in öre, the lowest party's first
     */
    SortedMap<PartyCode, Money> byParty(long[] partsOre) {
        SortedMap<PartyCode, Money> partOf = new TreeMap<>(nothing);
        int place = 0;
        for (Map.Entry<PartyCode, Money> part : partOf.entrySet()) {
            part.setValue(new Money(partsOre[place++]));
        }
        return partOf;
    }

    /** Equal where the rows and their members are the same and have the same weights. */
    @Override
    public boolean equals(Object other) {
        return other == this
                || other instanceof ResolvedKey key
                        && rows.equals(key.rows)
                        && membersOf.equals(key.membersOf);
    }

    @Override
    public int hashCode() {
        return Objects.hash(rows, membersOf);
    }

    @Override
    public String toString() {
        return rows + ", of which " + membersOf;
    }
}
