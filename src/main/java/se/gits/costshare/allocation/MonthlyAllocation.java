package se.gits.costshare.allocation;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
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

    /** Where each month's segment starts; whole keys are compared, and once is enough. */
    private final int[] segmentStartOfMonth;

    /**
     * Accumulated parts within the segment in öre, by month and by the key's parties; computed when
     * first asked for.
     */
    private final long[][] accumulatedOreOfMonth;

    /** How the accumulated cost was split, for the months that were asked for. */
    private final AtomicReferenceArray<KeyApportionment> apportionmentOfMonth;

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
        this.segmentStartOfMonth = new int[accrual.months()];
        for (int i = 0; i < segmentStartOfMonth.length; i++) {
            boolean goesOn = i > 0 && keyOfMonth.get(i).equals(keyOfMonth.get(i - 1));
            segmentStartOfMonth[i] = goesOn ? segmentStartOfMonth[i - 1] : i + 1;
        }
        this.accumulatedOreOfMonth = new long[accrual.months()][];
        this.apportionmentOfMonth = new AtomicReferenceArray<>(accrual.months());
    }

    private MonthlyAllocation(Money cost, MonthlyAllocation other) {
        this.accrual = new Accrual(cost, other.accrual.months());
        this.keyOfMonth = other.keyOfMonth;
        this.segmentStartOfMonth = other.segmentStartOfMonth;
        this.accumulatedOreOfMonth = new long[accrual.months()][];
        this.apportionmentOfMonth = new AtomicReferenceArray<>(accrual.months());
    }

    /**
     * Another cost split over the same months, by the same keys and in the same segments.
     *
     * @param cost for all the months together
     */
    public MonthlyAllocation withCost(Money cost) {
        return new MonthlyAllocation(cost, this);
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
        long[] amountsOre = accumulatedOreThrough(month).clone();
        if (month > segmentStart(month)) {
            // Within a segment the parties are the same, each in its place.
            long[] beforeOre = accumulatedOreThrough(month - 1);
            Arrays.setAll(amountsOre, i -> Math.subtractExact(amountsOre[i], beforeOre[i]));
        }
        return keyOf(month).byParty(amountsOre);
    }

    /**
     * What each party pays for all months together: what has accumulated at the end of each
     * segment, since within one the months are differences.
     *
     * @return every party of any month's key, also those that pay nothing
     */
    public SortedMap<PartyCode, Money> ofAllMonths() {
        SortedMap<PartyCode, Money> amounts = new TreeMap<>();
        for (int month = 1; month <= accrual.months(); month++) {
            if (month == accrual.months() || segmentStart(month + 1) == month + 1) {
                accumulatedThrough(month)
                        .forEach((party, part) -> amounts.merge(party, part, Money::plus));
            }
        }
        return amounts;
    }

    /** The cost of one month, the parties together. */
    public Money costOfMonth(int month) {
        return accrual.throughMonth(month).minus(accrual.throughMonth(month - 1));
    }

    /** The first month, counted from 1, of the segment that the month lies in. */
    public int segmentStart(int month) {
        return segmentStartOfMonth[month - 1];
    }

    /** What each party has to bear within the month's segment, through the month. */
    public SortedMap<PartyCode, Money> accumulatedThrough(int month) {
        return Collections.unmodifiableSortedMap(
                keyOf(month).byParty(accumulatedOreThrough(month)));
    }

    /** The cost for all the months together, and how many they are. */
    public Accrual accrual() {
        return accrual;
    }

    /** The key as it stands in a month. */
    public ResolvedKey keyOf(int month) {
        return keyOfMonth.get(month - 1);
    }

    /** What has arisen since the month's segment began, through the month. */
    public Money costSinceSegmentStart(int month) {
        return accrual.throughMonth(month).minus(accrual.throughMonth(segmentStart(month) - 1));
    }

    /**
     * How that was split, with the reason for every öre. It is kept, since every party asks for the
     * same.
     */
    public KeyApportionment apportionmentThrough(int month) {
        return apportionmentOfMonth.updateAndGet(
                month - 1,
                known ->
                        known != null
                                ? known
                                : keyOf(month).apportion(costSinceSegmentStart(month)));
    }

    private long[] accumulatedOreThrough(int month) {
        if (accumulatedOreOfMonth[month - 1] == null) {
            accumulatedOreOfMonth[month - 1] =
                    keyOf(month).splitInOre(costSinceSegmentStart(month));
        }
        return accumulatedOreOfMonth[month - 1];
    }
}
