package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.gits.costshare.run.SmallInput;

/** Names that lead elsewhere, or that a shell, a terminal or a zip file would take for more. */
class OddNamesTest {

    @TempDir Path folder;

    /** Where the session is: its parents are the test's own as well. */
    private Session session() throws IOException {
        return new Session(Files.createDirectories(folder.resolve("a/b/c/d/e"))).with(input());
    }

    private static SmallInput input() {
        return new SmallInput().withBookkeeping();
    }

    private SortedSet<String> outside() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return new TreeSet<>(
                    paths.map(folder::relativize)
                            .map(Path::toString)
                            .filter(name -> !name.startsWith("a/b/c/d/e/"))
                            .toList());
        }
    }

    static Stream<String> months() {
        return Stream.of(
                "../../x",
                "2023-01/../../x",
                "2023-01/",
                "/2023-01",
                "2023-01\0",
                "2023-01\n",
                "2023-01-kredit-1/../x",
                "2023-01-kredit-../x",
                "2023-1",
                "+2023-01",
                "\uFF12\uFF10\uFF12\uFF13-01",
                "C:2023-01",
                "CON",
                "");
    }

    @ParameterizedTest
    @MethodSource("months")
    void whatIsNoMonthIsWrongUsage(String month) throws IOException {
        Session session = session();
        SortedSet<String> before = outside();

        for (String command :
                List.of("preview", "invoice", "rerun", "package", "verify", "attest", "credit")) {
            List<String> words =
                    switch (command) {
                        case "attest" -> List.of(command, month, "--by", "Eva");
                        case "credit" ->
                                List.of(command, month, "--party", "1480", "--reason", "x");
                        default -> List.of(command, month);
                    };
            Session.Answer answer = session.run(words.toArray(String[]::new));
            answer.exits(ExitCode.USAGE);
            assertThat(answer.err()).doesNotContain("\0", "\tat ");
        }
        assertThat(session.output()).doesNotExist();
        assertThat(outside()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "a/b", "con", "1480\0", "1480\n", "\uFF21", "A.B", "", "A\\B"})
    void whatIsNoPartyIsWrongUsage(String party) throws IOException {
        Session session = session();
        SortedSet<String> before = outside();

        session.run("invoice", "2023-01", "--party", party).exits(ExitCode.USAGE);
        session.run("credit", "2023-01", "--party", party, "--reason", "x").exits(ExitCode.USAGE);
        session.run("explain", "2023-01", party).exits(ExitCode.USAGE);

        assertThat(outside()).isEqualTo(before);
    }

    /** In a table the code is no path either. */
    @ParameterizedTest
    @ValueSource(strings = {"../x", "A/B", "A\\B", "C:", ".", "..", "A.CSV", "1480 ", "vgr"})
    void aCodeWithMoreInItIsAFault(String code) throws IOException {
        Session session = session();
        String table = input().text("parter.csv").replace("VASTKOM;", '"' + code + "\";");
        Files.writeString(session.input().resolve("parter.csv"), table);

        session.run("preview", "2023-01").exits(ExitCode.INPUT_REFUSED);

        assertThat(session.output()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--output", "--input"})
    void aPathThatIsNoneIsWrongUsage(String option) {
        Session.Answer answer = Session.runAlone("check", option, "a\0b");

        answer.exits(ExitCode.USAGE);
        assertThat(answer.err()).doesNotContain("\0", "Exception");
    }

    /** One within the other, so that a month is issued once and not as often as there are names. */
    @Test
    void anOutputFolderMayBeCalledAnything() throws IOException {
        Session session = session();
        Path base = folder.resolve("a/b/c/d/e/ut");
        Path output = base;
        for (String name :
                List.of(
                        "med mellanslag",
                        "åäö",
                        "$(touch x)",
                        "`touch x`",
                        "it's",
                        "\"x\"",
                        "100%n%s",
                        "a#b?c=d&e",
                        "-rf",
                        "~",
                        "*",
                        "a\nb",
                        "\u202Ex",
                        "{0}",
                        "jdbc:h2:x",
                        "2023-01")) {
            output = named(output, name);
        }
        SortedSet<String> before = outside();

        for (String[] command :
                new String[][] {
                    {"invoice", "2023-01"}, {"package", "2023-01"}, {"rerun", "2023-01"}, {"verify"}
                }) {
            Session.Answer answer = Session.runAlone(with(command, session.input(), output));
            answer.exits(ExitCode.OK);
            assertThat(answer.out() + answer.err()).doesNotContain("\u202E");
        }
        assertThat(outside()).isEqualTo(before);
        assertThat(output.resolve("2023-01/manifest.json")).exists();
        for (Path at = output; !at.equals(base); at = at.getParent()) {
            try (Stream<Path> beside = Files.list(at.getParent())) {
                assertThat(beside).containsExactly(at);
            }
        }
    }

    private static String[] with(String[] command, Path input, Path output) {
        return Stream.concat(
                        Stream.of(command),
                        Stream.of("--input", input.toString(), "--output=" + output))
                .toArray(String[]::new);
    }

    /** They go into the manifest, the register, the package and the sums, and come out again. */
    @Test
    void inputFilesOfOddNamesAreKeptUnderThem() throws IOException {
        Session session = session();
        String table = Files.readString(session.input().resolve("folkmangd.csv"));
        int year = 1990;
        for (String name :
                List.of(
                        "folkmangd $(touch x).csv",
                        "folkmangd;x.csv",
                        "folkmangd 'x'.csv",
                        "folkmangd\"x\".csv",
                        "folkmangd..csv",
                        "folkmangd=1+1.csv",
                        "folkmangd<script>.csv",
                        "folkmangd\u202Egnp.csv",
                        "folkmangdå.csv",
                        "folkmangd-A.csv",
                        "folkmangd-a.csv")) {
            // Figures of other years, or they would be there twice.
            String other = table.replace("2021", "" + year++).replace("2022", "" + year++);
            Files.writeString(named(session.input(), name), other);
        }

        session.run("invoice", "2023-01").exits(ExitCode.OK);
        session.run("package", "2023-01").exits(ExitCode.OK);
        String zip = session.output().resolve("2023-01.zip").toString();
        session.run("rerun", "2023-01", "--package", zip).exits(ExitCode.OK);
        session.delete("register");
        session.run("rebuild", session.output().toString()).exits(ExitCode.OK);
        assertThat(session.run("verify").exits(ExitCode.OK).out()).isEmpty();
    }

    /** A list of sums has a line for each file. */
    @ParameterizedTest
    @ValueSource(strings = {"folkmangd\n.csv", "folkmangd\r.csv", "folkmangd\u001B[2J.csv"})
    void aFileWhoseNameIsMoreThanALineIsNoInput(String name) throws IOException {
        Session session = session();
        Path table = session.input().resolve("folkmangd.csv");
        Files.move(table, named(session.input(), name));

        Session.Answer answer = session.run("check").exits(ExitCode.INPUT_REFUSED);

        assertThat(answer.out() + answer.err()).doesNotContain("\r", "\u001B");
    }

    private static Path named(Path folder, String name) {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException e) {
            assumeThat(false).as("this system has no files called so").isTrue();
            throw e;
        }
    }
}
