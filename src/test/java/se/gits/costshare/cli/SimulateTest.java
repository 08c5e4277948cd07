package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.gits.costshare.money.Money;
import se.gits.costshare.register.Actor;
import se.gits.costshare.simulation.Check;
import se.gits.costshare.simulation.CheckKind;

/** What a proposal would cost, on the real budget of 2023. */
class SimulateTest {

    @TempDir Path folder;

    private Session session;
    private Path proposal;

    /** Operation and development at 60/40 instead of 70/30. */
    @BeforeEach
    void begin() throws IOException {
        session = new Session(folder);
        proposal = Files.createDirectory(folder.resolve("forslag"));
        try (Stream<Path> files = Files.list(session.input())) {
            for (Path file : files.toList()) {
                Files.copy(file, proposal.resolve(file.getFileName()));
            }
        }
        change(proposal, "nycklar.csv", "70/30;2023-01;;VGR;70", "70/30;2023-01;;VGR;60");
        change(proposal, "nycklar.csv", "70/30;2023-01;;VGK;30", "70/30;2023-01;;VGK;40");
        Path budget = proposal.resolve("budget-2023.csv");
        // The control sums of the old key are not those of the new one.
        Files.writeString(
                budget, Files.readString(budget).replaceAll(";[0-9 ]+;[0-9 ]+(\r?\n)", ";;$1"));
    }

    private static void change(Path folder, String file, String from, String to)
            throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }

    private Session.Answer simulate() {
        return session.run("simulate", "2023", "--against", proposal.toString());
    }

    /**
     * 10 700 000 at 70/30 becomes 60/40: a tenth, 1 070 000, goes from VGR to the municipalities.
     */
    @Test
    void tellsWhoWouldPayWhatAndWhatDiffers() {
        assertThat(simulate().exits(0).out().replace('\u00A0', ' '))
                .containsPattern("Regionen +9 290 000,00 +8 220 000,00 +-1 070 000,00 +-11,5\n")
                .containsPattern("Kommunerna +5 010 000,00 +6 080 000,00 +1 070 000,00 +21,4\n")
                .containsPattern("Summa +14 300 000,00 +14 300 000,00 +0,00 +0,0\n")
                .contains("Dyrare för 49 parter, billigare för 1, oförändrat för 0.")
                .contains(
                        "- Nyckeln 70/30, 2023-01–2023-12: VGK (folkmängd) 30 % → 40 %, VGR 70 %"
                                + " → 60 %.");
    }

    @Test
    void speaksEnglishWhenAsked() {
        assertThat(
                        session.run(
                                        "simulera",
                                        "2023",
                                        "--against",
                                        proposal.toString(),
                                        "--lang",
                                        "en")
                                .exits(0)
                                .out())
                .contains("The municipalities", "- The key 70/30, 2023-01–2023-12: VGK");
    }

    @Test
    void writesItsFilesAndNothingElse() throws IOException {
        simulate().exits(0);

        try (Stream<Path> written = Files.list(session.output())) {
            assertThat(written.map(path -> path.getFileName().toString()))
                    .containsExactly("2023-simulering");
        }
        try (Stream<Path> written = Files.list(session.output().resolve("2023-simulering"))) {
            assertThat(written.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder(FILES);
        }
    }

    private static final String[] FILES = {"rapport.html", "simulering.csv", "simulering.xlsx"};

    @Test
    void leavesTheRegisterAlone() throws IOException {
        session.run("invoice", "2023-01").exits(0);
        byte[] before = Files.readAllBytes(session.output().resolve("register/gits.mv.db"));

        simulate().exits(0);

        assertThat(session.output().resolve("register/gits.mv.db")).hasBinaryContent(before);
        session.run("status").exits(0);
    }

    @Test
    void everyLevelOfTheTableAddsUp() {
        simulate().exits(0);

        SortedMap<String, BigDecimal> today = new TreeMap<>();
        SortedMap<String, BigDecimal> difference = new TreeMap<>();
        for (String[] row : session.table("2023-simulering/simulering.csv")) {
            today.merge(row[1], new BigDecimal(row[8].replace(',', '.')), BigDecimal::add);
            difference.merge(row[1], new BigDecimal(row[10].replace(',', '.')), BigDecimal::add);
        }
        assertThat(today.keySet()).containsExactly("objekt", "part", "part och objekt", "totalt");
        assertThat(today.values()).containsOnly(new BigDecimal("14300000.00"));
        assertThat(difference.values()).containsOnly(new BigDecimal("0.00"));
    }

    @Test
    void aNewSimulationTakesTheEarlierOnesPlace() throws IOException {
        simulate().exits(0);
        SortedMap<String, byte[]> first = files();
        Files.writeString(session.output().resolve("2023-simulering/simulering.csv"), "äldre");

        simulate().exits(0);

        assertThat(files().get("simulering.csv")).isEqualTo(first.get("simulering.csv"));
        assertThat(session.output()).isDirectoryNotContaining("glob:**.under-arbete");
    }

    @Test
    void whatTheProgramDidNotWriteIsNeverReplaced() throws IOException {
        simulate().exits(0);
        Path mine = session.output().resolve("2023-simulering/eget/anteckning.txt");
        Files.createDirectory(mine.getParent());
        Files.writeString(mine, "min egen");
        SortedMap<String, String> before = session.files();

        assertThat(simulate().exits(5).err())
                .contains("ligger eget/anteckning.txt, som programmet inte har skrivit")
                .contains("--output");

        assertThat(session.files()).isEqualTo(before);
    }

    @Test
    void inputInTheFolderOfTheSimulationIsRefused() throws IOException {
        Path replaced = Files.createDirectories(session.output().resolve("2023-simulering"));
        Path within = Files.move(proposal, replaced.resolve("forslag"));
        Path link = Files.createSymbolicLink(folder.resolve("lank"), within);
        SortedMap<String, String> before = session.files();

        for (Path against : List.of(within, link, replaced.resolve("../2023-simulering/forslag"))) {
            assertThat(
                            session.run("simulate", "2023", "--against", against.toString())
                                    .exits(5)
                                    .err())
                    .contains("Underlaget " + against + " ligger i mappen " + replaced);
        }
        assertThat(
                        Session.runAlone(
                                        "simulate",
                                        "2023",
                                        "--lang",
                                        "en",
                                        "--input",
                                        within.toString(),
                                        "--against",
                                        session.input().toString(),
                                        "--output",
                                        session.output().toString())
                                .exits(5)
                                .err())
                .contains("which the run would replace");
        assertThat(session.files()).isEqualTo(before);
    }

    @Test
    void anInputFolderWithTheSimulationsNameIsRefused() throws IOException {
        Files.createDirectories(session.output());
        Path named = Files.move(proposal, session.output().resolve("2023-simulering"));

        session.run("simulate", "2023", "--against", named.toString()).exits(5);

        assertThat(named.resolve("nycklar.csv")).exists();
    }

    @Test
    void aFileOrALinkInTheSimulationsPlaceIsLeftAlone() throws IOException {
        Path place = Files.createDirectories(session.output()).resolve("2023-simulering");
        Files.writeString(place, "en fil");
        assertThat(simulate().exits(5).err()).contains("ligger 2023-simulering, som programmet");
        assertThat(place).hasContent("en fil");

        Files.delete(place);
        Files.createSymbolicLink(place, Files.createDirectory(folder.resolve("annan")));
        simulate().exits(5);
        assertThat(place).isSymbolicLink();
    }

    @Test
    void anOutputFolderThatCannotBeIsTheSurroundingsFault() throws IOException {
        Files.writeString(session.output(), "en fil, ingen mapp");

        assertThat(simulate().exits(6).err())
                .contains("Det gick inte att läsa eller skriva")
                .doesNotContain("\tat ");
        assertThat(session.output()).hasContent("en fil, ingen mapp");
    }

    /** A run that is killed between its two moves has laid the earlier files aside. */
    @Test
    void whatAKilledRunLaidAsideIsPutBackFirst() throws IOException {
        simulate().exits(0);
        SortedMap<String, byte[]> first = files();
        Path place = session.output().resolve("2023-simulering");
        Path aside = Files.createDirectory(session.output().resolve(".under-arbete"));
        Path earlier = aside.resolve("2023-simulering-tidigare");
        Files.move(place, earlier);
        Files.writeString(earlier.resolve("mitt.txt"), "min egen");

        simulate().exits(5);

        assertThat(place.resolve("mitt.txt")).hasContent("min egen");
        assertThat(files()).containsOnlyKeys("mitt.txt", FILES[0], FILES[1], FILES[2]);
        assertThat(aside).doesNotExist();

        Files.delete(place.resolve("mitt.txt"));
        Files.createDirectory(aside);
        Files.move(place, earlier);
        simulate().exits(0);
        assertThat(files()).containsOnlyKeys(first.keySet());
        assertThat(aside).doesNotExist();
    }

    @Test
    void theSameInputsGiveTheSameBytes() throws IOException {
        simulate().exits(0);
        SortedMap<String, byte[]> first = files();
        session.on("2031-07-01");
        simulate().exits(0);

        SortedMap<String, byte[]> second = files();
        assertThat(second.keySet()).isEqualTo(first.keySet());
        first.forEach((name, bytes) -> assertThat(second.get(name)).as(name).isEqualTo(bytes));
    }

    private SortedMap<String, byte[]> files() throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> written = Files.list(session.output().resolve("2023-simulering"))) {
            for (Path path : written.toList()) {
                files.put(path.getFileName().toString(), Files.readAllBytes(path));
            }
        }
        return files;
    }

    @Test
    void faultsOfBothFoldersAreToldAtOnceAndNothingIsWritten() throws IOException {
        change(session.input(), "objekt.csv", ";25;", ";24;");
        change(proposal, "nycklar.csv", "VGR;60", "VGR;65");

        String told = simulate().exits(3).err();

        assertThat(told)
                .contains(
                        "Underlaget i " + session.input() + ":",
                        "objekt.csv:2: kolumn momssats: 24",
                        "Underlaget i " + proposal + ":",
                        "nycklar.csv:4: kolumn andel: 105 %");
        assertThat(session.output()).doesNotExist();
    }

    @Test
    void aFolderThatIsMissingIsTold() {
        assertThat(session.run("simulate", "2023", "--against", folder + "/nix").exits(3).err())
                .contains("Mappen finns inte.");
    }

    @Test
    void aYearWithoutABudgetIsTold() {
        assertThat(session.run("simulate", "2022", "--against", proposal.toString()).exits(3).err())
                .contains("budget-2022.csv\n  Filen saknas.");
    }

    @Test
    void wrongUsageIsTold() {
        for (String year : List.of("23", "0023", "2023-01", "nu")) {
            assertThat(
                            session.run("simulate", year, "--against", proposal.toString())
                                    .exits(2)
                                    .err())
                    .contains("Skriv året som 2023.");
        }
        assertThat(session.run("simulate", "2023").exits(2).err())
                .contains("Det saknas: --against DIR");
    }

    @Test
    void aCheckThatDoesNotHoldIsToldWithACodeOfItsOwn() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(err, true, StandardCharsets.UTF_8);
        Gits gits =
                new Gits(
                        new Console(to, to, false),
                        new Messages(Locale.forLanguageTag("sv")),
                        Clock.systemUTC(),
                        () -> new Actor("anna", "dator", "1", "17"));
        Money one = new Money(100);

        assertThat(
                        new SimulateCommand(gits)
                                .tellChecks(List.of(new Check(CheckKind.NOTHING_UNTOLD, one, one))))
                .isZero();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(
                        new SimulateCommand(gits)
                                .tellChecks(
                                        List.of(
                                                new Check(
                                                        CheckKind.NOTHING_UNTOLD,
                                                        one,
                                                        Money.ZERO))))
                .isEqualTo(4);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("1,00 kr är inte 0,00 kr.");
    }
}
