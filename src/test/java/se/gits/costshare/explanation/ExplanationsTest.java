package se.gits.costshare.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.gits.costshare.Endurance;
import se.gits.costshare.allocation.Apportionment;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.money.Money;
import se.gits.costshare.run.Books;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.RandomYear;
import se.gits.costshare.run.SmallInput;

class ExplanationsTest {

    private static final YearMonth JANUARY = YearMonth.of(2023, 1);

    private final Books books = new Books();

    /** Every line of every act of a random year is explained, to the öre. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void explainsEveryLineOfAYear(long seed) {
        new RandomYear(seed, 1, books.office()).happen();

        Map<LineKind, Integer> explained = new EnumMap<>(LineKind.class);
        for (Issuance issuance : books.issuances()) {
            Explanations explanations = Explanations.of(issuance);
            for (Invoice invoice : issuance.invoices()) {
                for (InvoiceLine line : invoice.lines()) {
                    Explanation explanation = explanations.of(invoice, line);
                    assertThat(explanation.dueAmount().minus(explanation.beforeAmount()))
                            .isEqualTo(line.amount());
                    explanation.due().forEach(stretch -> isByTheDefinition(stretch));
                    explained.merge(line.kind(), 1, Integer::sum);
                }
            }
        }
        assertThat(explained).containsKeys(LineKind.ORDINARY, LineKind.SETTLEMENT);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Endurance.count(1_000, 60));
    }

    /** CONTRACT 3 in its own order, from what the explanation shows and nothing else. */
    private static void isByTheDefinition(Stretch stretch) {
        Money through = Money.ZERO;
        Money before = Money.ZERO;
        for (Way way : stretch.ways()) {
            assertThat(way.through().rows().cost()).isEqualTo(stretch.costThrough());
            assertThat(way.through().members().cost()).isEqualTo(way.through().ofRow().part());
            isOneOf(way.through().rows(), way.through().ofRow());
            isOneOf(way.through().members(), way.through().ofParty());
            through = through.plus(way.through().ofParty().part());
            before = before.plus(way.before());
            assertThat(way.throughBefore().isEmpty()).isEqualTo(stretch.isAtSegmentStart());
            way.throughBefore()
                    .ifPresent(
                            route ->
                                    assertThat(route.rows().cost())
                                            .isEqualTo(stretch.costBefore()));
        }
        assertThat(stretch.amount()).isEqualTo(through.minus(before));
        assertThat(stretch.segmentFrom()).isBeforeOrEqualTo(stretch.from());
    }

    private static <R extends Comparable<R>> void isOneOf(
            Apportionment<R> split, Apportionment.Quota<R> quota) {
        assertThat(split.find(quota.recipient())).contains(quota);
        assertThat(Money.total(split.quotas().stream().map(Apportionment.Quota::part)))
                .isEqualTo(split.cost());
    }

    /**
     * 1480 has 596 841 of 671 434 inhabitants. Of row 1 a month costs 7 600 000 ÷ 12, of which VGK
     * bears 30 %, and from the decision on 40 %.
     */
    @Test
    void tellsWhatIsDueAndWhatWasIssuedBefore() {
        SmallInput decided =
                new SmallInput()
                        .change("nycklar.csv", "70/30;2023-01;;VGR;70;", "70/30;2023-01;;VGR;60;")
                        .change("nycklar.csv", "70/30;2023-01;;VGK;30;", "70/30;2023-01;;VGK;40;")
                        .change("budget-2023.csv", "2 280 000;5 320 000", ";");

        Issuance january = books.issue(JANUARY, new SmallInput().inputs());
        Issuance february = books.issue(JANUARY.plusMonths(1), new SmallInput().inputs());
        Issuance credit = books.credit(JANUARY, "1480", new SmallInput().inputs());
        Issuance march = books.issue(JANUARY.plusMonths(2), decided.inputs());
        Issuance again = books.reissue(JANUARY, "1480", decided.inputs());

        assertThat(print(january, "1480"))
                .containsExactly("1 ordinarie: 2023-01–2023-01 168891.94-0.00 less  = 168891.94");
        assertThat(print(february, "1480"))
                .containsExactly(
                        "1 ordinarie: 2023-02–2023-02 337783.88-168891.94 less  = 168891.94");
        assertThat(print(credit, "1480"))
                .containsExactly("1 kredit:  less 2023-01 168891.94 = -168891.94");
        assertThat(print(march, "1480"))
                .as("January is credited and waits")
                .containsExactly(
                        "1 ordinarie: 2023-03–2023-03 675567.76-450378.50 less  = 225189.26",
                        "2 ordinarie: 2023-03–2023-03 220.99-0.00 less  = 220.99",
                        "1 justering: 2023-02–2023-02 450378.50-225189.25 less 2023-02 168891.94"
                                + " = 56297.31");
        assertThat(print(again, "1480"))
                .containsExactly(
                        "1 ordinarie: 2023-01–2023-01 225189.25-0.00 less 2023-01 168891.94;"
                                + " 2023-01 -168891.94 = 225189.25");
    }

    private static List<String> print(Issuance issuance, String party) {
        List<String> printed = new ArrayList<>();
        Explanations explanations = Explanations.of(issuance);
        for (Invoice invoice : issuance.invoices()) {
            if (invoice.recipient().code().value().equals(party)) {
                for (InvoiceLine line : invoice.lines()) {
                    printed.add(print(explanations.of(invoice, line)));
                }
            }
        }
        return printed;
    }

    private static String print(Explanation explanation) {
        return explanation.line().budgetRow()
                + " "
                + explanation.line().kind().swedish()
                + ": "
                + explanation.due().stream()
                        .map(
                                stretch ->
                                        stretch.from()
                                                + "–"
                                                + stretch.to()
                                                + " "
                                                + stretch.through()
                                                + "-"
                                                + stretch.before())
                        .collect(Collectors.joining("; "))
                + " less "
                + explanation.before().stream()
                        .map(earlier -> earlier.month() + " " + earlier.amount())
                        .collect(Collectors.joining("; "))
                + " = "
                + explanation.line().amount();
    }

    @Test
    void refusesToExplainAnotherAmountThanTheSplitGives() {
        Issuance january = books.issue(JANUARY, new SmallInput().inputs());
        Invoice invoice = january.invoices().get(0);
        InvoiceLine line = invoice.lines().get(0);
        InvoiceLine wrong =
                new InvoiceLine(
                        line.objectCode(),
                        line.objectName(),
                        line.budgetRow(),
                        line.text(),
                        line.kind(),
                        line.keyCode(),
                        line.amount().plus(new Money(1)),
                        line.vat(),
                        line.concernsMonths(),
                        line.concernsInvoices(),
                        line.cause(),
                        line.decision());

        assertThatIllegalStateException()
                .isThrownBy(() -> Explanations.of(january).of(invoice, wrong))
                .withMessageContaining("explained are " + line.amount());
    }
}
