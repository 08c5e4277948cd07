package se.gits.costshare.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static se.gits.costshare.population.PopulationFiles.csv;
import static se.gits.costshare.population.PopulationFiles.file;
import static se.gits.costshare.population.PopulationFiles.read;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.TestWorkbook;
import se.gits.costshare.party.PartyCode;

/** Every layout SCB delivers gives the same figures, or is refused for what is wrong with it. */
class PopulationFileTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final String YEARS =
            """
            "Folkmängd efter region och år"

            "region";"2021";"2022"
            "00 Riket";10452326;10521556
            "14 Västra Götalands län";1744859;1758656
            "0127 Botkyrka";94606;95318
            "1440 Ale";32148;32394
            "1480 Göteborg";587549;596841
            "1490 Borås";114091;114556
            """;

    private static final List<String> FIGURES =
            List.of(
                    "1440 2021-12-31 32148",
                    "1440 2022-12-31 32394",
                    "1480 2021-12-31 587549",
                    "1480 2022-12-31 596841",
                    "1490 2021-12-31 114091",
                    "1490 2022-12-31 114556");

    private static Arguments layout(String what, String text) {
        return arguments(what, file("folkmangd.csv", text));
    }

    private static String changed(String from, String to) {
        assertThat(YEARS).contains(from);
        return YEARS.replace(from, to);
    }

    static Stream<Arguments> layouts() {
        return Stream.of(
                layout("semicolons, with heading", YEARS),
                layout("semicolons, without heading", YEARS.substring(YEARS.indexOf("\"region"))),
                layout("commas", YEARS.replace(';', ',')),
                layout("tabs", YEARS.replace(';', '\t').replace("\"", "")),
                layout("CRLF", YEARS.replace("\n", "\r\n")),
                layout("a mark of UTF-8", "\uFEFF" + YEARS),
                layout("no empty line", changed("år\"\n\n", "år\"\n")),
                arguments("Latin-1", file("folkmangd.csv", YEARS, StandardCharsets.ISO_8859_1)),
                arguments("Windows-1252", file("folkmangd.csv", YEARS + "–", WINDOWS)),
                layout(
                        "what is counted over each year",
                        changed("2021\";\"2022", "Folkmängd 2021\";\"Folkmängd 2022")),
                layout(
                        "the year before what is counted",
                        changed("2021\";\"2022", "2021 Folkmängd\";\"2022 Folkmängd")),
                layout(
                        "English",
                        YEARS.replace(
                                        "Folkmängd efter region och år",
                                        "Population by region and year")
                                .replace("2021\";\"2022", "Population 2021\";\"Population 2022")
                                .replace("00 Riket", "00 Sweden")
                                .replace("14 Västra Götalands län", "14 Västra Götaland county")),
                layout("codes alone", YEARS.replaceAll("\"(\\d{2,4}) [^\"\\n]+\"", "\"$1\"")),
                layout("codes as numbers", YEARS.replaceAll("\"(\\d{4}) [^\"\\n]+\"", "$1")),
                layout("names alone", YEARS.replaceAll("\"\\d{2,4} ", "\"")),
                layout(
                        "names of the parties",
                        YEARS.replaceAll("\"1480 Göteborg", "\"Göteborgs stad")),
                layout(
                        "code and name apart",
                        YEARS.replace("\"region\"", "\"kod\";\"kommun\"")
                                .replaceAll("\"(\\d{2,4}) ", "\"$1\";\"")),
                layout("regions in NUTS", changed("14 Västra", "SE232 Västra")),
                layout("spaces between thousands", changed("596841", "\"596 841\"")),
                layout(
                        "growth beside population",
                        """
                        "Folkmängd och folkökning efter region och år"

                        "region";"Folkmängd 2021";"Folkmängd 2022";"Folkökning 2021";"Folkökning 2022"
                        "1440 Ale";32148;32394;702;246
                        "1480 Göteborg";587549;596841;4493;9292
                        "1490 Borås";114091;114556;535;-465
                        """),
                layout(
                        "years in the rows",
                        """
                        region;år;Folkmängd
                        1440 Ale;2021;32148
                        1440 Ale;2022;32394
                        1480 Göteborg;2021;587549
                        1480 Göteborg;2022;596841
                        1490 Borås;2021;114091
                        1490 Borås;2022;114556
                        """),
                layout(
                        "what is counted in the rows",
                        """
                        region;tabellinnehåll;2021;2022
                        1440 Ale;Folkmängd;32148;32394
                        1440 Ale;Folkökning;702;246
                        1480 Göteborg;Folkmängd;587549;596841
                        1480 Göteborg;Folkökning;4493;9292
                        1490 Borås;Folkmängd;114091;114556
                        1490 Borås;Folkökning;535;-465
                        """),
                layout(
                        "totals that say so",
                        """
                        region;ålder;kön;2021;2022
                        1440 Ale;totalt ålder;totalt, samtliga män och kvinnor;32148;32394
                        1480 Göteborg;totalt ålder;totalt, samtliga män och kvinnor;587549;596841
                        1490 Borås;totalt ålder;totalt, samtliga män och kvinnor;114091;114556
                        """),
                layout(
                        "men and women",
                        """
                        region;kön;2021;2022
                        1440 Ale;män;16333;16466
                        1440 Ale;kvinnor;15815;15928
                        1480 Göteborg;män;293084;297823
                        1480 Göteborg;kvinnor;294465;299018
                        1490 Borås;män;57183;57516
                        1490 Borås;kvinnor;56908;57040
                        """),
                layout(
                        "men and women over the years",
                        """
                        region;män 2021;män 2022;kvinnor 2021;kvinnor 2022
                        1440 Ale;16333;16466;15815;15928
                        1480 Göteborg;293084;297823;294465;299018
                        1490 Borås;57183;57516;56908;57040
                        """),
                layout(
                        "ages and marital status, in English",
                        """
                        "region","marital status","age","2021","2022"
                        "1440 Ale","single","0-64 years",20000,20000
                        "1440 Ale","single","65+ years",148,394
                        "1440 Ale","married","0-64 years",7000,7000
                        "1440 Ale","married","65+ years",3000,3000
                        "1440 Ale","divorced","0-64 years",1000,1000
                        "1440 Ale","divorced","65+ years",500,500
                        "1440 Ale","widows/widowers","0-64 years",500,500
                        "1440 Ale","widows/widowers","65+ years",-,-
                        "1480 Göteborg","single","0-64 years",587549,596841
                        "1480 Göteborg","single","65+ years",0,0
                        "1480 Göteborg","married","0-64 years",0,0
                        "1480 Göteborg","married","65+ years",0,0
                        "1480 Göteborg","divorced","0-64 years",0,0
                        "1480 Göteborg","divorced","65+ years",0,0
                        "1480 Göteborg","widows/widowers","0-64 years",0,0
                        "1480 Göteborg","widows/widowers","65+ years",0,0
                        "1490 Borås","single","0-64 years",114091,114556
                        "1490 Borås","single","65+ years",0,0
                        "1490 Borås","married","0-64 years",0,0
                        "1490 Borås","married","65+ years",0,0
                        "1490 Borås","divorced","0-64 years",0,0
                        "1490 Borås","divorced","65+ years",0,0
                        "1490 Borås","widows/widowers","0-64 years",0,0
                        "1490 Borås","widows/widowers","65+ years",0,0
                        """),
                layout(
                        "a table of one's own",
                        """
                        kod;namn;datum;antal
                        1440;Ale;2021-12-31;32148
                        1440;Ale;2022-12-31;32394
                        1480;Göteborg;2021-12-31;587 549
                        1480;Göteborg;2022-12-31;596 841
                        1490;Borås;2021-12-31;114091
                        1490;Borås;2022-12-31;114556
                        """),
                arguments("a workbook", workbook().file("folkmangd.xlsx")),
                arguments("a workbook with two rows of headings", twoHeadings()),
                arguments("JSON-stat2", file("folkmangd.json", JsonStatFileTest.YEARS)));
    }

    /** As Statistikdatabasen makes them: no words over region and sex, notes below. */
    private static TestWorkbook workbook() {
        return new TestWorkbook("BE0101N1")
                .row(1, "Folkmängd efter region, kön och år")
                .text("C3", "2021")
                .text("D3", "2022")
                .row(4, "1440 Ale", "män")
                .number("C4", 16333, "0")
                .number("D4", 16466, "0")
                .row(5, "", "kvinnor")
                .number("C5", 15815, "0")
                .number("D5", 15928, "0")
                .row(6, "1480 Göteborg", "män")
                .number("C6", 293084, "#,##0")
                .number("D6", 297823, "#,##0")
                .row(7, "", "kvinnor")
                .number("C7", 294465, "#,##0")
                .number("D7", 299018, "#,##0")
                .row(8, "1490 Borås", "män")
                .number("C8", 57183, "0")
                .number("D8", 57516, "0")
                .row(9, "", "kvinnor")
                .number("C9", 56908, "0")
                .number("D9", 57040, "0")
                .row(11, "Uppgiften avser förhållandet den 31 december.")
                .row(12, "ålder:")
                .row(14, "20230222 08:00")
                .row(16, "Intern referenskod:")
                .row(17, "BE0101N1");
    }

    private static InputFile twoHeadings() {
        return new TestWorkbook("BE0101N1")
                .row(1, "Folkmängd och folkökning efter region och år")
                .row(3, "", "Folkmängd", "", "Folkökning")
                .row(4, "", "2021", "2022", "2021", "2022")
                .row(5, "1440 Ale", "32148", "32394", "702", "246")
                .row(6, "1480 Göteborg", "587549", "596841", "4493", "9292")
                .row(7, "1490 Borås", "114091", "114556", "535", "-465")
                .file("folkmangd.xlsx");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layouts")
    void everyLayoutGivesTheSameFigures(String what, InputFile file) {
        PopulationFiles read = read(file);

        assertThat(read.faults()).isEmpty();
        assertThat(read.warnings()).isEmpty();
        assertThat(read.figures()).isEqualTo(FIGURES);
        assertThat(read.table.isIncomplete()).isFalse();
    }

    @Test
    void aFigureIsKnownByItsCellAndASumByItsFirstPart() {
        assertThat(csv(YEARS).find("1480", "2022-12-31").orElseThrow().source())
                .hasToString("Place[file=folkmangd.csv, row=8, column=2022, cell=]");
        assertThat(read(workbook().file("folkmangd.xlsx")).find("1480", "2022-12-31"))
                .hasValueSatisfying(
                        figure ->
                                assertThat(figure.source())
                                        .hasToString(
                                                "Place[file=folkmangd.xlsx, row=6, column=2022,"
                                                        + " cell=BE0101N1!D6]"));
    }

    // what SCB calls a period

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2022,2022-12-31",
        "Folkmängd 2022,2022-12-31",
        "Folkmängden per månad 2025M12,2025-12-31",
        "2025M06,2025-06-30",
        "2014K2,2014-06-30",
        "2014kv2,2014-06-30",
        "Population 2014Q2,2014-06-30",
        "2014H1,2014-06-30",
        "Population 31 December 2022,2022-12-31"
    })
    void aColumnIsDatedTheLastDayOfItsPeriod(String heading, LocalDate date) {
        PopulationFiles read = csv("region;" + heading + "\n1440 Ale;7\n");

        assertThat(read.faults()).isEmpty();
        assertThat(read.figures()).containsExactly("1440 " + date + " 7");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2025M13,POPULATION_LAYOUT",
        "2014K5,POPULATION_LAYOUT",
        "Prognos 2022,POPULATION_LAYOUT",
        "Folkmängd 2021 2022,POPULATION_LAYOUT",
        "Folkmängd,POPULATION_PERIOD",
        "Folkökning 2022,POPULATION_CONTENT",
        "Population growth 2022,POPULATION_CONTENT",
        "Medelfolkmängd 2022,POPULATION_CONTENT",
        "Folkmängd 1 november 2022,POPULATION_CONTENT",
        "Population change 2022,POPULATION_CONTENT"
    })
    void aColumnOfNoPopulationOnNoDateIsRefused(String heading, ProblemKind kind) {
        PopulationFiles read = csv("region;" + heading + "\n1440 Ale;7\n");

        assertThat(read.kinds()).containsExactly(kind);
        assertThat(read.figures()).isEmpty();
        assertThat(read.table.isIncomplete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Folkökning efter region och år",
                "Medelfolkmängd efter region och år",
                "Folkmängd den 1 november efter region och år",
                "Population growth by region and year",
                "Population density per sq. km by region and year"
            })
    void bareYearsBelowATitleOfSomethingElseAreRefused(String title) {
        PopulationFiles read = csv(changed("Folkmängd efter region och år", title));

        assertThat(read.faults()).containsExactly("POPULATION_CONTENT 1");
    }

    @Test
    void anUnknownColumnAmongKnownOnesIsNamed() {
        PopulationFiles read = csv("region;2021;Prognos 2022;2023\n1440 Ale;7;8;9\n");

        assertThat(read.faults()).containsExactly("POPULATION_COLUMN 1 Prognos 2022");
    }

    @Test
    void aFigureBesideTheTableIsTold() {
        assertThat(csv("region;2022\n1440 Ale;7;8\n").faults()).containsExactly("ROW_TOO_LONG 2");
    }

    // which municipality

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "1440 Ale,1440",
        "1440,1440",
        "Ale,1440",
        "ale,1440",
        "Ale kommun,1440",
        "Göteborg,1480",
        "Göteborgs,1480",
        "Göteborgs stad,1480",
        "Göteborgs kommun,1480",
        "Borås,1490",
        "Borås stad,1490"
    })
    void aMunicipalityIsKnownByCodeOrName(String region, String code) {
        PopulationFiles read = csv("region;2022\n" + region + ";7\n");

        assertThat(read.faults()).isEmpty();
        assertThat(read.warnings()).isEmpty();
        assertThat(read.figures()).containsExactly(code + " 2022-12-31 7");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "0127 Botkyrka",
                "0127",
                "Upplands Väsby",
                "00 Riket",
                "Sweden",
                "SE Sverige",
                "SE11 Stockholm",
                "SE232 Västra Götalands län",
                "14 Västra Götalands län",
                "Hallands län",
                "1480A0010"
            })
    void otherRegionsArePassedOver(String region) {
        PopulationFiles read = csv("region;2022\n1440 Ale;7\n" + region + ";8\n");

        assertThat(read.faults()).isEmpty();
        assertThat(read.figures()).containsExactly("1440 2022-12-31 7");
    }

    @ParameterizedTest(name = "{0} may be {1}")
    @CsvSource({"Götborg,1480 Göteborgs stad", "Boras,1490 Borås stad"})
    void aNameThatMayBeAMissingMunicipalitysIsTold(String name, String meant) {
        PopulationFiles read = csv("region;2022\n1440 Ale;7\n" + name + ";8\n");

        assertThat(read.faults()).containsExactly("POPULATION_REGION 3 region");
        assertThat(read.problems.faults().get(0).details()).containsExactly(meant);
    }

    @Test
    void aNameThatIsNearAMunicipalityThatIsThereIsAnothersName() {
        // Sala and Kil are municipalities too; only where Ale is missing may they be Ale.
        assertThat(csv("region;2022\nAle;7\nSale;8\n").faults()).isEmpty();
        assertThat(csv("region;2022\nBorås;7\nSale;8\n").faults())
                .containsExactly("POPULATION_REGION 3 region");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "region;2022\n1440 Göteborg;7\n",
                "kod;kommun;2022\n1440;Göteborg;7\n",
                "kod;namn;datum;antal\n1440;Göteborg;2022-12-31;7\n"
            })
    void aCodeWithAnothersNameIsWarnedOf(String text) {
        PopulationFiles read = csv(text);

        assertThat(read.faults()).isEmpty();
        assertThat(read.warnings()).singleElement().asString().startsWith("POPULATION_NAME 2");
        assertThat(read.figures()).containsExactly("1440 2022-12-31 7");
    }

    @Test
    void withoutPartiesNoRegionIsAFault() {
        String names = "region;2022\nAle;7\n";

        assertThat(PopulationFiles.unread(file("folkmangd.csv", names)).faults()).isEmpty();
        assertThat(PopulationFiles.unread(file("folkmangd.csv", YEARS)).faults()).isEmpty();
    }

    // parts and totals

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    kön   | totalt; män; kvinnor              | POPULATION_TOTAL_AND_PARTS
                    kön   | totalt; samtliga                  | POPULATION_TOTAL_AND_PARTS
                    kön   | män                               | POPULATION_PARTS
                    kön   | totalt män                        | POPULATION_DIVISION
                    kön   | män; men; kvinnor                 | POPULATION_PARTS
                    ålder | 0 år; 1 år                        | POPULATION_PARTS
                    ålder | 1-64 år; 65+ år                   | POPULATION_PARTS
                    ålder | 0-64 år; 66+ år                   | POPULATION_PARTS
                    ålder | 0-64 år; 64+ år                   | POPULATION_PARTS
                    ålder | 0-4 år; 0 år; 5+ år               | POPULATION_PARTS
                    ålder | 0-64 år; 65+ år; totalt ålder     | POPULATION_TOTAL_AND_PARTS
                    civilstånd | ogifta; gifta; skilda        | POPULATION_PARTS
                    civilstånd | ogifta; män                  | POPULATION_PARTS
                    födelseland | Sverige; utlandet           | POPULATION_DIVISION
                    födelseland | utrikes födda               | POPULATION_CONTENT
                    bakgrund | svensk bakgrund                | POPULATION_DIVISION
                    tabellinnehåll | Folkökning               | POPULATION_CONTENT
                    """)
    void whatIsNotTheWholeOnceIsRefused(String heading, String values, ProblemKind kind) {
        StringBuilder text = new StringBuilder("region;" + heading + ";2022\n");
        for (String value : values.split("; ")) {
            text.append("1440 Ale;").append(value).append(";7\n");
        }

        PopulationFiles read = csv(text.toString());

        assertThat(read.faults()).containsExactly(kind + " 1 " + heading);
        assertThat(read.figures()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    kön   | both sexes                        | 7
                    kön   | båda könen                        | 7
                    kön   | män och kvinnor                   | 7
                    kön   | 1; 2                              | 14
                    kön   | women; men                        | 14
                    ålder | all ages                          | 7
                    ålder | totalt, samtliga åldrar           | 7
                    ålder | 85+ år; 0-84 år                   | 14
                    ålder | 0; 1-99; 100+                     | 21
                    ålder | 0 years; 1 year; 2 years and over | 21
                    civilstånd | ogifta; gifta; skilda; änkor/änklingar | 28
                    tabellinnehåll | Folkmängden per månad    | 7
                    """)
    void whatIsTheWholeOnceIsAdded(String heading, String values, long inhabitants) {
        StringBuilder text = new StringBuilder("region;" + heading + ";2022\n");
        for (String value : values.split("; ")) {
            text.append("1440 Ale;").append(value).append(";7\n");
        }

        PopulationFiles read = csv(text.toString());

        assertThat(read.faults()).isEmpty();
        assertThat(read.figures()).containsExactly("1440 2022-12-31 " + inhabitants);
    }

    @Test
    void everyMunicipalityMustHaveEveryPartOnce() {
        String text =
                """
                region;kön;2022
                1440 Ale;män;7
                1440 Ale;kvinnor;7
                1480 Göteborg;män;8
                0127 Botkyrka;män;8
                """;

        assertThat(csv(text).faults()).containsExactly("POPULATION_PARTS_MISSING 4 2022");
        assertThat(csv(text).figures()).containsExactly("1440 2022-12-31 14");
        assertThat(csv(text + "1480 Göteborg;kvinnor;8\n1440 Ale;män;7\n").faults())
                .containsExactly("TWICE 7 2022");
    }

    @Test
    void aBlankCellGoesOnFromTheRowAbove() {
        PopulationFiles read =
                read(
                        new TestWorkbook("BE0101N1")
                                .row(1, "Folkmängd efter region, ålder, kön och år")
                                .row(3, "", "", "", "2022")
                                .row(4, "1440 Ale", "0-64 år", "män", "1")
                                .row(5, "", "", "kvinnor", "2")
                                .row(6, "", "65+ år", "män", "4")
                                .row(7, "", "", "kvinnor", "8")
                                .row(8, "1480 Göteborg", "0-64 år", "män", "16")
                                .row(9, "", "", "kvinnor", "32")
                                .row(10, "", "65+ år", "män", "64")
                                .row(11, "", "", "kvinnor", "128")
                                .file("folkmangd.xlsx"));

        assertThat(read.faults()).isEmpty();
        assertThat(read.figures()).containsExactly("1440 2022-12-31 15", "1480 2022-12-31 240");
    }

    @Test
    void aSumWithAPartMissingIsNoFigure() {
        PopulationFiles read =
                csv("region;kön;2021;2022\n1440 Ale;män;7;..\n1440 Ale;kvinnor;-;8\n");

        assertThat(read.faults()).isEmpty();
        assertThat(read.figures()).containsExactly("1440 2021-12-31 7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "…", ""})
    void whatScbHasNoFigureForIsNoFault(String missing) {
        PopulationFiles read = csv("region;2021;2022\n1440 Ale;7;" + missing + "\n");

        assertThat(read.faults()).isEmpty();
        assertThat(read.figures()).containsExactly("1440 2021-12-31 7");
        assertThat(read.table.isIncomplete()).isFalse();
    }

    @Test
    void aDashIsZeroAmongPartsAndNoFigureOfAWhole() {
        assertThat(csv("region;kön;2022\n1440 Ale;män;-\n1440 Ale;kvinnor;7\n").figures())
                .containsExactly("1440 2022-12-31 7");

        PopulationFiles read = csv("region;2022\n1440 Ale;-\n");
        assertThat(read.figures()).isEmpty();
        assertThat(
                        read.table
                                .missing(new PartyCode("1440"), LocalDate.of(2022, 12, 31))
                                .orElseThrow()
                                .value())
                .isEqualTo("-");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "Folkmängd efter region och år, true",
        "Folkmängden per månad efter region och månad, true",
        "Folkmängd 31 december efter region och år, true",
        "'Population by region, age, sex and year', true",
        "Befolkningsprognos efter region och år, false",
        "Framskriven folkmängd efter region och år, false",
        "Folkmängd enligt prognos efter region, false",
        "Projected population by region and year, false",
        "Foreign-born persons by region and year, false",
        "Folkmängd i tätorter efter region, false",
        "Folkmängd 1 januari efter region och år, false",
        "Landareal i kvadratkilometer efter region och år, false",
        "Invånare 16+ efter region och år, false"
    })
    void bareYearsCountWhatTheTitleSays(String title, boolean isPopulation) {
        PopulationFiles read = csv('"' + title + "\"\n\nregion;2022\n1440 Ale;7\n");

        assertThat(read.figures()).hasSize(isPopulation ? 1 : 0);
        assertThat(read.kinds())
                .isEqualTo(isPopulation ? List.of() : List.of(ProblemKind.POPULATION_CONTENT));
    }

    @Test
    void aCodeAndItsNameMayStandInColumnsOfTheirOwn() {
        PopulationFiles read =
                read(
                        new TestWorkbook("Blad1")
                                .row(1, "Folkmängd efter region och år")
                                .row(3, "", "", "2021", "2022")
                                .row(4, "1440", "Ale", "31", "32")
                                .row(5, "1480", "Göteborg", "58", "59")
                                .file("folkmangd.xlsx"));

        assertThat(read.faults()).isEmpty();
        assertThat(read.figures()).contains("1440 2022-12-31 32", "1480 2022-12-31 59");
    }

    @Test
    void maritalStatusIsWholeInSCBsEnglish() {
        PopulationFiles read =
                csv(
                        "region,marital status,2022\n1440 Ale,single,1\n1440 Ale,married,2\n"
                                + "1440 Ale,divorced,3\n1440 Ale,widowers/widows,4\n");

        assertThat(read.figures()).containsExactly("1440 2022-12-31 10");
    }

    @Test
    void aFigureInDisorderIsToldOnlyWhereSomebodyIsInvoicedByIt() {
        assertThat(csv("region;2022\n1440 Ale;7,5\n").faults())
                .containsExactly("NOT_A_COUNT 2 2022");
        assertThat(csv("region;2022\n1440 Ale;7\n1401 Härryda;7,5\n").faults()).isEmpty();
    }

    // the county, and SCB's noise

    private static String county(String period, int county) {
        StringBuilder text = new StringBuilder("region;" + period + "\n");
        text.append("14 Västra Götalands län;").append(county).append('\n');
        for (int i = 0; i < 47; i++) {
            text.append(1401 + i < 1440 ? 1401 + i : 1402 + i).append(";10\n");
        }
        return text + "1440;10\n1480;10\n";
    }

    @ParameterizedTest(name = "{0}, {1} in the county: {2}")
    @CsvSource({
        "2024,490,''",
        "2024,491,POPULATION_COUNTY_SUM 2 2024",
        "2024M12,489,POPULATION_COUNTY_SUM 2 2024M12",
        "2025M01,491,''",
        "2025,491,''"
    })
    void theCountyIsTheSumOfItsMunicipalitiesUntilNoiseCame(
            String period, int inhabitants, String fault) {
        assertThat(String.join("", csv(county(period, inhabitants)).faults())).isEqualTo(fault);
    }

    @Test
    void theCountyIsNotHeldAgainstFewerThanAllOfItsMunicipalities() {
        assertThat(csv(county("2024", 491).replace("1401;10\n", "")).faults()).isEmpty();
        assertThat(csv(county("2024", 491).replace("1401;10\n", "1401;..\n")).faults()).isEmpty();
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2025M06 | män; kvinnor | POPULATION_NOISE_ADDED
                    2025M06 | totalt       | ''
                    2024    | män; kvinnor | ''
                    """)
    void noiseThatAddsUpIsWarnedOf(String period, String values, String warning) {
        StringBuilder text = new StringBuilder("region;kön;" + period + "\n");
        for (String value : values.split("; ")) {
            text.append("1440 Ale;").append(value).append(";7\n");
        }

        assertThat(String.join("", csv(text.toString()).warnings())).isEqualTo(warning);
    }

    // several files

    @Test
    void severalFilesTogetherHoldSeveralDates() {
        PopulationFiles read =
                read(
                        file("folkmangd-2021.csv", "region;2021\n1440 Ale;7\n"),
                        file("folkmangd-2022.csv", "region;2021;2022\n1440 Ale;7;8\n"));

        assertThat(read.faults()).isEmpty();
        assertThat(read.figures()).containsExactly("1440 2021-12-31 7", "1440 2022-12-31 8");
        PartyCode ale = new PartyCode("1440");
        assertThat(read.table.before(ale, LocalDate.of(2022, 12, 31)))
                .hasValueSatisfying(
                        earlier -> {
                            assertThat(earlier.referenceDate()).isEqualTo("2021-12-31");
                            assertThat(earlier.figure().inhabitants()).isEqualTo(7);
                        });
        assertThat(read.table.before(ale, LocalDate.of(2021, 12, 31))).isEmpty();
        assertThat(read.table.before(new PartyCode("1480"), LocalDate.of(2022, 12, 31))).isEmpty();
    }

    @Test
    void filesThatDisagreeAreTold() {
        PopulationFiles read =
                read(
                        file("folkmangd-a.csv", "region;2022\n1440 Ale;7\n"),
                        file("folkmangd-b.csv", "region;2022\n1440 Ale;8\n"));

        assertThat(read.faults()).containsExactly("POPULATION_DIFFERS 2 2022");
        assertThat(read.problems.faults().get(0).details())
                .containsExactly("7", "folkmangd-a.csv:2");
    }

    // hostile files

    @Test
    void workIsInProportionToTheCells() {
        StringBuilder rows = new StringBuilder("region;ålder;2021;2022\n");
        for (int i = 0; i < 200_000; i++) {
            rows.append("namn ").append(i).append(';').append(i).append(";1;2\n");
        }
        StringBuilder columns = new StringBuilder("a;".repeat(8_000) + "2022;".repeat(8_000));
        columns.append('\n').append("1440;".repeat(16_000));

        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        assertThat(csv(rows.toString()).faults()).isNotEmpty();
        assertThat(csv(columns.toString()).faults()).isNotEmpty();
        // Not a measure of speed: work by the square of the rows is minutes of it.
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before))
                .isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void aSumNeverPassesTheEndOfALong() {
        String most = Long.toString((1L << 49) - 1);
        PopulationFiles read =
                csv("region;kön;2022\n1440 Ale;män;" + most + "\n1440 Ale;kvinnor;" + most + "\n");

        assertThat(read.faults()).containsExactly("NOT_A_COUNT 3 2022");
        assertThat(read.figures()).isEmpty();
    }

    @Test
    void aFormulaWithoutItsValueIsTold() {
        PopulationFiles read =
                read(
                        new TestWorkbook("Blad1")
                                .row(1, "region", "2021", "2022")
                                .row(2, "1440 Ale")
                                .error("C2", (byte) 23)
                                .uncomputed("B2")
                                .file("folkmangd.xlsx"));

        assertThat(read.kinds())
                .containsExactly(ProblemKind.CELL_ERROR, ProblemKind.FORMULA_WITHOUT_VALUE);
    }
}
