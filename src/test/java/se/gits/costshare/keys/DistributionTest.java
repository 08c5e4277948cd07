package se.gits.costshare.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.gits.costshare.party.PartyCode;

class DistributionTest {

    /** Göteborg has inhabitants and cards; nobody else has either. */
    private static final Facts FACTS =
            new Facts() {
                @Override
                public OptionalLong inhabitantsOf(PartyCode municipality) {
                    return ofGothenburg(municipality, 596_841);
                }

                @Override
                public OptionalLong volumeOf(String volumeName, PartyCode party) {
                    return volumeName.equals("kort")
                            ? ofGothenburg(party, 1_250)
                            : OptionalLong.empty();
                }

                private OptionalLong ofGothenburg(PartyCode party, long count) {
                    return party.value().equals("1480")
                            ? OptionalLong.of(count)
                            : OptionalLong.empty();
                }
            };

    @ParameterizedTest(name = "{0} weighs {1} with {2}")
    @CsvSource({
        "folkmängd,1480,596841",
        "folkmängd,1440,",
        "lika,1480,1",
        "lika,1440,1",
        "volym:kort,1480,1250",
        "volym:kort,1440,",
        "volym:order,1480,"
    })
    void weighsAMemberByItsFact(String text, String party, Long weight) {
        Distribution distribution = Distribution.parse(text).orElseThrow();

        assertThat(distribution.text()).isEqualTo(text);
        assertThat(distribution.weightOf(new PartyCode(party), FACTS))
                .isEqualTo(weight == null ? OptionalLong.empty() : OptionalLong.of(weight));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "folkmangd", "volym:", "volym", "jämnt"})
    void anythingElseIsNoDistribution(String text) {
        assertThat(Distribution.parse(text)).isEmpty();
    }

    @Test
    void lettersMayBeLargeAsInOtherWords() {
        assertThat(Distribution.parse("Folkmängd").orElseThrow().text()).isEqualTo("folkmängd");
        assertThat(Distribution.parse("LIKA").orElseThrow().text()).isEqualTo("lika");
    }

    @Test
    void everyKindIsAmongTheWords() {
        assertThat(Distribution.WORDS)
                .allSatisfy(word -> assertThat(Distribution.parse(word)).isPresent());
    }
}
