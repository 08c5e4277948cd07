package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.input.InputFolder;
import se.gits.costshare.input.Problems;
import se.gits.costshare.register.Actor;
import se.gits.costshare.register.Register;
import se.gits.costshare.register.RegisterAddress;
import se.gits.costshare.register.RunEvent;
import se.gits.costshare.register.RunIdentity;
import se.gits.costshare.run.RunTerms;

/** The commands as their users type them, on the real budget of 2023; most for a few parties. */
class GitsTest {

    @TempDir Path folder;

    private Session session;

    @BeforeEach
    void begin() throws IOException {
        session = new Session(folder).withFewMunicipalities();
    }

    private Session ofTheWholeRegion() throws IOException {
        return new Session(folder.resolve("alla"));
    }

    private static BigDecimal kronor(String cell) {
        return new BigDecimal(cell.replace(',', '.'));
    }

    /** What each party is invoiced in an act's folder, by {@code fakturarader.csv}. */
    private SortedMap<String, BigDecimal> invoiced(String act) {
        SortedMap<String, BigDecimal> sums = new TreeMap<>();
        for (String[] row : session.table(act + "/fakturarader.csv")) {
            sums.merge(row[2], kronor(row[9]), BigDecimal::add);
        }
        return sums;
    }

    private static BigDecimal municipalities(Map<String, BigDecimal> invoiced) {
        return invoiced.entrySet().stream()
                .filter(entry -> !entry.getKey().equals("VGR"))
                .map(Map.Entry::getValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    // check

    @Test
    void checkIsSilentWhenAllIsWell() throws IOException {
        session = ofTheWholeRegion();

        Session.Answer answer = session.run("check").exits(0);

        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("Uppgiften saknas för parter som faktureras, 33 st");
        assertThat(session.output()).doesNotExist();
    }

    @Test
    void checkTellsEveryFaultAndNothingIsWritten() throws IOException {
        session.change("budget-2023.csv", "880 000;", "880 000,505;")
                .change("nycklar.csv", "VGK;50", "VGK;40");

        Session.Answer answer = session.run("check").exits(3);

        assertThat(answer.out())
                .contains(
                        "budget-2023.csv:4: kolumn belopp: 880 000,505",
                        "nycklar.csv:2: kolumn andel: 90 %",
                        "2 fel i 2 filer. Ingenting skrevs.");
        session.run("invoice", "2023-01").exits(3);
        session.run("preview", "2023-01").exits(3);
        assertThat(session.output()).doesNotExist();
    }

    @Test
    void checkSpeaksEnglishWhenAsked() throws IOException {
        session.change("nycklar.csv", "VGK;50", "VGK;40");

        assertThat(session.run("check", "--lang", "en").exits(3).out())
                .contains("column andel: 90 %", "1 fault in 1 file. Nothing was written.");
    }

    // the month

    @Test
    void theRealJanuaryIsRightToTheOre() throws IOException {
        session = ofTheWholeRegion();
        Session.Answer answer = session.run("invoice", "2023-01").exits(0);

        assertThat(answer.out()).contains("50 fakturor", "202300001–202300049, I202300001");
        assertThat(answer.err()).contains("Ett nytt register läggs upp", "börjar på 202300001");
        SortedMap<String, BigDecimal> invoiced = invoiced("2023-01");
        assertThat(invoiced).hasSize(50);
        assertThat(invoiced.get("VGR")).isEqualByComparingTo("774166.66");
        assertThat(invoiced.get("1480")).isEqualByComparingTo("141688.37");
        assertThat(municipalities(invoiced)).isEqualByComparingTo("417500.00");
    }

    @Test
    void twelveMonthsAreTheBudgetOfEachColumn() {
        SortedMap<String, BigDecimal> year = new TreeMap<>();
        for (int number = 1; number <= 12; number++) {
            String month = "2023-%02d".formatted(number);
            session.run("invoice", month).exits(0);
            invoiced(month).forEach((party, sum) -> year.merge(party, sum, BigDecimal::add));
        }

        assertThat(year.get("VGR")).isEqualByComparingTo("9290000.00");
        assertThat(municipalities(year)).isEqualByComparingTo("5010000.00");
        assertThat(session.run("status").exits(0).out())
                .contains("2023-12  utfärdad", "14 300 000,00")
                .containsPattern("Summa +48 ");
        List<String> numbers =
                IntStream.rangeClosed(1, 12)
                        .boxed()
                        .flatMap(n -> session.table("2023-%02d/fakturor.csv".formatted(n)).stream())
                        .map(row -> row[0])
                        .filter(number -> !number.startsWith("I"))
                        .toList();
        assertThat(numbers)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 36).mapToObj(n -> "" + (202300000 + n)).toList());
    }

    @Test
    void everyTableAddsUp() throws IOException {
        session = ofTheWholeRegion();
        session.run("invoice", "2023-01").exits(0);

        BigDecimal lines = municipalities(invoiced("2023-01")).add(kronor("774166,66"));
        BigDecimal shares =
                session.table("2023-01/fordelning.csv").stream()
                        .map(row -> kronor(row[7]))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(lines).isEqualByComparingTo("1191666.66");
        assertThat(shares).isEqualByComparingTo(lines);
        for (String[] invoice : session.table("2023-01/fakturor.csv")) {
            BigDecimal payable =
                    kronor(invoice[8]).add(kronor(invoice[9])).add(kronor(invoice[10]));
            assertThat(kronor(invoice[11])).as(invoice[4]).isEqualByComparingTo(payable);
            assertThat(session.output().resolve("2023-01").resolve(invoice[13])).isRegularFile();
        }
        String[] internal = session.table("2023-01/fakturor.csv").get(49);
        assertThat(internal)
                .startsWith("I202300001", "internfaktura", "2023-01-31", "2023-03-02", "VGR")
                .contains("0,00");
        assertThat(internal[7]).as("no OCR for what is not paid").isEmpty();
    }

    @Test
    void swedishNamesOfCommandsDoTheSame() {
        session.run("kontrollera").exits(0);
        session.run("forhandsgranska", "2023-01").exits(0);
        session.run("fakturera", "2023-01").exits(0);
        assertThat(session.output().resolve("2023-01")).isDirectory();
    }

    // preview

    @Test
    void aPreviewIsMarkedHasNoNumbersAndRecordsNothing() throws IOException {
        Session.Answer answer = session.run("preview", "2023-01").exits(0);

        assertThat(answer.out()).contains("Utkast för 2023-01: 4 fakturor");
        assertThat(session.table("2023-01-utkast/fakturor.csv"))
                .hasSize(4)
                .allSatisfy(row -> assertThat(row[0] + row[7]).isEmpty());
        assertThat(session.read("2023-01-utkast/manifest.json")).contains("\"draft\" : true");
        assertThat(session.output().resolve("register")).doesNotExist();
        assertThat(session.output().resolve(".under-arbete")).doesNotExist();
    }

    @Test
    void aPreviewShowsTheSameAmountsAsTheInvoicesThatFollow() {
        session.run("preview", "2023-01").exits(0);
        session.run("invoice", "2023-01").exits(0);

        assertThat(invoiced("2023-01-utkast")).isEqualTo(invoiced("2023-01"));
    }

    @Test
    void aNewPreviewTakesTheEarlierOnesPlace() throws IOException {
        session.run("preview", "2023-01").exits(0);
        session.change("budget-2023.csv", "2 000 000;70/30", "2 000 001;70/30")
                .change("budget-2023.csv", "14 300 000", "14 300 001")
                .change("budget-2023.csv", "600 000;1 400 000", ";");
        session.change("budget-2023.csv", "5 010 000;9 290 000", ";");
        session.run("preview", "2023-01").exits(0);

        assertThat(
                        municipalities(invoiced("2023-01-utkast"))
                                .add(invoiced("2023-01-utkast").get("VGR")))
                .isEqualByComparingTo("1191666.74");
        assertThat(session.output()).isDirectoryNotContaining("regex:.*tidigare.*");
    }

    @Test
    void whatIsNotOfADraftsMakingIsNeverReplaced() throws IOException {
        session.run("preview", "2023-01").exits(0);
        Path mine = session.output().resolve("2023-01-utkast/fakturor/synpunkter.txt");
        Files.writeString(mine, "min egen");

        assertThat(session.run("preview", "2023-01").exits(5).err())
                .contains("ligger fakturor/synpunkter.txt, som programmet inte har skrivit");
        assertThat(mine).hasContent("min egen");

        Files.delete(mine);
        session.run("preview", "2023-01").exits(0);
        assertThat(session.output().resolve(".under-arbete")).doesNotExist();
    }

    @Test
    void aFolderOfOnesOwnWithADraftsNameIsLeftAlone() throws IOException {
        Path own = Files.createDirectories(session.output().resolve("2023-01-utkast"));
        Files.writeString(own.resolve("fakturor.csv"), "mina egna");

        assertThat(session.run("preview", "2023-01").exits(5).err()).contains("ligger fakturor");

        assertThat(own.resolve("fakturor.csv")).hasContent("mina egna");
    }

    @Test
    void inputInTheFolderOfTheDraftIsRefused() throws IOException {
        Path replaced = session.output().resolve("2023-01-utkast");
        Files.createDirectories(session.output());
        Files.move(session.input(), replaced);

        assertThat(
                        Session.runAlone(
                                        "preview",
                                        "2023-01",
                                        "--input",
                                        replaced.toString(),
                                        "--output",
                                        session.output().toString())
                                .exits(5)
                                .err())
                .contains("som körningen skulle ersätta");
        assertThat(replaced.resolve("parter.csv")).exists();
    }

    // issuing once

    /** As a shell gives it, of a variable that was never set. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    invoice 2023-01 --output @                       | --output DIR
                    credit 2023-01 --party 1480 --reason x --output @ | --output DIR
                    check --input @                                  | --input DIR
                    rerun 2023-01 --package @                        | --package ZIP
                    simulate 2023 --against @                        | --against DIR
                    rebuild @                                        | DIR
                    init @                                           | DIR
                    """)
    void aPathOfNothingIsNoFolder(String line, String missing) throws IOException {
        List<String> words =
                new ArrayList<>(
                        Stream.of(line.split(" "))
                                .map(word -> word.equals("@") ? "" : word)
                                .toList());
        if (!words.contains("--input") && !words.contains("init")) {
            words.addAll(List.of("--input", session.input().toString()));
        }
        String register = "jdbc:h2:file:" + session.output().resolve("register/gits");
        words.addAll(List.of("--register", register));

        assertThat(Session.runAlone(words.toArray(String[]::new)).exits(2).err())
                .contains("Det saknas: " + missing);
    }

    /** What is to be mended is the settings; the next month says anew where the series begins. */
    @Test
    void aFirstMonthThatIsRefusedLeavesNoRegister() throws IOException {
        session.change("installningar.yml", "nummerserie_från: 1", "nummerserie_från: 99999");

        assertThat(session.run("invoice", "2023-01").exits(5).err())
                .contains("Nummerserien är slut", "nummerserie_från");

        assertThat(session.output().resolve("register")).doesNotExist();
        session.change("installningar.yml", "nummerserie_från: 99999", "nummerserie_från: 1");
        assertThat(session.run("invoice", "2023-01").exits(0).err())
                .contains("Nummerserien för 2023 börjar på 202300001");
    }

    @Test
    void theSameMonthTwiceChangesNothing() throws IOException {
        String first = session.run("invoice", "2023-01").exits(0).out();
        SortedMap<String, String> before = session.files();
        String status = session.run("status").out();

        Session.Answer again = session.on("2023-02-10").run("invoice", "2023-01").exits(0);

        assertThat(again.out())
                .contains("redan utfärdad på samma underlag")
                .endsWith(first.substring(first.indexOf("Nummer ")));
        session.run("invoice", "2023-01", "--date", "2023-01-31").exits(0);
        assertThat(session.files()).isEqualTo(before);
        assertThat(session.run("status").out()).isEqualTo(status);
    }

    @Test
    void anIssuedMonthIsRefusedOnOtherInput() throws IOException {
        session.run("invoice", "2023-01").exits(0);
        SortedMap<String, String> before = session.files();
        session.change("parter.csv", "Ale kommun", "Ale");

        assertThat(session.run("invoice", "2023-01").exits(5).err())
                .contains("redan utfärdad, på annat underlag. Det som skiljer: parter.csv.");
        assertThat(session.files()).isEqualTo(before);
    }

    @Test
    void anIssuedMonthIsRefusedWithAnotherDate() {
        session.run("invoice", "2023-01").exits(0);

        assertThat(session.run("invoice", "2023-01", "--date", "2023-02-01").exits(5).err())
                .contains("redan utfärdad med fakturadatum 2023-01-31");
    }

    @Test
    void aFolderThatIsGoneIsMadeAgainFromTheRegister() throws IOException {
        session.run("invoice", "2023-01").exits(0);
        SortedMap<String, String> before = session.files();
        delete(session.output().resolve("2023-01"));
        assertThat(session.run("status").out()).contains("utfärdad, mappen saknas");

        assertThat(session.run("invoice", "2023-01").exits(0).out()).contains("gjord på nytt");
        assertThat(session.files()).isEqualTo(before);
    }

    @Test
    void aLostRegisterIsNotBegunAnewBesideIssuedMonths() throws IOException {
        session.run("invoice", "2023-01").exits(0);
        delete(session.output().resolve("register"));

        for (String command : List.of("invoice", "preview")) {
            assertThat(session.run(command, "2023-02").exits(5).err())
                    .contains("här finns utfärdade månader: 2023-01");
        }
        session.run("status").exits(5);
        assertThat(session.output().resolve("register")).doesNotExist();
    }

    @Test
    void anOlderCopyOfTheRegisterDoesNotHandOutNumbersAgain() throws IOException {
        session.run("invoice", "2023-01").exits(0);
        Path register = session.output().resolve("register/gits.mv.db");
        Path older = Files.copy(register, folder.resolve("äldre.mv.db"));
        session.run("invoice", "2023-02").exits(0);
        Files.copy(older, register, StandardCopyOption.REPLACE_EXISTING);

        for (String command : List.of("invoice", "preview")) {
            assertThat(session.run(command, "2023-03").exits(5).err())
                    .contains("registret inte känner till: 2023-02");
        }
        assertThat(session.run("status").exits(5).out()).contains("2023-01  utfärdad");
    }

    @Test
    void aRunThatWasBegunBeforeIsNotedAsResumed() throws IOException {
        RegisterAddress address = RegisterAddress.ofOutput(session.output()).orElseThrow();
        Problems none = new Problems();
        InputFiles files = InputFolder.read(session.input(), none).ofBudgetYear(Year.of(2023));
        RunIdentity run =
                RunIdentity.of(
                        RunTerms.ofMonth(YearMonth.of(2023, 1), LocalDate.of(2023, 1, 31), ""),
                        files,
                        RunIdentity.NO_ACT);
        Actor actor = new Actor("anna", "dator", "1", "17");
        try (Register register = Register.openOrMake(address, Clock.systemUTC(), actor)) {
            register.receive(run, files);
            register.note(run, RunEvent.STARTED);
        }
        session.run("invoice", "2023-01").exits(0);

        try (Register register = Register.open(address, Clock.systemUTC(), actor)) {
            assertThat(
                            new JdbcTemplate(register.dataSource())
                                    .queryForList(
                                            "select event from run_event order by event_id",
                                            String.class))
                    .containsExactly("påbörjad", "återupptagen", "påbörjad", "utfärdad");
        }
    }

    @Test
    void aFolderThatTheRegisterDoesNotKnowIsLeftAlone() throws IOException {
        session.run("invoice", "2023-01").exits(0);
        Path strange = session.output().resolve("2023-02");
        Files.createDirectories(strange);
        Files.writeString(strange.resolve("viktigt.txt"), "rör ej");

        assertThat(session.run("invoice", "2023-02").exits(5).err()).contains("finns redan");
        assertThat(strange.resolve("viktigt.txt")).hasContent("rör ej");
    }

    @Test
    void monthsMayBeIssuedOutOfOrderWithAWarning() {
        assertThat(session.run("invoice", "2023-03").exits(0).err())
                .contains("tidigare månader i året är inte utfärdade: 2023-01, 2023-02");
        session.run("invoice", "2023-01").exits(0);
    }

    @Test
    void datesNeverGoBackwardsWithinASeries() {
        session.run("invoice", "2023-01", "--date", "2023-02-01").exits(0);

        assertThat(session.run("invoice", "2023-02", "--date", "2023-01-31").exits(5).err())
                .contains("Fakturadatumet 2023-01-31 ligger före", "2023-02-01");
        session.run("invoice", "2023-02", "--date", "2023-02-01").exits(0);
    }

    @Test
    void theSeriesOfANewYearBeginsAnew() {
        session.run("invoice", "2023-01", "--date", "2023-12-31").exits(0);
        session.run("invoice", "2023-02", "--date", "2024-01-02").exits(0);

        assertThat(session.table("2023-02/fakturor.csv").get(0)[0]).isEqualTo("202400001");
    }

    @Test
    void aSeriesMayBeginElsewhere() throws IOException {
        session.change("installningar.yml", "nummerserie_från: 1", "nummerserie_från: 701");

        assertThat(session.run("invoice", "2023-01").exits(0).err()).contains("202300701");
    }

    @Test
    void aMonthThatAsksForAttestIsNotIssuedWithoutIt() throws IOException {
        session.change("installningar.yml", "attest: nej", "attest: ja");

        assertThat(session.run("invoice", "2023-01").exits(5).err())
                .contains("kräver attest")
                .doesNotContain("nytt register");
        assertThat(session.output()).doesNotExist();
        session.run("preview", "2023-01").exits(0);
    }

    // earlier months change

    @Test
    void aChangedBudgetIsAdjustedWithTheNextMonthAndAReason() throws IOException {
        session.run("invoice", "2023-01").exits(0);
        session.change("budget-2023.csv", "220 000;70/30", "340 000;70/30")
                .change("budget-2023.csv", "66 000;154 000", "102 000;238 000")
                .change(
                        "budget-2023.csv",
                        "14 300 000;;;;;5 010 000;9 290 000",
                        "14 420 000;;;;;;");

        assertThat(session.run("invoice", "2023-02").exits(5).err())
                .contains("--reason", "2023-01", "budgetrad 5", "10 000,00 kr");
        session.run("preview", "2023-02").exits(5);
        session.run("invoice", "2023-02", "--reason", "SITIV 2023-02-10").exits(0);

        List<String[]> adjustments =
                session.table("2023-02/fakturarader.csv").stream()
                        .filter(row -> row[7].equals("justering"))
                        .toList();
        BigDecimal sum =
                adjustments.stream()
                        .map(r -> kronor(r[9]))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        // 340 000 − 220 000 over twelve months: 10 000 kr a month.
        assertThat(sum).isEqualByComparingTo("10000.00");
        assertThat(adjustments)
                .hasSize(4)
                .allSatisfy(
                        row -> {
                            assertThat(row[12]).isEqualTo("2023-01");
                            assertThat(row[13]).matches("I?2023000\\d\\d");
                            assertThat(row[14])
                                    .isEqualTo(
                                            "SITIV 2023-02-10. Budgetrad 5: beloppet 220\u00A0000,00"
                                                    + " kr → 340\u00A0000,00 kr (beslut:"
                                                    + " Förvaltningsplan 2023, 4.1)");
                        });
        session.run("invoice", "2023-03").exits(0);
        assertThat(session.table("2023-03/fakturarader.csv"))
                .noneSatisfy(row -> assertThat(row[7]).isEqualTo("justering"));
    }

    @Test
    void aMonthIssuedWithoutAmountsIsAdjustedLikeAnyOther() throws IOException {
        String budget = Files.readString(session.input().resolve("budget-2023.csv"));
        String head = budget.lines().findFirst().orElseThrow() + "\n";
        String row = "1;SHVO;Drift;drift;1 200;70/30;%s;;Beslut;;\n";
        Path file = session.input().resolve("budget-2023.csv");
        Files.writeString(file, head + row.formatted("2023-02"));
        session.run("invoice", "2023-01").exits(0);
        Files.writeString(
                file,
                head
                        + row.formatted("2023-02")
                        + row.replace("1;SHVO", "2;SHVO").formatted("2023-01"));
        session.run("invoice", "2023-02", "--reason", "Beslut i efterhand").exits(0);

        BigDecimal january =
                session.table("2023-02/fakturarader.csv").stream()
                        .filter(line -> line[7].equals("justering") && line[12].equals("2023-01"))
                        .map(line -> kronor(line[9]))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(january).isEqualByComparingTo("100.00");
        assertThat(session.run("invoice", "2023-03").exits(0).err())
                .doesNotContain("tidigare månader");
    }

    @Test
    void anOutputFolderThatWouldRunSqlIsRefused() {
        String output = session.output() + ";INIT=CREATE TABLE x(y int)";

        assertThat(
                        Session.runAlone(
                                        "invoice",
                                        "2023-01",
                                        "--input",
                                        session.input().toString(),
                                        "--output",
                                        output)
                                .exits(2)
                                .err())
                .contains("semikolon");
    }

    @Test
    void aRowOnceInvoicedMayNotVanish() throws IOException {
        session.run("invoice", "2023-01").exits(0);
        String budget = session.input().resolve("budget-2023.csv").toString();
        List<String> kept =
                Files.readAllLines(Path.of(budget)).stream()
                        .filter(line -> !line.startsWith("5;") && !line.startsWith("Totalt"))
                        .toList();
        Files.write(Path.of(budget), kept);

        assertThat(session.run("invoice", "2023-02", "--reason", "x").exits(5).err())
                .contains("finns inte längre i budgeten: 5.");
    }

    // usage and surroundings

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    fakturer 2023-01          | Menade du
                    invoice                   | Det saknas: MONTH
                    invoice 2023-13           | Skriv månaden som 2023-01.
                    invoice januari           | Fel värde för MONTH: januari
                    invoice 2023-01 --date x  | Skriv datum som 2023-01-31.
                    invoice 2023-01 --date 0023-01-31 | Skriv datum som 2023-01-31.
                    invoice 2023-01 --date 9999-12-31 | Skriv datum som 2023-01-31.
                    invoice 0023-01           | Skriv månaden som 2023-01.
                    preview 2023-01 --reason @fil --nej | Okänt: --nej
                    status --register jdbc:h2:file:/ | Skriv registrets adress
                    invoice 2023-01 2023-02   | Okänt: 2023-02
                    check --lang de           | Språket är sv eller en.
                    check --snabbt            | Okänt: --snabbt
                    status --register hej     | Skriv registrets adress
                    status --register jdbc:h2:file:x;INIT=RUNSCRIPT | Skriv registrets adress
                    """)
    void wrongUsageIsToldInOneLine(String arguments, String expected) {
        Session.Answer answer = session.run(arguments.split(" ")).exits(2);

        assertThat(answer.err()).contains(expected).contains("--help").doesNotContain("\tat ");
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void noCommandIsWrongUsage() {
        assertThat(session.run().exits(2).err()).contains("Det saknas: COMMAND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"init", "check", "preview", "invoice", "status", "simulate"})
    void helpHasExamplesInBothLanguages(String command) {
        assertThat(session.run(command, "--help").exits(0).out())
                .contains("Användning: gits " + command, "Exempel:\n  gits " + command);
        assertThat(session.run(command, "--help", "--lang", "en").exits(0).out())
                .contains("Usage: gits " + command, "Examples:");
    }

    @Test
    void theVersionIsTold() {
        assertThat(session.run("--version").exits(0).out()).startsWith("gits ");
    }

    @Test
    void aDamagedRegisterIsTheSurroundingsFault() throws IOException {
        session.run("invoice", "2023-01").exits(0);
        Path register = session.output().resolve("register/gits.mv.db");
        Files.write(register, new byte[5_000]);

        assertThat(session.run("status").exits(6).err())
                .contains("Registret är skadat")
                .doesNotContain("\tat ");
    }

    @Test
    void anOutputFolderThatCannotBeIsTheSurroundingsFault() throws IOException {
        Files.writeString(session.output(), "en fil, ingen mapp");

        assertThat(session.run("invoice", "2023-01").exits(6).err()).doesNotContain("\tat ");
        assertThat(session.run("preview", "2023-01").exits(6).err()).doesNotContain("\tat ");
    }

    @Test
    void anInputFolderThatIsMissingIsAFaultOfTheInput() throws IOException {
        delete(session.input());

        assertThat(session.run("check").exits(3).out())
                .contains("Mappen finns inte.", "1 fel i 1 fil.");
        session.run("invoice", "2023-01").exits(3);
    }

    @Test
    void bothLanguagesHaveTheSameWords() {
        for (String bundle : List.of("messages", "help")) {
            assertThat(keys(Messages.bundle(bundle, Locale.ENGLISH)))
                    .isEqualTo(keys(Messages.bundle(bundle, Locale.forLanguageTag("sv"))));
        }
    }

    private static Set<String> keys(ResourceBundle bundle) {
        return new HashSet<>(bundle.keySet());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }

    // what the register is

    @Test
    void aRegisterElsewhereServesTheSame() throws IOException {
        String url = "jdbc:h2:file:" + folder.resolve("annan/stans");
        session.run("invoice", "2023-01", "--register", url).exits(0);

        assertThat(session.output().resolve("register")).doesNotExist();
        assertThat(session.run("status", "--register", url).out()).contains("2023-01  utfärdad");
        Files.copy(
                folder.resolve("annan/stans.mv.db"),
                folder.resolve("annan/kopia.mv.db"),
                StandardCopyOption.COPY_ATTRIBUTES);
        String copy = "jdbc:h2:file:" + folder.resolve("annan/kopia");
        assertThat(session.run("status", "--register", copy).out())
                .isEqualTo(session.run("status", "--register", url).out());
    }
}
