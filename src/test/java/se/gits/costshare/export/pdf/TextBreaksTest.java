package se.gits.costshare.export.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextBreaksTest {

    /** In the second column a stroke stands where a line may end; a point is a no-break space. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    # text                         ; parts
                    Drift och licens               ; Drift |och |licens
                    två  mellanslag                ; två  |mellanslag
                    1·234,50·kr per år             ; 1·234,50·kr |per |år
                    Processledare/Koordinatorer    ; Processledare/|Koordinatorer
                    Dals-Ed och 70/30              ; Dals-|Ed |och |70/30
                    2023-01-31                     ; 2023-01-31
                    −12,50 − 3                     ; −12,50 |− |3
                    2017–2019                      ; 2017–2019
                    kommun@ale.se                  ; kommun@|ale.se
                    - /                            ; - |/
                    a-                             ; a-
                    """)
    void aLineEndsBetweenWords(String text, String parts) {
        assertThat(parts(TextBreaks.betweenWords(), text.replace('·', '\u00A0')))
                .isEqualTo(parts.replace('·', '\u00A0'));
    }

    @Test
    void aWordIsCutAnywhereButBeforeAnAccent() {
        assertThat(parts(TextBreaks.withinWords(), "ag\u0303å")).isEqualTo("a|g\u0303|å");
    }

    @Test
    void nothingHasNoParts() {
        assertThat(parts(TextBreaks.betweenWords(), "")).isEmpty();
        assertThat(parts(TextBreaks.withinWords(), "")).isEmpty();
    }

    private static String parts(TextBreaks breaks, String text) {
        breaks.setText(text);
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int to = breaks.next(); to >= 0; to = breaks.next()) {
            parts.add(text.substring(from, to));
            from = to;
        }
        assertThat(from).isEqualTo(text.length());
        return String.join("|", parts);
    }
}
