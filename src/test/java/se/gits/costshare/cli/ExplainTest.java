package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.gits.costshare.run.SmallInput;

class ExplainTest {

    @TempDir Path folder;

    private Session session;

    @BeforeEach
    void begin() throws IOException {
        session = new Session(folder);
    }

    @Test
    void provesAnAmountBackToFileAndRow() throws IOException {
        session.run("invoice", "2023-01").exits(0);

        String told = session.run("explain", "2023-01", "1480", "--line", "1").exits(0).out();

        assertThat(told)
                .isEqualTo(
                        """
                        1480 Göteborgs stad, 2023-01

                        Rad 1 Drift och licens, ordinarie: 64 480,94 kr (202300031)
                          Budget 7 600 000,00 kr för 12 månader, 2023-01–2023-12. Beslut: Förvaltningsplan 2023, 4.1 (budget-2023.csv rad 2)
                          Objekt SHVO Samordnad hälsa, vård och omsorg. Beslut: Förvaltningsplan 2023 (objekt.csv rad 2)
                          Till och med 2023-01: 1/12 har upparbetats, 633 333,33 kr
                            VGK bär 30 % enligt nyckel 70/30. Beslut: Förvaltningsplan 2023, 4.2 (nycklar.csv rad 5)
                              189 999,99 kr och 9/10 öre; resten är nummer 1 av 2, 1 öre blev över: 190 000,00 kr
                            Delen efter invånare: 596 841 av 1 758 656 (folkmangd.csv rad 34)
                              64 480,93 kr och 24328/27479 öre; resten är nummer 5 av 49, 25 öre blev över: 64 480,94 kr
                          Summa 64 480,94 kr
                        """);
        assertThat(Files.readString(Path.of("src/site/markdown/handbok.md")))
                .contains(told.substring(told.indexOf("Rad 1")));
        assertThat(session.input().resolve("folkmangd.csv"))
                .content()
                .satisfies(
                        text ->
                                assertThat(text.lines().toList().get(33))
                                        .contains("1480", "596841"));
    }

    /** Every amount on the invoice, and its sums, for each party and kind of line. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"1440", "1480", "VGR", "VASTKOM"})
    void theJsonHoldsEveryAmountOfTheParty(String party) throws IOException {
        session.with(new SmallInput()).on("2023-12-31");
        session.run("invoice", "2023-01").exits(0);
        session.run("invoice", "2023-02").exits(0);
        session.with(new SmallInput().withDearerMeetings());
        session.run("invoice", "2023-03", "--reason", "Dyrare").exits(0);

        String json = session.run("forklara", "2023-03", party, "--json").exits(0).out();

        BigDecimal explained =
                Pattern.compile(".text.:.[^,{}]+.,.kind.:.[a-zåäö]+.,.amount.:.(-?[0-9.]+).")
                        .matcher(json)
                        .results()
                        .map(amount -> new BigDecimal(amount.group(1)))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal issued =
                session.table("2023-03/fordelning.csv").stream()
                        .filter(row -> row[3].equals(party))
                        .map(row -> new BigDecimal(row[7].replace(',', '.')))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(explained).as(json).isEqualByComparingTo(issued);
        assertThat(Pattern.compile(".file.:.([^,]+).,.file_row.:([0-9]+)").matcher(json).results())
                .isNotEmpty()
                .allSatisfy(this::isARowOfItsFile);
    }

    private void isARowOfItsFile(MatchResult place) {
        assertThat(session.input().resolve(place.group(1)))
                .content()
                .satisfies(
                        text ->
                                assertThat(text.lines().count())
                                        .isGreaterThanOrEqualTo(Integer.parseInt(place.group(2))));
    }

    @Test
    void anAdjustmentSaysWhyAndWhatWasIssuedBefore() throws IOException {
        session.with(new SmallInput()).on("2023-12-31");
        session.run("invoice", "2023-01").exits(0);
        session.with(new SmallInput().withDearerMeetings());
        session.run("invoice", "2023-02", "--reason", "Dyrare").exits(0);

        assertThat(session.run("explain", "2023-02", "1440", "--line", "3").exits(0).out())
                .contains(
                        "Rad 3 Möten, justering: 4,17 kr",
                        "Orsak: Dyrare. Budgetrad 3: beloppet 100,00 kr → 200,00 kr",
                        "Tidigare utfärdat för 2023-01: -4,17 kr (202300001)");
        assertThat(session.run("explain", "2023-02", "1440", "--lang", "en").exits(0).out())
                .contains("Issued before for 2023-01", "Row 1");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # arguments               | code | told
            2023-02 1480              | 5    | 2023-02 är inte utfärdad
            2023-01 1499X             | 5    | 1499X har ingenting i 2023-01
            2023-01 1480 --line 99    | 5    | 1480 99 har ingenting i 2023-01
            2023-13 1480              | 2    | 2023-13
            2023-01                   | 2    | PARTY
            2023-01 göteborg          | 2    | göteborg
            """)
    void isRefusedWithWhatToDo(String arguments, int code, String told) {
        session.run("invoice", "2023-01").exits(0);

        assertThat(session.run(("explain " + arguments).split(" ")).exits(code).err())
                .contains(told);
    }
}
