package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be known of the sample year without running it. */
class SampleYearScriptTest {

    /** A stage, a reason, what happens, or a command, as the one shell and the other has it. */
    private static final Pattern STEP =
            Pattern.compile(
                    "(?:call :)?(?:stage |reason=\"|happens \"|set \"REASON=|echo |gits )(.*)");

    private static String script(String name) throws IOException {
        return Files.readString(SampleYear.INPUT.resolve(name));
    }

    /** Stages, reasons, words and commands, in the writing of neither shell. */
    private static List<String> steps(String script) {
        return script.lines()
                .dropWhile(line -> !line.contains("01-januari"))
                .takeWhile(line -> !line.startsWith("exit /b"))
                .map(STEP::matcher)
                .filter(Matcher::matches)
                .map(step -> step.group(1).replace(" || goto failed", ""))
                .map(step -> step.replace("$reason", "%REASON%").replaceAll("\"$", ""))
                .toList();
    }

    @Test
    void theScriptForWindowsDoesTheSame() throws IOException {
        List<String> steps = steps(script("aret.sh"));

        assertThat(steps).hasSizeGreaterThan(40).contains("settle 2023 --date 2024-01-31");
        assertThat(steps(script("aret.cmd"))).isEqualTo(steps);
    }

    /** Without it the command interpreter loses its place at a label. */
    @Test
    void theScriptForWindowsHasItsLineEnds() throws IOException {
        assertThat(script("aret.cmd").replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(script("aret.sh")).doesNotContain("\r");
    }

    /** All that is made up says so, in the text or in the decision. */
    @ParameterizedTest
    @ValueSource(strings = {"budget-2023.csv", "objekt.csv", "nycklar.csv"})
    void whatIsMadeUpSaysSo(String file) throws IOException {
        List<String> real = Files.readAllLines(Path.of("input-samples", file));
        List<String> made =
                Files.readAllLines(SampleYear.INPUT.resolve("05-bokslut").resolve(file));

        assertThat(made).containsAll(real.stream().filter(line -> !isTotal(line)).toList());
        assertThat(made.stream().filter(line -> !real.contains(line) && !isTotal(line)))
                .isNotEmpty()
                .allMatch(line -> line.contains("(exempel)"));
    }

    private static boolean isTotal(String line) {
        return line.startsWith("Totalt");
    }
}
