package se.gits.costshare.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentAccountTest {

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # kind     | text         | its digits, or nothing where it is none
              BANKGIRO | 5050-1055    | 50501055
              BANKGIRO | 50501055     | 50501055
              BANKGIRO | 991-2346     | 9912346
              BANKGIRO | 5050-1056    | ''
              BANKGIRO | 505-01055    | ''
              BANKGIRO | 50-1055      | ''
              BANKGIRO | 5050 1055    | ''
              PLUSGIRO | 28 65 43-4   | 2865434
              PLUSGIRO | 286543-4     | 2865434
              PLUSGIRO | 2865434      | 2865434
              PLUSGIRO | 1-8          | 18
              PLUSGIRO | 28 65 43-5   | ''
              PLUSGIRO | 4            | ''
              PLUSGIRO | 28  65 43-4  | ''
              PLUSGIRO | 28-65-43-4   | ''
              PLUSGIRO | 123456789-7  | ''
              PLUSGIRO | ''           | ''
            """)
    void hasAFormAndACheckDigit(PaymentAccount.Kind kind, String text, String digits) {
        assertThat(kind.parse(text).map(PaymentAccount::digits).orElse("")).isEqualTo(digits);
    }

    @ParameterizedTest
    @CsvSource({"BANKGIRO, Bankgiro", "PLUSGIRO, Plusgiro"})
    void isCalledWhatPayersKnowItAs(PaymentAccount.Kind kind, String word) {
        assertThat(kind.swedish()).isEqualTo(word);
    }
}
