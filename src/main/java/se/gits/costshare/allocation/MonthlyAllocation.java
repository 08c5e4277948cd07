package se.gits.costshare.allocation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.PartyCode;

/**
 * A budget line split over its months and between its parties (månadsfördelning).
 *
 * <p>What is split is the accumulated cost, and a month is the difference to the month before. So
 * each month adds up to the öre, and the months add up to exactly the split of the whole. Where the
 * key's shares or weights change, a new segment begins: what arises from then on is split by the
 * new ones, and months are differences within the segment.
 *
 * @see "CONTRACT 3, step 4 and the paragraph after it"
 */
public final class MonthlyAllocation {

    private final Accrual accrual;
    private final List<ResolvedKey> keyOfMonth;

    /** Accumulated parts within the segment, by month; computed when first asked for. */
    private final List<SortedMap<PartyCode, Money>> accumulatedOfMonth;

    /**
     * @param keyOfMonth the key of each of the accrual's months, the first month first
     * @throws IllegalArgumentException if there is not one key a month
     */
    public MonthlyAllocation(Accrual accrual, List<ResolvedKey> keyOfMonth) {
        if (keyOfMonth.size() != accrual.months()) {
            throw new IllegalArgumentException(
                    keyOfMonth.size() + " keys for " + accrual.months() + " months");
        }
        this.accrual = accrual;
        this.keyOfMonth = List.copyOf(keyOfMonth);
        this.accumulatedOfMonth = new ArrayList<>(Collections.nCopies(accrual.months(), null));
    }

    /**
     * What each party pays for one month: accumulated through the month, less accumulated through
     * the month before. Of a positive line each row of the key can give back one öre of a party's,
     * and only where its share by that row is about one öre a month or less; a party that several
     * rows reach sees their sum.
     *
     * @param month counted from 1
     * @return every party of the month's key, also those that pay nothing
     */
    public SortedMap<PartyCode, Money> ofMonth(int month) {
        SortedMap<PartyCode, Money> amounts = new TreeMap<>(accumulatedThrough(month));
        if (month > segmentStart(month)) {
            accumulatedThrough(month - 1)
                    .forEach(
                            (party, before) -> amounts.merge(party, before.negated(), Money::plus));
        }
        return amounts;
    }

    /** The cost of one month, the parties together. */
    public Money costOfMonth(int month) {
        return accrual.throughMonth(month).minus(accrual.throughMonth(month - 1));
    }

    /** The first month, counted from 1, of the segment that the month lies in. */
    public int segmentStart(int month) {
        int start = month;
        while (start > 1 && keyOfMonth.get(start - 2).equals(keyOfMonth.get(month - 1))) {
            start--;
        }
        return start;
    }

    /** What each party has to bear within the month's segment, through the month. */
    public SortedMap<PartyCode, Money> accumulatedThrough(int month) {
        SortedMap<PartyCode, Money> known = accumulatedOfMonth.get(month - 1);
        if (known != null) {
            return known;
        }
        Money sinceSegmentStart =
                accrual.throughMonth(month).minus(accrual.throughMonth(segmentStart(month) - 1));
        SortedMap<PartyCode, Money> accumulated =
                Collections.unmodifiableSortedMap(
                        keyOfMonth.get(month - 1).split(sinceSegmentStart));
        accumulatedOfMonth.set(month - 1, accumulated);
        return accumulated;
    }
}
