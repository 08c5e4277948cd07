package se.gits.costshare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.run.RunRefused;

/** The documents say what the program says. */
class HandbookTest {

    private static ResourceBundle problems(String language) {
        return ResourceBundle.getBundle(
                "se.gits.costshare.input.problems",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    @Test
    void theHandbookLeadsToThePageOfFaults() throws IOException {
        assertThat(Files.readString(Path.of("src/site/markdown/handbok.md"))).contains("(fel.md)");
    }

    @Test
    void everyKindOfProblemHasWordsInBothLanguages() {
        Set<String> expected =
                new TreeSet<>(Set.of("near", "before", "more", "place.column", "place.setting"));
        for (ProblemKind kind : ProblemKind.values()) {
            expected.add(kind.name());
            expected.add(kind + ".remedy");
        }
        for (String language : Set.of("sv", "en")) {
            assertThat(new TreeSet<>(problems(language).keySet())).isEqualTo(expected);
        }
    }

    private static final Path SAMPLE_YEAR = Path.of("input-samples/aret-2023");
    private static final Path GOLDEN_YEAR = Path.of("reports/exempel/aret-2023");
    private static final Pattern AMOUNT =
            Pattern.compile("\\d{1,3}(?: \\d{3})*,\\d{2}|\\d+,\\d{2}");

    /** The section that walks through the sample year; what is set aside in comments left out. */
    private static String sectionOnTheYear() throws IOException {
        String handbook = Files.readString(Path.of("src/site/markdown/handbok.md"));
        String from = handbook.substring(handbook.indexOf("<a id=\"aret\"></a>"));
        return from.substring(0, from.indexOf("<a id=", 1)).replaceAll("(?s)<!--.*?-->", "");
    }

    /** Every text of the sample year: what the script told, what came out, and its inputs. */
    private static String textsOfTheYear() throws IOException {
        StringBuilder texts = new StringBuilder();
        for (Path folder : List.of(GOLDEN_YEAR, SAMPLE_YEAR)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    texts.append(Files.readString(file)).append('\n');
                }
            }
        }
        return texts.toString().replace('\u00A0', ' ');
    }

    @Test
    void whatTheHandbookQuotesOfTheYearIsWhatWasSaid() throws IOException {
        String texts = textsOfTheYear();
        List<String> quoted = new ArrayList<>();
        Matcher block = Pattern.compile("(?s)```text\n(.*?)```").matcher(sectionOnTheYear());
        while (block.find()) {
            block.group(1).lines().map(line -> line.replaceFirst("^\\./", "")).forEach(quoted::add);
        }
        quoted.remove("…");
        quoted.remove("input-samples/aret-2023/aret.sh");

        assertThat(quoted).hasSizeGreaterThan(30);
        assertThat(quoted.stream().filter(line -> !texts.contains(line))).isEmpty();
    }

    @Test
    void everyAmountThatTheHandbookTellsOfTheYearIsThere() throws IOException {
        Set<String> told = amounts(sectionOnTheYear());

        assertThat(told).hasSizeGreaterThan(30);
        told.removeAll(amounts(textsOfTheYear()));
        assertThat(told).isEmpty();
    }

    private static Set<String> amounts(String text) {
        Set<String> amounts = new TreeSet<>();
        Matcher amount = AMOUNT.matcher(text);
        while (amount.find()) {
            amounts.add(amount.group().replace(" ", ""));
        }
        return amounts;
    }

    /** What is said when the state of things does not allow it, as the table of code 5 has it. */
    @ParameterizedTest
    @EnumSource(RunRefused.Cause.class)
    void theHandbookTellsWhatToDoAboutEveryRefusal(RunRefused.Cause cause) throws IOException {
        ResourceBundle messages =
                ResourceBundle.getBundle(
                        "se.gits.costshare.cli.messages",
                        Locale.forLanguageTag("sv"),
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
        String said = messages.getString(cause.name()).split("\n")[0];

        assertThat(Files.readString(Path.of("src/site/markdown/handbok.md"))).contains("| " + said);
    }
}
