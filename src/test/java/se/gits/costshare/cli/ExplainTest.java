package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.gits.costshare.run.SettledYear;
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

                        Rad 1 Drift och licens, ordinarie: 64 480,94 kr (202300031, moms 25 %)
                          Budget 7 600 000,00 kr för 12 månader, 2023-01–2023-12. Beslut: Förvaltningsplan 2023, 4.1 (budget-2023.csv rad 2)
                          Objekt SHVO Samordnad hälsa, vård och omsorg. Beslut: Förvaltningsplan 2023 (objekt.csv rad 2)
                          Till och med 2023-01: 1/12 har upparbetats, 633 333,33 kr
                            VGK bär 30 % enligt nyckel 70/30. Beslut: Förvaltningsplan 2023, 4.2 (nycklar.csv rad 5)
                              189 999,99 kr och 9/10 öre; resten är nummer 1 av 2, 1 öre blev över: 190 000,00 kr
                            Delen efter invånare: 596 841 av 1 758 656 (folkmangd.csv rad 34), 49 som delar
                              Folkmängd enligt SCB per 2022-12-31. Beslut: Årlig avstämning mot SCB (installningar.yml)
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
                .allSatisfy(place -> isARowOfItsFile(place, party, json));
    }

    /** From the lines to what is to be paid, which is what the auditor holds in the hand. */
    @Test
    void endsWithWhatTheInvoiceComesTo() {
        session.run("invoice", "2023-01").exits(0);

        assertThat(session.run("explain", "2023-01", "1480").exits(0).out())
                .endsWith(
                        """

                        Faktura 202300031: 5 rader, netto 141 688,37 kr
                          Moms 25 % på 141 688,37 kr: 35 422,09 kr
                          Att betala 177 110,46 kr, senast 2023-03-02
                        """);
        assertThat(session.run("explain", "2023-01", "1480", "--json").exits(0).out())
                .contains("\"net\":\"141688.37\"", "\"payable\":\"177110.46\"");
    }

    /** Of an invoice that was taken back, what came after it. */
    @Test
    void tellsWhatFollowedOnTheInvoice() throws IOException {
        session.with(new SmallInput()).on("2023-12-31");
        session.run("invoice", "2023-01").exits(0);
        session.run("credit", "2023-01", "--party", "1480", "--reason", "Fel").exits(0);

        assertThat(session.run("explain", "2023-01", "1480").exits(0).out())
                .endsWith("Därefter utfärdat för parten och månaden: 2023-01-kredit-1\n");
        assertThat(session.run("explain", "2023-01-kredit-1", "1480").exits(0).out())
                .contains("Att få tillbaka 211 114,93 kr")
                .doesNotContain("Därefter");
    }

    /** A settlement rests on the outcome, which stands in a file of its own. */
    @Test
    void aSettlementIsProvedFromTheOutcome() throws IOException {
        session.with(new SmallInput()).on("2023-12-31");
        session.run("invoice", "2023-12").exits(0);
        session.with(new SmallInput().put("utfall-2023.csv", SettledYear.OUTCOME)).on("2024-02-01");
        session.run("settle", "2023").exits(0);

        assertThat(session.run("explain", "2023-avrakning", "1480", "--line", "1").exits(0).out())
                .contains(
                        "Utfall 7 000 000,01 kr (utfall-2023.csv rad 2), mot budget 7 600 000,00 kr"
                                + " för 12 månader");
        assertThat(session.run("explain", "2023-avrakning", "1480", "--json").exits(0).out())
                .contains(
                        "\"outcome\":{\"amount\":\"7000000.01\",\"file\":\"utfall-2023.csv\",\"file_row\":2}");
    }

    /** The row begins with the line's, the key's or the object's name, or names the party. */
    private void isARowOfItsFile(MatchResult place, String party, String json) {
        String property =
                switch (place.group(1).replaceAll("[-.].*", "")) {
                    case "budget" -> "row";
                    case "nycklar" -> "key";
                    case "objekt" -> "code";
                    default -> "";
                };
        List<String> names =
                property.isEmpty()
                        ? List.of(party)
                        : Pattern.compile(".%s.:.([^\"]+)".formatted(property))
                                .matcher(json)
                                .results()
                                .map(name -> name.group(1))
                                .toList();
        assertThat(session.input().resolve(place.group(1)))
                .content()
                .satisfies(
                        text -> {
                            String line =
                                    text.lines().toList().get(Integer.parseInt(place.group(2)) - 1);
                            assertThat(names)
                                    .as(place.group() + ": " + line)
                                    .anyMatch(
                                            name ->
                                                    property.isEmpty()
                                                            ? line.contains(name)
                                                            : line.startsWith(name + ";"));
                        });
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
                        "Tidigare utfärdat för 2023-01: 4,17 kr (202300001), som dras av");
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
    void isRefusedWithWhatToDo(String arguments, int code, String told) throws IOException {
        session.withFewMunicipalities().run("invoice", "2023-01").exits(0);

        assertThat(session.run(("explain " + arguments).split(" ")).exits(code).err())
                .contains(told);
    }
}
