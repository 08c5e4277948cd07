package se.gits.costshare.export.excel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How high a row has to be for its text: what its bytes hang on. */
class SheetWriterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                   | 10 | 1",
                "Drift                                | 10 | 1",
                "Drift och utveckling                 | 10 | 3",
                "en text                              | 10 | 1",
                "ord  med   mellanrum                 | 10 | 2",
                "'mellanrum sist            '         | 14 | 1",
                "Kommunalförbundssamverkansgruppen    | 11 | 4",
                "組織                                 |  6 | 1",
                "組織                                 |  5 | 2",
                // These fill a line to the hundredth, and go either way.
                "kommun Drift                         | 12 | 1",
                "portfölj i enligt                    | 16 | 1",
                "tjänstekatalog omsorg,               | 11 | 3",
                "Folkmängd-2021-12-31, Härryda kommun | 35 | 2",
                // These too, by what is carried along in the sum of a word.
                "för Härryda regional december        | 27 | 2",
                "Härryda utveckling Drift             | 23 | 2"
            })
    void wordsAreKeptWholeWhereTheyFit(String text, int width, int lines) {
        assertThat(SheetWriter.lines(text, width)).isEqualTo(lines);
    }

    @ParameterizedTest
    @CsvSource({"'en\rtvå', 2", "'en\r\ntvå', 2", "'en\n\ntre', 3", "'\n', 2"})
    void aBreakOfLinesIsOne(String text, int lines) {
        assertThat(SheetWriter.lines(text, 20)).isEqualTo(lines);
    }
}
