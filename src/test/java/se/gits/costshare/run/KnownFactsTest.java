package se.gits.costshare.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.gits.costshare.input.InputProblem;
import se.gits.costshare.input.ProblemText;

/** A fact that a line of one single month lacks is told, and told once. */
class KnownFactsTest {

    /** Meetings in March, and nothing else. */
    private static SmallInput meetings(String distribution) {
        return new SmallInput()
                .put(
                        "budget-2023.csv",
                        """
                        rad;objekt;benämning;kostnadsslag;belopp;nyckel;från;till;beslut;kommun;vgr
                        3;SHVO;Möten;möten;100;NORR;2023-03;2023-03;Plan 2023, 4.1;;
                        """)
                .change("nycklar.csv", "NORR;100;lika", "NORR;100;" + distribution);
    }

    private static String told(SmallInput input) {
        assertThat(input.problems().faults()).hasSize(1);
        InputProblem fault = input.problems().faults().get(0);
        return fault.kind() + ": " + new ProblemText(Locale.forLanguageTag("sv")).of(fault);
    }

    @ParameterizedTest(name = "{0}, {1}: {2} becomes {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            volym:antal | parter.csv        | Ale kommun            | Ale              | UNKNOWN_VOLUME
            volym:kort  | parter.csv        | Ale kommun            | Ale              | VOLUME_MISSING
            folkmängd   | installningar.yml | från: 2023-01         | från: 2024-01    | REFERENCE_DATE_MISSING
            folkmängd   | folkmangd.csv     | 1489 Alingsås         | 1488 Trollhättan | POPULATION_MISSING
            folkmängd   | parter.csv        | VästKom;övrig;;ingen; | VästKom;övrig;;ingen;NORR | POPULATION_OF_OTHERS
            """)
    void isToldOnce(String distribution, String file, String from, String to, String kind) {
        assertThat(told(meetings(distribution).change(file, from, to))).startsWith(kind + ": ");
    }

    /**
     * From the first month of the line that lacks it, through December or the month before it is
     * there.
     */
    @ParameterizedTest(name = "cards of Alingsås from {0}")
    @CsvSource({"2024-01, 2023-03–2023-12", "2023-12, 2023-03–2023-11", "2023-04, 2023-03"})
    void theMonthsThatLackAVolumeAreTold(String from, String months) {
        assertThat(told(meetings("volym:kort").add("volymer.csv", "kort;" + from + ";;1489;5")))
                .contains("Volymen kort saknas för Alingsås kommun i " + months + ".");
    }

    @Test
    void aReferenceDateThatOneMemberAsksForIsToldAsWell() {
        assertThat(
                        told(
                                meetings("folkmängd")
                                        .change(
                                                "parter.csv",
                                                "faktura;NORR;0007:2120001553",
                                                "faktura;;0007:2120001553")
                                        .change(
                                                "installningar.yml",
                                                "från: 2023-01",
                                                "från: 2024-01")))
                .startsWith("REFERENCE_DATE_MISSING: ");
    }

    @Test
    void aFactThatNoLineAsksForIsNotMissed() {
        assertThat(
                        meetings("lika")
                                .change("folkmangd.csv", "\"1489 Alingsås\";41853;42199\n", "")
                                .problems()
                                .faults())
                .isEmpty();
    }
}
