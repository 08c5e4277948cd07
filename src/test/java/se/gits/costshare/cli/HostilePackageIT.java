package se.gits.costshare.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.gits.costshare.fuzz.ForgedZip;

/**
 * Packages that are small and unpack to more than there is memory for: the real process says so, in
 * a heap of 384 MiB, or finds what differs without looking at all of it.
 */
class HostilePackageIT {

    private static final String HEAP = "-Xmx384m";

    /** Far more than any of them takes; ten seconds of work on a machine that has other work. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static final int MIB = 1024 * 1024;
    private static final String SUMMARY = "2023-01/sammanstallning.xlsx";
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @TempDir static Path made;
    @TempDir Path folder;

    private static HostilePackages packages;

    @BeforeAll
    static void issue() throws IOException {
        packages = new HostilePackages(made);
    }

    private static Arguments forged(String what, Consumer<ForgedZip> change) {
        return arguments(what, change);
    }

    static Stream<Arguments> bombs() {
        return Stream.of(
                forged("a gigabyte of blanks", zip -> zip.addBomb("x.txt", 1L << 30)),
                forged(
                        "a hundred files of some megabytes",
                        zip -> {
                            for (int i = 0; i < 100; i++) {
                                zip.addBomb("x/" + i, 8 * MIB);
                            }
                        }),
                forged(
                        "ten thousand files that share their bytes",
                        zip -> {
                            int first = zip.entries().size();
                            zip.addBomb("x", 8 * MIB);
                            for (int i = 0; i < 10_000; i++) {
                                zip.addSharing("x/" + i, first);
                            }
                        }),
                forged(
                        "more files than any package",
                        zip -> {
                            for (int i = 0; i < 20_001; i++) {
                                zip.add("x/" + i, new byte[0]);
                            }
                        }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void whatUnpacksToMoreThanThereIsMemoryForIsRefused(String what, Consumer<ForgedZip> change)
            throws Exception {
        byte[] zip = packages.forged(change);
        assertThat(zip).hasSizeLessThan(4 * MIB);

        assertThat(rerun(zip).exits(ExitCode.REFUSED).err())
                .contains("packad tätare än något riktigt paket");
        assertThat(folder.resolve("resultat")).doesNotExist();
    }

    private static Arguments planted(String what, String file, byte[] bytes, int exitCode) {
        return arguments(what, file, bytes, exitCode);
    }

    static Stream<Arguments> files() {
        return Stream.of(
                planted(
                        "a workbook with a bomb in it",
                        SUMMARY,
                        new ForgedZip().with(zip -> zip.addBomb(SHEET, 2L << 30)).bytes(),
                        ExitCode.DIFFERENCE),
                planted(
                        "a workbook of elements within elements",
                        SUMMARY,
                        workbook("<a>".repeat(330_000)),
                        ExitCode.DIFFERENCE),
                planted(
                        "a workbook of as many cells as are looked at",
                        SUMMARY,
                        workbook(
                                "<worksheet><sheetData><row>"
                                        + "<c/>".repeat(250_000)
                                        + "</row></sheetData></worksheet>"),
                        ExitCode.DIFFERENCE),
                planted(
                        "a table of nothing but delimiters",
                        "2023-01/fakturor.csv",
                        filled(';', 8 * MIB),
                        ExitCode.DIFFERENCE),
                planted(
                        "a table of the register with nothing but rows",
                        "register/belopp.csv",
                        filled('\n', 8 * MIB),
                        ExitCode.REFUSED),
                planted(
                        "a table of the register with nothing but cells",
                        "register/belopp.csv",
                        filled(';', 8 * MIB),
                        ExitCode.REFUSED));
    }

    private static byte[] workbook(String sheet) {
        return new ForgedZip().with(zip -> zip.add(SHEET, sheet.getBytes(UTF_8))).bytes();
    }

    private static byte[] filled(char letter, int bytes) {
        byte[] filled = new byte[bytes];
        Arrays.fill(filled, (byte) letter);
        return filled;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void whatIsInAPackageTakesNoMoreThanItMay(String what, String file, byte[] bytes, int exitCode)
            throws Exception {
        rerun(packages.summed(files -> files.put(file, bytes))).exits(exitCode);
    }

    /** Input that is in no folder is in no package either. */
    @ParameterizedTest
    @MethodSource("inputs")
    void inputLargerThanIsReadIsRefused(String file, int bytes) throws Exception {
        byte[] zip =
                packages.summed(
                        files -> FuzzedPackage.changeInput(files, file, filled('x', bytes)));

        rerun(zip).exits(ExitCode.REFUSED);
    }

    static Stream<Arguments> inputs() {
        return Stream.of(
                arguments("installningar.yml", 2 * MIB), arguments("parter.csv", 33 * MIB));
    }

    private Program.Ended rerun(byte[] zip) throws Exception {
        Path file = Files.write(folder.resolve("2023-01.zip"), zip);
        return new Program(folder)
                .with(HEAP)
                .start(
                        "rerun",
                        "2023-01",
                        "--package",
                        file.toString(),
                        "--output",
                        folder.resolve("resultat").toString())
                .ended(LONGEST);
    }
}
