package se.gits.costshare.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.PartyCode;

class ApportionmentTest {

    @ParameterizedTest(name = "{0} kr by {1}: {2} öre left, {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # cost    | weights        | left | whole öre, remainder, rank and odd öre of each
              100.00  | A=1 B=1 C=1    | 1    | A 33.33 1/3 #1 0.01, B 33.33 1/3 #2 0.00, C 33.33 1/3 #3 0.00
              100.00  | A=1 B=2        | 1    | A 33.33 1/3 #2 0.00, B 66.66 2/3 #1 0.01
              100.00  | A=7 B=3        | 0    | A 70.00 0/1 #1 0.00, B 30.00 0/1 #2 0.00
              0.10    | A=6 B=6 C=2    | 1    | A 0.04 2/7 #2 0.00, B 0.04 2/7 #3 0.00, C 0.01 3/7 #1 0.01
              0.02    | A=0 B=1 C=1 D=1| 2    | A 0.00 0/1 #4 0.00, B 0.00 2/3 #1 0.01, C 0.00 2/3 #2 0.01, D 0.00 2/3 #3 0.00
              -100.00 | A=1 B=1 C=1    | 1    | A -33.33 1/3 #1 -0.01, B -33.33 1/3 #2 0.00, C -33.33 1/3 #3 0.00
              0.00    | A=1 B=1        | 0    | A 0.00 0/1 #1 0.00, B 0.00 0/1 #2 0.00
            """)
    void keepsTheReasonForEveryOre(BigDecimal cost, String weights, long left, String quotas) {
        Apportionment<String> split =
                Shares.byWeight(SampleLine.weights(weights)).apportion(Money.ofKronor(cost));

        assertThat(split.oreLeft()).isEqualTo(left);
        assertThat(split.quotas().stream().map(this::print).collect(Collectors.joining(", ")))
                .isEqualTo(quotas);
        assertThat(split.cost()).isEqualTo(Money.ofKronor(cost));
    }

    private String print(Apportionment.Quota<String> quota) {
        return "%s %s %s #%d %s"
                .formatted(
                        quota.recipient(),
                        quota.whole(),
                        quota.remainder(),
                        quota.rank(),
                        quota.odd());
    }

    @Test
    void tellsWeightAndTotalAndNothingOfAStranger() {
        Apportionment<String> split =
                Shares.byWeight(Map.of("A", 3L, "B", 4L)).apportion(new Money(70));

        assertThat(split.find("B").orElseThrow().weight()).isEqualTo(BigInteger.valueOf(4));
        assertThat(split.find("B").orElseThrow().totalWeight()).isEqualTo(BigInteger.valueOf(7));
        assertThat(split.find("C")).isEmpty();
        assertThat(split.size()).isEqualTo(2);
    }

    @Test
    void followsACostThroughTheRowsOfAKeyToTheParties() {
        // VGR has a part of its own, and one more as a member of a group
        KeyRow own = new KeyRow("VGR", "");
        KeyRow all = new KeyRow("ALLA", "lika");
        ResolvedKey key =
                new ResolvedKey(
                        Shares.byFraction(Map.of(own, Fraction.of(1, 3), all, Fraction.of(2, 3))),
                        new TreeMap<>(
                                Map.of(
                                        own,
                                        Shares.whole(new PartyCode("VGR")),
                                        all,
                                        Shares.byWeight(
                                                Map.of(
                                                        new PartyCode("1480"), 1L,
                                                        new PartyCode("VGR"), 1L)))));

        KeyApportionment split = key.apportion(new Money(100));

        assertThat(split.routesTo(new PartyCode("VGR")))
                .extracting(
                        route -> route.ofRow().recipient().part(),
                        route -> route.ofRow().part(),
                        route -> route.rows().oreLeft(),
                        route -> route.ofParty().part(),
                        route -> route.members().oreLeft())
                .containsExactly(
                        tuple("ALLA", new Money(67), 1L, new Money(33), 1L),
                        tuple("VGR", new Money(33), 1L, new Money(33), 0L));
        assertThat(split.partOf(new PartyCode("VGR"))).isEqualTo(new Money(66));
        assertThat(split.routesTo(new PartyCode("1401"))).isEmpty();
        assertThat(split.partOf(new PartyCode("1401"))).isEqualTo(Money.ZERO);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    /** By the definition, in fractions, and not by how it is computed. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void addsUpAndRanksByTheExactRemainder(long seed) {
        Random random = new Random(seed);
        Map<String, Long> weights = new TreeMap<>();
        int recipients = random.nextInt(1, 60);
        for (int i = 0; i < recipients; i++) {
            weights.put("P%02d".formatted(i), random.nextLong(0, 600_000));
        }
        weights.put("P00", 1 + weights.get("P00"));
        Money cost = new Money(random.nextLong(-1_000_000_000, 1_000_000_000));
        Shares<String> shares = Shares.byWeight(weights);

        Apportionment<String> split = shares.apportion(cost);

        long givenOut = 0;
        for (Apportionment.Quota<String> quota : split.quotas()) {
            // whole + remainder is the exact quota: cost × weight ÷ total
            BigInteger total = quota.totalWeight();
            BigInteger remainderOverTotal =
                    quota.remainder()
                            .numerator()
                            .multiply(total.divide(quota.remainder().denominator()));
            assertThat(
                            BigInteger.valueOf(Math.abs(quota.whole().ore()))
                                    .multiply(total)
                                    .add(remainderOverTotal))
                    .isEqualTo(BigInteger.valueOf(Math.abs(cost.ore())).multiply(quota.weight()));
            assertThat(quota.remainder()).isLessThan(Fraction.ONE);
            long before =
                    split.quotas().stream()
                            .filter(
                                    other ->
                                            other.remainder().compareTo(quota.remainder()) > 0
                                                    || other.remainder().equals(quota.remainder())
                                                            && other.recipient()
                                                                            .compareTo(
                                                                                    quota
                                                                                            .recipient())
                                                                    < 0)
                            .count();
            assertThat(quota.rank()).isEqualTo(before + 1);
            assertThat(Math.abs(quota.odd().ore())).isEqualTo(before < split.oreLeft() ? 1 : 0);
            givenOut += quota.part().ore();
        }
        assertThat(givenOut).isEqualTo(cost.ore());
    }
}
