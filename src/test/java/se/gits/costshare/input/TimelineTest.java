package se.gits.costshare.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TimelineTest {

    private final Timeline<String> timeline = new Timeline<>();

    private static Period period(String from, String to) {
        return new Period(YearMonth.parse(from), Optional.ofNullable(to).map(YearMonth::parse));
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({
        "2022-01, 2022-12, ",
        "2022-01, 2023-01, våren",
        "2022-01, , våren",
        "2023-02, 2023-03, våren",
        "2023-06, 2023-06, våren",
        "2023-07, 2023-08, ",
        "2023-07, 2023-09, hösten",
        "2023-07, , hösten",
        "2030-01, 2030-01, hösten"
    })
    void whatAppliesAlreadyStandsInTheWay(String from, String to, String inTheWay) {
        timeline.add(period("2023-01", "2023-06"), "våren");
        timeline.add(period("2023-09", null), "hösten");

        assertThat(timeline.add(period(from, to), "ny")).isEqualTo(Optional.ofNullable(inTheWay));
        assertThat(timeline.all()).hasSize(inTheWay == null ? 3 : 2);
    }

    @Test
    void aMonthBetweenHasNothing() {
        timeline.add(period("2023-01", "2023-06"), "våren");
        timeline.add(period("2023-09", null), "hösten");

        assertThat(timeline.in(YearMonth.of(2022, 12))).isEmpty();
        assertThat(timeline.in(YearMonth.of(2023, 1))).contains("våren");
        assertThat(timeline.in(YearMonth.of(2023, 6))).contains("våren");
        assertThat(timeline.in(YearMonth.of(2023, 7))).isEmpty();
        assertThat(timeline.in(YearMonth.of(2099, 1))).contains("hösten");
    }

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isTheSameAsLookingThroughAll(long seed) {
        Random random = new Random(seed);
        List<Period> taken = new ArrayList<>();
        Timeline<Period> periods = new Timeline<>();
        for (int i = 0; i < 60; i++) {
            YearMonth from = YearMonth.of(2020, 1).plusMonths(random.nextInt(200));
            Period period = new Period(from, Optional.of(from.plusMonths(random.nextInt(6))));
            boolean overlaps = taken.stream().anyMatch(period::overlaps);

            assertThat(periods.add(period, period).isPresent()).isEqualTo(overlaps);
            if (!overlaps) {
                taken.add(period);
            }
        }
        for (int i = -2; i < 210; i++) {
            YearMonth month = YearMonth.of(2020, 1).plusMonths(i);
            assertThat(periods.in(month))
                    .isEqualTo(taken.stream().filter(p -> p.includes(month)).findFirst());
        }
    }
}
