package se.gits.costshare.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwedishMonthsTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2023-01                         | januari 2023
                    2023-01 2023-02 2023-03         | januari–mars 2023
                    2023-01 2023-03 2023-04         | januari 2023, mars–april 2023
                    2022-12 2023-01                 | december 2022, januari 2023
                    2023-05 2023-06 2023-12 2024-12 | maj–juni 2023, december 2023, december 2024
                    """)
    void drawsMonthsInARowTogether(String months, String words) {
        TreeSet<YearMonth> set =
                Arrays.stream(months.split(" "))
                        .map(YearMonth::parse)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(SwedishMonths.of(set)).isEqualTo(words);
        assertThat(SwedishMonths.of(set.first()))
                .isSubstringOf("januari 2023, maj 2023, december 2022");
    }
}
