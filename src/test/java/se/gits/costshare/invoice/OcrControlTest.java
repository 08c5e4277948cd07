package se.gits.costshare.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.gits.costshare.party.CheckDigit;

class OcrControlTest {

    @ParameterizedTest(name = "{0} by {1} is {2}: {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # digits       | control                | reference         | why
              2026100017   | LENGTH_AND_CHECK_DIGIT | 202610001721      | twelve digits in all: length 2
              202300001    | LENGTH_AND_CHECK_DIGIT | 20230000117       | eleven in all: length 1
              20260017     | LENGTH_AND_CHECK_DIGIT | 2026001707        | ten in all: length 0
              1            | LENGTH_AND_CHECK_DIGIT | 133               | three in all: length 3
              2026100017   | CHECK_DIGIT            | 20261000176       | check digit alone
              202300001    | CHECK_DIGIT            | 2023000017        | check digit alone
              202300001    | NONE                   | ''                | no reference is used
            """)
    void makesTheReferenceThatTheBankExpects(
            String digits, OcrControl control, String reference, String why) {
        assertThat(control.reference(digits)).as(why).isEqualTo(reference);
        assertThat(reference)
                .satisfiesAnyOf(
                        made -> assertThat(made).isEmpty(),
                        made -> assertThat(CheckDigit.isValid(made)).isTrue());
    }

    @Test
    void theWordsOfTheSettingsAreSwedish() {
        assertThat(OcrControl.values())
                .extracting(OcrControl::swedish)
                .containsExactly("luhn", "luhn+längd", "nej");
    }
}
