package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.gits.costshare.Endurance;
import se.gits.costshare.pack.ActPackage;
import se.gits.costshare.run.RandomYear;
import se.gits.costshare.run.SmallInput;

/**
 * An issued act made again, packed, checked by another program than this one, and a register
 * rebuilt from the packages of its acts.
 */
class PackageTest {

    @TempDir static Path whole;
    @TempDir static Path checkerFolder;
    @TempDir Path folder;

    private static final List<String> ACTS =
            List.of("2023-01", "2023-02", "2023-01-kredit-1", "2023-01-ny-1", "2023-03");

    private static Session issued;
    private static IndependentChecker checker;

    /** Months on changed input, one attested, a credit, and the month anew; each is packed. */
    @BeforeAll
    static void issue() throws Exception {
        checker = new IndependentChecker(checkerFolder);
        issued = new Session(whole).on("2023-12-31");
        issued.with(attested());
        issued.as("eva").run("preview", "2023-01").exits(0);
        issued.run("attest", "2023-01", "--by", "Eva Ek").exits(0);
        issued.as("anna").run("invoice", "2023-01").exits(0);
        issued.with(new SmallInput().withBookkeeping());
        issued.run("invoice", "2023-02").exits(0);
        issued.run("credit", "2023-01", "--party", "1480", "--reason", "Fel mottagare").exits(0);
        issued.run("invoice", "2023-01", "--party", "1480", "--reason", "Rättad").exits(0);
        issued.with(new SmallInput().withBookkeeping().withDearerMeetings())
                .run("invoice", "2023-03", "--reason", "Dyrare")
                .exits(0);
        for (String act : ACTS) {
            issued.run("package", act).exits(0);
        }
    }

    private static SmallInput attested() {
        return new SmallInput()
                .withBookkeeping()
                .change("installningar.yml", "attest: nej", "attest: ja");
    }

    static Stream<String> acts() {
        return ACTS.stream();
    }

    private static Path zip(String act) {
        return issued.output().resolve(act + ".zip");
    }

    /** The issued course in a folder of this test's own, which it may change. */
    private Session copy() throws IOException {
        Session session = new Session(folder).on("2029-06-30").as("revisor");
        session.takeOver(issued.output());
        return session;
    }

    /** Years later, with other input in the folder and the issued folders gone. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("acts")
    void isMadeAgainFromTheRegisterWithTheSameBytes(String act) throws IOException {
        Session session = copy().with(new SmallInput().change("parter.csv", "Ale", "Alé"));
        session.delete(act);

        assertThat(session.run("rerun", act).exits(0).out()).contains("varje byte är densamma");

        assertThat(Session.files(session.output().resolve(act + "-omkorning")))
                .isEqualTo(Session.files(issued.output().resolve(act)));
        assertThat(session.run("omkor", act).exits(0).err()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("acts")
    void isMadeAgainFromItsPackageAloneOnAnotherMachine(String act) throws IOException {
        Session elsewhere = new Session(folder).on("2030-01-01");

        assertThat(elsewhere.run("rerun", act, "--package", zip(act).toString()).exits(0).out())
                .contains("varje byte är densamma");

        assertThat(Session.files(elsewhere.output().resolve(act + "-omkorning")))
                .isEqualTo(Session.files(issued.output().resolve(act)));
    }

    @Test
    void whatWasChangedIsToldDownToTheCell() throws IOException {
        Session session = copy();
        Path january = session.output().resolve("2023-01");
        Path workbook = january.resolve("fakturor/1480-goteborgs-stad.xlsx");
        String place = raiseFirstAmount(workbook);
        Path csv = january.resolve("fakturor.csv");
        Files.writeString(csv, Files.readString(csv).replaceFirst(";faktura;", ";kreditfaktura;"));
        Files.delete(january.resolve("fakturor/1440-ale-kommun.pdf"));

        assertThat(session.run("rerun", "2023-01").exits(4).out())
                .contains(
                        "fakturor.csv, rad 2, typ: kreditfaktura → faktura",
                        "fakturor/1440-ale-kommun.pdf saknas.",
                        "fakturor/1480-goteborgs-stad.xlsx, Faktura!" + place,
                        "3 skillnader mot det som finns");
    }

    /** Adds an öre to the first amount of the invoice's sheet. */
    private static String raiseFirstAmount(Path file) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            for (Row row : workbook.getSheet("Faktura")) {
                var cell = row.getCell(5);
                if (cell != null && cell.getCellType() == CellType.NUMERIC) {
                    cell.setCellValue(cell.getNumericCellValue() + 0.01);
                    try (OutputStream out = Files.newOutputStream(file)) {
                        workbook.write(out);
                    }
                    return cell.getAddress().toString();
                }
            }
        }
        throw new AssertionError("No amount");
    }

    @Test
    void theSamePackageIsTheSameBytes() throws IOException {
        Session session = copy();
        session.run("package", "2023-02").exits(0);

        assertThat(session.output().resolve("2023-02.zip")).hasSameBinaryContentAs(zip("2023-02"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # what                        | told
            package 2023-04               | 2023-04 är inte utfärdad
            rerun 2023-04                 | 2023-04 är inte utfärdad
            rerun 2023-02-kredit-1        | 2023-02-kredit-1 är inte utfärdad
            rerun 2023-01 --package nix   | är inget paket
            rerun 2023-02 --package JAN   | 2023-02 är inte utfärdad
            rebuild PAKET                 | har redan utfärdanden
            """)
    void isRefusedWithWhatToDo(String command, String told) throws IOException {
        Session session = copy();
        Path noPackage = Files.writeString(folder.resolve("nix"), "inget");
        String[] arguments =
                command.replace("nix", noPackage.toString())
                        .replace("JAN", zip("2023-01").toString())
                        .replace("PAKET", issued.output().toString())
                        .split(" ");

        assertThat(session.run(arguments).exits(5).err()).contains(told);
    }

    @Test
    void aFolderThatWasChangedIsNotPacked() throws IOException {
        Session session = copy();
        Files.writeString(session.output().resolve("2023-01/fakturor.csv"), "annat");

        assertThat(session.run("package", "2023-01").exits(5).err())
                .contains("2023-01/fakturor.csv");
        assertThat(session.output().resolve("2023-01.zip")).hasSameBinaryContentAs(zip("2023-01"));
    }

    // the register, rebuilt

    @Test
    void aLostRegisterIsRebuiltToTheSameHead() throws IOException {
        Session session = copy();
        String before = head(session);
        session.delete("register");

        assertThat(session.run("status").exits(5).err()).contains("finns inte");
        assertThat(session.run("rebuild", session.output().toString()).exits(0).out())
                .contains("5 paket", before);

        assertThat(head(session)).isEqualTo(before);
        assertThat(session.run("verify").exits(0).out()).isEmpty();
        session.with(new SmallInput().withDearerMeetings()).on("2023-12-31");
        assertThat(session.run("invoice", "2023-04").exits(0).out()).contains("20230001");
    }

    private static String head(Session session) {
        return session.run("status").exits(0).out().lines().reduce((a, b) -> b).orElseThrow();
    }

    @Test
    void anActWhosePackageIsMissingIsNamed() throws IOException {
        Session session = copy();
        session.delete("register");
        Files.delete(session.output().resolve("2023-01-kredit-1.zip"));

        assertThat(session.run("rebuild", session.output().toString()).exits(5).err())
                .contains("Paketet för 2023-01-kredit-1 saknas");
        assertThat(session.output().resolve("register/gits.mv.db"))
                .as("an empty register would begin the numbers anew")
                .doesNotExist();
        Path empty = Files.createDirectories(folder.resolve("tom"));
        assertThat(session.run("rebuild", empty.toString()).exits(5).err())
                .contains("finns inga paket");
    }

    @Test
    void aPackageThatSaysOtherwiseRebuildsNothing() throws IOException {
        Session session = copy();
        session.delete("register");
        Path january = session.output().resolve("2023-01.zip");
        tamper(january, "register/belopp.csv", text -> text.replaceFirst(";9166\\.", ";9167."));

        assertThat(session.run("rebuild", session.output().toString()).exits(5).err())
                .contains("Paketet för 2023-01 stämmer inte", "Ingenting skrevs");
        assertThat(session.output().resolve("register/gits.mv.db")).doesNotExist();
    }

    /** What a later package says of an earlier act, and an issued file, are held too. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # file of the package of 2023-03 | from  | to
            register/belopp.csv              | 9166. | 9167.
            2023-03/fordelning.csv           | 9166, | 9167,
            """)
    void aPackageThatSaysOtherwiseOfTheOthersRebuildsNothing(String file, String from, String to)
            throws IOException {
        Session session = copy();
        session.delete("register");
        tamper(
                session.output().resolve("2023-03.zip"),
                file,
                text -> text.replaceFirst(Pattern.quote(from), to));

        assertThat(session.run("rebuild", session.output().toString()).exits(5).err())
                .contains("2023-03");
        assertThat(session.output().resolve("register/gits.mv.db")).doesNotExist();
    }

    @Test
    void twoPackagesOfOneActRebuildNothing() throws IOException {
        Session session = copy();
        session.delete("register");
        Files.copy(session.output().resolve("2023-01.zip"), session.output().resolve("kopia.zip"));

        assertThat(session.run("rebuild", session.output().toString()).exits(5).err())
                .contains("Två paket är för utfärdande nummer 1, 2023-01");
    }

    /** The folder that is not packed tells that its package is missing. */
    @Test
    void theLastActWithoutAPackageIsNamed() throws IOException {
        Session session = copy();
        session.delete("register");
        Files.delete(session.output().resolve("2023-03.zip"));

        assertThat(session.run("rebuild", session.output().toString()).exits(5).err())
                .contains("Paketet för 2023-03 saknas");
    }

    @Test
    void aFolderThatIsNotWhatWasPackedIsNamed() throws IOException {
        Session session = copy();
        session.delete("register");
        Path file = session.output().resolve("2023-02/fakturor.csv");
        Files.writeString(file, Files.readString(file) + "x");

        assertThat(session.run("rebuild", session.output().toString()).exits(5).err())
                .contains("Mappen 2023-02 är inte den som paketet är av: 2023-02/fakturor.csv");
        assertThat(session.output().resolve("register")).doesNotExist();
    }

    /** A folder's name in a package is no way out of the output folder. */
    @Test
    void aPackageWithAnotherPathRebuildsNothing() throws IOException {
        Session session = copy();
        session.delete("register");
        Path january = session.output().resolve("2023-01.zip");
        tamper(january, "register/utfardanden.csv", text -> text.replace(";2023-01;f", ";../x;f"));

        assertThat(session.run("rebuild", session.output().toString()).exits(5).err())
                .contains("Ingenting skrevs");
    }

    /** Before Java 18 the source is read in the encoding of the machine. */
    @Test
    void theCheckerIsReadAlikeInEveryEncoding() throws IOException {
        byte[] source = ActPackage.read(zip("2023-01")).files().get("Kontroll.java");

        assertThat(new String(source, StandardCharsets.UTF_8))
                .contains("\\u00e5")
                .matches("\\p{ASCII}+");
    }

    @Test
    void anIssuedFileThatCannotBeReadIsNamed() throws IOException {
        Session session = copy();
        Path january = session.output().resolve("2023-01");
        Files.write(january.resolve("sammanstallning.xlsx"), new byte[100]);
        Files.writeString(january.resolve("fakturor.csv"), "a;\"b\nc");
        Files.writeString(january.resolve("extra.txt"), "x");

        assertThat(session.run("rerun", "2023-01").exits(4).out())
                .contains(
                        "sammanstallning.xlsx är inte de byte som gjordes på nytt.",
                        "fakturor.csv är inte de byte som gjordes på nytt.",
                        "extra.txt hör inte till utfärdandet.");
    }

    @Test
    void aRowThatIsGoneIsToldAsOne() throws IOException {
        Session session = copy();
        Path csv = session.output().resolve("2023-01/fordelning.csv");
        List<String> lines = new ArrayList<>(Files.readAllLines(csv));
        String gone = lines.remove(2);
        Files.writeString(csv, String.join("\n", lines) + "\n");

        assertThat(session.run("rerun", "2023-01").exits(4).out())
                .contains("fordelning.csv, rad 3:  → " + gone.strip(), "en skillnad");
    }

    /** What is read from a changed register proves nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"rerun", "package", "explain", "diff"})
    void aChangedRegisterIsNotReadFrom(String command) throws IOException, SQLException {
        Session session = copy();
        try (Connection register = OpenedRegister.of(session);
                Statement statement = register.createStatement()) {
            statement.executeUpdate(
                    "update amount set amount_ore = amount_ore + 1 where position = 1");
        }
        List<String> words = new ArrayList<>(List.of(command, "2023-01"));
        if (command.equals("explain")) {
            words.add("1480");
        } else if (command.equals("diff")) {
            words.add("2023-02");
        }

        assertThat(session.run(words.toArray(String[]::new)).exits(5).err())
                .contains("Registret är ändrat", "gits verify");
    }

    // the independent checker

    @ParameterizedTest(name = "{0}")
    @MethodSource("acts")
    void anotherProgramAgrees(String act) {
        assertThat(checker.findings(zip(act))).isEmpty();
    }

    /** Whatever people write that the program takes, the checker has to take too. */
    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            parter.csv        | Ale kommun;kommun   | Ale kommun;Kommun
            parter.csv        | 212000-1439;faktura | 212000-1439;Faktura
            nycklar.csv       | 30;folkmängd        | 30;Folkmängd
            nycklar.csv       | 100;lika            | 100;Lika
            objekt.csv        | alla;25;            | Alla;25 %;
            objekt.csv        | undantag 3 kap. ML  | Undantag 3 kap. ML
            installningar.yml | attest: nej         | attest: Nej
            budget-2023.csv   | 7 600 000           | 7 600 000,00
            """)
    void theCheckerReadsWhatTheProgramReads(String file, String from, String to)
            throws IOException {
        agreesOn(new SmallInput().change(file, from, to));
    }

    /** A title above the headings, a note below, and what Excel writes for its own use. */
    @ParameterizedTest
    @ValueSource(strings = {"Nycklar 2023;;;;;;\n", "sep=;\n", "\n\n"})
    void theCheckerReadsTablesAsPeopleKeepThem(String above) throws IOException {
        SmallInput input = new SmallInput();
        String keys = input.text("nycklar.csv");

        agreesOn(input.put("nycklar.csv", above + keys + "\n"));
    }

    @Test
    void theCheckerReadsTabs() throws IOException {
        SmallInput input = new SmallInput();

        agreesOn(input.put("nycklar.csv", input.text("nycklar.csv").replace(';', '\t')));
    }

    private void agreesOn(SmallInput input) throws IOException {
        Session session = new Session(folder).with(input).on("2023-12-31");
        session.run("invoice", "2023-01").exits(0);
        session.run("package", "2023-01").exits(0);

        assertThat(checker.findings(session.output().resolve("2023-01.zip"))).isEmpty();
    }

    /** Changes a file of a package, and its sum with it: what is planted is found all the same. */
    private static void tamper(Path zip, String file, UnaryOperator<String> change)
            throws IOException {
        ActPackage opened = ActPackage.read(zip);
        SortedMap<String, byte[]> files = new TreeMap<>(opened.files());
        String text = new String(files.get(file), StandardCharsets.UTF_8);
        String changed = change.apply(text);
        assertThat(changed).as(file).isNotEqualTo(text);
        files.put(file, changed.getBytes(StandardCharsets.UTF_8));
        Files.write(zip, new ActPackage(opened.act(), files).bytes());
    }

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # file                       | from                   | to             | what is told
            underlag/budget-2023.csv     | 7 600 000              | 7 600 012      | belopp
            underlag/nycklar.csv         | 70/30;2023-01;;VGR;70  | 70/30;2023-01;;VGR;71 | underlag
            underlag/parter.csv          | Göteborgs stad         | Göteborg       | fakturor.csv, rad
            2023-02/fordelning.csv       | 9166,                  | 9167,          | fordelning.csv, rad
            2023-02/fakturor.csv         | 202300004              | 202300005      | fakturor.csv, rad
            2023-02/fakturarader.csv     | 9166,                  | 9166,1         | fakturarader.csv, rad
            2023-02/fakturor/1480-goteborgs-stad.xml | "SEK">2   | "SEK">3        | PayableAmount är
            2023-02/fakturor/1480-goteborgs-stad.xml | "SEK">1   | "SEK">3        | radernas belopp är
            2023-02/fakturor/1480-goteborgs-stad.xml | <cbc:ID>20230000 | <cbc:ID>20230001 | numret är
            2023-02/fakturor/1480-goteborgs-stad.xml | </Invoice> | </Faktura>    | kan inte läsas
            2023-02/manifest.json        | "rules" : "1"          | "rules" : "2"  | rules är
            2023-02/SHA256SUMS           | a                      | b              | SHA256SUMS, rad
            register/belopp.csv          | ;9166.                 | ;9167.         | belopp.csv, rad
            register/fakturor.csv        | Göteborgs stad         | Göteborg       | register/fakturor.csv, rad
            register/utfardanden.csv     | ;2023-02;faktura       | ;2023-02;kredit | utfardanden.csv, rad
            register/utfardanden.csv     | ;1;                    | ;2;            | regler är "2", ska vara "1"
            register/handelser.csv       | utfärdad               | påbörjad       | utfärdad
            register/attester.csv        | Eva Ek                 | Eva Ekk        | hash är
            register/underlag.csv        | nycklar.csv            | nyckel.csv     | nyckel.csv
            register/nummerserier.csv    | fakturadatum           | 'fakturadatum\n202300999;2099-01-01' | inget utfärdande av ett annat budgetår
            regler.md                    | öre                    | krona          | reglerna
            LASMIG.txt                   | KEDJAN                 | KEDJAN!        |
            """)
    void aPlantedErrorIsFound(String file, String from, String to, String told) throws IOException {
        Path zip = folder.resolve("2023-02.zip");
        Files.copy(zip("2023-02"), zip);
        tamper(zip, file, text -> text.replace(from, to.replace("\\n", "\n")));

        if (told == null) {
            // What the text says beside the chain's hash vouches for nothing.
            assertThat(checker.findings(zip)).isEmpty();
        } else {
            assertThat(checker.findings(zip)).anyMatch(finding -> finding.contains(told));
        }
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # what is booked     | what is put there instead | what is told
              #TRANS 1510 {} 2   | #TRANS 1510 {} 3          | verifikationens summa är
              #TRANS 3410        | #TRANS 2611               | moms är
              #TRANS 2611        | #TRANS 3410               | moms är
              #TRANS 1790        | #TRANS 1510               | kundfordran är
              #TRANS 3410 {}     | #TRANS 3410 {             | Transaktionen kan inte läsas
            """)
    void aPlantedErrorInWhatIsBookedIsFound(String from, String to, String told)
            throws IOException {
        Path zip = folder.resolve("2023-02.zip");
        SortedMap<String, byte[]> files = new TreeMap<>(ActPackage.read(zip("2023-02")).files());
        String text = new String(files.get("2023-02/bokforing.si"), StandardCharsets.ISO_8859_1);
        assertThat(text).contains(from);
        files.put(
                "2023-02/bokforing.si",
                text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1));
        Files.write(zip, new ActPackage("2023-02", files).bytes());

        assertThat(checker.findings(zip)).anyMatch(finding -> finding.contains(told));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Endurance.count(1_000, 40));
    }

    /** Who did what, from which machine: the package says that no hash of the chain is over it. */
    private static final Set<String> VOUCHED_FOR_BY_SUMS_ALONE =
            Set.of("register/handelser.csv", "register/attester.csv");

    /**
     * A bit that turns in an input, an issued file or a table is found, though its sum is remade.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aFlippedBitIsFound(long seed) throws IOException {
        Random random = new Random(seed);
        Path zip = folder.resolve("2023-03.zip");
        SortedMap<String, byte[]> files = new TreeMap<>(ActPackage.read(zip("2023-03")).files());
        List<String> names =
                files.keySet().stream()
                        .filter(name -> name.contains("/"))
                        .filter(name -> !VOUCHED_FOR_BY_SUMS_ALONE.contains(name))
                        .toList();
        String name = names.get(random.nextInt(names.size()));
        byte[] bytes = files.get(name).clone();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        files.put(name, bytes);
        Files.write(zip, new ActPackage("2023-03", files).bytes());

        assertThat(checker.findings(zip)).as("seed %d: %s", seed, name).isNotEmpty();
    }

    /** Random years: every act's package is agreed with, made again, and rebuilds the register. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("years")
    void holdsForRandomYears(long seed) throws IOException {
        Session session = new Session(folder).on("2023-12-31");
        new RandomYear(seed, 4, new CommandOffice(session)).happen();
        List<String> acts = new ArrayList<>();
        try (Stream<Path> folders = Files.list(session.output())) {
            folders.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("2023"))
                    .sorted()
                    .forEach(acts::add);
        }
        String head = head(session);
        for (String act : acts) {
            session.run("package", act).exits(0);
            Path zip = session.output().resolve(act + ".zip");
            assertThat(checker.findings(zip)).as("seed %d: %s", seed, act).isEmpty();
            assertThat(session.run("rerun", act, "--package", zip.toString()).exits(0).out())
                    .contains("varje byte är densamma");
        }
        session.delete("register");
        session.run("rebuild", session.output().toString()).exits(0);
        assertThat(head(session)).isEqualTo(head);
        assertThat(session.run("verify").exits(0).out()).isEmpty();
    }

    static LongStream years() {
        return LongStream.rangeClosed(11, 10 + Endurance.count(20, 1));
    }
}
