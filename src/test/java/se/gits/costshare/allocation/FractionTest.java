package se.gits.costshare.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FractionTest {

    @ParameterizedTest(name = "{0}/{1} is {2}")
    @CsvSource({
        "1, 3, 1/3",
        "70, 100, 7/10",
        "0, 7, 0/1",
        "100, 100, 1/1",
        "150, 100, 3/2",
        "1758656, 3517312, 1/2"
    })
    void isReduced(long numerator, long denominator, String reduced) {
        assertThat(Fraction.of(numerator, denominator)).hasToString(reduced);
    }

    @ParameterizedTest(name = "{0} percent is {1}")
    @CsvSource({
        "100, 1/1",
        "1E+2, 1/1",
        "0, 0/1",
        "0.00, 0/1",
        "70, 7/10",
        "12.5, 1/8",
        "33.3, 333/1000",
        "33.333333333333333333, 33333333333333333333/100000000000000000000"
    })
    void readsPercentExactly(BigDecimal percent, String fraction) {
        assertThat(Fraction.ofPercent(percent)).hasToString(fraction);
    }

    @ParameterizedTest(name = "{0}/{1} is refused")
    @CsvSource({"-1, 3", "1, 0", "1, -3", "0, 0"})
    void refusesWhatIsNoShareOfAWhole(long numerator, long denominator) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fraction.of(numerator, denominator))
                .withMessage("Not a share of a whole: " + numerator + "/" + denominator);
    }

    @ParameterizedTest(name = "{0}/{1} + {2}/{3} is {4}")
    @CsvSource({"1, 3, 1, 3, 2/3", "7, 10, 3, 10, 1/1", "1, 2, 1, 3, 5/6", "0, 1, 2, 7, 2/7"})
    void addsExactly(long a, long b, long c, long d, String sum) {
        assertThat(Fraction.of(a, b).plus(Fraction.of(c, d))).hasToString(sum);
    }

    @Test
    void isOrderedByValue() {
        assertThat(
                        Stream.of(
                                        Fraction.of(1, 2),
                                        Fraction.of(333, 1000),
                                        Fraction.ONE,
                                        Fraction.of(1, 3),
                                        Fraction.ZERO)
                                .sorted())
                .extracting(Fraction::toString)
                .containsExactly("0/1", "333/1000", "1/3", "1/2", "1/1");
        assertThat(Fraction.of(2, 6)).isEqualByComparingTo(Fraction.of(1, 3));
    }
}
