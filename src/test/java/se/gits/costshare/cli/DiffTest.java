package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.gits.costshare.run.SmallInput;

class DiffTest {

    @TempDir Path folder;

    private Session session;

    @BeforeEach
    void issue() throws IOException {
        session = new Session(folder).with(new SmallInput()).on("2023-12-31");
        session.run("invoice", "2023-01").exits(0);
        session.run("invoice", "2023-02").exits(0);
        session.with(new SmallInput().withDearerMeetings());
        session.run("invoice", "2023-03", "--reason", "Dyrare").exits(0);
    }

    @Test
    void tellsEachDifferenceWithACauseAndWhatTheCausesComeTo() {
        String told = session.run("diff", "2023-01", "2023-03").exits(0).out();

        assertThat(told)
                .contains(
                        "Part",
                        "1440     3    kostnad",
                        "1440     3    justering",
                        "kostnad 8,34 kr, 2 parter: Budgetrad 3: beloppet 100,00 kr → 200,00 kr",
                        "Budgetrad 2 börjar 2023-03");
        assertThat(session.run("jamfor", "2023-03", "2023-01").exits(0).out()).isEqualTo(told);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            2023-01 2023-04 | 5 | 2023-04 är inte utfärdad
            2023-01 2023-01 | 2 | två olika månader
            2023-01 2024-01 | 2 | samma år
            2023-01         | 2 | MONTH
            """)
    void isRefusedWithWhatToDo(String arguments, int code, String told) {
        assertThat(session.run(("diff " + arguments).split(" ")).exits(code).err()).contains(told);
    }
}
