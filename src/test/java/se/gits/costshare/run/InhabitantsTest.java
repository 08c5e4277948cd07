package se.gits.costshare.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;

class InhabitantsTest {

    private static final String WITHOUT_POPULATION_KEY =
            "70/30;2023-01;;VGK;30;lika;Plan 2023, 4.2";

    private static OptionalLong of(Inputs inputs, String code) {
        Party party = inputs.parties().find(new PartyCode(code)).orElseThrow();
        return Inhabitants.of(inputs).of(party);
    }

    /** A key that asks for no population, so that figures may be missing. */
    private static SmallInput withoutPopulationKey() {
        return new SmallInput()
                .change(
                        "nycklar.csv",
                        "70/30;2023-01;;VGK;30;folkmängd;Plan 2023, 4.2",
                        WITHOUT_POPULATION_KEY);
    }

    @Test
    void aMunicipalityHasItsOwnTheRegionAllOfThemAndOthersNone() {
        Inputs inputs = new SmallInput().inputs();

        assertThat(of(inputs, "1440")).hasValue(32_394);
        assertThat(of(inputs, "VGR")).hasValue(32_394 + 596_841 + 42_199);
        assertThat(of(inputs, "VASTKOM")).isEmpty();
        assertThat(Inhabitants.of(inputs).ofMunicipalities()).hasValue(671_434);
        assertThat(Inhabitants.of(inputs).on()).hasValue(LocalDate.of(2022, 12, 31));
    }

    @Test
    void theFiguresAreThoseThatApplyLastInTheYear() {
        Inputs inputs =
                new SmallInput()
                        .change(
                                "installningar.yml",
                                "bokföring: nej\n",
                                "  - från: 2023-12\n    referens: 2021-12-31\n    beslut: Plan 2023\n"
                                        + "bokföring: nej\n")
                        .inputs();

        assertThat(of(inputs, "1440")).hasValue(32_148);
    }

    /** A sum with a municipality missing would make the others look dearer. */
    @Test
    void whereOneMunicipalityHasNoFigureThereIsNoSum() {
        Inputs inputs =
                withoutPopulationKey()
                        .change("folkmangd.csv", "\"1489 Alingsås\";41853;42199\n", "")
                        .inputs();

        assertThat(of(inputs, "1440")).hasValue(32_394);
        assertThat(of(inputs, "1489")).isEmpty();
        assertThat(of(inputs, "VGR")).isEmpty();
    }

    @Test
    void wherePopulationDoesNotApplyNobodyHasInhabitants() {
        Inputs inputs =
                withoutPopulationKey()
                        .change("installningar.yml", "från: 2023-01", "från: 2024-01")
                        .inputs();

        assertThat(Inhabitants.of(inputs).on()).isEmpty();
        assertThat(of(inputs, "1440")).isEmpty();
    }

    @Test
    void nobodyLivesWhereAllFiguresAreZero() {
        Inputs inputs =
                withoutPopulationKey()
                        .changeAll("folkmangd.csv", "(?m)^(\"14.*);\\d+;\\d+$", "$1;0;0")
                        .inputs();

        assertThat(of(inputs, "1440")).hasValue(0);
        assertThat(Inhabitants.of(inputs).ofMunicipalities()).isEmpty();
    }

    @ParameterizedTest(name = "{0} öre by {1} is {2}")
    @CsvSource({"10000, 3, 33.33", "-10000, 3, -33.33", "1, 2, 0.01", "-1, 2, -0.01", "0, 7, 0.00"})
    void aCostAnInhabitantIsRoundedHalfAwayFromZero(long ore, long inhabitants, String expected) {
        assertThat(Inhabitants.perInhabitant(new Money(ore), OptionalLong.of(inhabitants)))
                .hasToString("Optional[" + expected + "]");
    }

    @Test
    void whereNobodyIsKnownToLiveThereIsNoCostAnInhabitant() {
        assertThat(Inhabitants.perInhabitant(new Money(1), OptionalLong.empty())).isEmpty();
        assertThat(Inhabitants.perInhabitant(new Money(1), OptionalLong.of(0))).isEmpty();
    }
}
