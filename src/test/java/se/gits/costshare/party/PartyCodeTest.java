package se.gits.costshare.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartyCodeTest {

    @ParameterizedTest(name = "»{0}« is a code")
    @ValueSource(strings = {"1480", "VGR", "VGK", "A", "SITIV-2", "ABCDEFGHIJKLMNOPQRST"})
    void isCapitalsDigitsAndHyphen(String value) {
        assertThat(PartyCode.isCode(value)).isTrue();
        assertThat(new PartyCode(value)).hasToString(value);
    }

    @ParameterizedTest(name = "»{0}« is no code")
    @ValueSource(
            strings = {"", "vgr", "VÄST", "A B", "A_B", "../X", "ABCDEFGHIJKLMNOPQRSTU", "A\n"})
    void isNothingElse(String value) {
        assertThat(PartyCode.isCode(value)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PartyCode(value))
                .withMessage("Not a party code: " + value);
    }

    @Test
    void isOrderedByItsCharacters() {
        assertThat(
                        Stream.of("VGR", "1480", "A-1", "A1", "0999", "VGK")
                                .map(PartyCode::new)
                                .sorted())
                .extracting(PartyCode::value)
                .containsExactly("0999", "1480", "A-1", "A1", "VGK", "VGR");
    }
}
