package se.gits.costshare.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Year;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoicePeriodTest {

    @Test
    void aMonthIsCalledByItsMonthAndAYearByItsYear() {
        InvoicePeriod month = InvoicePeriod.ofMonth(YearMonth.of(2023, 4));
        InvoicePeriod year = InvoicePeriod.ofYear(Year.of(2023));

        assertThat(month).hasToString("2023-04");
        assertThat(month.isMonth()).isTrue();
        assertThat(year).hasToString("2023");
        assertThat(year.isMonth()).isFalse();
        assertThat(year.from()).hasToString("2023-01");
        assertThat(year.to()).hasToString("2023-12");
    }

    @ParameterizedTest(name = "{0}–{1}")
    @CsvSource({"2023-01, 2023-11", "2023-02, 2023-12", "2023-02, 2024-01", "2023-12, 2023-01"})
    void anythingElseIsNeither(YearMonth from, YearMonth to) {
        assertThatThrownBy(() -> new InvoicePeriod(from, to))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(from + "–" + to);
    }
}
