package se.gits.costshare.population;

import static org.assertj.core.api.Assertions.assertThat;
import static se.gits.costshare.population.PopulationFiles.read;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.gits.costshare.input.TestWorkbook;

/** SCB's own tables of municipalities, with the date in the title alone. */
class WebTableLayoutTest {

    private static final String YEAR =
            "Folkmängd i riket, län och kommuner 31 december och befolkningsförändringar"
                    + " 1 januari - 31 december 2022. Totalt";

    private static TestWorkbook table(String sheet, String title) {
        return new TestWorkbook(sheet)
                .row(3, title)
                .row(4, "Folkmängd redovisas enligt indelningen 2023-01-01.")
                .row(6, "Kommun", "Kommunnamn", "Folkmängd", "Folk-", "Inflyttade")
                .row(7, "Län", "Länsnamn", " ", "ökning", "Totalt", "därav från")
                .row(8, "", "", "", "", "", "Egna")
                .row(9, "", "", "", "", "", "länet")
                .row(10, "", "Riket                    ", "10521556", "69230", "102436", ".")
                .row(11, "14", "Västra Götaland          ", "1758656", "13797", "57423", ".")
                .row(12, "1440", "Ale                      ", "32394", "246", "2304", "1921")
                .row(13, "1480", "Göteborg                 ", "596841", "9292", "38020", "12046")
                .row(14, "0127", "Botkyrka                 ", "95318", "712", "8246", "5721")
                .row(16, "1) Händelser som skett före den 1 januari 2022.")
                .row(17, "    men är inte redovisade.");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2022-12-31 | Folkmängd i riket, län och kommuner 31 december och befolkningsförändringar 1 januari - 31 december 2022. Totalt
                    2022-12-31 | Folkmängd i riket, län och kommuner 31 december 2022 och befolkningsförändringar 1 oktober - 31 december 2022
                    2014-06-30 | Folkmängd i riket, län och kommuner 30 juni 2014 och befolkningsförändringar 1 april - 30 juni 2014
                    2021-12-31 | Population in the country, counties and municipalities on 31 December 2021 and Population Change 1 January - 31 December 2021. Total
                    """)
    void theTitleHoldsTheDate(String date, String title) {
        PopulationFiles read = read(table("Totalt", title).file("folkmangd.xlsx"));

        assertThat(read.faults()).isEmpty();
        assertThat(read.warnings()).isEmpty();
        assertThat(read.figures())
                .containsExactly("1440 " + date + " 32394", "1480 " + date + " 596841");
    }

    @Test
    void englishHeadingsAreKnown() {
        PopulationFiles read =
                read(
                        new TestWorkbook("Total")
                                .row(
                                        1,
                                        "Population in the country, counties and municipalities on"
                                                + " 31 December 2021 and Population Change in 2021")
                                .row(3, "Code", "County", "Population", "Population")
                                .row(4, "", "Municipality", "", "increase")
                                .row(5, "14", "Västra Götaland", "1744859", "14574")
                                .row(6, "1440", "Ale", "32148", "702")
                                .file("folkmangd.xlsx"));

        assertThat(read.faults()).isEmpty();
        assertThat(read.figures()).containsExactly("1440 2021-12-31 32148");
    }

    @ParameterizedTest
    @ValueSource(strings = {". Män", ". Kvinnor"})
    void halfThePeopleByTheTitleAreRefused(String sex) {
        PopulationFiles read =
                read(table("Blad1", YEAR.replace(". Totalt", sex)).file("folkmangd.xlsx"));

        assertThat(read.faults()).containsExactly("POPULATION_ONE_SEX 3");
        assertThat(read.figures()).isEmpty();
    }

    @Test
    void halfThePeopleByTheSheetAreRefused() {
        assertThat(read(table("Kvinnor", YEAR).file("folkmangd.xlsx")).faults())
                .containsExactly("POPULATION_ONE_SEX 3");
    }

    @Test
    void theSheetOfBothIsReadAndTheOthersAreWarnedOf() {
        PopulationFiles read =
                read(table("Totalt", YEAR).sheet("Män").row(1, "x").file("folkmangd.xlsx"));

        assertThat(read.warnings()).containsExactly("OTHER_SHEETS");
        assertThat(read.figures()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Folkmängd i riket, län och kommuner",
                "Folkmängd i riket, län och kommuner 1 november 2022",
                "Folkmängd i riket, län och kommuner 31 juni 2022",
                "Folkmängd i riket, län och kommuner 30 december 2022"
            })
    void aTitleWithoutTheLastDayOfAMonthIsRefused(String title) {
        assertThat(read(table("Totalt", title).file("folkmangd.xlsx")).faults())
                .containsExactly("POPULATION_PERIOD 3");
    }

    @Test
    void aTableWithoutTheColumnIsRefused() {
        assertThat(PopulationFiles.csv(YEAR + "\n\nKommun;Namn;Folk-\n1440;Ale;246\n").faults())
                .containsExactly("POPULATION_LAYOUT 1");
    }
}
