package se.gits.costshare.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.money.Money;

/** What must hold of every year, whatever happens in it and in whatever order. */
class RandomYearTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSettledYearIsTheLastWordOfTheInput(long seed) {
        RandomYear year = new RandomYear(seed, 1);
        Map<String, Money> expected = new Outcomes(year.lastWord()).byRowAndParty();

        year.happen(issuance -> {});

        assertThat(year.books().totals()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderInWhichChangesCameDoesNotChangeWhereTheYearEnds(long seed) {
        RandomYear one = new RandomYear(seed, 2);
        RandomYear other = new RandomYear(seed, 3);

        one.happen(issuance -> {});
        other.happen(issuance -> {});

        assertThat(one.books().totals()).isEqualTo(other.books().totals());
    }

    /** Right after a month, what stands for the issued months is what today's input says. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void afterEachMonthWhatStandsIsTodaysInputButForCredits(long seed) {
        RandomYear year = new RandomYear(seed, 4);

        year.happen(
                issuance -> {
                    Issued now = year.books().issued();
                    assertThat(standing(now)).isEqualTo(todays(issuance.inputs(), now));
                });
    }

    private static Map<String, Money> standing(Issued issued) {
        SortedSet<PartyMonth> credited = issued.credited();
        Map<String, Money> standing = new HashMap<>();
        issued.amounts()
                .map(IssuedAct.IssuedAmount::amount)
                .filter(a -> !credited.contains(new PartyMonth(a.party(), a.concerns())))
                .forEach(a -> standing.merge(a.row() + " " + a.party(), a.money(), Money::plus));
        standing.values().removeIf(Money::isZero);
        return standing;
    }

    private static Map<String, Money> todays(Inputs inputs, Issued issued) {
        SortedSet<PartyMonth> credited = issued.credited();
        Map<String, Money> todays = new HashMap<>();
        for (YearMonth month : issued.months()) {
            for (ResolvedLine line : inputs.linesIn(month)) {
                line.amountsOf(month)
                        .forEach(
                                (party, money) -> {
                                    if (!credited.contains(new PartyMonth(party, month))) {
                                        todays.merge(
                                                line.line().row() + " " + party,
                                                money,
                                                Money::plus);
                                    }
                                });
            }
        }
        todays.values().removeIf(Money::isZero);
        return todays;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyCreditLineNamesItsInvoicesAndEveryAdjustmentItsCause(long seed) {
        RandomYear year = new RandomYear(seed, 5);

        year.happen(issuance -> {});

        for (Issuance issuance : year.books().issuances()) {
            for (Invoice invoice : issuance.invoices()) {
                for (InvoiceLine line : invoice.lines()) {
                    if (line.kind() == LineKind.CREDIT) {
                        assertThat(line.concernsInvoices()).isNotEmpty();
                        assertThat(line.cause()).isEqualTo("skäl");
                    } else if (line.kind() == LineKind.ADJUSTMENT) {
                        assertThat(line.cause()).as("seed " + seed).startsWith("skäl. ");
                    } else if (line.kind() == LineKind.SETTLEMENT) {
                        assertThat(line.cause()).startsWith("Utfall ");
                    }
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theNumbersOfASeriesHaveNoGapWhateverWasIssued(long seed) {
        RandomYear year = new RandomYear(seed, 6);

        year.happen(issuance -> {});

        Map<Boolean, List<Integer>> ordinals = new HashMap<>();
        for (Issuance issuance : year.books().issuances()) {
            for (Invoice invoice : issuance.invoices()) {
                ordinals.computeIfAbsent(invoice.isInternal(), i -> new ArrayList<>())
                        .add(invoice.number().orElseThrow().ordinal());
            }
        }
        ordinals.values()
                .forEach(
                        series ->
                                assertThat(series)
                                        .containsExactlyElementsOf(
                                                IntStream.rangeClosed(1, series.size())
                                                        .boxed()
                                                        .toList()));
    }
}
