package se.gits.costshare.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.gits.costshare.money.Money;
import se.gits.costshare.run.Reconciliation.Balance;
import se.gits.costshare.run.Reconciliation.Entry;

class ReconciliationTest {

    private static final YearMonth MARCH = YearMonth.of(2023, 3);

    /** A dearer budget, by which Göteborg's March is issued anew. */
    private static SmallInput dearer() {
        return new SmallInput()
                .change("budget-2023.csv", "7 600 000;70/30", "8 000 000;70/30")
                .change("budget-2023.csv", "4.1;2 280 000;5 320 000\n2", "4.1;;\n2")
                .changeAll("budget-2023.csv", "Totalt.*\n", "");
    }

    private static void assertTies(Reconciliation reconciliation) {
        assertThat(reconciliation.entries())
                .isNotEmpty()
                .allSatisfy(
                        entry ->
                                assertThat(entry.balance().before().plus(entry.balance().now()))
                                        .as(entry.line().line().row() + " " + entry.party())
                                        .isEqualTo(entry.balance().due()));
        assertThat(
                        reconciliation.entries().stream()
                                .map(Entry::balance)
                                .reduce(Balance.NOTHING, Balance::plus))
                .isEqualTo(reconciliation.total());
    }

    @Test
    void aCreditBringsItsPartysMonthToNothing() {
        Books books = new Books();
        books.issue(MARCH, new SmallInput().inputs());
        Issuance credit = books.credit(MARCH, "1480", new SmallInput().inputs());

        Reconciliation reconciliation = Reconciliation.of(credit);

        assertTies(reconciliation);
        assertThat(reconciliation.total().due()).isEqualTo(Money.ZERO);
        assertThat(reconciliation.total().now()).isEqualTo(credit.invoiced());
        assertThat(reconciliation.entries()).allMatch(e -> e.party().value().equals("1480"));
    }

    @Test
    void aNewInvoiceBringsItToWhatTodaysInputMakesOfIt() {
        Books books = new Books();
        books.issue(MARCH, new SmallInput().inputs());
        books.credit(MARCH, "1480", new SmallInput().inputs());
        Issuance anew = books.reissue(MARCH, "1480", dearer().inputs());

        Reconciliation reconciliation = Reconciliation.of(anew);

        assertTies(reconciliation);
        assertThat(reconciliation.total().before()).isEqualTo(Money.ZERO);
        assertThat(reconciliation.total().now()).isEqualTo(anew.invoiced());
        assertThat(reconciliation.of("1").due())
                .isEqualTo(
                        anew.inputs()
                                .line("1")
                                .orElseThrow()
                                .amountsOf(MARCH)
                                .get(anew.terms().party().orElseThrow()));
    }

    @ParameterizedTest(name = "row {0}: outcome {1}, issued {2}, settlement {3}")
    @CsvSource({
        "1, 7000000.01, 7600000.00, -599999.99",
        "2,    1300.00,    1000.01,     299.99",
        "3,       0.00,     100.00,    -100.00"
    })
    void aSettlementBringsEveryLineToItsOutcome(String row, String due, String before, String now) {
        Issuance settlement =
                SettledYear.settled(new SmallInput(), SettledYear.terms(), SettledYear.OUTCOME);

        Reconciliation reconciliation = Reconciliation.of(settlement);

        assertTies(reconciliation);
        Balance balance = reconciliation.of(row);
        assertThat(
                        List.of(
                                balance.due().toString(),
                                balance.before().toString(),
                                balance.now().toString()))
                .containsExactly(due, before, now);
        assertThat(reconciliation.total().now())
                .isEqualTo(settlement.invoiced().plus(settlement.notInvoiced()));
    }

    /** Who is carried centrally in the months and invoiced in the settlement has both. */
    @Test
    void aPartyThatIsInvoicedOtherwiseThanBeforeTiesBothWays() {
        Issued before = SettledYear.invoiced(new SmallInput()).issued();
        SmallInput invoicing =
                new SmallInput().change("parter.csv", "övrig;;ingen", "övrig;;faktura");
        Issuance settlement =
                IssuingRun.calculate(
                        SettledYear.terms(),
                        SettledYear.inputs(invoicing, SettledYear.OUTCOME),
                        before,
                        Causes.UNTOLD);

        Reconciliation reconciliation = Reconciliation.of(settlement);

        assertTies(reconciliation);
        assertThat(reconciliation.entries())
                .filteredOn(entry -> entry.party().value().equals("VASTKOM"))
                .extracting(
                        entry -> entry.invoicing().swedish(), entry -> entry.balance().toString())
                .hasSize(2);
    }

    /** Ale has no cards any more; neither was anything issued, nor is it due. */
    @Test
    void whoHasNoPartOfALineIsNotListed() {
        SmallInput input = new SmallInput().change("volymer.csv", "1440;7", "1440;0");

        assertThat(
                        Reconciliation.of(
                                        SettledYear.settled(
                                                input, SettledYear.terms(), SettledYear.OUTCOME))
                                .entries())
                .filteredOn(entry -> entry.line().line().row().equals("2"))
                .extracting(entry -> entry.party().value())
                .containsExactly("1480", "VASTKOM");
    }

    @Test
    void aMonthHasNothingToBeBroughtTo() {
        Issuance month = new Books().issue(MARCH, new SmallInput().inputs());

        assertThatThrownBy(() -> Reconciliation.of(month))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
