package se.gits.costshare.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckDigitTest {

    @ParameterizedTest(name = "{0} takes the check digit {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # digits      | check digit | whose number it is
              232100013   | 1           | Västra Götalandsregionen, organisation number
              212000135   | 5           | Göteborgs Stad, organisation number
              7992739871  | 3           | the example of ISO/IEC 7812-1, annex B
              20261000172 | 1           | a payment reference with its length
              0           | 0           | nothing to weigh
              5           | 9           | 2 × 5 counts as 1 + 0
              9           | 1           | 2 × 9 counts as 1 + 8
            """)
    void isTheLuhnDigit(String digits, int checkDigit, String whose) {
        assertThat(CheckDigit.of(digits)).as(whose).isEqualTo(checkDigit);
        assertThat(CheckDigit.isValid(digits + checkDigit)).as(whose).isTrue();
    }

    static IntStream otherDigits() {
        return IntStream.rangeClosed(0, 9).filter(digit -> digit != 5);
    }

    @ParameterizedTest(name = "212000-135{0} is wrong")
    @MethodSource("otherDigits")
    void everyOtherDigitIsWrong(int digit) {
        assertThat(CheckDigit.isValid("212000135" + digit)).isFalse();
    }

    @ParameterizedTest(name = "»{0}« has no check digit")
    @ValueSource(strings = {"", "0", "212000-1355", "21200O1355", "/0", "/2", ":8", "٢١"})
    void onlyTwoOrMoreDigitsHaveOne(String text) {
        assertThat(CheckDigit.isValid(text)).isFalse();
    }
}
