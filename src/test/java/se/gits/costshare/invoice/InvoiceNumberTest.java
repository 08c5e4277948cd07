package se.gits.costshare.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvoiceNumberTest {

    @ParameterizedTest(name = "{0} is number {3} of {1}, internal {2}")
    @CsvSource({
        "202300001, 2023, false, 1",
        "202399999, 2023, false, 99999",
        "I202300042, 2023, true, 42",
        "209912345, 2099, false, 12345"
    })
    void isTheYearAndFiveDigits(String text, int year, boolean internal, int ordinal) {
        InvoiceNumber number = new InvoiceNumber(new InvoiceSeries(year, internal), ordinal);

        assertThat(InvoiceNumber.parse(text)).isEqualTo(number);
        assertThat(number).hasToString(text);
    }

    @ParameterizedTest(name = "»{0}« is none")
    @ValueSource(
            strings = {"", "20230001", "2023000001", "i202300001", "I20230001", "2023-00001", " 1"})
    void refusesOtherForms(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InvoiceNumber.parse(text))
                .withMessage("Not an invoice number: " + text);
    }

    @ParameterizedTest(name = "there is no number {0}")
    @ValueSource(ints = {-1, 0, 100_000})
    void aSeriesRunsFromOneToNinetyNineThousandNineHundredAndNinetyNine(int ordinal) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new InvoiceNumber(new InvoiceSeries(2023, false), ordinal))
                .withMessage("No number " + ordinal + " in a series");
    }

    @Test
    void theNextIsOneHigherUntilTheSeriesIsFull() {
        assertThat(InvoiceNumber.parse("I202300009").next()).hasToString("I202300010");
        assertThat(InvoiceNumber.parse("202399998").next()).hasToString("202399999");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InvoiceNumber.parse("202399999").next());
    }

    @Test
    void isOrderedByYearThenInternalLastThenOrdinal() {
        assertThat(
                        Stream.of(
                                        "202400001",
                                        "I202300001",
                                        "202300010",
                                        "I202200003",
                                        "202300002",
                                        "202300001")
                                .map(InvoiceNumber::parse)
                                .sorted())
                .extracting(InvoiceNumber::toString)
                .containsExactly(
                        "I202200003",
                        "202300001",
                        "202300002",
                        "202300010",
                        "I202300001",
                        "202400001");
    }

    @Test
    void isWrittenWithTheSameDigitsInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(InvoiceNumber.parse("202300001")).hasToString("202300001");
        } finally {
            Locale.setDefault(before);
        }
    }
}
