package se.gits.costshare.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.PartyCode;

/** Keys are written as {@link SampleLine} tells. Amounts stand month by month. */
class MonthlyAllocationTest {

    @ParameterizedTest(name = "{0} kr over {1} months by {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # cost    | months | key                       | amounts, month by month
                99.99 | 3      | 1/3 A + 1/3 B + 1/3 C     | A 11.11 11.11 11.11, B 11.11 11.11 11.11, C 11.11 11.11 11.11
               100.00 | 3      | 1/3 A + 1/3 B + 1/3 C     | A 11.11 11.12 11.11, B 11.11 11.11 11.11, C 11.11 11.11 11.11
              1000.00 | 4      | 70 VGR + 30 VGK/lika(A=1) | A 75.00 75.00 75.00 75.00, VGR 175.00 175.00 175.00 175.00
               100.01 | 2      | 50 A + 50 B               | A 25.01 25.00, B 25.00 25.00
              -100.01 | 2      | 50 A + 50 B               | A -25.01 -25.00, B -25.00 -25.00
                 0.03 | 4      | 50 A + 50 B               | A 0.01 0.00 0.00 0.01, B 0.00 0.01 0.00 0.00
                 0.07 | 1      | 100 VGK/volym(A=1 B=2)    | A 0.02, B 0.05
                 0.00 | 2      | 50 A + 50 B               | A 0.00 0.00, B 0.00 0.00
            """)
    void aMonthIsWhatHasAccumulatedLessWhatHadBefore(
            BigDecimal cost, int months, String key, String amounts) {
        assertThat(print(SampleLine.of(cost, months, key))).isEqualTo(amounts);
    }

    @ParameterizedTest(name = "{0} kr by {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # cost | key of each month                    | amounts, month by month
            # B leaves and C comes; 4,00, 8,00 and 12,00 kr have arisen
             12.00 | 50 A + 50 B; 1/4 A + 3/4 C; 1/4 A + 3/4 C | A 2.00 1.00 1.00, B 2.00 - -, C - 3.00 3.00
            # 5, 10 and 15 öre have arisen, and each segment begins with an odd öre
              0.15 | 50 A + 50 B; 1/3 A + 2/3 C; 1/3 A + 2/3 C | A 0.03 0.02 0.01, B 0.02 - -, C - 0.03 0.04
            # the first key, come back, starts anew
              0.09 | 50 A + 50 B; 100 B; 50 A + 50 B           | A 0.02 - 0.02, B 0.01 0.03 0.01
             -0.09 | 50 A + 50 B; 100 B; 50 A + 50 B           | A -0.02 - -0.02, B -0.01 -0.03 -0.01
            # the same key goes on, also when it is written otherwise
              0.06 | 50 A + 50 B; 50 A + 50 B                  | A 0.02 0.01, B 0.01 0.02
              0.06 | 50 A + 50 B; 1/2 B + 50.0 A               | A 0.02 0.01, B 0.01 0.02
            # new weights, though alike, and a new participant, though without weight
              0.06 | 100 G/x(A=1 B=1); 100 G/x(A=2 B=2)        | A 0.02 0.02, B 0.01 0.01
              0.06 | 100 G/x(A=1 B=1); 100 G/x(A=1 B=1 C=0)    | A 0.02 0.02, B 0.01 0.01, C - 0.00
            """)
    void whereTheKeyChangesANewSegmentBegins(BigDecimal cost, String keys, String amounts) {
        assertThat(print(SampleLine.of(cost, keys))).isEqualTo(amounts);
    }

    @Test
    void aSegmentStartsWhereTheKeyWasLastAnother() {
        MonthlyAllocation allocation =
                SampleLine.of(BigDecimal.TEN, "100 A; 100 A; 100 B; 100 A; 100 A; 100 A")
                        .allocation();

        assertThat(IntStream.rangeClosed(1, 6).map(allocation::segmentStart))
                .containsExactly(1, 1, 3, 4, 4, 4);
    }

    /**
     * Largest remainder may take back an öre when the whole grows. Here C has 3 × 2/14 = 0,43 öre
     * and gets it, then 4 × 2/14 = 0,57 and does not.
     */
    @Test
    void aPartyUnderOneOreAMonthMayGetAnOreBack() {
        assertThat(print(SampleLine.of(new BigDecimal("0.12"), 12, "100 G/x(A=6 B=6 C=2)")))
                .isEqualTo(
                        "A 0.01 0.00 0.00 0.01 0.00 0.01 0.00 0.01 0.00 0.00 0.01 0.00, "
                                + "B 0.00 0.01 0.00 0.01 0.00 0.00 0.01 0.00 0.01 0.00 0.01 0.00, "
                                + "C 0.00 0.00 0.01 -0.01 0.01 0.00 0.00 0.00 0.00 0.01 -0.01 0.01");
    }

    /**
     * Contract 3 says that of a positive line a month can be −0,01 only where the party's share is
     * under one öre a month. That holds of each row that reaches the party; where several do, the
     * party sees their sum, and these two lines show what that can be.
     */
    @ParameterizedTest(name = "24 öre over 12 months by {0}: month {1} of B is {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # key                                         | month | B's part
            # 2 × (1/2 × 1/13 + 1/2 × 1/13) = 0,15 öre
              50 G/x(A=7 B=1 C=5) + 50 G/y(A=5 B=1 C=7)   | 7     | -0.02
            # 2 × (7/10 × 9/13 + 3/10 × 1/7) = 1,05 öre
              70 G/x(A=1 B=9 C=3) + 30 G/y(A=3 B=1 C=3)   | 6     | -0.01
            """)
    void aPartyThatTwoRowsReachMayGetBackAnOreOfEach(String key, int month, BigDecimal part) {
        assertThat(
                        SampleLine.of(new BigDecimal("0.24"), 12, key)
                                .allocation()
                                .ofMonth(month)
                                .get(new PartyCode("B")))
                .isEqualTo(Money.ofKronor(part));
    }

    @Test
    void theCostOfAMonthIsThatOfAllPartiesTogether() {
        MonthlyAllocation allocation =
                SampleLine.of(new BigDecimal("100.00"), 3, "50 A + 50 B").allocation();

        assertThat(IntStream.rangeClosed(1, 3).mapToObj(allocation::costOfMonth))
                .containsExactly(new Money(3333), new Money(3334), new Money(3333));
    }

    /** From where the key was last another, through the month: 66,67 of 100 by then. */
    @Test
    void tellsHowTheCostOfItsSegmentWasSplitByThen() {
        MonthlyAllocation allocation =
                SampleLine.of(new BigDecimal("100.00"), 3, "50 A + 50 B").allocation();

        assertThat(allocation.apportionmentThrough(2).partOf(new PartyCode("A")))
                .isEqualTo(new Money(3334));
        assertThat(allocation.apportionmentThrough(2).partOf(new PartyCode("B")))
                .isEqualTo(new Money(3333));
        assertThat(allocation.apportionmentThrough(3).partOf(new PartyCode("B")))
                .isEqualTo(new Money(5000));
    }

    @ParameterizedTest(name = "{0} kr in place of 12,00")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # cost | amounts, month by month
             12.00 | A 2.00 1.00 1.00, B 2.00 - -, C - 3.00 3.00
            # A has 1,25 öre of its segment's 5 and then 2,5 of its 10, where C has 7,5
              0.15 | A 0.03 0.01 0.02, B 0.02 - -, C - 0.04 0.03
              0.00 | A 0.00 0.00 0.00, B 0.00 - -, C - 0.00 0.00
             -0.15 | A -0.03 -0.01 -0.02, B -0.02 - -, C - -0.04 -0.03
            """)
    void anotherCostIsSplitByTheSameKeysInTheSameSegments(BigDecimal cost, String amounts) {
        MonthlyAllocation budgeted =
                SampleLine.of(new BigDecimal("12.00"), "50 A + 50 B; 1/4 A + 3/4 C; 1/4 A + 3/4 C")
                        .allocation();
        // What has been computed of the one must not show in the other.
        budgeted.ofAllMonths();

        MonthlyAllocation actual = budgeted.withCost(Money.ofKronor(cost));

        assertThat(print(actual, 3)).isEqualTo(amounts);
        assertThat(Money.total(actual.ofAllMonths().values())).isEqualTo(Money.ofKronor(cost));
        assertThat(IntStream.rangeClosed(1, 3).map(actual::segmentStart)).containsExactly(1, 2, 2);
        assertThat(print(budgeted, 3)).isEqualTo("A 2.00 1.00 1.00, B 2.00 - -, C - 3.00 3.00");
    }

    @ParameterizedTest(name = "{0} keys are refused for 3 months")
    @ValueSource(ints = {0, 2, 4})
    void needsOneKeyForEachMonth(int keys) {
        Accrual accrual = new Accrual(new Money(100), 3);
        List<ResolvedKey> keyOfMonth =
                IntStream.range(0, keys).mapToObj(i -> SampleLine.key("100 A")).toList();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MonthlyAllocation(accrual, keyOfMonth))
                .withMessage(keys + " keys for 3 months");
    }

    @Test
    void hasNoOtherMonthsThanItsOwn() {
        MonthlyAllocation allocation = SampleLine.of(BigDecimal.TEN, 3, "100 A").allocation();

        for (int month : new int[] {0, 4}) {
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> allocation.ofMonth(month));
        }
    }

    @Test
    void whatItGivesOutCannotChangeIt() {
        List<ResolvedKey> keyOfMonth = new ArrayList<>();
        keyOfMonth.add(SampleLine.key("100 A"));
        keyOfMonth.add(SampleLine.key("100 A"));
        MonthlyAllocation allocation =
                new MonthlyAllocation(new Accrual(new Money(100), 2), keyOfMonth);

        keyOfMonth.set(0, SampleLine.key("100 B"));
        allocation.ofMonth(1).clear();

        assertThat(SampleLine.print(allocation.ofMonth(1))).isEqualTo("A=0.50");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> allocation.accumulatedThrough(2).clear());
    }

    /** What is kept of a month must not be reached by who asks for it. */
    @Test
    void whatIsHandedOutIsNobodyElses() {
        MonthlyAllocation allocation = SampleLine.of(BigDecimal.TEN, 3, "100 A").allocation();
        PartyCode party = new PartyCode("A");

        allocation.ofMonth(2).put(party, Money.ZERO);

        assertThat(SampleLine.print(allocation.ofMonth(2))).isEqualTo("A=3.34");
        assertThat(SampleLine.print(allocation.accumulatedThrough(2))).isEqualTo("A=6.67");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> allocation.accumulatedThrough(2).put(party, Money.ZERO));
    }

    /** As {@code A 0.02 -, B 0.01 0.03}: a dash where the month's key does not name the party. */
    private static String print(SampleLine line) {
        return print(line.allocation(), line.months());
    }

    private static String print(MonthlyAllocation allocation, int lastMonth) {
        List<SortedMap<PartyCode, Money>> months =
                IntStream.rangeClosed(1, lastMonth).mapToObj(allocation::ofMonth).toList();
        SortedSet<PartyCode> parties = new TreeSet<>();
        months.forEach(month -> parties.addAll(month.keySet()));
        return parties.stream()
                .map(
                        party ->
                                party
                                        + months.stream()
                                                .map(month -> month.get(party))
                                                .map(part -> " " + (part == null ? "-" : part))
                                                .collect(Collectors.joining()))
                .collect(Collectors.joining(", "));
    }
}
