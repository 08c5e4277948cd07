package se.gits.costshare.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvoiceSeriesTest {

    @ParameterizedTest
    @ValueSource(ints = {1000, 2023, 9999})
    void aYearHasFourDigits(int year) {
        InvoiceNumber number = new InvoiceNumber(new InvoiceSeries(year, false), 1);

        assertThat(InvoiceNumber.parse(number.toString())).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(ints = {23, 999, 10_000})
    void anotherYearHasNoSeries(int year) {
        assertThatIllegalArgumentException().isThrownBy(() -> new InvoiceSeries(year, false));
    }
}
