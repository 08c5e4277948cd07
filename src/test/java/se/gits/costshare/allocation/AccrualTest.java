package se.gits.costshare.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.gits.costshare.money.Money;

class AccrualTest {

    @ParameterizedTest(name = "{0} kr over {1} months has arisen as {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # cost    | months | through each month, from before the first
              100.00  | 3      | 0.00 33.33 66.67 100.00
              100.00  | 4      | 0.00 25.00 50.00 75.00 100.00
              0.01    | 2      | 0.00 0.01 0.01
              -0.01   | 2      | 0.00 -0.01 -0.01
              -100.00 | 3      | 0.00 -33.33 -66.67 -100.00
              0.03    | 4      | 0.00 0.01 0.02 0.02 0.03
              0.00    | 2      | 0.00 0.00 0.00
              417.50  | 1      | 0.00 417.50
            """)
    void arisesEvenlyToTheNearestOre(BigDecimal cost, int months, String through) {
        Accrual accrual = new Accrual(Money.ofKronor(cost), months);

        assertThat(
                        IntStream.rangeClosed(0, months)
                                .mapToObj(accrual::throughMonth)
                                .map(Money::toString)
                                .collect(Collectors.joining(" ")))
                .isEqualTo(through);
    }

    @Test
    void theLargestCostArisesWithoutOverflow() {
        Accrual accrual = new Accrual(new Money(Long.MAX_VALUE), 12);

        assertThat(Arrays.asList(accrual.throughMonth(11), accrual.throughMonth(12)))
                .containsExactly(new Money(8_454_757_700_450_211_156L), new Money(Long.MAX_VALUE));
    }

    @ParameterizedTest(name = "{0} months are refused")
    @ValueSource(ints = {0, -1})
    void needsAtLeastOneMonth(int months) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Accrual(Money.ZERO, months))
                .withMessage("A cost needs at least one month, not " + months);
    }

    @ParameterizedTest(name = "there is no month {0} of 12")
    @ValueSource(ints = {-1, 13})
    void hasNoOtherMonthsThanItsOwn(int month) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Accrual(Money.ZERO, 12).throughMonth(month))
                .withMessage("Month " + month + " of 12");
    }
}
