package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A month and its bytes, from the real process in any surroundings. */
class GoldenMonthIT {

    /** A workbook, a table and a PDF an invoice; ten e-invoices; the act's own. */
    private static final int FILES_OF_JANUARY = 50 * 3 + 10 + 8;

    private static final String INPUT = Path.of("input-samples").toAbsolutePath().toString();

    /** The act's folder of a run in these surroundings, and what each of its files is. */
    private static Path january;

    private static SortedMap<String, String> files;

    @TempDir Path folder;

    @BeforeAll
    static void run(@TempDir Path here) throws Exception {
        new Program(here).run(january(here)).exits(0);
        january = here.resolve("resultat/2023-01");
        files = Session.files(january);
        assertThat(files).hasSize(FILES_OF_JANUARY);
    }

    private static String[] january(Path folder) {
        return Program.command(
                "invoice 2023-01 --date 2023-01-31", INPUT, folder.resolve("resultat"));
    }

    private static SortedMap<String, String> act(Path folder) throws IOException {
        return Session.files(folder.resolve("resultat/2023-01"));
    }

    @Test
    void theGoldenMonthIsTheOneThatAPersonHasRead() throws IOException {
        assertThat(differing(Session.files(Path.of("reports/exempel/2023-01"))))
                .as("differs from reports/exempel/2023-01; its README tells how that is made")
                .isEmpty();
    }

    @Test
    void soIsTheGoldenMonthOfThePortfolio() throws Exception {
        new Program(folder)
                .run(
                        Program.command(
                                "invoice 2023-10 --date 2023-10-31",
                                Path.of(INPUT, "portfolj").toString(),
                                folder.resolve("resultat")))
                .exits(0);

        SortedMap<String, String> made = Session.files(folder.resolve("resultat/2023-10"));
        // A workbook, a table and a PDF an invoice; ten e-invoices; the act's own.
        assertThat(made).hasSize(53 * 3 + 10 + 8);
        SortedMap<String, String> golden =
                Session.files(Path.of("reports/exempel/portfolj/2023-10"));
        // Some of the files are kept to be read; the sums tell of all of them.
        assertThat(golden).containsKeys("SHA256SUMS", "fakturor/1480-goteborgs-stad.xlsx");
        SortedSet<String> differing = differing(golden, made);
        differing.retainAll(golden.keySet());
        assertThat(differing)
                .as("differs from reports/exempel/portfolj; the README above tells how it is made")
                .isEmpty();
    }

    /** The names of files that are not as they are in these surroundings. */
    private static SortedSet<String> differing(SortedMap<String, String> others) {
        return differing(files, others);
    }

    /** The names of files that one has and the other has not, or has with other bytes. */
    static SortedSet<String> differing(
            SortedMap<String, String> expected, SortedMap<String, String> files) {
        SortedSet<String> names = new TreeSet<>(expected.keySet());
        names.addAll(files.keySet());
        names.removeIf(name -> Objects.equals(expected.get(name), files.get(name)));
        return names;
    }

    @Test
    void anotherTimeZoneLocaleUserAndFolderGiveTheSameBytes() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("en annan mapp"));
        new Program(elsewhere)
                .environment("TZ", "Pacific/Kiritimati")
                .environment("LC_ALL", "C")
                .with(
                        "-Duser.timezone=Pacific/Kiritimati",
                        "-Duser.language=ar",
                        "-Duser.country=EG",
                        "-Dfile.encoding=ISO-8859-1",
                        "-Dline.separator=\r\n",
                        "-Duser.name=annan")
                .run(january(elsewhere))
                .exits(0);

        assertThat(differing(act(elsewhere))).isEmpty();
    }

    @Test
    void aNewerJdkGivesTheSameBytes() throws Exception {
        Optional<Path> jdk = Program.jdk("25");
        if (System.getenv("CI") == null) {
            assumeThat(jdk).as("JDK 25 is not installed here").isPresent();
        }
        assertThat(jdk).as("CI must have JDK 25").isPresent();
        new Program(folder).on(jdk.orElseThrow()).run(january(folder)).exits(0);

        assertThat(differing(act(folder))).isEmpty();
    }

    @Test
    void theSumsPassAsAnyoneWouldCheckThem() throws Exception {
        Program.Ended checked =
                new Program(folder)
                        .start(
                                List.of(
                                        "sh",
                                        "-c",
                                        "cd \"$0\" && sha256sum -c SHA256SUMS",
                                        january.toString()))
                        .ended()
                        .exits(0);
        assertThat(checked.out().lines())
                .hasSize(FILES_OF_JANUARY - 1)
                .allMatch(line -> line.endsWith("OK"));
    }

    @Test
    void theLauncherStartsTheProgramFromAnywhere() throws Exception {
        List<String> words = new ArrayList<>(List.of(Program.launcher()));
        words.addAll(
                List.of(
                        Program.command(
                                "preview 2023-01 --date 2023-01-31",
                                INPUT,
                                folder.resolve("utdata å"))));
        Program.Ended ended =
                new Program(folder)
                        .environment("LC_ALL", "C")
                        .environment("JAVA_HOME", System.getProperty("java.home"))
                        .start(words)
                        .ended()
                        .exits(0);

        assertThat(ended.out()).contains("Utkast för 2023-01: 50 fakturor", "utdata å");
        Path act = folder.resolve("utdata å/2023-01-utkast");
        try (Stream<Path> files = Files.walk(act)) {
            assertThat(files.filter(Files::isRegularFile).toList()).hasSize(FILES_OF_JANUARY);
        }
    }
}
