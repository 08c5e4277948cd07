package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.gits.costshare.Endurance;

/**
 * Hostile files for every reader (fuzzning): the corpus as it is, and what {@link Fuzzer} makes of
 * it. {@code ./mvnw verify} reads some; {@code ./mvnw -Pendurance verify} reads two hundred
 * thousand, or as many as half an hour has room for, from another seed each time. The figures are
 * in {@code target/endurance/fuzz.txt}, and what harms is kept beside it, for the corpus.
 *
 * <p>{@code -Dgits.fuzz.seed=7} chooses the seed, {@code -Dgits.fuzz.again="PACKAGE 137"} or {@code
 * "PACKAGE path"} lets one input be read alone.
 *
 * <p>Jazzer, which lets coverage guide it, was tried and is not here: it has to instrument the JVM
 * that all other tests run in, and its bytes seldom pass a checksum. What it found is in the
 * corpus.
 */
class FuzzIT {

    private static final int INPUTS = Endurance.count(200_000, 1_500);
    private static final int MINUTES = Endurance.count(30, 2);

    /** The heap; what a JVM takes beside it has to have room in the rest. */
    private static final String HEAP = "-Xmx384m";

    private static final int MOST_MIB = 512;
    private static final Pattern PROCESS_AT_MOST = Pattern.compile("process at most: (\\d+) MiB");

    private static final Path CORPUS =
            Path.of("src/test/resources/se/gits/costshare/cli/fuzz").toAbsolutePath();
    private static final Path FIGURES = Path.of("target/endurance").toAbsolutePath();

    @TempDir Path folder;

    @Test
    void noFileHarmsItsReader() throws Exception {
        Path report = Files.createDirectories(FIGURES).resolve("fuzz.txt");
        Files.deleteIfExists(report);

        Program.Ended ended =
                new Program(folder)
                        .with(
                                HEAP,
                                "-Djava.io.tmpdir=" + Files.createDirectory(folder.resolve("tmp")))
                        .startClass(command(report))
                        .ended(Duration.ofMinutes(3L * MINUTES + 2));

        assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
        Matcher process = PROCESS_AT_MOST.matcher(Files.readString(report));
        if (process.find()) {
            assertThat(Integer.parseInt(process.group(1))).isLessThanOrEqualTo(MOST_MIB);
        }
    }

    private List<String> command(Path report) throws IOException {
        String seed = Endurance.isWhole() ? Long.toString(System.currentTimeMillis() / 1000) : "1";
        List<String> command = new ArrayList<>();
        command.add("-cp");
        command.add(
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")));
        command.add(Fuzzer.class.getName());
        command.add(Files.createDirectory(folder.resolve("arena")).toString());
        command.add(CORPUS.toString());
        command.add(FIGURES.resolve("funnet").toString());
        command.add(System.getProperty("gits.fuzz.seed", seed));
        command.add(Integer.toString(INPUTS));
        command.add(Integer.toString(MINUTES));
        command.add(report.toString());
        String again = System.getProperty("gits.fuzz.again", "");
        if (!again.isEmpty()) {
            command.addAll(List.of(again.split(" ", 2)));
        }
        return command;
    }
}
