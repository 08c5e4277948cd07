package se.gits.costshare.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VatRateTest {

    @ParameterizedTest(name = "{0} percent on {1} is {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # rate | net       | VAT      | why
                25 |    100.00 |    25.00 | whole
                25 | 141688.37 | 35422.09 | 35 422,0925 falls
                25 |      0.01 |     0.00 | a quarter of an öre falls
                25 |      0.02 |     0.01 | half an öre rises
                25 |     -0.02 |    -0.01 | a credit mirrors its charge
                12 |      0.04 |     0.00 | 0,48 öre falls
                12 |      1.00 |     0.12 | whole
                 6 |      0.25 |     0.02 | 1,5 öre rises
                 6 |     -0.25 |    -0.02 | and its mirror
                25 |      0.00 |     0.00 | nothing to tax
            """)
    void taxesASumToTheNearestOre(int percent, BigDecimal net, BigDecimal vat, String why) {
        assertThat(VatRate.ofPercent(percent).on(Money.ofKronor(net)))
                .as(why)
                .isEqualTo(Money.ofKronor(vat));
    }

    @Test
    void anExemptServiceCarriesNoVat() {
        assertThat(VatRate.exempt("3 kap. 30 d §").on(new Money(10_000))).isEqualTo(Money.ZERO);
        assertThat(VatRate.INTERNAL.on(new Money(10_000))).isEqualTo(Money.ZERO);
    }

    @ParameterizedTest(name = "{0} percent is refused")
    @ValueSource(ints = {-6, 1, 5, 7, 11, 13, 24, 26, 100})
    void refusesARateThatSwedenDoesNotHave(int percent) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VatRate.ofPercent(percent))
                .withMessage("No Swedish VAT rate is " + percent + " percent");
    }

    @Test
    void aGroundIsStatedForZeroPercentAndOnlyForIt() {
        String message = "A ground is stated for 0 percent, and only for it";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> VatRate.exempt(" "))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new VatRate(25, "undantag"))
                .withMessage(message);
        assertThatNullPointerException()
                .isThrownBy(() -> new VatRate(25, null))
                .withMessage("ground");
        assertThat(VatRate.exempt("3 kap. 30 d §")).isEqualTo(new VatRate(0, "3 kap. 30 d §"));
        assertThat(VatRate.ofPercent(12).ground()).isEmpty();
    }

    @Test
    void theHighestRateComesFirstAndGroundsInTheirOwnOrder() {
        VatRate exemptA = VatRate.exempt("A");
        VatRate exemptB = VatRate.exempt("B");

        assertThat(
                        Stream.of(
                                        exemptB,
                                        VatRate.ofPercent(6),
                                        exemptA,
                                        VatRate.ofPercent(25),
                                        VatRate.ofPercent(12))
                                .sorted())
                .containsExactly(
                        VatRate.ofPercent(25),
                        VatRate.ofPercent(12),
                        VatRate.ofPercent(6),
                        exemptA,
                        exemptB);
    }
}
