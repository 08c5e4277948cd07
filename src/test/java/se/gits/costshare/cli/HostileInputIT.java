package se.gits.costshare.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.gits.costshare.fuzz.ForgedZip;

/**
 * Files made to harm, or damaged beyond reading: the real process says a clear word, exit 3, within
 * ten seconds of work, a minute of the clock and half a gigabyte.
 */
class HostileInputIT {

    private static final int MIB = 1024 * 1024;

    /** The heap; what a JVM takes beside it is some hundred MiB, so that 512 hold all. */
    private static final String HEAP = "-Xmx384m";

    /** Not a measure of speed: what takes longer hangs. Of work, since a machine may be busy. */
    private static final Duration LONGEST_WORK = Duration.ofSeconds(10);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    @TempDir Path folder;

    @FunctionalInterface
    interface Maker {
        void make(Path file) throws IOException;
    }

    static Stream<Arguments> files() {
        return Stream.of(
                hostile(
                        "200 MB of CSV",
                        "parter.csv",
                        repeated("1480;Göteborgs stad;kommun;faktura\n", 200 * MIB),
                        "Filen är 201 MiB stor, men högst 32 MiB läses."),
                hostile(
                        "as much CSV as is read",
                        "parter.csv",
                        repeated("1480;Göteborgs stad;kommun;faktura\n", 31 * MIB),
                        "Tabellen har fler än 16384 kolumner eller 1000000 celler."),
                hostile(
                        "as many rows as are read, each with names that nothing has",
                        "budget-2023.csv",
                        rows(
                                "rad;objekt;benämning;belopp;nyckel;beslut",
                                150_000,
                                i ->
                                        i
                                                + ";"
                                                + "O".repeat(60)
                                                + i
                                                + ";x;1;"
                                                + "K".repeat(90)
                                                + i
                                                + ";b"),
                        "… och 149 980 till av samma slag."),
                hostile(
                        "a key of seventy thousand fractions without a common measure",
                        "nycklar.csv",
                        rows(
                                "nyckel;från;till;part;andel;fördelning;beslut",
                                70_000,
                                i -> "K;2023-01;;" + i + ";1/" + (100_000_007 + 2 * i) + ";;b"),
                        "100 % tillsammans från 2023-01",
                        "parter.csv",
                        rows("kod;namn;typ;fakturering", 70_000, i -> i + ";n;övrig;faktura")),
                hostile(
                        "a key that begins anew every month of all history",
                        "nycklar.csv",
                        rows(
                                "nyckel;från;till;part;andel;fördelning;beslut",
                                119_000,
                                i -> "K;" + month(i) + ";" + month(i) + ";VGR;100;;b"),
                        "Nyckeln finns inte i tabellen nycklar."),
                hostile(
                        "an object that begins anew every month of all history",
                        "objekt.csv",
                        rows(
                                "objekt;namn;typ;från;till;deltagare;momssats;beslut",
                                119_000,
                                i -> "O;O;projekt;" + month(i) + ";" + month(i) + ";alla;25;b"),
                        "Objektet finns inte i tabellen objekt."),
                hostile(
                        "two tables of figures, each as large as one may be",
                        "folkmangd-a.csv",
                        rows("kod;namn;datum;antal", 249_000, HostileInputIT::figure),
                        "så den här läses inte. Störst är folkmangd-a.csv",
                        "folkmangd-b.csv",
                        rows("kod;namn;datum;antal", 249_000, HostileInputIT::figure)),
                hostile(
                        "workbooks that are little but text",
                        "folkmangd-a.xlsx",
                        copies(4, workbook(longTexts(), text("<sst/>"))),
                        "så den här läses inte. Störst är folkmangd-a.xlsx"),
                hostile(
                        "workbooks each with more cells than one may have",
                        "folkmangd-a.xlsx",
                        copies(20, workbook(cells(1_001), text("<sst/>"))),
                        "så den här läses inte. Störst är folkmangd-a.xlsx"),
                hostile(
                        "tables each of which is refused at its end",
                        "folkmangd-a.csv",
                        copies(
                                40,
                                text(
                                        "kod;namn;datum;antal\n"
                                                + "1;2;3;4\n".repeat(240_000)
                                                + "\"")),
                        "så den här läses inte. Störst är folkmangd-a.csv"),
                hostile(
                        "a line of 50 MB",
                        "parter.csv",
                        repeated("x", 50 * MIB),
                        "Filen är 50 MiB stor"),
                hostile(
                        "a line of 31 MB",
                        "parter.csv",
                        text("kod;namn;typ;fakturering\n1480;" + "x".repeat(31 * MIB) + ";a;b\n"),
                        "Texten har 32505856 tecken, men högst 200 får plats."),
                hostile(
                        "a million columns",
                        "parter.csv",
                        repeated("kolumn;", 7_000_000),
                        "Tabellen har fler än 16384 kolumner"),
                hostile(
                        "nothing but delimiters",
                        "parter.csv",
                        repeated(";", 31 * MIB),
                        "Tabellen har fler än 16384 kolumner"),
                hostile(
                        "a quotation mark that never ends",
                        "parter.csv",
                        text("kod;namn;typ;fakturering\n1480;\"" + "x".repeat(31 * MIB)),
                        "Ett citattecken saknas"),
                hostile("NUL bytes", "parter.csv", text("kod;na\0mn\n"), "Filen är inte text"),
                hostile(
                        "31 MB of NUL bytes",
                        "parter.csv",
                        repeated("\0", 31 * MIB),
                        "Filen är inte text"),
                hostile(
                        "UTF-16 with its mark",
                        "parter.csv",
                        file -> Files.write(file, "kod;namn".getBytes(StandardCharsets.UTF_16)),
                        "Filen är i UTF-16"),
                hostile(
                        "UTF-16 without",
                        "parter.csv",
                        file -> Files.write(file, "kod".getBytes(StandardCharsets.UTF_16BE)),
                        "Filen är i UTF-16"),
                hostile(
                        "a zip bomb in the sheet",
                        "parter.xlsx",
                        workbook(HostileInputIT::gigabyteOfSpaces, text("<sst/>")),
                        "packad tätare än någon riktig arbetsbok"),
                hostile(
                        "a zip bomb in the texts",
                        "parter.xlsx",
                        workbook(text(ONE_TEXT), HostileInputIT::gigabyteOfSpaces),
                        "packad tätare än någon riktig arbetsbok"),
                hostile(
                        "a million rows",
                        "parter.xlsx",
                        workbook(HostileInputIT::millionRows, text("<sst/>")),
                        "Tabellen har fler än 16384 kolumner eller 1000000 celler."),
                hostile(
                        "more than half a million parts",
                        "parter.xlsx",
                        file -> {
                            ForgedZip zip = new ForgedZip();
                            zip.add("_rels/.rels", new byte[0]);
                            for (int i = 0; i < 630_000; i++) {
                                zip.addSharing(Integer.toString(i, 36), 0);
                            }
                            Files.write(file, zip.bytes());
                        },
                        "Arbetsboken kan inte läsas"),
                hostile(
                        "an external entity",
                        "parter.xlsx",
                        workbook(
                                text(
                                        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                                                + "<worksheet><sheetData><row><c t=\"str\"><v>&e;</v></c></row>"
                                                + "</sheetData></worksheet>"),
                                text("<sst/>")),
                        "Arbetsboken kan inte läsas"),
                hostile(
                        "a billion laughs",
                        "parter.xlsx",
                        workbook(text(ONE_TEXT), text(billionLaughs())),
                        "Arbetsboken kan inte läsas"),
                hostile(
                        "a workbook that refers to a file outside itself",
                        "parter.xlsx",
                        workbook("file:///etc/passwd", text("<worksheet/>"), text("<sst/>")),
                        "Arbetsboken kan inte läsas"),
                hostile(
                        "a comment without end",
                        "parter.xlsx",
                        workbook(
                                xml("<worksheet><!--", "kommentar ", 12 * MIB, "--></worksheet>"),
                                text("<sst/>")),
                        "Arbetsboken kan inte läsas"),
                hostile(
                        "an attribute without end",
                        "parter.xlsx",
                        workbook(
                                xml("<worksheet a=\"", "attribut ", 12 * MIB, "\"/>"),
                                text("<sst/>")),
                        "Arbetsboken kan inte läsas"),
                hostile(
                        "a text without end",
                        "parter.xlsx",
                        workbook(
                                text(ONE_TEXT),
                                xml("<sst><si><t>", "Åäö€ text ", 6 * MIB, "</t></si></sst>")),
                        "Arbetsboken kan inte läsas"),
                hostile(
                        "elements within elements without end",
                        "parter.xlsx",
                        workbook(xml("<worksheet>", "<a>", 12 * MIB, ""), text("<sst/>")),
                        "Arbetsboken kan inte läsas"),
                hostile(
                        "a hundred megabytes and more of population",
                        "folkmangd.csv",
                        repeated("1480;x;2022-12-31;1\n", 31 * MIB),
                        "tillsammans större än 96 MiB",
                        "folkmangd-2.csv",
                        file -> {
                            for (int i = 3; i < 8; i++) {
                                repeated("1480;x;2022-12-31;1\n", 31 * MIB)
                                        .make(file.resolveSibling("folkmangd-" + i + ".csv"));
                            }
                        }),
                hostile(
                        "nothing but line ends",
                        "parter.csv",
                        repeated("\r", 31 * MIB),
                        "parter.csv"),
                hostile(
                        "YAML with a tag",
                        "installningar.yml",
                        text("ocr: !!javax.script.ScriptEngineManager [x]\n"),
                        "Filen kan inte läsas som YAML"),
                hostile(
                        "YAML that refers to itself a billion times",
                        "installningar.yml",
                        text(yamlBomb()),
                        "Filen kan inte läsas som YAML"),
                hostile(
                        "YAML a hundred thousand deep",
                        "installningar.yml",
                        text("[".repeat(100_000)),
                        "Filen kan inte läsas som YAML"),
                hostile(
                        "31 MB of YAML",
                        "installningar.yml",
                        repeated("a: b\n", 31 * MIB),
                        "Filen är 32 MiB stor, men högst 1 MiB läses."),
                hostile(
                        "JSON a hundred thousand deep",
                        "folkmangd.json",
                        text("[".repeat(100_000)),
                        "folkmangd.json"),
                hostile(
                        "31 MB of JSON",
                        "folkmangd.json",
                        text("{\"class\":\"dataset\",\"value\":[" + "1,".repeat(15 * MIB) + "1]}"),
                        "folkmangd.json"),
                hostile(
                        "a directory",
                        "parter.csv",
                        Files::createDirectory,
                        "Det är ingen vanlig fil."),
                hostile(
                        "a link that goes round",
                        "parter.csv",
                        file -> Files.createSymbolicLink(file, file),
                        "Det är ingen vanlig fil."),
                hostile(
                        "a device that never ends",
                        "parter.csv",
                        file -> Files.createSymbolicLink(file, Path.of("/dev/zero")),
                        "Det är ingen vanlig fil."));
    }

    private static Arguments hostile(String what, String file, Maker maker, String word) {
        return arguments(what, file, maker, word);
    }

    /** Two files of the same input. */
    private static Arguments hostile(
            String what, String file, Maker maker, String word, String second, Maker secondMaker) {
        Maker both =
                path -> {
                    maker.make(path);
                    secondMaker.make(path.resolveSibling(second));
                };
        return arguments(what, file, both, word);
    }

    /** The same file so many times, under names of their own. */
    private static Maker copies(int number, Maker maker) {
        return file -> {
            maker.make(file);
            String name = file.getFileName().toString();
            for (int i = 2; i <= number; i++) {
                Files.copy(file, file.resolveSibling(name.replace(".", "-" + i + ".")));
            }
        };
    }

    /** A sheet of 128 MB and 570 cells. */
    private static Maker longTexts() {
        return sheet(
                570,
                random ->
                        "<c t=\"inlineStr\"><is><t>"
                                + times(
                                        2_300,
                                        () -> "x".repeat(90) + "%08x".formatted(random.nextInt()))
                                + "</t></is></c>");
    }

    /** A sheet of so many thousands of cells, which does not shrink like a bomb. */
    private static Maker cells(int rows) {
        return sheet(
                rows, random -> times(1_000, () -> "<c><v>" + random.nextInt(10) + "</v></c>"));
    }

    private static String times(int number, Supplier<String> piece) {
        return Stream.generate(piece).limit(number).collect(Collectors.joining());
    }

    private static Maker sheet(int rows, Function<Random, String> cellsOfRow) {
        return file -> {
            Random random = new Random(1);
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                out.write("<worksheet><sheetData>");
                for (int row = 0; row < rows; row++) {
                    out.write("<row>" + cellsOfRow.apply(random) + "</row>");
                }
                out.write("</sheetData></worksheet>");
            }
        };
    }

    private static Maker rows(String heading, int rows, IntFunction<String> row) {
        return file -> {
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                out.write(heading + "\n");
                for (int i = 0; i < rows; i++) {
                    out.write(row.apply(i) + "\n");
                }
            }
        };
    }

    private static String figure(int region) {
        return 1_000_000 + region + ";x;2022-12-31;1";
    }

    private static String month(int number) {
        return "%04d-%02d".formatted(1 + number / 12, 1 + number % 12);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void isRefusedWithAWord(String what, String name, Maker maker, String word) throws Exception {
        Path input = sampleWithout(name);
        maker.make(input.resolve(name));

        Program.Ended ended = check(input);

        ended.exits(ExitCode.INPUT_REFUSED);
        assertThat(ended.out().replace('\u00A0', ' '))
                .contains(name.replaceAll("\\..*", ""))
                .contains(word);
        assertThat(ended.out()).hasSizeLessThan(100_000);
        assertThat(ended.out() + ended.err()).doesNotContain("root:", "\tat ");
    }

    @Test
    void aPipeIsNotWaitedFor() throws Exception {
        Path input = sampleWithout("parter.csv");
        int made =
                new ProcessBuilder("mkfifo", input.resolve("parter.csv").toString())
                        .start()
                        .waitFor();
        assumeThat(made).as("this system makes pipes").isZero();

        assertThat(check(input).exits(ExitCode.INPUT_REFUSED).out())
                .contains("Det är ingen vanlig fil.");
    }

    @Test
    void aFolderThatGoesRoundIsNone() throws Exception {
        Path round = folder.resolve("rund");
        Files.createSymbolicLink(round, round);

        assertThat(check(round).exits(ExitCode.INPUT_REFUSED).out()).contains("Mappen finns inte.");
    }

    @Test
    void aFileWithoutPermissionIsAFailureOfTheSurroundings() throws Exception {
        Path input = sampleWithout("ingen");
        Path parties = input.resolve("parter.csv");
        Files.setPosixFilePermissions(parties, PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(parties)).as("the administrator of all reads all").isFalse();

        assertThat(check(input).exits(ExitCode.SURROUNDINGS).err()).contains("parter.csv");
    }

    private Program.Ended check(Path input) throws Exception {
        Program.Running running =
                new Program(folder).with(HEAP).start("check", "--input", input.toString());
        Instant latest = Instant.now().plus(LONGEST_WAIT);
        while (!running.process().waitFor(50, TimeUnit.MILLISECONDS)) {
            Duration work = running.process().info().totalCpuDuration().orElse(Duration.ZERO);
            boolean hangs = work.compareTo(LONGEST_WORK) > 0 || Instant.now().isAfter(latest);
            if (hangs) {
                running.process().destroyForcibly();
            }
            assertThat(hangs).as("has worked for %s and not ended", work).isFalse();
        }
        return running.ended();
    }

    /** The sample input, without the table that the file is to stand for. */
    private Path sampleWithout(String name) throws IOException {
        Path input = Files.createDirectory(folder.resolve("underlag"));
        String table = name.replaceAll("\\..*", "") + ".";
        try (Stream<Path> files = Files.list(Path.of("input-samples"))) {
            for (Path file : files.toList()) {
                if (!file.getFileName().toString().startsWith(table)) {
                    Files.copy(file, input.resolve(file.getFileName()));
                }
            }
        }
        return input;
    }

    private static Maker text(String text) {
        return file -> Files.writeString(file, text);
    }

    /** Letters at random in between, so that it does not shrink like a bomb. */
    private static Maker xml(String begin, String repeated, int times, String end) {
        return file -> {
            Random random = new Random(1);
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                out.write(begin);
                for (int i = 0; i < times; i++) {
                    out.write(repeated);
                    if (!repeated.startsWith("<") && i % 4 == 0) {
                        out.write(Integer.toString(random.nextInt(), 36).replace('-', 'x'));
                    }
                }
                out.write(end);
            }
        };
    }

    private static Maker repeated(String text, int bytes) {
        return file -> {
            byte[] once = text.getBytes(UTF_8);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                for (int written = 0; written < bytes; written += once.length) {
                    out.write(once);
                }
            }
        };
    }

    private static final String ONE_TEXT =
            "<worksheet><sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData></worksheet>";

    private static Maker workbook(Maker sheet, Maker texts) {
        return workbook("worksheets/sheet1.xml", sheet, texts);
    }

    private static Maker workbook(String target, Maker sheet, Maker texts) {
        return file -> {
            Path part = Files.createTempFile(file.getParent().getParent(), "del", "");
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
                entry(
                        zip,
                        "_rels/.rels",
                        "<Relationships><Relationship Id=\"a\" Type=\"/officeDocument\""
                                + " Target=\"xl/workbook.xml\"/></Relationships>");
                entry(
                        zip,
                        "xl/workbook.xml",
                        "<workbook><sheets><sheet name=\"B\" id=\"a\"/></sheets></workbook>");
                entry(
                        zip,
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships><Relationship Id=\"a\" Type=\"/worksheet\" Target=\""
                                + target
                                + "\"/><Relationship Id=\"b\" Type=\"/sharedStrings\""
                                + " Target=\"sharedStrings.xml\"/></Relationships>");
                sheet.make(part);
                zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
                Files.copy(part, zip);
                texts.make(part);
                zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
                Files.copy(part, zip);
            } finally {
                Files.delete(part);
            }
        };
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(UTF_8));
    }

    private static void gigabyteOfSpaces(Path part) throws IOException {
        try (OutputStream out = Files.newOutputStream(part)) {
            out.write("<a>".getBytes(UTF_8));
            byte[] spaces = " ".repeat(MIB).getBytes(UTF_8);
            for (int i = 0; i < 1024; i++) {
                out.write(spaces);
            }
        }
    }

    /** Numbers at random, so that they do not shrink like a bomb. */
    private static void millionRows(Path part) throws IOException {
        Random random = new Random(1);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
            out.write("<worksheet><sheetData>".getBytes(UTF_8));
            for (int row = 1; row <= 1_000_000; row++) {
                String cell = "<row><c><v>%d</v></c><c><v>%d</v></c></row>";
                out.write(cell.formatted(random.nextInt(), random.nextInt()).getBytes(UTF_8));
            }
            out.write("</sheetData></worksheet>".getBytes(UTF_8));
        }
    }

    private static String billionLaughs() {
        StringBuilder text = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 10; i++) {
            text.append("<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
        }
        return text + "]><sst><si><t>&l9;</t></si></sst>";
    }

    private static String yamlBomb() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            String alias = "*a" + (i - 1);
            text.append("a%d: &a%d [%s]\n".formatted(i, i, (alias + ", ").repeat(8) + alias));
        }
        return text.toString();
    }
}
