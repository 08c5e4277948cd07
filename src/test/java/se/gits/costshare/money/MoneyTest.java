package se.gits.costshare.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest(name = "{0} kr is {1} öre, written {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # kronor               | öre                  | written
              0                    | 0                    | 0.00
              1                    | 100                  | 1.00
              0.01                 | 1                    | 0.01
              -0.01                | -1                   | -0.01
              -1234.5              | -123450              | -1234.50
              12.3400              | 1234                 | 12.34
              1E+3                 | 100000               | 1000.00
              92233720368547758.07 | 9223372036854775807  | 92233720368547758.07
             -92233720368547758.08 | -9223372036854775808 | -92233720368547758.08
            """)
    void readsAndWritesKronor(BigDecimal kronor, long ore, String written) {
        Money money = Money.ofKronor(kronor);

        assertThat(money.ore()).isEqualTo(ore);
        assertThat(money).hasToString(written);
        assertThat(money.kronor()).isEqualTo(new BigDecimal(written));
    }

    /** The table shows no-break spaces as {@code _}. */
    @ParameterizedTest(name = "{0} öre is written {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # öre                  | as a Swedish reader expects it
              0                    | 0,00
              -1                   | -0,01
              99999                | 999,99
              100000               | 1_000,00
              -12345678            | -123_456,78
              99999999             | 999_999,99
              123456789            | 1_234_567,89
              -9223372036854775808 | -92_233_720_368_547_758,08
            """)
    void isWrittenInSwedish(long ore, String written) {
        assertThat(new Money(ore).inSwedish()).isEqualTo(written.replace('_', '\u00A0'));
    }

    @ParameterizedTest(name = "{0} kr is refused")
    @ValueSource(strings = {"0.001", "-12.345", "92233720368547758.08", "-92233720368547758.09"})
    void refusesWhatIsNotWholeOreRatherThanRoundIt(BigDecimal kronor) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Money.ofKronor(kronor))
                .withMessage("Amount " + kronor + " kr cannot be held as whole öre")
                .withCauseInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest(name = "{0} kr is refused at once")
    @ValueSource(strings = {"1E+999999999", "1E-999999999", "1E+2147483647", "1E-2147483647"})
    void refusesAnAbsurdExponentWithoutWritingItOut(BigDecimal kronor) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () ->
                        assertThatIllegalArgumentException()
                                .isThrownBy(() -> Money.ofKronor(kronor))
                                .withMessageContaining("cannot be held as whole öre"));
    }

    @ParameterizedTest(name = "{0} and {1}: together {2}, difference {3}")
    @CsvSource({
        "1.00, 0.01, 1.01, 0.99",
        "-1.00, 0.01, -0.99, -1.01",
        "0.00, -0.01, -0.01, 0.01",
        "5.00, -5.00, 0.00, 10.00"
    })
    void addsAndSubtracts(BigDecimal one, BigDecimal other, String sum, String difference) {
        assertThat(Money.ofKronor(one).plus(Money.ofKronor(other))).hasToString(sum);
        assertThat(Money.ofKronor(one).minus(Money.ofKronor(other))).hasToString(difference);
    }

    @Test
    void overflowFailsLoudly() {
        Money largest = new Money(Long.MAX_VALUE);
        Money lowest = new Money(Long.MIN_VALUE);
        Money one = new Money(1);

        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> largest.plus(one));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> lowest.minus(one));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(lowest::negated);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Money.total(List.of(largest, one)));
    }

    @Test
    void totalsAnyNumberOfAmounts() {
        assertThat(Money.total(List.of())).isEqualTo(Money.ZERO);
        assertThat(Money.total(List.of(new Money(1), new Money(-3), new Money(7))))
                .isEqualTo(new Money(5));
    }

    @ParameterizedTest(name = "{0} öre: zero {1}, negative {2}, negated {3}")
    @CsvSource({"0, true, false, 0", "1, false, false, -1", "-1, false, true, 1"})
    void knowsItsSign(long ore, boolean zero, boolean negative, long negated) {
        Money money = new Money(ore);

        assertThat(money.isZero()).isEqualTo(zero);
        assertThat(money.isNegative()).isEqualTo(negative);
        assertThat(money.negated()).isEqualTo(new Money(negated));
    }

    @ParameterizedTest(name = "{0} öre without its sign is {1}")
    @CsvSource({"0, 0", "1, 1", "-1, 1", "9223372036854775807, 9223372036854775807"})
    void hasAnAmountWithoutItsSign(long ore, long without) {
        assertThat(new Money(ore).abs()).isEqualTo(new Money(without));
    }

    @Test
    void isOrderedByAmount() {
        assertThat(Stream.of(new Money(3), new Money(-2), Money.ZERO, new Money(100)).sorted())
                .extracting(Money::ore)
                .containsExactly(-2L, 0L, 3L, 100L);
    }

    @ParameterizedTest(name = "{0} kr is rounded by {1} to {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # amount  | rounding | to pay
                 0.00 |     0.00 |    0.00
                 0.01 |    -0.01 |    0.00
                 0.49 |    -0.49 |    0.00
                 0.50 |     0.50 |    1.00
                 0.99 |     0.01 |    1.00
                 1.00 |     0.00 |    1.00
               417.50 |     0.50 |  418.00
                -0.49 |     0.49 |    0.00
                -0.50 |    -0.50 |   -1.00
              -417.51 |    -0.49 | -418.00
            """)
    void roundsToWholeKronor(BigDecimal amount, BigDecimal rounding, BigDecimal toPay) {
        Money money = Money.ofKronor(amount);

        assertThat(money.roundingToWholeKronor()).isEqualTo(Money.ofKronor(rounding));
        assertThat(money.plus(money.roundingToWholeKronor())).isEqualTo(Money.ofKronor(toPay));
    }
}
