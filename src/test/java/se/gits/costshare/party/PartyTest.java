package se.gits.costshare.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartyTest {

    @ParameterizedTest(name = "a {0} named in {1} belongs to {2}")
    @CsvSource({
        "MUNICIPALITY, SKARABORG, SKARABORG VGK",
        "MUNICIPALITY, VGK, VGK",
        "REGION, SKARABORG, SKARABORG",
        "OTHER, SKARABORG, SKARABORG"
    })
    void everyMunicipalityBelongsToVgk(PartyType type, String named, String belongsTo) {
        Party party = party(type, new TreeSet<>(List.of(new PartyCode(named))));

        assertThat(party.groups())
                .extracting(PartyCode::value)
                .containsExactly(belongsTo.split(" "));
    }

    @Test
    void itsGroupsAreItsOwnCopyAndStayAsTheyAre() {
        SortedSet<PartyCode> given = new TreeSet<>();
        Party party = party(PartyType.OTHER, given);

        given.add(PartyCode.MUNICIPALITIES);

        assertThat(party.groups()).isEmpty();
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> party.groups().add(PartyCode.MUNICIPALITIES));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "Göteborgs stad, 1480-goteborgs-stad",
        "' Åmål & Säffle (AB) ', 1480-amal-saffle-ab",
        "北京, 1480-part",
        "Xx xx xx xx xx xx xx xx xx xx xx xx xx xx xx xx xx xx xx xx xx xx xx,"
                + " 1480-xx-xx-xx-xx-xx-xx-xx-xx-xx-xx-xx-xx-xx-xx-xx-xx-xx-xx-xx-xx"
    })
    void itsFilesAreCalledByItsCodeAndName(String name, String fileName) {
        Party party =
                new Party(
                        new PartyCode("1480"),
                        name,
                        PartyType.OTHER,
                        Optional.empty(),
                        Invoicing.INVOICE,
                        new TreeSet<>(),
                        "",
                        "",
                        new Address("", "", "", ""));

        assertThat(party.fileName()).isEqualTo(fileName);
        assertThat(party.fileNameOfEarlierKind(true)).isEqualTo(fileName + "-internt");
        assertThat(party.fileNameOfEarlierKind(false)).isEqualTo(fileName + "-externt");
    }

    @ParameterizedTest(name = "»{0}« and »{1}« are written »{2}«")
    @CsvSource({
        "404 82, Göteborg, 404 82 Göteborg",
        "'', Göteborg, Göteborg",
        "404 82, '', 404 82",
        "'', '', ''"
    })
    void postcodeAndTownStandAsOnAnEnvelope(String postcode, String town, String written) {
        assertThat(new Address("Rådhuset", postcode, town, "").postcodeAndTown())
                .isEqualTo(written);
    }

    @Test
    void invoicedInAnotherWayItIsTheSameParty() {
        Party party = party(PartyType.MUNICIPALITY, new TreeSet<>());
        Party internal = party.invoicedAs(Invoicing.INTERNAL);

        assertThat(internal.invoicing()).isEqualTo(Invoicing.INTERNAL);
        assertThat(internal.invoicedAs(Invoicing.INVOICE)).isEqualTo(party);
    }

    @Test
    void anUnknownAddressIsEmptyThroughout() {
        assertThat(Address.UNKNOWN).isEqualTo(new Address("", "", "", ""));
    }

    @Test
    void theWordsOfTheFilesAreSwedish() {
        assertThat(PartyType.values())
                .extracting(PartyType::swedish)
                .containsExactly("region", "kommun", "övrig");
        assertThat(Invoicing.values())
                .extracting(Invoicing::swedish)
                .containsExactly("faktura", "intern", "ingen");
    }

    private static Party party(PartyType type, SortedSet<PartyCode> groups) {
        return new Party(
                new PartyCode("1495"),
                "Skara",
                type,
                Optional.empty(),
                Invoicing.INVOICE,
                groups,
                "",
                "",
                Address.UNKNOWN);
    }
}
