package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.gits.costshare.Endurance;

/** The real process: killed, interrupted, started twice, and its manners. */
class ProgramIT {

    /** The real budget, of all parties in the profile endurance and of a few in every build. */
    private static String input;

    /** The bytes of January as they are when nothing disturbs; every other run must give them. */
    private static SortedMap<String, String> undisturbed;

    /** How long an undisturbed run took, so that kills are spread over all of it. */
    private static long undisturbedMillis;

    private static final int INVOICES = Endurance.count(50, 4);
    private static final int E_INVOICES = Endurance.count(10, 1);

    private static final AtomicInteger KILLS = new AtomicInteger();

    @TempDir Path folder;

    @AfterAll
    static void tell() {
        Endurance.tell("killed-months", List.of("killed at a random moment: " + KILLS));
    }

    @BeforeAll
    static void runUndisturbed(@TempDir Path calm) throws Exception {
        Session session = new Session(calm.resolve("a"));
        if (!Endurance.isWhole()) {
            session.withFewMunicipalities();
        }
        input = session.input().toString();
        long before = System.nanoTime();
        new Program(calm).run(january(calm)).exits(0);
        undisturbedMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);
        undisturbed = act(calm);
        // A workbook, a table and a PDF an invoice; the e-invoices; the act's own.
        assertThat(undisturbed).hasSize(INVOICES * 3 + E_INVOICES + 8);
    }

    private static String[] january(Path folder) {
        return Program.command(
                "invoice 2023-01 --date 2023-01-31", input, folder.resolve("resultat"));
    }

    private static SortedMap<String, String> act(Path folder) throws IOException {
        return Session.files(folder.resolve("resultat/2023-01"));
    }

    private String[] with(String... arguments) {
        return Program.command(String.join(" ", arguments), input, folder.resolve("resultat"));
    }

    /** The names of files that are not as they are when nothing disturbs. */
    private static SortedSet<String> differing(SortedMap<String, String> files) {
        return GoldenMonthIT.differing(undisturbed, files);
    }

    // killed, interrupted, two at once

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Endurance.count(30, 3));
    }

    /** At a random moment, several times over, and then run to its end. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void killedAtAnyMomentTheNextRunFinishes(long seed) throws Exception {
        Random random = new Random(seed);
        for (int kill = 0; kill < 2; kill++) {
            Program.Running running = new Program(folder).start(january(folder));
            if (running.killedAfter(random.nextLong(undisturbedMillis))) {
                KILLS.incrementAndGet();
            }
            SortedMap<String, String> left = act(folder);
            assertThat(left.isEmpty() || differing(left).isEmpty())
                    .as("all of the month or nothing")
                    .isTrue();
        }
        new Program(folder).run(january(folder)).exits(0);

        assertThat(differing(act(folder))).isEmpty();
        assertThat(folder.resolve("resultat/.under-arbete")).doesNotExist();
        assertThat(new Program(folder).run(with("status")).exits(0).out())
                .containsOnlyOnce("utfärdad   ");
    }

    /** What was written aside may be gone when the run goes on: another run or a person took it. */
    @Test
    void killedAndRobbedOfWhatItHadWrittenItFinishesAllTheSame() throws Exception {
        int robbed = 0;
        for (long seed : seeds().toArray()) {
            Random random = new Random(seed);
            Path place = Files.createDirectory(folder.resolve("seed-" + seed));
            robbed += killAndRob(place, random);

            new Program(place).run(january(place)).exits(0);

            assertThat(differing(act(place))).as("seed %d", seed).isEmpty();
        }
        assertThat(robbed).as("files taken").isPositive();
    }

    /**
     * From where invoices are written on.
     *
     * @return how many files were taken
     */
    private static int killAndRob(Path place, Random random) throws Exception {
        Program.Running running = new Program(place).start(january(place));
        Path aside = place.resolve("resultat/.under-arbete");
        while (written(aside).isEmpty() && running.process().isAlive()) {
            Thread.sleep(1);
        }
        if (running.killedAfter(random.nextLong(undisturbedMillis / 3))) {
            KILLS.incrementAndGet();
        }
        int taken = 0;
        for (Path file : written(aside)) {
            if (random.nextBoolean()) {
                Files.delete(file);
                taken++;
            }
        }
        return taken;
    }

    /** The files of invoices that lie aside, in whichever run's folder. */
    private static List<Path> written(Path aside) throws IOException {
        if (!Files.exists(aside)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(aside)) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> path.getParent().endsWith("fakturor"))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            // It is at work there: what was seen is gone.
            return List.of();
        }
    }

    @Test
    void ofTwoFirstRunsOneMakesTheRegisterAndTheOtherIsTold() throws Exception {
        Program.Running one = new Program(folder).start(january(folder));
        Program.Running two = new Program(folder).start(january(folder));

        assertThat(List.of(one.ended().exitCode(), two.ended().exitCode()))
                .contains(0)
                .allMatch(code -> code == 0 || code == 5);
        assertThat(differing(act(folder))).isEmpty();
    }

    @Test
    void interruptedItSaysHowToGoOn() throws Exception {
        Program.Running running = new Program(folder).start(january(folder));
        Path atWork = folder.resolve("resultat/.under-arbete");
        while (!Files.exists(atWork) && running.process().isAlive()) {
            Thread.sleep(1);
        }
        running.process().destroy(); // the signal that Ctrl-C sends is kin to this one
        Program.Ended ended = running.ended();

        assertThat(ended.exitCode()).isNotZero();
        assertThat(ended.err()).contains("Kör samma kommando igen").doesNotContain("\tat ");
        assertThat(act(folder)).isEmpty();
        new Program(folder).run(january(folder)).exits(0);
        assertThat(differing(act(folder))).isEmpty();
    }

    @Test
    void ofTwoAtOnceOneIssuesAndTheOtherIsTold() throws Exception {
        // Both find a register, so that neither makes one while the other looks.
        new Program(folder).run(with("invoice", "2023-01", "--date", "2023-01-31")).exits(0);
        Program.Running one =
                new Program(folder).start(with("invoice", "2023-02", "--date", "2023-02-28"));
        Program.Running two =
                new Program(folder).start(with("invoice", "2023-02", "--date", "2023-02-28"));

        List<Program.Ended> ended = List.of(one.ended(), two.ended());

        assertThat(ended.stream().map(Program.Ended::exitCode))
                .contains(0)
                .allMatch(code -> code == 0 || code == 5);
        assertThat(ended)
                .anySatisfy(
                        told ->
                                assertThat(told.out() + told.err())
                                        .containsAnyOf(
                                                "används av en annan körning",
                                                "redan utfärdad på samma underlag"));
        assertThat(new Program(folder).run(with("status")).exits(0).out())
                .contains("2023-01  utfärdad", "2023-02  utfärdad")
                .containsPattern("Summa +" + 2 * INVOICES + " ");
    }

    /** An empty file in place of an answer is not "done"; who reads no further is content. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anAnswerThatCannotBeWrittenIsToldAndOneThatNobodyReadsIsNot() throws Exception {
        new Program(folder).run(january(folder)).exits(0);
        Program program = new Program(folder);
        for (String line : List.of("status", "explain 2023-01 1480 --json", "invoice 2023-01")) {
            Program.Ended full = program.start(shell(program, line, ">/dev/full")).ended();
            assertThat(full.exits(ExitCode.SURROUNDINGS).err())
                    .contains("Svaret gick inte att skriva ut: disken är full");
        }
        String unread = "| true; exit ${PIPESTATUS[0]}";
        Program.Ended piped = program.start(shell(program, "status", unread)).ended();
        assertThat(piped.exits(ExitCode.OK).err()).isEmpty();
    }

    private List<String> shell(Program program, String line, String then) {
        List<String> words = new ArrayList<>(List.of("bash", "-c", "\"$@\" " + then, "bash"));
        words.addAll(program.words());
        words.addAll(List.of(with(line.split(" "))));
        return words;
    }

    @Test
    void whoComesWhileTheRegisterIsHeldIsTold() throws Exception {
        se.gits.costshare.register.RegisterAddress address =
                se.gits.costshare.register.RegisterAddress.ofOutput(folder.resolve("resultat"))
                        .orElseThrow();
        try (var held =
                se.gits.costshare.register.Register.openOrMake(
                        address,
                        java.time.Clock.systemUTC(),
                        new se.gits.costshare.register.Actor("någon", "annan", "1", "17"))) {
            assertThat(held.acts()).isEmpty();
            for (String command : List.of("invoice", "preview")) {
                assertThat(new Program(folder).run(with(command, "2023-01")).exits(5).err())
                        .contains("används av en annan körning");
            }
            new Program(folder).run(with("status")).exits(5);
        }
        new Program(folder).run(january(folder)).exits(0);
        assertThat(differing(act(folder))).isEmpty();
    }

    /** A limit on the size of files fails the way a full disk does. */
    @Test
    void aFullDiskIsToldAndTheRunGoesOnWhenThereIsRoom() throws Exception {
        for (int kilobytes : new int[] {8, 64, 130, 180}) {
            List<String> command =
                    new ArrayList<>(
                            List.of(
                                    "sh",
                                    "-c",
                                    "ulimit -f " + 2 * kilobytes + "; exec \"$@\"",
                                    "sh",
                                    Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                    "-jar",
                                    Program.JAR.toString()));
            command.addAll(List.of(january(folder)));
            Program.Ended ended = new Program(folder).start(command).ended();
            if (ended.exitCode() != 0) {
                ended.exits(6);
                assertThat(ended.err()).contains("Kontrollera att det finns plats på disken");
                assertThat(ended.err()).doesNotContain("\tat ");
                assertThat(act(folder)).isEmpty();
            }
        }
        new Program(folder).run(january(folder)).exits(0);
        assertThat(differing(act(folder))).isEmpty();
    }

    @Test
    void ofTwoDraftsAtOnceTheSecondIsTold() throws Exception {
        Path aside = Files.createDirectories(folder.resolve("resultat/.under-arbete"));
        try (FileChannel held =
                FileChannel.open(
                        aside.resolve("2023-01-utkast.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
            assertThat(held.tryLock()).isNotNull();
            assertThat(new Program(folder).run(with("preview", "2023-01")).exits(5).err())
                    .contains("arbetar med 2023-01-utkast");
        }
        new Program(folder).run(with("preview", "2023-01")).exits(0);
        assertThat(aside).doesNotExist();
    }

    /** The file of the lock comes and goes with each run; whoever is late must not trust it. */
    @Test
    void ofManySimulationsAtOnceEachIsWholeOrTold() throws Exception {
        List<Program.Running> running = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            running.add(new Program(folder).start(with("simulate", "2023", "--against", input)));
        }
        List<Program.Ended> ended = new ArrayList<>();
        for (Program.Running one : running) {
            ended.add(one.ended());
        }

        assertThat(ended)
                .allSatisfy(one -> assertThat(one.exitCode()).as(one.err()).isIn(0, 5))
                .anySatisfy(one -> assertThat(one.exitCode()).isZero());
        assertThat(ended.stream().filter(one -> one.exitCode() == 5))
                .allSatisfy(one -> assertThat(one.err()).contains("arbetar med 2023-simulering"));
        assertThat(Session.files(folder.resolve("resultat")).keySet())
                .containsExactly(
                        "2023-simulering/rapport.html",
                        "2023-simulering/simulering.csv",
                        "2023-simulering/simulering.xlsx");
        assertThat(folder.resolve("resultat/.under-arbete")).doesNotExist();
    }

    // manners of the process

    @Test
    void libraryLogsAreSilent() throws Exception {
        Program.Ended ended = new Program(folder).run(january(folder)).exits(0);

        assertThat(ended.err().lines())
                .allMatch(line -> line.contains("varningar om") || line.contains("nytt register"));
        assertThat(ended.out().lines()).hasSize(3);
    }

    @Test
    void swedishComesOutRightInATerminalThatKnowsNoUtf8() throws Exception {
        Program.Ended ended =
                new Program(folder).environment("LC_ALL", "C").run(january(folder)).exits(0);

        assertThat(ended.out()).contains("2023-01 är utfärdad: " + INVOICES + " fakturor");
    }

    @Test
    void aThreadOfALibraryThatFailsSaysNothingOnTheTerminal() throws Exception {
        Program.Ended ended =
                new Program(folder)
                        .startClass(
                                List.of(
                                        "-cp",
                                        System.getProperty(
                                                "surefire.test.class.path",
                                                System.getProperty("java.class.path")),
                                        Straying.class.getName()))
                        .ended()
                        .exits(ExitCode.OK);

        assertThat(ended.err()).isEmpty();
    }

    /** The program, and a thread that fails while nobody waits for it. */
    static final class Straying {

        private Straying() {}

        public static void main(String[] arguments) throws InterruptedException {
            Gits.run(new String[] {"--help"});
            Thread straying =
                    new Thread(
                            () -> {
                                throw new IllegalStateException("The disk is gone");
                            });
            straying.start();
            straying.join();
        }
    }

    /** Whatever the user's own setting for new files is. */
    @Test
    void whatIsWrittenIsForTheOwnerAndTheGroupAlone() throws Exception {
        for (String command :
                List.of(
                        "invoice 2023-01 --date 2023-01-31",
                        "package 2023-01",
                        "rerun 2023-01",
                        "preview 2023-02",
                        "report 2023",
                        "simulate 2023 --against " + input,
                        "init " + folder.resolve("resultat/underlag"))) {
            List<String> words =
                    new ArrayList<>(
                            List.of(
                                    "sh",
                                    "-c",
                                    "umask 000; exec \"$@\"",
                                    "sh",
                                    Program.launcher()));
            words.addAll(List.of(command.split(" ")));
            if (!command.startsWith("init")) {
                words.addAll(
                        List.of(
                                "--input",
                                input,
                                "--output",
                                folder.resolve("resultat").toString()));
            }
            new Program(folder)
                    .environment("JAVA_HOME", System.getProperty("java.home"))
                    .start(words)
                    .ended()
                    .exits(ExitCode.OK);
        }
        List<Path> written;
        try (Stream<Path> paths = Files.walk(folder.resolve("resultat"))) {
            written = paths.toList();
        }
        assertThat(written)
                .hasSizeGreaterThan(3 * undisturbed.size())
                .allSatisfy(
                        path ->
                                assertThat(
                                                PosixFilePermissions.toString(
                                                        Files.getPosixFilePermissions(path)))
                                        .endsWith("---"));
    }
}
