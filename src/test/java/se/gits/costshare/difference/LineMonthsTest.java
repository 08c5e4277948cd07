package se.gits.costshare.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineMonthsTest {

    /** Row 1 in January and March, row 2 in March. */
    private static LineMonths some() {
        LineMonths lines = LineMonths.empty();
        lines.add("1", YearMonth.of(2023, 1));
        lines.add("1", YearMonth.of(2023, 3));
        lines.add("2", YearMonth.of(2023, 3));
        return lines;
    }

    private static List<YearMonth> months(String months) {
        return Arrays.stream(months.split(" ")).map(YearMonth::parse).toList();
    }

    @ParameterizedTest(name = "row {0} in {1}: {2}")
    @CsvSource({
        "1, 2023-01, true",
        "1, 2023-02, false",
        "1, 2023-03, true",
        "2, 2023-01, false",
        "2, 2023-03, true",
        "3, 2023-03, false"
    })
    void includesARowInItsOwnMonthsAlone(String row, YearMonth month, boolean included) {
        assertThat(some().include(row, month)).isEqualTo(included);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"2023-01, true", "2023-02, false", "2023-03, true"})
    void includesAMonthOfAnyRow(YearMonth month, boolean included) {
        assertThat(some().include(month)).isEqualTo(included);
    }

    @Test
    void aRowWithoutItsMonthsIsNotThere() {
        assertThat(some().in(months("2023-01")).rows()).containsExactly("1");
        assertThat(some().in(months("2023-02")).rows()).isEmpty();
    }

    @Test
    void twoTogetherLeaveEachAsItWas() {
        LineMonths these = some();
        LineMonths those = LineMonths.empty();
        those.add("1", YearMonth.of(2023, 2));
        those.add("3", YearMonth.of(2023, 2));

        LineMonths both = these.and(those);

        assertThat(both.rows()).containsExactly("1", "2", "3");
        assertThat(both.include("1", YearMonth.of(2023, 2))).isTrue();
        assertThat(both.include("1", YearMonth.of(2023, 3))).isTrue();
        assertThat(these.include(YearMonth.of(2023, 2))).isFalse();
        assertThat(those.include(YearMonth.of(2023, 3))).isFalse();
        assertThat(LineMonths.NONE.and(those).rows()).containsExactly("1", "3");
    }
}
