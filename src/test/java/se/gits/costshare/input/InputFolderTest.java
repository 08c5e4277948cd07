package se.gits.costshare.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFolderTest {

    @TempDir Path folder;

    private final Problems problems = new Problems();

    private List<String> read() throws IOException {
        return InputFolder.read(folder, problems).all().stream().map(InputFile::name).toList();
    }

    private List<String> told() {
        List<InputProblem> all = new java.util.ArrayList<>(problems.faults());
        all.addAll(problems.warnings());
        return all.stream().map(p -> p.kind() + " " + p.place().file()).toList();
    }

    @Test
    void onlyFilesThatAreInputAreRead() throws IOException {
        for (String name :
                List.of(
                        "parter.csv",
                        "budget-2023.csv",
                        "utfall-2023.csv",
                        "folkmangd-2024-kv2.csv",
                        "README.md",
                        "~$parter.xlsx",
                        ".dold.csv",
                        "budget2023.csv",
                        "anteckningar.xlsx")) {
            Files.writeString(folder.resolve(name), "x");
        }
        Files.createDirectories(folder.resolve("portfolj"));

        assertThat(read())
                .containsExactly(
                        "budget-2023.csv",
                        "folkmangd-2024-kv2.csv",
                        "parter.csv",
                        "utfall-2023.csv");
        assertThat(told())
                .containsExactly("UNKNOWN_FILE anteckningar.xlsx", "UNKNOWN_FILE budget2023.csv");
    }

    @Test
    void aTableInAFormThatIsNotReadIsAFault() throws IOException {
        for (String name :
                List.of("parter.xls", "Budget-2023.XLSX", "folkmangd.px", "volymer.numbers")) {
            Files.writeString(folder.resolve(name), "x");
        }
        Files.writeString(folder.resolve("budget 2023.csv"), "x");

        assertThat(read()).isEmpty();
        assertThat(told())
                .containsExactly(
                        "FILE_IN_ANOTHER_FORM Budget-2023.XLSX",
                        "FILE_IN_ANOTHER_FORM folkmangd.px",
                        "FILE_IN_ANOTHER_FORM parter.xls",
                        "FILE_IN_ANOTHER_FORM volymer.numbers",
                        "UNKNOWN_FILE budget 2023.csv");
    }

    @Test
    void aMonthIsKnownByItsOwnYearsFilesAlone() {
        InputFiles files =
                new InputFiles(
                        List.of(
                                new InputFile("budget-2023.csv", new byte[] {1}),
                                new InputFile("budget-2024.csv", new byte[] {2}),
                                new InputFile("utfall-2023.csv", new byte[] {3}),
                                new InputFile("utfall-2024.xlsx", new byte[] {5}),
                                new InputFile("parter.csv", new byte[] {4})));

        assertThat(files.ofBudgetYear(Year.of(2023)).hashes())
                .containsOnlyKeys("budget-2023.csv", "parter.csv");
        assertThat(files.ofSettlement(Year.of(2023)).hashes())
                .as("a settlement by that year's outcome as well")
                .containsOnlyKeys("budget-2023.csv", "parter.csv", "utfall-2023.csv");
        assertThat(files.budgetYears()).containsExactly(Year.of(2023), Year.of(2024));
        assertThat(files.outcomeYears()).containsExactly(Year.of(2023), Year.of(2024));
    }

    @Test
    void anEmptyFileIsAFault() throws IOException {
        Files.createFile(folder.resolve("parter.csv"));

        assertThat(read()).isEmpty();
        assertThat(told()).containsExactly("FILE_EMPTY parter.csv");
    }

    @Test
    void aFolderInAFilesPlaceIsAFault() throws IOException {
        Files.createDirectory(folder.resolve("parter.csv"));

        assertThat(read()).isEmpty();
        assertThat(told()).containsExactly("FILE_NOT_A_FILE parter.csv");
    }

    @Test
    void aPipeIsNotWaitedFor() throws Exception {
        int made =
                new ProcessBuilder("mkfifo", folder.resolve("parter.csv").toString())
                        .start()
                        .waitFor();
        assumeThat(made).as("this system makes pipes").isZero();

        assertThat(read()).isEmpty();
        assertThat(told()).containsExactly("FILE_NOT_A_FILE parter.csv");
    }

    @Test
    void aLinkThatGoesRoundIsAFault() throws IOException {
        Files.createSymbolicLink(folder.resolve("parter.csv"), folder.resolve("parter.csv"));

        assertThat(read()).isEmpty();
        assertThat(told()).containsExactly("FILE_NOT_A_FILE parter.csv");
    }

    @Test
    void aFileBeyondAllSenseIsRefusedUnread() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("parter.csv").toFile(), "rw")) {
            file.setLength(InputFolder.MOST_BYTES + 1);
        }

        assertThat(read()).isEmpty();
        assertThat(told()).containsExactly("FILE_TOO_LARGE parter.csv");
    }

    @Test
    void ofFilesThatAreTooLargeTogetherTheRestAreRead() throws IOException {
        for (String name : List.of("folkmangd-1", "folkmangd-2", "folkmangd-3", "folkmangd-4")) {
            try (RandomAccessFile file =
                    new RandomAccessFile(folder.resolve(name + ".csv").toFile(), "rw")) {
                file.setLength(InputFolder.MOST_BYTES - 1);
            }
        }
        Files.writeString(folder.resolve("parter.csv"), "x");

        assertThat(read())
                .containsExactly(
                        "folkmangd-1.csv", "folkmangd-2.csv", "folkmangd-3.csv", "parter.csv");
        assertThat(told()).containsExactly("FILES_TOO_LARGE folkmangd-4.csv");
    }

    @Test
    void aMissingFolderIsAFault() throws IOException {
        assertThat(InputFolder.read(folder.resolve("ingen"), problems).all()).isEmpty();
        assertThat(problems.faults().get(0).kind()).isEqualTo(ProblemKind.FOLDER_MISSING);
    }

    @Test
    void textIsUtf8WithOrWithoutBomOrWindows1252() {
        for (byte[] bytes :
                List.of(
                        "år".getBytes(StandardCharsets.UTF_8),
                        "\uFEFFår".getBytes(StandardCharsets.UTF_8),
                        new byte[] {(byte) 0xE5, 'r'})) {
            assertThat(TextFile.decode(new InputFile("x.csv", bytes), problems)).contains("år");
        }
        assertThat(TextFile.decode(new InputFile("x.csv", new byte[] {(byte) 0x81}), problems))
                .isEmpty();
        byte[] utf16 = "kod;namn".getBytes(StandardCharsets.UTF_16);
        assertThat(TextFile.decode(new InputFile("x.csv", utf16), problems)).isEmpty();
    }
}
