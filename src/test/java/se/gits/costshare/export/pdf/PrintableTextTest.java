package se.gits.costshare.export.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PrintableTextTest {

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # text                   | printed                  | why
                    Göteborgs stad           | Göteborgs stad           | Swedish
                    Łódź, Ελλάς, Москва      | Łódź, Ελλάς, Москва      | Latin, Greek, Cyrillic
                    −1 234,50 → 2 § – …      | −1 234,50 → 2 § – …      | signs that invoices use
                    Go\\u0308teborg          | Göteborg                 | an accent of its own
                    g\\u0303                 | g\\u0303                 | an accent that no letter has
                    Göte\\u00ADborg          | Göteborg                 | soft hyphen
                    x\\u200By\\uFEFF         | xy                       | spaces without width
                    \\u200B                  | □                        | nothing else
                    a \\uFEFFb\\u200D.        | a □b.                    | in a word and outside of one
                    \\uD83D\\uDE00 glad      | □ glad                   | emoji
                    \\uD83D\\uDC68\\u200D\\uD83D\\uDC69 | □□            | emoji joined to one
                    你好                     | □□                       | Chinese
                    مرحبا                    | □□□□□                    | Arabic
                    שלום                     | □□□□                     | Hebrew
                    ett\\u202Eåvt            | ett□åvt                  | turns what follows
                    ett\\u0007två\\u0000     | ett□två□                 | control characters
                    \\uE000                  | □                        | of private meaning
                    \\uD83D                  | □                        | half a character
                    \\uFFFE\\uFFFF           | □□                       | no characters
                    """)
    void isCopiedOrReplaced(String text, String printed, String why) {
        assertThat(PrintableText.of(unescaped(text))).as(why).isEqualTo(unescaped(printed));
    }

    private static String unescaped(String text) {
        return Pattern.compile("\\\\u([0-9A-F]{4})")
                .matcher(text)
                .replaceAll(
                        escape -> Character.toString((char) Integer.parseInt(escape.group(1), 16)));
    }

    @Test
    void isLeftAloneTheSecondTime() {
        String once = PrintableText.of("Å\u0301 \u202E x");

        assertThat(PrintableText.of(once)).isEqualTo(once);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 50);
    }

    /** Whatever is typed, what is left are characters that XML allows and that both fonts have. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isAlwaysInTheFonts(long seed) {
        StringBuilder anything = new StringBuilder();
        new Random(seed)
                .ints(1_000, 0, Character.MAX_CODE_POINT + 1)
                .map(point -> point % 3 == 0 ? point : point % 0x3000)
                .forEach(anything::appendCodePoint);

        assertThat(PrintableText.of(anything.toString()).codePoints())
                .allMatch(
                        point ->
                                ProgramFonts.ofThisThread().have(point)
                                        || point == '\t'
                                        || point == '\n'
                                        || point == '\r');
    }
}
