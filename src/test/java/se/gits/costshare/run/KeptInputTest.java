package se.gits.costshare.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Year;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.gits.costshare.input.Problems;

/** What was issued before the program sent or booked anything can be read as it was. */
class KeptInputTest {

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # file             | what stands there    | what stood there then
              installningar.yml | bokföring: nej       | 'bokföring: …'
              installningar.yml | bokföring: nej       | 'bokföring: {konto: 3010, kst: [1, 2]}'
              installningar.yml | bokföring: nej       | 'bokföring: {kundfordran: 1, intern_fordran: 2, moms: {25: 3, 12: 4, 6: 5}, kontering: [{konto: 6, objekt: BORTA}]}'
              installningar.yml | bokföring: nej       | 'bokföring: {kundfordran: 1, intern_fordran: 2, moms: {25: 3, 12: 4, 6: 5}, kontering: [{konto: 6, kostnadsslag: resor}]}'
              parter.csv        | 0007:2120001355      | 0088:7350003379783
              parter.csv        | 0007:2120001355      | 0001:123
            """)
    void whatWasNotAskedThenIsNoFaultOfItNow(String file, String from, String to) {
        SmallInput input = new SmallInput().change(file, from, to);

        Problems problems = Problems.ofKeptInput();
        Optional<Inputs> kept = InputsReader.read(input.files(), Year.of(2023), problems);

        assertThat(input.problems().hasFaults()).as("today it is one").isTrue();
        assertThat(kept).as(() -> problems.faults().toString()).isPresent();
        assertThat(kept.get().settings().bookkeeping()).isEmpty();
    }

    @Test
    void filesThatWouldHaveTheSameNameAreNoFaultOfItNow() {
        SmallInput input =
                new SmallInput()
                        .change(
                                "parter.csv",
                                "VASTKOM;",
                                "1440-ALE;Kommun;övrig;;ingen;;;;;;;\nVASTKOM;");

        assertThat(input.problems().hasFaults()).as("today it is one").isTrue();
        assertThat(InputsReader.read(input.files(), Year.of(2023), Problems.ofKeptInput()))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({"budget-2023.csv, 7 600 000, sju", "nycklar.csv, 70;;Plan, 71;;Plan"})
    void whatTouchesAmountsIsAFaultStill(String file, String from, String to) {
        SmallInput input = new SmallInput().change(file, from, to);

        assertThat(InputsReader.read(input.files(), Year.of(2023), Problems.ofKeptInput()))
                .isEmpty();
    }
}
