package se.gits.costshare.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.gits.costshare.fuzz.ForgedZip;

/**
 * Packages whose names lead elsewhere, whose headers lie, whose tables are of nobody's making: none
 * is taken for a defect of the program, and nothing is written but what a rerun writes.
 */
class HostilePackageTest {

    @TempDir static Path made;
    @TempDir Path folder;

    private static HostilePackages packages;
    private Session session;

    @BeforeAll
    static void issue() throws IOException {
        packages = new HostilePackages(made);
    }

    @BeforeEach
    void begin() throws IOException {
        session = new Session(folder);
    }

    private Session.Answer rerun(byte[] zip) throws IOException {
        Path file = Files.write(folder.resolve("2023-01.zip"), zip);
        return session.run("rerun", "2023-01", "--package", file.toString());
    }

    private Session.Answer rebuild(byte[] zip) throws IOException {
        Path in = Files.createDirectories(folder.resolve("paket"));
        Files.write(in.resolve("2023-01.zip"), zip);
        return session.run("rebuild", in.toString());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "../x",
                "2023-01/../../x",
                "2023-01/..",
                "./x",
                "/x",
                "//x/y",
                "2023-01//x",
                "..\\x",
                "2023-01\\x",
                "C:\\x",
                "C:x",
                "2023-01/x\u0000.csv",
                "2023-01/x\n.csv",
                "x/",
                ""
            })
    void aNameThatMayLeadElsewhereIsRefused(String name) throws IOException {
        byte[] zip =
                packages.forged(
                        forged -> HostilePackages.addSummed(forged, name, "x".getBytes(UTF_8)));

        assertThat(rerun(zip).exits(5).err()).contains("är inget paket, eller är skadad");
        assertThat(rebuild(zip).exits(5).err()).contains("är inget paket, eller är skadad");
        assertThat(namesIn(folder))
                .containsExactlyInAnyOrder("2023-01.zip", "paket", "resultat", "underlag");
    }

    /** Whoever reads a pipe waits for somebody to write to it. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatIsNoPlainFileIsNotRead() throws IOException, InterruptedException {
        Path pipe = Files.createDirectory(folder.resolve("paket")).resolve("2023-01.zip");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

        for (Path zip : List.of(pipe, folder, folder.resolve("saknas.zip"))) {
            assertThat(session.run("rerun", "2023-01", "--package", zip.toString()).exits(5).err())
                    .contains(zip + " är inget paket");
        }
        assertThat(session.run("rebuild", pipe.getParent().toString()).exits(5).err())
                .contains(pipe + " är inget paket");
    }

    private static SortedSet<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            SortedSet<String> names = new TreeSet<>();
            paths.forEach(path -> names.add(path.getFileName().toString()));
            names.add("resultat");
            return names;
        }
    }

    private static Arguments forged(String what, Consumer<ForgedZip> change) {
        return arguments(what, change);
    }

    static Stream<Arguments> forgeries() {
        String table = "2023-01/fakturor.csv";
        return Stream.of(
                forged("two files of one name", zip -> zip.add(table, "x".getBytes(UTF_8))),
                forged(
                        "a file in capitals as well, which no sum is of",
                        zip -> zip.add("2023-01/FAKTUROR.CSV", "x".getBytes(UTF_8))),
                forged(
                        "a link to a file outside, which no sum is of",
                        zip -> zip.add("2023-01/x.csv", "/etc/passwd".getBytes(UTF_8)).asLink()),
                forged(
                        "a name before the bytes that is not the directory's",
                        zip -> HostilePackages.entry(zip, table).calledInDirectory("../x")),
                forged(
                        "a checksum of other bytes",
                        zip -> HostilePackages.entry(zip, table).saysChecksum(1)),
                forged(
                        "packed as in no zip file",
                        zip -> HostilePackages.entry(zip, table).saysMethod(93)),
                forged("encrypted", zip -> HostilePackages.entry(zip, table).withFlags(1)),
                forged(
                        "fewer bytes packed than there are",
                        zip -> HostilePackages.entry(zip, table).saysPackedSize(10)),
                forged(
                        "four gigabytes packed",
                        zip -> HostilePackages.entry(zip, table).saysPackedSize(0xFFFFFFFFL)),
                forged("a directory that is elsewhere", zip -> zip.withDirectoryOffBy(-1)),
                forged("more files than the end says", zip -> zip.sayingFewer(3)),
                forged(
                        "a field of a size beyond four gigabytes",
                        zip ->
                                HostilePackages.entry(zip, table)
                                        .saysSize(0xFFFFFFFFL)
                                        .withExtra(
                                                new byte[] {
                                                    1, 0, 8, 0, -1, -1, -1, -1, -1, -1, -1, 127
                                                })));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void aHeaderThatLiesHarmsNothing(String what, Consumer<ForgedZip> change) throws IOException {
        byte[] zip = packages.forged(change);

        // Where every sum holds all the same, the lie was of no consequence.
        assertThat(rerun(zip).exitCode()).isIn(0, 5);
        assertThat(rebuild(zip).exitCode()).isIn(0, 5);
    }

    /** What it says of a file's size is not believed, so that it does not matter either. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 0x7FFFFFFFL, 0x80000000L, 0xFFFFFFFEL})
    void aSizeThatIsALieIsNotBelieved(long size) throws IOException {
        byte[] zip =
                packages.forged(
                        forged ->
                                HostilePackages.entry(forged, "2023-01/fakturor.csv")
                                        .saysSize(size));

        assertThat(rerun(zip).exitCode()).isIn(0, 5);
    }

    private static Arguments planted(String what, Consumer<SortedMap<String, byte[]>> change) {
        return arguments(what, change);
    }

    static Stream<Arguments> tables() {
        return Stream.of(
                planted("no tables", files -> files.keySet().removeIf(n -> n.startsWith("reg"))),
                planted("no files at all", SortedMap::clear),
                planted(
                        "a table of nothing",
                        files -> files.put("register/utfardanden.csv", new byte[0])),
                planted(
                        "an act without a number before the last",
                        files ->
                                change(
                                        files,
                                        "register/utfardanden.csv",
                                        "hash\n1;",
                                        "hash\n;x;x;x;;;;;;;;;\n1;")),
                planted(
                        "an act's number beyond all numbers",
                        files ->
                                change(
                                        files,
                                        "register/utfardanden.csv",
                                        "\n1;",
                                        "\n99999999999;")),
                planted(
                        "a month that is none",
                        files ->
                                change(
                                        files,
                                        "register/utfardanden.csv",
                                        ";2023-01;",
                                        ";2023-99;")),
                planted(
                        "an amount beyond all numbers",
                        files -> change(files, "register/belopp.csv", ";9166.74", ";1e999999999")),
                planted(
                        "an invoice's number that is none",
                        files -> change(files, "register/fakturor.csv", "202300001", "x")),
                planted(
                        "a quotation mark without end",
                        files -> change(files, "register/belopp.csv", ";9166.74", ";\"9166.74")),
                planted(
                        "input that was never issued on",
                        files -> {
                            files.remove("underlag/parter.csv");
                        }),
                planted(
                        "a manifest that is no JSON",
                        files -> files.put("2023-01/manifest.json", "{".getBytes(UTF_8))),
                planted(
                        "a manifest of files without names",
                        files ->
                                files.put(
                                        "2023-01/manifest.json",
                                        "{\"outputs\":[{}]}".getBytes(UTF_8))),
                planted(
                        "a manifest without end",
                        files ->
                                files.put(
                                        "2023-01/manifest.json",
                                        "[".repeat(100_000).getBytes(UTF_8))),
                planted(
                        "a manifest somewhere else",
                        files -> files.put("0/manifest.json", "{}".getBytes(UTF_8))));
    }

    private static void change(
            SortedMap<String, byte[]> files, String file, String from, String to) {
        String text = new String(files.get(file), UTF_8);
        assertThat(text).as(file).contains(from);
        files.put(file, text.replace(from, to).getBytes(UTF_8));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void aTableOfNobodysMakingIsNoDefect(String what, Consumer<SortedMap<String, byte[]>> change)
            throws IOException {
        byte[] zip = packages.summed(change);

        assertThat(rerun(zip).exitCode()).isIn(0, 4, 5);
        rebuild(zip).exits(5);
        assertThat(folder.resolve("resultat/register")).doesNotExist();
    }

    /** The one who makes a package makes its hashes too: they prove nothing of what is read. */
    @Test
    void inputWithFaultsThatTheTablesVouchForIsRefused() throws IOException {
        byte[] zip =
                packages.summed(
                        files ->
                                FuzzedPackage.changeInput(
                                        files,
                                        "parter.csv",
                                        "kod;namn;=cmd|' /C calc'!A0\n".getBytes(UTF_8)));

        assertThat(rerun(zip).exits(5).err()).contains("är inget paket, eller är skadad");
    }

    /** What stands in a file of the package cannot pass for what the program says. */
    @Test
    void whatDiffersIsToldOnOneLineWithoutWhatATerminalObeys() throws IOException {
        byte[] zip =
                packages.changed(
                        "2023-01/fakturor.csv",
                        text ->
                                text.replace(
                                        "Ale kommun",
                                        "\"x\n2023-01 gjordes på nytt: allt är detsamma.\r\u001B[2J"
                                                + "\u202E\u2028\""));

        String out = rerun(zip).exits(4).out();

        assertThat(out.lines()).noneMatch(line -> line.startsWith("2023-01 gjordes på nytt: allt"));
        assertThat(out).doesNotContain("\u001B", "\r", "\u202E", "\u2028", "\t");
    }

    @Test
    void ofACellWithoutEndSomeIsTold() throws IOException {
        byte[] zip =
                packages.changed(
                        "2023-01/fakturor.csv",
                        text -> text.replace("Ale kommun", "x".repeat(500_000)));

        assertThat(rerun(zip).exits(4).out()).hasSizeLessThan(10_000);
    }
}
