package se.gits.costshare.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableFileTest {

    private static final Columns COLUMNS = new Columns(List.of("kod", "namn"), List.of("belopp"));

    private final Problems problems = new Problems();

    private List<String> rows(String text) {
        InputFile file = new InputFile("x.csv", text.getBytes(StandardCharsets.UTF_8));
        return TableFile.read(file, COLUMNS, problems).orElseThrow().rows().stream()
                .map(
                        row ->
                                row.number()
                                        + ": "
                                        + row.cell("kod").value()
                                        + "|"
                                        + row.cell("namn").value()
                                        + "|"
                                        + row.cell("belopp").value())
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "kod;namn;belopp\n1;Ale;2,5\n",
                "kod,namn,belopp\n1,Ale,\"2,5\"\n",
                "namn;belopp;kod\r\nAle;2,5;1\r\n",
                "Kod; NAMN ;belopp\n 1 ;\u00A0Ale\u00A0;2,5",
                "\"kod\";\"namn\";\"belopp\"\n\"1\";\"Ale\";\"2,5\"\n",
                "kod;namn;belopp;;\n1;Ale;2,5;;\n",
                "kod\tnamn\tbelopp\n1\tAle\t2,5\n",
                "sep=,\nkod,namn,belopp\n1,Ale,\"2,5\"\n",
                "sep=;\r\nkod;namn;belopp\r\n1;Ale;2,5\r\n"
            })
    void readsTheSameTable(String text) {
        assertThat(rows(text)).containsExactly("2: 1|Ale|2,5");
        assertThat(problems.faults()).isEmpty();
    }

    @Test
    void theHeadingIsTheRowThatNamesMostColumns() {
        assertThat(rows("Namn;Belopp\n\nkod;namn;belopp\n1;Ale;2,5\n"))
                .containsExactly("4: 1|Ale|2,5");
        assertThat(problems.warnings())
                .extracting(InputProblem::kind)
                .containsExactly(ProblemKind.ROW_ABOVE_HEADING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kod,namn\n1,Ale; Bohus; Mölndal\n2,Mark\n",
                "kod;namn\n1;Ale, Bohus, Mölndal\n2;Mark, a, b, c\n",
                "Parter, version 2, 2023\nkod;namn\n1;Ale\n2;Mark\n"
            })
    void theDelimiterIsWhatRowsHaveEquallyManyOf(String text) {
        assertThat(rows(text))
                .extracting(row -> row.replaceAll("\\|.*", "").replaceAll(".*: ", ""))
                .containsExactly("1", "2");
    }

    @Test
    void rowsAreCountedAsASpreadsheetShowsThem() {
        assertThat(rows("\nkod;namn\n1;Ale\n;\n\n2;\"två\nrader\"\n3;Mark\n"))
                .containsExactly("3: 1|Ale|", "6: 2|två\nrader|", "7: 3|Mark|");
    }

    @ParameterizedTest(name = "{0} is {1} öre")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    7 600 000      | 760000000
                    7\u00A0600\u00A0000,00 | 760000000
                    7\u202F600\u202F000 | 760000000
                    7600000        | 760000000
                    12,5           | 1250
                    12.50          | 1250
                    -0,01          | -1
                    \u22125        | -500
                    0              | 0
                    999999999999,99 | 99999999999999
                    """)
    void readsAmounts(String text, long ore) {
        Cell cell = new Cell(new Place("x.csv", 2, "belopp"), text);

        assertThat(cell.amount(problems).orElseThrow().ore()).isEqualTo(ore);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    7.600.000      | NOT_AN_AMOUNT
                    7,600,000      | NOT_AN_AMOUNT
                    76 00 000      | NOT_AN_AMOUNT
                    1e3            | NOT_AN_AMOUNT
                    =1+1           | NOT_AN_AMOUNT
                    100 kr         | NOT_AN_AMOUNT
                    --5            | NOT_AN_AMOUNT
                    5-             | NOT_AN_AMOUNT
                    12,            | NOT_AN_AMOUNT
                    500,500        | TOO_MANY_DECIMALS
                    500,000        | TOO_MANY_DECIMALS
                    1000000000000  | AMOUNT_TOO_LARGE
                    """)
    void refusesWhatIsNoAmountToTheOre(String text, ProblemKind kind) {
        Cell cell = new Cell(new Place("x.csv", 2, "belopp"), text);

        assertThat(cell.amount(problems)).isEmpty();
        assertThat(problems.faults()).singleElement().extracting("kind").isEqualTo(kind);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "50,1/2",
        "'33,3',333/1000",
        "1/3,1/3",
        "2/6,1/3",
        "1 / 3,1/3",
        "'12,5 %',1/8",
        "0,0/1",
        "100,1/1"
    })
    void readsShares(String text, String fraction) {
        Cell cell = new Cell(new Place("nycklar.csv", 2, "andel"), text);

        assertThat(cell.share(problems).orElseThrow()).hasToString(fraction);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4/3", "1/0", "-1", "101", "halva", "1/3/4", "%"})
    void refusesWhatIsNoShare(String text) {
        Cell cell = new Cell(new Place("nycklar.csv", 2, "andel"), text);

        assertThat(cell.share(problems)).isEmpty();
        assertThat(problems.faults()).hasSize(1);
    }

    @ParameterizedTest(name = "{0} is nearest to {1}")
    @CsvSource({
        "belop,belopp",
        "BELOPP,belopp",
        "nykel,nyckel",
        "fördelnin,fördelning",
        "VRG,VGR",
        "anteckning,''",
        "no,''"
    })
    void findsTheNameThatWasMeantOrNone(String misspelt, String meant) {
        List<String> known = List.of("belopp", "nyckel", "fördelning", "part", "VGK", "VGR", "ja");

        assertThat(new NearestName(misspelt, known)).hasToString(meant);
    }

    @Test
    void aCellOfSpacesTakesNoTime() {
        // A pattern that goes back over itself would need minutes for this one.
        assertThat(rows("kod;namn\n1;\"a" + " ".repeat(400_000) + "b\"\n")).hasSize(1);
        assertThat(problems.faults())
                .extracting("kind")
                .containsExactly(ProblemKind.VALUE_TOO_LONG);
    }

    /** Letters that are not asked about one by one; a sign that is none makes them be asked. */
    @Test
    void noOrdinaryLetterIsOdd() {
        IntStream.concat(IntStream.rangeClosed(' ', '~'), IntStream.rangeClosed(0xC0, 0x17F))
                .mapToObj(c -> Character.toString(c) + '¤')
                .forEach(this::tellIfOdd);
        assertThat(problems.faults()).isEmpty();
        assertThat(problems.warnings()).isEmpty();

        for (String odd : List.of("\u007F", "\u001B", "\u009B", "\u202E", "\u03FF\u0600", "ק")) {
            tellIfOdd("Ale" + odd);
        }
        assertThat(problems.faults().size() + problems.warnings().size()).isEqualTo(6);
    }

    private void tellIfOdd(String text) {
        TableFile.tellIfOdd(Place.ofFile("x.csv"), "namn", Content.ofText(text), problems);
    }

    @ParameterizedTest
    @ValueSource(strings = {"596,000", "596.000", "596841,0", "-1", "1e6", "många"})
    void aCountIsWholeAndHasNoDecimals(String text) {
        Cell cell = new Cell(new Place("volymer.csv", 2, "antal"), text);

        assertThat(cell.count(problems)).isEmpty();
        assertThat(problems.faults()).extracting("kind").containsExactly(ProblemKind.NOT_A_COUNT);
    }
}
