package se.gits.costshare.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.gits.costshare.input.InputProblem;
import se.gits.costshare.input.ProblemText;
import se.gits.costshare.input.Problems;

/** Where a warning begins and where it ends; one of each kind is in {@link InputFaultsTest}. */
class OddInputTest {

    private final SmallInput input = new SmallInput();

    private static List<String> warnings(SmallInput input) {
        Problems problems = input.problems();
        assertThat(problems.faults()).isEmpty();
        return problems.warnings().stream()
                .map(
                        w ->
                                w.kind()
                                        + " @ "
                                        + w.place().file()
                                        + ":"
                                        + w.place().row()
                                        + " "
                                        + w.value())
                .toList();
    }

    private static String told(SmallInput input) {
        List<InputProblem> warnings = input.problems().warnings();
        assertThat(warnings).hasSize(1);
        return new ProblemText(Locale.forLanguageTag("sv")).of(warnings.get(0));
    }

    // shares

    /** The region's share before and after the first of July, of a key that it has half of. */
    @ParameterizedTest(name = "{0} % becomes {1} %: {2}")
    @CsvSource({
        "50, 60, as it may",
        "50, 40, as it may",
        "50, 60.01, by more than ten points",
        "50, 39.99, by more than ten points",
        "5, 10, as it may",
        "5, 10.01, more than doubled",
        "10, 5, as it may",
        "10, 4.99, less than half"
    })
    void aShareThatMovesByMoreThanTenPointsOrDoublesIsOdd(
            String before, String after, String what) {
        input.change(
                "nycklar.csv",
                "NORR;2023-01;;NORR;100;lika;Plan 2023\n",
                norr("2023-01;2023-06", before) + norr("2023-07;", after));

        assertThat(warnings(input).stream().anyMatch(w -> w.startsWith("SHARE_CHANGED_MUCH")))
                .isEqualTo(!what.equals("as it may"));
    }

    private static String norr(String months, String ofRegion) {
        String rest = new BigDecimal(100).subtract(new BigDecimal(ofRegion)).toString();
        return "NORR;%s;VGR;%s;;Plan 2023\nNORR;%s;NORR;%s;lika;Plan 2023\n"
                .formatted(months, ofRegion.replace('.', ','), months, rest.replace('.', ','));
    }

    /** From 50 to 60 to 70: each step is as it may be. */
    @Test
    void aShareIsHeldAgainstTheOneRightBeforeIt() {
        input.change(
                "nycklar.csv",
                "NORR;2023-01;;NORR;100;lika;Plan 2023\n",
                norr("2023-01;2023-04", "50")
                        + norr("2023-05;2023-08", "60")
                        + norr("2023-09;", "70"));

        assertThat(warnings(input)).isEmpty();
    }

    @Test
    void aPartThatFallsAwayIsToldWhereItStood() {
        input.change(
                "nycklar.csv",
                "NORR;2023-01;;NORR;100;lika;Plan 2023\n",
                norr("2023-01;2023-06", "5") + "NORR;2023-07;;NORR;100;lika;Plan 2023\n");

        assertThat(warnings(input)).containsExactly("SHARE_CHANGED_MUCH @ nycklar.csv:6 5 %");
    }

    @Test
    void aShareThatChangesInAYearWithoutABudgetIsNotTold() {
        input.change(
                "nycklar.csv",
                "NORR;2023-01;;NORR;100;lika;Plan 2023\n",
                "NORR;2022-01;2022-12;VGR;100;;Plan 2022\n"
                        + "NORR;2023-01;2023-12;NORR;100;lika;Plan 2023\n"
                        + "NORR;2024-01;;VGR;100;;Plan 2024\n");

        assertThat(warnings(input))
                .as("of January 2023 alone: the two parts that changed places")
                .containsExactly(
                        "SHARE_CHANGED_MUCH @ nycklar.csv:6 100 %",
                        "SHARE_CHANGED_MUCH @ nycklar.csv:7 100 %");
    }

    // population

    /** Alingsås, before and now. */
    @ParameterizedTest(name = "{0} becomes {1}: {2}")
    @CsvSource({
        "40000, 42000, as it may",
        "40000, 38000, as it may",
        "40000, 42001, odd",
        "40000, 37999, odd",
        "0, 42000, odd"
    })
    void aPopulationThatMovesByMoreThanFivePercentIsOdd(String before, String now, String what) {
        input.change("folkmangd.csv", "41853;42199", before + ";" + now);

        assertThat(warnings(input).stream().anyMatch(w -> w.startsWith("POPULATION_MOVED")))
                .isEqualTo(what.equals("odd"));
    }

    @Test
    void aPopulationOfNobodyIsToldAsThatAlone() {
        input.change("folkmangd.csv", "41853;42199", "41853;0");

        assertThat(warnings(input)).containsExactly("POPULATION_ZERO @ folkmangd.csv:6 0");
    }

    @ParameterizedTest(name = "figures of {0}: {1} warnings")
    @CsvSource({"2020, 1", "2019, 0"})
    void aFigureThatIsMoreThanTwoYearsOlderIsNotHeldAgainst(String year, int warnings) {
        input.change("folkmangd.csv", "\"2021\"", "\"" + year + "\"")
                .change("folkmangd.csv", "41853;42199", "30000;42199");

        assertThat(warnings(input)).hasSize(warnings);
    }

    // e-invoices

    private SmallInput withoutOwnPeppolId() {
        return input.change("installningar.yml", "  peppol_id: \"0007:2321000131\"\n", "");
    }

    @Test
    void whoCouldGetAnEInvoiceHasAnAddressAndAReferenceAndIsInvoiced() {
        withoutOwnPeppolId()
                .change(
                        "parter.csv",
                        "232100-0131;intern;;;",
                        "232100-0131;intern;;0007:2321000131;R");
        assertThat(new ProblemText(Locale.forLanguageTag("sv")).of(last(input)))
                .contains("ta emot dem, 3 st");

        input.change("parter.csv", "0007:2120001439;REF1", ";REF1")
                .change("parter.csv", "0007:2120001355;REF2", "0007:2120001355;");
        assertThat(new ProblemText(Locale.forLanguageTag("sv")).of(last(input)))
                .contains("ta emot dem, 1 st");
    }

    private static InputProblem last(SmallInput input) {
        return input.problems().warnings().stream()
                .filter(w -> w.kind().toString().equals("ISSUER_WITHOUT_PEPPOL_ID"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whereNobodyCouldGetAnEInvoiceTheIssuerNeedsNoAddress() {
        withoutOwnPeppolId().changeAll("parter.csv", "0007:\\d+;REF\\d", ";");

        assertThat(warnings(input)).noneMatch(w -> w.startsWith("ISSUER_WITHOUT_PEPPOL_ID"));
    }

    // decisions

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            nycklar.csv     | lika;Plan 2023         | lika;SITIV 2022-11-24            | DECISION_OLD @ nycklar.csv:6 SITIV 2022-11-24
            budget-2023.csv | NORR;;;Plan 2023, 4.1  | NORR;;;SITIV 2019, ändrat 2022   | DECISION_OLD @ budget-2023.csv:4 SITIV 2019, ändrat 2022
            objekt.csv      | ML;Plan 2023           | ML;Plan 2021                     | DECISION_OLD @ objekt.csv:3 Plan 2021
            nycklar.csv     | lika;Plan 2023         | lika;SITIV 2019, ändrat 2023     |
            nycklar.csv     | lika;Plan 2023         | lika;SITIV § 12345               |
            """)
    void aDecisionWhoseLastYearIsBeforeTheBudgetsIsOld(
            String file, String from, String to, String warning) {
        assertThat(warnings(input.change(file, from, to)))
                .isEqualTo(warning == null ? List.of() : List.of(warning));
    }

    /** Of the year's twelve months, also of the last. */
    @Test
    void figuresThatADecemberAloneRestsOnHaveTheirDecisionToo() {
        input.change(
                "installningar.yml",
                "bokföring: nej\n",
                "  - från: 2023-12\n    referens: 2022-12-31\n    beslut: SITIV 2021\n"
                        + "bokföring: nej\n");

        assertThat(warnings(input))
                .containsExactly("DECISION_OLD @ installningar.yml:0 SITIV 2021");
    }

    // what nobody uses

    @ParameterizedTest(name = "from {0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            2022-01;2022-12 | 0
            2024-01;        | 0
            2022-01;2023-01 | 3
            2023-12;        | 3
            """)
    void onlyRowsOfTheBudgetsTimeAreMissedByTheirLines(String months, int warnings) {
        input.add("objekt.csv", "NY;Ny tjänst;projekt;" + months + ";alla;25;Plan 2023")
                .add("nycklar.csv", "NY;" + months + ";VGR;100;;Plan 2023")
                .add("volymer.csv", "nytt;" + months + ";1489;3");

        assertThat(warnings(input)).hasSize(warnings).allMatch(w -> w.startsWith("ROW_UNUSED"));
    }

    @Test
    void thePartiesThatNoLineReachesAreNamed() {
        input.add("parter.csv", "LERUM;Lerums bibliotek;övrig;;ingen;;;;;;;")
                .add("parter.csv", "ABC;Ett bolag;övrig;;ingen;;;;;;;");

        assertThat(told(input)).contains("2 st: ABC LERUM.");
    }

    @Test
    void theMunicipalitiesThatAreNotInvoicedAreNamed() {
        input.change("parter.csv", "212000-1355;faktura", "212000-1355;ingen")
                .change("parter.csv", "212000-1553;faktura", "212000-1553;ingen");

        assertThat(told(input)).contains("2 st: 1480 1489.");
    }
}
