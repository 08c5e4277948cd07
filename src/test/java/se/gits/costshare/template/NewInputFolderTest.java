package se.gits.costshare.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.gits.costshare.export.excel.FormColumn;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.input.InputProblem;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.Problems;
import se.gits.costshare.settings.Settings;
import se.gits.costshare.settings.SettingsFile;

class NewInputFolderTest {

    private static final String[] EVERY_FILE = {
        "LAS-MIG.txt",
        "budget-2023.xlsx",
        "csv/budget-2023.csv",
        "csv/folkmangd.csv",
        "csv/installningar.yml",
        "csv/nycklar.csv",
        "csv/objekt.csv",
        "csv/parter.csv",
        "csv/utfall-2023.csv",
        "csv/volymer.csv",
        "folkmangd.xlsx",
        "installningar.yml",
        "nycklar.xlsx",
        "objekt.xlsx",
        "parter.xlsx",
        "utfall-2023.xlsx",
        "volymer.xlsx"
    };

    @TempDir Path folder;

    private final TimeZone zone = TimeZone.getDefault();
    private final Locale locale = Locale.getDefault();

    @AfterEach
    void restore() {
        TimeZone.setDefault(zone);
        Locale.setDefault(locale);
    }

    private SortedSet<String> below(Path top) throws IOException {
        SortedSet<String> names = new TreeSet<>();
        try (Stream<Path> paths = Files.walk(top)) {
            paths.filter(Files::isRegularFile)
                    .forEach(path -> names.add(top.relativize(path).toString().replace('\\', '/')));
        }
        return names;
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"finns", "saknas", "saknas/också", "finns/../saknas", "med mellanslag å"})
    void writesEveryFileAndNothingBeside(String name) throws IOException {
        Files.createDirectory(folder.resolve("finns"));

        NewInputFolder.create(folder.resolve(name));

        assertThat(below(folder.resolve(name))).containsExactly(EVERY_FILE);
        assertThat(below(folder)).hasSize(EVERY_FILE.length);
        try (Stream<Path> paths = Files.walk(folder)) {
            assertThat(paths).noneMatch(path -> path.toString().contains("under-arbete"));
        }
    }

    @Test
    void aFolderThatIsThereStaysTheSameFolder() throws IOException {
        Path there = Files.createDirectory(folder.resolve("finns"));
        Object before = Files.readAttributes(there, "*").get("fileKey");

        NewInputFolder.create(there);

        assertThat(Files.readAttributes(there, "*").get("fileKey")).isEqualTo(before);
    }

    @Test
    void aLinkToAFolderIsFollowed() throws IOException {
        Path there = Files.createDirectory(folder.resolve("finns"));
        Path link = Files.createSymbolicLink(folder.resolve("länk"), there);

        NewInputFolder.create(link);

        assertThat(link).isSymbolicLink();
        assertThat(below(there)).containsExactly(EVERY_FILE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"parter.csv", ".dold", "anteckningar/x.txt"})
    void aFolderWithAnythingInItIsLeftAlone(String file) throws IOException {
        Path there = folder.resolve("finns");
        Files.createDirectories(there.resolve(file).getParent());
        Files.writeString(there.resolve(file), "mina siffror");

        assertThatExceptionOfType(DirectoryNotEmptyException.class)
                .isThrownBy(() -> NewInputFolder.create(there));
        assertThat(below(folder)).containsExactly("finns/" + file);
        assertThat(there.resolve(file)).hasContent("mina siffror");
    }

    @Test
    void itsOwnFolderIsNotWrittenOverEither() throws IOException {
        NewInputFolder.create(folder.resolve("underlag"));
        Path parties = folder.resolve("underlag/csv/parter.csv");
        Files.writeString(parties, "mina siffror");

        assertThatExceptionOfType(DirectoryNotEmptyException.class)
                .isThrownBy(() -> NewInputFolder.create(folder.resolve("underlag")));
        assertThat(parties).hasContent("mina siffror");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fil", "fil/under", "fil/under/djupt"})
    void aFileInTheWayIsNamedAndKept(String name) throws IOException {
        Path file = Files.writeString(folder.resolve("fil"), "en fil");

        assertThatExceptionOfType(NotDirectoryException.class)
                .isThrownBy(() -> NewInputFolder.create(folder.resolve(name)))
                .withMessage(file.toString());
        assertThat(below(folder)).containsExactly("fil");
        assertThat(file).hasContent("en fil");
    }

    /** Something that the work runs into; an administrator may write everywhere. */
    @Test
    void whatCannotBeWrittenIsNotThereAndNothingElseIsTouched() throws IOException {
        String aside = ".underlag.under-arbete-" + ProcessHandle.current().pid();
        Files.writeString(folder.resolve(aside), "i vägen");

        assertThatExceptionOfType(FileAlreadyExistsException.class)
                .isThrownBy(() -> NewInputFolder.create(folder.resolve("underlag")));
        assertThat(below(folder)).containsExactly(aside);
        assertThat(folder.resolve(aside)).hasContent("i vägen");
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "UTC, en-US",
        "Asia/Tokyo, ja-JP",
        "America/New_York, tr-TR",
        "Europe/Stockholm, sv-SE",
        "Asia/Riyadh, ar-SA-u-nu-arab"
    })
    void isTheSameBytesInEveryTimeZoneAndLocale(String otherZone, String otherLocale) {
        Map<String, byte[]> files = NewInputFolder.files();

        TimeZone.setDefault(TimeZone.getTimeZone(otherZone));
        Locale.setDefault(Locale.forLanguageTag(otherLocale));
        Map<String, byte[]> elsewhere = NewInputFolder.files();

        assertThat(elsewhere.keySet()).containsExactlyElementsOf(files.keySet());
        files.forEach((name, bytes) -> assertThat(elsewhere.get(name)).as(name).isEqualTo(bytes));
    }

    @Test
    void textIsAsExcelAndWindowsWantIt() {
        NewInputFolder.files()
                .forEach(
                        (name, bytes) -> {
                            if (name.endsWith(".xlsx")) {
                                return;
                            }
                            String text = new String(bytes, StandardCharsets.UTF_8);
                            assertThat(text.startsWith("\uFEFF"))
                                    .as(name)
                                    .isEqualTo(!name.endsWith(".yml"));
                            assertThat(text.replace("\r\n", ""))
                                    .as(name)
                                    .doesNotContain("\n", "\r");
                            assertThat(text).as(name).endsWith("\r\n");
                        });
    }

    @Test
    void theSettingsAreTheSamplesAndEachIsExplained() throws IOException {
        Problems problems = new Problems();
        byte[] template = NewInputFolder.files().get(InputFiles.SETTINGS);
        byte[] sample = Files.readAllBytes(Path.of("input-samples", InputFiles.SETTINGS));

        Settings ofTemplate =
                SettingsFile.read(new InputFile(InputFiles.SETTINGS, template), problems)
                        .orElseThrow();
        Settings ofSample =
                SettingsFile.read(new InputFile(InputFiles.SETTINGS, sample), problems)
                        .orElseThrow();

        assertThat(ofTemplate).isEqualTo(ofSample.withoutBookkeeping());
        assertThat(problems.warnings())
                .as("made-up accounts are not booked on until someone has chosen them")
                .extracting(InputProblem::kind)
                .containsExactly(ProblemKind.BOOKKEEPING_MISSING);
        assertThat(problems.faults()).isEmpty();
        List<String> lines = new String(template, StandardCharsets.UTF_8).lines().toList();
        Pattern setting = Pattern.compile("\\s*(- )?[a-zåäö_]+:.*");
        for (int at = 0; at < lines.size(); at++) {
            if (setting.matcher(lines.get(at)).matches()) {
                assertThat(lines.get(at - 1)).as("above " + lines.get(at)).contains("# ");
            }
        }
        assertThat(new String(sample, StandardCharsets.UTF_8).lines())
                .as("every setting of the sample is there")
                .map(line -> line.replaceAll("\\s*#.*", ""))
                .allMatch(line -> lines.contains(line) || lines.contains("# " + line));
    }

    @Test
    void theGuideTellsEveryColumnAndTheSteps() {
        String guide =
                new String(NewInputFolder.files().get("LAS-MIG.txt"), StandardCharsets.UTF_8);
        String asOneLine = guide.replaceAll("\\s+", " ");

        assertThat(guide.lines()).allMatch(line -> line.length() <= 95);
        assertThat(guide).contains("gits check --input MAPP", "gits preview 2023-01 --input MAPP");
        for (InputTable table : InputTable.values()) {
            assertThat(guide).contains("\r\n" + table.baseName() + "\r\n");
            for (FormColumn column : table.formColumns()) {
                assertThat(asOneLine).contains(" " + column.heading() + ": " + column.note());
            }
        }
    }
}
