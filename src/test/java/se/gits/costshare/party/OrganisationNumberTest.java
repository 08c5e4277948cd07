package se.gits.costshare.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationNumberTest {

    @ParameterizedTest(name = "{0} reads as {1}")
    @CsvSource({"232100-0131, 232100-0131", "2321000131, 232100-0131", "212000-1355, 212000-1355"})
    void readsItWithAndWithoutHyphen(String text, String shown) {
        assertThat(OrganisationNumber.parse(text))
                .hasValueSatisfying(
                        number -> {
                            assertThat(number).hasToString(shown);
                            assertThat(number.digits()).isEqualTo(shown.replace("-", ""));
                        });
    }

    @ParameterizedTest(name = "»{0}« is none")
    @ValueSource(
            strings = {
                "",
                "212000-1354",
                "2120001354",
                "212000 1355",
                "212000-13555",
                "16212000-1355",
                " 212000-1355",
                "2120-001355",
                "SE212000135501"
            })
    void isEmptyWhereTheFormOrTheCheckDigitIsWrong(String text) {
        assertThat(OrganisationNumber.parse(text)).isEmpty();
    }

    @ParameterizedTest(name = "»{0}« cannot be one")
    @ValueSource(strings = {"2120001354", "212000-1355", "00", "162120001355"})
    void cannotExistWithAWrongCheckDigitOrLength(String digits) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OrganisationNumber(digits))
                .withMessage("Not an organisation number: " + digits);
    }
}
