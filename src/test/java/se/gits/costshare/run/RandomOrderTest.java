package se.gits.costshare.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.money.Money;

/** What must hold of twelve months, in whatever order they are issued. */
class RandomOrderTest {

    private static List<YearMonth> year() {
        List<YearMonth> months = new ArrayList<>();
        for (int number = 1; number <= 12; number++) {
            months.add(YearMonth.of(2023, number));
        }
        return months;
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 150);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void twelveMonthsInAnyOrderAreTheBudget(long seed) {
        Inputs inputs = RandomInput.of(seed).inputs();
        List<YearMonth> order = year();
        Collections.shuffle(order, new Random(seed));
        Books books = new Books();
        order.forEach(month -> books.issue(month, inputs));

        Map<String, Money> ofRow = new HashMap<>();
        for (Issuance issuance : books.issuances()) {
            assertThat(issuance.amounts()).allMatch(a -> a.kind() == LineKind.ORDINARY);
            for (Amount amount : issuance.amounts()) {
                ofRow.merge(amount.row(), amount.money(), Money::plus);
            }
        }
        inputs.budgetLines()
                .forEach(
                        line ->
                                assertThat(ofRow.getOrDefault(line.row(), Money.ZERO))
                                        .as("row " + line.row())
                                        .isEqualTo(line.amount()));
        assertNumbersHaveNoGap(books);
    }

    private static void assertNumbersHaveNoGap(Books books) {
        Map<Boolean, List<Integer>> ordinals = new HashMap<>();
        for (Issuance issuance : books.issuances()) {
            for (Invoice invoice : issuance.invoices()) {
                ordinals.computeIfAbsent(invoice.isInternal(), i -> new ArrayList<>())
                        .add(invoice.number().orElseThrow().ordinal());
            }
        }
        ordinals.values()
                .forEach(
                        series -> {
                            for (int i = 0; i < series.size(); i++) {
                                assertThat(series.get(i)).isEqualTo(i + 1);
                            }
                        });
    }

    /** Whatever changed on the way, what is issued at the end is the last word of the input. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void changesDuringTheYearEndAtTheLastWord(long seed) {
        Random random = new Random(seed);
        SmallInput last = RandomInput.of(seed);
        Inputs lastWord = last.inputs();
        String otherKey = random.nextBoolean() ? ";TVÅ;" : ";TRE;";
        Inputs early =
                RandomInput.of(seed).put("nycklar.csv", withPercent(random.nextInt(101))).inputs();
        Inputs middle = withKey(RandomInput.of(seed), otherKey).inputs();
        List<YearMonth> order = year();
        Collections.shuffle(order, random);
        Books books = new Books();
        for (int i = 0; i < 12; i++) {
            Inputs now = i < 4 ? early : i < 8 ? middle : lastWord;
            books.issue(order.get(i), now);
        }

        Map<String, Money> expected = new HashMap<>();
        for (ResolvedLine line : lastWord.lines()) {
            for (YearMonth month : year()) {
                if (line.line().includes(month)) {
                    line.amountsOf(month)
                            .forEach(
                                    (party, money) ->
                                            expected.merge(
                                                    line.line().row() + " " + party,
                                                    money,
                                                    Money::plus));
                }
            }
        }
        expected.values().removeIf(Money::isZero);
        assertThat(books.totals()).isEqualTo(expected);
    }

    private static String withPercent(int percent) {
        return """
        nyckel;från;till;part;andel;fördelning;beslut
        TVÅ;2023-01;;VGR;%d;;Beslut
        TVÅ;2023-01;;VGK;%d;lika;Beslut
        TRE;2023-01;;VARD;100;;Beslut
        BYTER;2023-01;;VGK;100;volym:kort;Beslut
        """
                .formatted(percent, 100 - percent);
    }

    private static SmallInput withKey(SmallInput input, String key) {
        return input.changeAll("budget-2023.csv", ";(TVÅ|TRE|BYTER);", key);
    }
}
