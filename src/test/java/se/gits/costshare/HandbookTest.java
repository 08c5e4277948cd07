package se.gits.costshare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import se.gits.costshare.input.ProblemKind;

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
}
