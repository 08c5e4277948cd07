package se.gits.costshare.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeppolIdTest {

    @ParameterizedTest(name = "»{0}«: {1}, {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # text                | valid | why
              0007:2120001355     | true  | an organisation number without hyphen
              0007:212000-1355    | false | with hyphen
              0007:2120001354     | false | the check digit is wrong
              0007:00             | false | a check digit, but not ten digits
              0007:16212000135507 | false | fourteen digits
              0088:7350003379782  | true  | a GLN
              0088:7350003379783  | false | its check digit is wrong
              0088:735000337978   | false | a GLN has thirteen digits
              0088:735000337978X  | false | and nothing else
              0001:7350003379782  | false | no scheme of electronic addresses
              0192:A.b_c~d-9      | true  | all the characters an identifier may have
              0088:               | false | no identifier
              88:7300010000001    | false | a scheme has four digits
              0088 7300010000001  | false | no colon
              0088:73 00          | false | a space within
              ''                  | false | nothing
            """)
    void isASchemeAndAnIdentifier(String text, boolean valid, String why) {
        assertThat(PeppolId.isValid(text)).as(why).isEqualTo(valid);
    }

    @ParameterizedTest(name = "{0} characters: {1}")
    @CsvSource({"50, true", "51, false"})
    void anIdentifierHasAtMostFiftyCharacters(int length, boolean valid) {
        assertThat(PeppolId.isValid("0192:" + "9".repeat(length))).isEqualTo(valid);
    }

    @ParameterizedTest(name = "»{0}«: tried whole {1}, of another than 212000-1355 {2}")
    @CsvSource({
        "0007:2120001355, true, false",
        "0007:2321000131, true, true",
        "0088:7350003379782, true, false",
        "0192:987654325, false, false"
    })
    void isSwedishByItsSchemeAndAnothersByItsNumber(
            String text, boolean swedish, boolean ofAnother) {
        assertThat(PeppolId.isSwedish(text)).isEqualTo(swedish);
        assertThat(PeppolId.isOfAnother(text, new OrganisationNumber("2120001355")))
                .isEqualTo(ofAnother);
    }

    @Test
    void hasTwoParts() {
        assertThat(PeppolId.scheme("0088:7350003379782")).isEqualTo("0088");
        assertThat(PeppolId.identifier("0088:7350003379782")).isEqualTo("7350003379782");
        assertThatThrownBy(() -> PeppolId.scheme("Göteborg"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not a Peppol id: Göteborg");
    }
}
