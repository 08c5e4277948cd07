package se.gits.costshare.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.PartyCode;

/**
 * The real budget of Samordnad hälsa, vård och omsorg for 2023, split between the region (VGR) and
 * the 49 municipalities (VGK) by their inhabitants at 31 December 2022. What is expected was
 * computed outside the program, with fractions, in another language.
 *
 * @see "Förvaltningsplan 2023, 4.1 and 4.2"
 */
class Budget2023Test {

    private static final PartyCode VGR = new PartyCode("VGR");

    private static final SortedMap<String, String> INHABITANTS = inhabitants();

    /** Row, cost and VGR's percent of each of the budget's lines. */
    private static final List<BudgetLine> LINES =
            List.of(
                    new BudgetLine(1, "7600000", 70),
                    new BudgetLine(2, "3600000", 50),
                    new BudgetLine(3, "880000", 70),
                    new BudgetLine(4, "2000000", 70),
                    new BudgetLine(5, "220000", 70));

    private record BudgetLine(int row, String kronor, int percentOfVgr) {

        SampleLine sample() {
            String members =
                    INHABITANTS.entrySet().stream()
                            .map(
                                    municipality ->
                                            municipality.getKey() + "=" + municipality.getValue())
                            .collect(Collectors.joining(" "));
            String key =
                    "%d VGR + %d VGK/folkmängd(%s)"
                            .formatted(percentOfVgr, 100 - percentOfVgr, members);
            return SampleLine.of(new BigDecimal(kronor), 12, key);
        }
    }

    @Test
    void thereAre49MunicipalitiesWith1758656Inhabitants() {
        assertThat(INHABITANTS).hasSize(49);
        assertThat(INHABITANTS.values().stream().mapToInt(Integer::parseInt).sum())
                .isEqualTo(1_758_656);
    }

    @ParameterizedTest(name = "row {0} of {1} kr: VGR {2}, VGK {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # row | cost        | VGR        | VGK        | Härryda   | Dals-Ed  | Göteborg   | Borås
              1   | 7600000.00  | 5320000.00 | 2280000.00 | 51549.23  | 6028.47  | 773771.27  | 148371.60
              2   | 3600000.00  | 1800000.00 | 1800000.00 | 40696.76  | 4759.32  | 610872.05  | 117135.47
              3   | 880000.00   | 616000.00  | 264000.00  | 5968.86   | 698.03   | 89594.57   | 17179.87
              4   | 2000000.00  | 1400000.00 | 600000.00  | 13565.59  | 1586.44  | 203624.02  | 39045.16
              5   | 220000.00   | 154000.00  | 66000.00   | 1492.21   | 174.51   | 22398.64   | 4294.97
              1-5 | 14300000.00 | 9290000.00 | 5010000.00 | 113272.65 | 13246.77 | 1700260.55 | 326027.07
            """)
    void theYearIsTheSplitOfTheWhole(String rows, BigDecimal cost, ArgumentsAccessor table) {
        List<SortedMap<PartyCode, Money>> months =
                LINES.stream()
                        .filter(line -> rows.equals("1-5") || rows.equals("" + line.row()))
                        .map(line -> line.sample().allocation())
                        .flatMap(line -> IntStream.rangeClosed(1, 12).mapToObj(line::ofMonth))
                        .toList();

        SortedMap<PartyCode, Money> year = together(months);

        assertThat(Money.total(year.values())).isEqualTo(Money.ofKronor(cost));
        assertThat(printed(year)).isEqualTo(amounts(table, 2));
    }

    @ParameterizedTest(name = "month {0}: VGR {1}, VGK {2}, Göteborg {5}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # month | VGR       | VGK       | Härryda | Dals-Ed | Göteborg  | Borås
              1     | 774166.66 | 417500.00 | 9439.39 | 1103.89 | 141688.37 | 27168.92
              2     | 774166.68 | 417500.00 | 9439.38 | 1103.90 | 141688.40 | 27168.93
              3     | 774166.66 | 417500.00 | 9439.39 | 1103.91 | 141688.36 | 27168.92
              4     | 774166.66 | 417500.00 | 9439.39 | 1103.89 | 141688.39 | 27168.92
              5     | 774166.68 | 417500.00 | 9439.39 | 1103.90 | 141688.37 | 27168.93
              6     | 774166.66 | 417500.00 | 9439.38 | 1103.89 | 141688.38 | 27168.91
              7     | 774166.66 | 417500.00 | 9439.39 | 1103.91 | 141688.38 | 27168.92
              8     | 774166.68 | 417500.00 | 9439.38 | 1103.89 | 141688.39 | 27168.92
              9     | 774166.66 | 417500.00 | 9439.39 | 1103.90 | 141688.37 | 27168.93
              10    | 774166.66 | 417500.00 | 9439.40 | 1103.88 | 141688.37 | 27168.92
              11    | 774166.68 | 417500.00 | 9439.37 | 1103.91 | 141688.39 | 27168.91
              12    | 774166.66 | 417500.00 | 9439.40 | 1103.90 | 141688.38 | 27168.94
            """)
    void theMonthsOfAllLinesTogether(int month, ArgumentsAccessor table) {
        assertThat(
                        printed(
                                together(
                                        LINES.stream()
                                                .map(line -> line.sample().allocation())
                                                .map(line -> line.ofMonth(month))
                                                .toList())))
                .isEqualTo(amounts(table, 1));
    }

    @ParameterizedTest(name = "row {0}, month {1}: VGR {2}, VGK {3}, Göteborg {6}")
    @CsvFileSource(
            resources = "/budget-2023/expected-months.csv",
            delimiter = ';',
            numLinesToSkip = 1)
    void eachMonthOfEachLine(int row, int month, ArgumentsAccessor table) {
        assertThat(printed(LINES.get(row - 1).sample().allocation().ofMonth(month)))
                .isEqualTo(amounts(table, 2));
    }

    @Test
    void theSecondOpinionAgreesOnEveryParty() {
        for (BudgetLine line : LINES) {
            List<Map<String, Long>> expected =
                    SecondOpinion.months(line.sample().costOre(), line.sample().keyOfMonth());
            MonthlyAllocation allocation = line.sample().allocation();
            for (int month = 1; month <= 12; month++) {
                Map<String, Long> bill = new TreeMap<>();
                allocation
                        .ofMonth(month)
                        .forEach((party, part) -> bill.put(party + "", part.ore()));
                assertThat(bill).hasSize(50).isEqualTo(expected.get(month - 1));
            }
        }
    }

    private static SortedMap<PartyCode, Money> together(List<SortedMap<PartyCode, Money>> bills) {
        SortedMap<PartyCode, Money> sum = new TreeMap<>();
        bills.forEach(bill -> bill.forEach((party, part) -> sum.merge(party, part, Money::plus)));
        return sum;
    }

    /** The row of a table from a column on. */
    private static List<String> amounts(ArgumentsAccessor table, int from) {
        return IntStream.range(from, table.size()).mapToObj(table::getString).toList();
    }

    /** VGR, the municipalities together, and the four of the tables. */
    private static List<String> printed(SortedMap<PartyCode, Money> bill) {
        SortedMap<PartyCode, Money> shown = new TreeMap<>(bill);
        Money region = shown.remove(VGR);
        Money municipalities = Money.total(shown.values());
        shown.keySet()
                .retainAll(
                        List.of("1401", "1438", "1480", "1490").stream()
                                .map(PartyCode::new)
                                .toList());
        List<String> printed = new ArrayList<>();
        printed.add(region.toString());
        printed.add(municipalities.toString());
        shown.values().forEach(part -> printed.add(part.toString()));
        return printed;
    }

    private static SortedMap<String, String> inhabitants() {
        try (InputStream file =
                Budget2023Test.class.getResourceAsStream(
                        "/budget-2023/population-2022-12-31.csv")) {
            SortedMap<String, String> inhabitants = new TreeMap<>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("14"))
                    .map(line -> line.split(";"))
                    .forEach(columns -> inhabitants.put(columns[0], columns[2]));
            return inhabitants;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
