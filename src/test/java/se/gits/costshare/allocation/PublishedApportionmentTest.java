package se.gits.costshare.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import se.gits.costshare.money.Money;

/** Largest remainder against what others have published; seats are öre here. */
class PublishedApportionmentTest {

    private static final long POPULATION_1880 = 49_373_329;

    @ParameterizedTest(name = "{0}: {1} by {2}")
    @CsvFileSource(
            resources = "/vectors/hamilton.csv",
            delimiter = ';',
            numLinesToSkip = 1,
            maxCharsPerColumn = 500)
    void agreesWithWhatIsPublished(
            String name, long total, String weights, String parts, String decided, String source) {
        assertThat(split(total, numbers(weights))).as(source).isEqualTo(numbers(parts));
    }

    /** That the table says rightly where the order of the recipients decided, and where not. */
    @ParameterizedTest(name = "{0} is {4}")
    @CsvFileSource(
            resources = "/vectors/hamilton.csv",
            delimiter = ';',
            numLinesToSkip = 1,
            maxCharsPerColumn = 500)
    void onlyATieIsDecidedByTheOrder(
            String name, long total, String weights, String parts, String decided, String source) {
        List<Long> backwards = reversed(split(total, reversed(numbers(weights))));

        assertThat(backwards.equals(numbers(parts))).isEqualTo(!decided.equals("tie"));
    }

    @ParameterizedTest(name = "{0} has the quotas {2} and {3}")
    @CsvFileSource(resources = "/vectors/alabama-1880.csv", delimiter = ';', numLinesToSkip = 1)
    void theQuotasOf1880AreThosePublished(
            String state, long population, BigDecimal quota299, BigDecimal quota300) {
        Shares<String> shares =
                Shares.byWeight(Map.of(state, population, "Others", POPULATION_1880 - population));

        // What is published agrees to three decimals; beyond them its Texas is another figure.
        assertThat(quota(shares.fractionOf(state), 299))
                .isCloseTo(quota299, within(threeDecimals()));
        assertThat(quota(shares.fractionOf(state), 300))
                .isCloseTo(quota300, within(threeDecimals()));
    }

    /**
     * The paradox itself, with the three published states and all others put together as three of
     * equal size. The others are made up so that the whole adds up and as many seats are left over
     * for the three as there were; their own seats say nothing about 1880.
     */
    @ParameterizedTest(name = "a House of {0}: Alabama {1}, Illinois {2}, Texas {3}")
    @CsvSource({"299, 8, 18, 9", "300, 7, 19, 10"})
    void alabamaLosesASeatOfALargerHouse(long house, long alabama, long illinois, long texas) {
        List<Long> states = new ArrayList<>(List.of(1_262_505L, 3_077_871L, 1_591_749L));
        states.addAll(List.of(14_480_402L, 14_480_401L, 14_480_401L));

        assertThat(states.stream().mapToLong(Long::longValue).sum()).isEqualTo(POPULATION_1880);
        assertThat(split(house, states).subList(0, 3)).containsExactly(alabama, illinois, texas);
    }

    private static BigDecimal threeDecimals() {
        return new BigDecimal("0.0005");
    }

    private static BigDecimal quota(Fraction share, long house) {
        return new BigDecimal(share.numerator())
                .multiply(BigDecimal.valueOf(house))
                .divide(new BigDecimal(share.denominator()), MathContext.DECIMAL64);
    }

    private static List<Long> split(long total, List<Long> weights) {
        Map<Integer, Long> weightOf = new TreeMap<>();
        for (int i = 0; i < weights.size(); i++) {
            weightOf.put(i, weights.get(i));
        }
        return Shares.byWeight(weightOf).split(new Money(total)).values().stream()
                .map(Money::ore)
                .toList();
    }

    private static List<Long> numbers(String text) {
        return Arrays.stream(text.split(" ")).map(Long::valueOf).toList();
    }

    private static List<Long> reversed(List<Long> list) {
        List<Long> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }
}
