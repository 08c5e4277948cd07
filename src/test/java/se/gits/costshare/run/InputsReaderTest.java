package se.gits.costshare.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Year;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.gits.costshare.input.InputProblem;
import se.gits.costshare.input.Place;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.Problems;

/** Reading everything there is; each kind of fault is in {@link InputFaultsTest}. */
class InputsReaderTest {

    /** The same budget a year later, with what is wrong in it. */
    private static SmallInput withNextYear(String from, String to) {
        SmallInput input = new SmallInput();
        return input.put(
                "budget-2024.csv",
                """
                rad;objekt;benämning;kostnadsslag;belopp;nyckel;från;till;beslut;kommun;vgr
                1;KORT;Kort;kort;100;NORR;;;Plan 2024;;
                """
                        .replace(from, to));
    }

    @ParameterizedTest(name = "{0} becomes {1} in the budget of 2024: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Plan 2024 | Plan 2024, 4.1 | 2023 2024
            ;KORT;    | ;BORTA;        | 2023
            """)
    void theYearsThatCanBeReadAreThereWhateverIsWrongInOthers(
            String from, String to, String years) {
        SmallInput input = withNextYear(from, to);

        assertThat(InputsReader.readAll(input.files(), new Problems()).keySet())
                .extracting(Year::toString)
                .containsExactly(years.split(" "));
    }

    /** A file that was told of as it was found in the folder is not missing besides. */
    @ParameterizedTest(name = "{0} instead of {1}")
    @CsvSource({
        "installningar.yml, installningar.yml",
        "Budget-2023.ods,   budget-2023.csv",
        "parter.numbers,    parter.csv"
    })
    void whatWasToldOfItsFileIsNotToldAsMissing(String found, String missing) {
        Problems problems = new Problems();
        problems.add(Place.ofFile(found), "", ProblemKind.FILE_TOO_LARGE, "99");

        InputsReader.readAll(new SmallInput().without(missing).files(), problems);

        assertThat(problems.faults())
                .extracting(InputProblem::kind)
                .containsExactly(ProblemKind.FILE_TOO_LARGE);
    }

    @Test
    void aTableInTwoFormsIsToldWhicheverItIs() {
        for (String table :
                new String[] {
                    "parter", "objekt", "nycklar", "budget-2023", "volymer", "folkmangd"
                }) {
            assertThat(new SmallInput().put(table + ".xlsx", "x").problems().faults())
                    .extracting(InputProblem::kind)
                    .contains(ProblemKind.FILE_IN_TWO_FORMS);
        }
    }
}
