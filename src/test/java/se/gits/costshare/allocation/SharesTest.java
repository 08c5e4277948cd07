package se.gits.costshare.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.gits.costshare.money.Money;

class SharesTest {

    @ParameterizedTest(name = "{0} kr by {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # cost    | weights                | parts                            | why
              100.00  | A=1 B=1 C=1            | A=33.34 B=33.33 C=33.33          | equal remainders: lowest first
              200.00  | A=1 B=1 C=1            | A=66.67 B=66.67 C=66.66          | two öre left over
              100.00  | C=1 A=1 B=1            | A=33.34 B=33.33 C=33.33          | however they are handed over
              100.00  | A=1 B=2                | A=33.33 B=66.67                  | B has the larger remainder
              100.00  | A=7 B=3                | A=70.00 B=30.00                  | nothing left over
              0.01    | A=1 B=1                | A=0.01 B=0.00                    | one öre cannot be shared
              0.01    | A=1 B=2                | A=0.00 B=0.01                    | it goes to the larger share
              0.00    | A=1 B=1                | A=0.00 B=0.00                    | nothing to share
              100.00  | A=0 B=5                | A=0.00 B=100.00                  | weight zero pays nothing
              0.02    | A=0 B=1 C=1 D=1        | A=0.00 B=0.01 C=0.01 D=0.00      | nor any öre left over
              123.45  | A=1                    | A=123.45                         | the whole is one's
              -100.00 | A=1 B=1 C=1            | A=-33.34 B=-33.33 C=-33.33       | a credit mirrors the charge
              -0.01   | A=1 B=2                | A=0.00 B=-0.01                   | to the öre
              0.10    | A=6 B=6 C=2            | A=0.04 B=0.04 C=0.02             | 4,29 and 4,29 and 1,43 öre
              0.01    | A=2305843009213693951 B=2305843009213693952 | A=0.00 B=0.01 | a remainder of 62 bits
              0.11    | A=6 B=6 C=2            | A=0.05 B=0.05 C=0.01             | C pays less of more: Alabama
            """)
    void splitsToTheOre(BigDecimal cost, String weights, String parts, String why) {
        Shares<String> shares = Shares.byWeight(SampleLine.weights(weights));

        assertThat(SampleLine.print(shares.split(Money.ofKronor(cost)))).as(why).isEqualTo(parts);
    }

    @Test
    void splitsTheLargestAmountThereIsByTheLargestWeights() {
        Shares<String> shares = Shares.byWeight(Map.of("A", Long.MAX_VALUE, "B", Long.MAX_VALUE));

        assertThat(SampleLine.print(shares.split(new Money(Long.MAX_VALUE))))
                .isEqualTo("A=46116860184273879.04 B=46116860184273879.03");
        assertThatExceptionOfType(ArithmeticException.class)
                .as("the one amount that has no mirror image")
                .isThrownBy(() -> shares.split(new Money(Long.MIN_VALUE)));
    }

    @Test
    void fractionsMayBeOfANumberThatNoLongHolds() {
        BigInteger most = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);
        Shares<String> shares =
                Shares.byFraction(
                        Map.of(
                                "A", new Fraction(BigInteger.ONE, most),
                                "B", new Fraction(most.subtract(BigInteger.ONE), most)));

        assertThat(SampleLine.print(shares.split(new Money(100_00)))).isEqualTo("A=0.00 B=100.00");
    }

    /** Bits of the cost, of the sum of the weights, and of the number of recipients. */
    @ParameterizedTest
    @CsvSource({
        "43, 20, 1, true",
        "44, 20, 1, false",
        "1, 62, 1, true",
        "1, 63, 1, false",
        "1, 58, 5, true",
        "1, 59, 5, false",
        "1, 58, 6, false",
        // all the inhabitants of Sweden and ten thousand shares of a billion kronor
        "37, 24, 14, true"
    })
    void numbersAreSmallAsLongAsALongHoldsThem(
            int costBits, int weightBits, int recipientBits, boolean small) {
        Map<String, Long> weights = new TreeMap<>();
        for (int i = 1; i < 1 << recipientBits - 1; i++) {
            weights.put("R" + i, 0L);
        }
        weights.put("R", (1L << weightBits) - 1);

        assertThat(Shares.byWeight(weights).areSmall((1L << costBits) - 1)).isEqualTo(small);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whoWeighsMoreNeverPaysLessAndOnlyProportionsCount(long seed) {
        Random random = new Random(seed);
        Money cost = new Money(random.nextLong(0, random.nextBoolean() ? 100 : 1_000_000_000));
        Map<String, Long> weights = new TreeMap<>();
        int recipients = random.nextInt(1, 50);
        for (int i = 0; i < recipients; i++) {
            weights.put("P%02d".formatted(i), random.nextLong(1, 600_000));
        }
        Map<String, Long> sevenfold = new TreeMap<>(weights);
        sevenfold.replaceAll((recipient, weight) -> 7 * weight);

        Map<String, Money> parts = Shares.byWeight(weights).split(cost);

        assertThat(Shares.byWeight(sevenfold).split(cost)).isEqualTo(parts);
        weights.forEach(
                (one, weight) ->
                        weights.forEach(
                                (other, less) -> {
                                    if (weight > less) {
                                        assertThat(parts.get(one))
                                                .isGreaterThanOrEqualTo(parts.get(other));
                                    }
                                }));
    }

    /** A {@code long} holds cost × weight below 64 bits, which is where another way is gone. */
    @ParameterizedTest(name = "{0} bits of cost and weight together, seed {1}")
    @MethodSource("sizes")
    void numbersOfAnySizeAreSplitAlike(int bits, long seed) {
        Random random = new Random(seed);
        int costBits = random.nextInt(Math.max(1, bits - 62), Math.min(62, bits - 1));
        int weightBits = bits - costBits;
        Money cost = new Money(withBits(costBits, random));
        SortedMap<String, Long> weights = new TreeMap<>();
        long left = withBits(weightBits, random);
        int recipients = random.nextInt(1, 40);
        for (int i = 1; i < recipients && left > 1; i++) {
            long weight = random.nextLong(0, random.nextBoolean() ? left : 1 + left / 40);
            weights.put("P%02d".formatted(i), weight);
            left -= weight;
        }
        weights.put("P00", left);

        assertThat(Shares.byWeight(weights).split(cost)).isEqualTo(secondOpinion(weights, cost, 1));
        assertThat(Shares.byWeight(weights).split(cost.negated()))
                .isEqualTo(secondOpinion(weights, cost, -1));
    }

    static Stream<Arguments> sizes() {
        return IntStream.of(20, 50, 58, 61, 62, 63, 64, 65, 66, 90)
                .boxed()
                .flatMap(
                        bits ->
                                LongStream.rangeClosed(1, 40)
                                        .mapToObj(seed -> Arguments.of(bits, seed)));
    }

    private static long withBits(int bits, Random random) {
        long highest = 1L << bits - 1;
        return highest | random.nextLong() & highest - 1;
    }

    private static SortedMap<String, Money> secondOpinion(
            SortedMap<String, Long> weights, Money cost, int sign) {
        SecondOpinion.Row all = new SecondOpinion.Row("ALL", "", "1/1", weights);
        SortedMap<String, Money> parts = new TreeMap<>();
        SecondOpinion.months(sign * cost.ore(), List.of(List.of(all)))
                .get(0)
                .forEach((recipient, ore) -> parts.put(recipient, new Money(ore)));
        return parts;
    }

    @Test
    void splitsByFractionsThatMakeUpTheWhole() {
        Shares<String> thirds =
                Shares.byFraction(
                        Map.of(
                                "A",
                                Fraction.of(1, 3),
                                "B",
                                Fraction.of(1, 6),
                                "C",
                                Fraction.of(1, 2)));

        assertThat(SampleLine.print(thirds.split(new Money(10_000))))
                .isEqualTo("A=33.33 B=16.67 C=50.00");
        assertThat(thirds).hasToString("[A, B, C] by [2, 1, 3]");
    }

    @ParameterizedTest(name = "{0}/{1} and {2}/{3} are not the whole")
    @CsvSource({"1, 3, 1, 3", "7, 10, 4, 10", "0, 1, 0, 1"})
    void refusesFractionsThatAreNotTheWhole(long a, long b, long c, long d) {
        Map<String, Fraction> fractions =
                new TreeMap<>(Map.of("A", Fraction.of(a, b), "B", Fraction.of(c, d)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shares.byFraction(fractions))
                .withMessage("Shares are not the whole: " + fractions);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            A=-1 B=2 | A weight is negative: {A=-1, B=2}
            A=-1 B=1 | A weight is negative: {A=-1, B=1}
            A=0 B=0  | Nobody has any weight: {A=0, B=0}
            """)
    void refusesWeightsThatCannotShare(String weights, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shares.byWeight(SampleLine.weights(weights)))
                .withMessage(message);
    }

    @Test
    void refusesToShareBetweenNobody() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shares.byWeight(Map.<String, Long>of()))
                .withMessage("Nobody has any weight: {}");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shares.byFraction(Map.<String, Fraction>of()));
    }

    @Test
    void tellsEachRecipientsExactFraction() {
        Shares<String> shares = Shares.byWeight(SampleLine.weights("A=0 B=6 C=3"));

        assertThat(shares.recipients()).containsExactly("A", "B", "C");
        assertThat(shares.fractionOf("A")).isEqualTo(Fraction.ZERO);
        assertThat(shares.fractionOf("B")).isEqualTo(Fraction.of(2, 3));
        assertThat(shares.fractionOf("C")).isEqualTo(Fraction.of(1, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shares.fractionOf("AA"))
                .withMessage("AA has no share");
    }

    @ParameterizedTest(name = "{0} and {1}: equal {2}")
    @CsvSource({
        "A=1 B=2, A=1 B=2, true",
        "A=1 B=2, B=2 A=1, true",
        "A=1 B=2, A=2 B=1, false",
        "A=1 B=2, A=1 C=2, false",
        "A=1 B=1, A=1, false",
        "A=1 B=1, A=2 B=2, false"
    })
    void areEqualWhereRecipientsAndWeightsAre(String one, String other, boolean equal) {
        Shares<String> shares = Shares.byWeight(SampleLine.weights(one));
        Shares<String> others = Shares.byWeight(SampleLine.weights(other));

        assertThat(shares.equals(shares)).isTrue();
        assertThat(shares.equals(others)).isEqualTo(equal);
        assertThat(shares.hashCode() == others.hashCode()).isEqualTo(equal);
    }

    @Test
    void fractionsAreEqualHoweverTheyAreWritten() {
        Shares<String> percent =
                Shares.byFraction(
                        Map.of(
                                "A", Fraction.ofPercent(new BigDecimal("50.00")),
                                "B", Fraction.of(2, 4)));

        assertThat(percent)
                .isEqualTo(Shares.byWeight(Map.of("A", 1L, "B", 1L)))
                .isNotEqualTo("[A, B] by [1, 1]");
        assertThat(Shares.whole("A")).isEqualTo(Shares.byWeight(Map.of("A", 1L)));
    }
}
