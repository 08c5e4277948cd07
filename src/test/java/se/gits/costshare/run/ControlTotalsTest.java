package se.gits.costshare.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.PartyCode;

/** Whichever sum disagrees, the act stops, and the row and the party are named. */
class ControlTotalsTest {

    private static final YearMonth JANUARY = YearMonth.of(2023, 1);
    private static final YearMonth FEBRUARY = YearMonth.of(2023, 2);

    private final Books books = new Books();
    private final Inputs inputs = new SmallInput().inputs();

    private static Predicate<Amount> of(String row, String party) {
        return amount -> amount.row().equals(row) && amount.party().value().equals(party);
    }

    private static Predicate<Amount> adjustment(String row, String party) {
        return of(row, party).and(amount -> amount.kind() == LineKind.ADJUSTMENT);
    }

    /** An öre more on the first amount that is such a one. */
    private static UnaryOperator<List<Amount>> oreMore(Predicate<Amount> such) {
        return amounts -> {
            List<Amount> changed = new ArrayList<>(amounts);
            Amount amount = amounts.stream().filter(such).findFirst().orElseThrow();
            changed.set(
                    amounts.indexOf(amount), amount.withMoney(amount.money().plus(new Money(1))));
            return changed;
        };
    }

    private static UnaryOperator<List<Amount>> without(Predicate<Amount> such) {
        return amounts -> amounts.stream().filter(such.negate()).toList();
    }

    private static void assertStops(
            Issuance issuance, UnaryOperator<List<Amount>> change, String told) {
        assertThatCode(() -> ControlTotals.check(issuance)).doesNotThrowAnyException();
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> ControlTotals.check(with(issuance, change.apply(issuance.amounts()))))
                .withMessage("Control total of " + told);
    }

    private static Issuance with(Issuance issuance, List<Amount> amounts) {
        return new Issuance(
                issuance.terms(),
                issuance.inputs(),
                amounts,
                issuance.invoices(),
                issuance.before(),
                issuance.causes());
    }

    /** A twelfth of 100 kr is 8,33 in January. */
    @Test
    void aMonthsOwnLinesAreItsCostByTheBudget() {
        Issuance january = books.issue(JANUARY, inputs);

        assertStops(january, oreMore(of("3", "1440")), "row 3: 8.33 is not 8.34");
        assertStops(
                january, without(amount -> amount.row().equals("3")), "row 3: 8.33 is not 0.00");
    }

    /**
     * Whose meetings cost twice as much from January on: 8,34 and 8,33 kr instead of 4,17, 4,16.
     */
    @Test
    void anAdjustedMonthIsWhatTodaysInputSaysForEachParty() {
        books.issue(JANUARY, inputs);
        Issuance february = books.issue(FEBRUARY, new SmallInput().withDearerMeetings().inputs());

        assertStops(
                february, oreMore(adjustment("3", "1489")), "row 3, party 1489: 8.33 is not 8.34");
        assertStops(
                february, without(adjustment("3", "1489")), "row 3, party 1489: 8.33 is not 4.16");
    }

    @Test
    void whoBearsNoPartAnyMoreIsLeftWithNothing() {
        books.issue(JANUARY, inputs);
        Inputs today =
                new SmallInput()
                        .change(
                                "parter.csv",
                                "faktura;NORR;0007:2120001553",
                                "faktura;;0007:2120001553")
                        .inputs();
        Issuance february = books.issue(FEBRUARY, today);

        assertStops(
                february, without(adjustment("3", "1489")), "row 3, party 1489: 0.00 is not 4.16");
    }

    @Test
    void aCreditedMonthIsNotAdjusted() {
        books.issue(JANUARY, inputs);
        books.credit(JANUARY, "1440", inputs);
        Issuance february = books.issue(FEBRUARY, new SmallInput().withDearerMeetings().inputs());
        Amount billedTwice =
                february.amounts().stream()
                        .filter(adjustment("3", "1489"))
                        .map(
                                amount ->
                                        new Amount(
                                                amount.row(),
                                                amount.objectCode(),
                                                new PartyCode("1440"),
                                                amount.invoicing(),
                                                amount.kind(),
                                                amount.concerns(),
                                                amount.vat(),
                                                amount.money()))
                        .findFirst()
                        .orElseThrow();

        assertStops(
                february,
                amounts -> Stream.concat(amounts.stream(), Stream.of(billedTwice)).toList(),
                "row 3, party 1440: 0.00 is not 4.17");
    }

    /** Neither party nor row has a sum that disagrees; what is sent to them has. */
    @Test
    void anInvoiceThatIsLeftOutStopsTheAct() {
        Issuance january = books.issue(JANUARY, inputs);
        Issuance wrong =
                new Issuance(
                        january.terms(),
                        january.inputs(),
                        january.amounts(),
                        january.invoices().subList(1, 4),
                        january.before(),
                        january.causes());

        assertThatIllegalStateException()
                .isThrownBy(() -> ControlTotals.check(wrong))
                .withMessageStartingWith("Control total LINES_AND_SHARES: ");
    }

    /** A month that is issued already can be looked at again: it is itself, and adjusts nothing. */
    @Test
    void aMonthThatIsIssuedAlreadyIsHeldAgainstItselfAlone() {
        books.issue(JANUARY, inputs);
        books.issue(FEBRUARY, inputs);
        Inputs dearer = new SmallInput().withDearerMeetings().inputs();
        RunTerms again = RunTerms.ofMonth(FEBRUARY, LocalDate.of(2023, 12, 31), "Dyrare").asDraft();

        assertThatCode(() -> IssuingRun.calculate(again, dearer, books.issued(), Causes.UNTOLD))
                .doesNotThrowAnyException();
    }

    @Test
    void aCreditLeavesNothingOfItsMonth() {
        books.issue(JANUARY, inputs);
        Issuance credit = books.credit(JANUARY, "1440", inputs);

        assertStops(credit, oreMore(of("3", "1440")), "row 3, party 1440: 0.00 is not 0.01");
        assertStops(credit, without(of("3", "1440")), "row 3, party 1440: 0.00 is not 4.17");
        assertStops(
                credit,
                amounts ->
                        Stream.concat(
                                        amounts.stream(),
                                        books.monthOf(JANUARY).amounts().stream()
                                                .filter(of("3", "1489")))
                                .toList(),
                "row 3, party 1489: 0.00 is not 4.16");
    }

    @Test
    void aNewInvoiceIsWhatTodaysInputSays() {
        books.issue(JANUARY, inputs);
        books.credit(JANUARY, "1440", inputs);
        Issuance anew = books.reissue(JANUARY, "1440", inputs);

        assertStops(anew, oreMore(of("3", "1440")), "row 3, party 1440: 4.17 is not 4.18");
        assertStops(anew, without(of("3", "1440")), "row 3, party 1440: 4.17 is not 0.00");
    }

    @Test
    void aSettlementBringsEachPartyToItsPartOfTheOutcome() {
        Issuance settlement =
                SettledYear.settled(new SmallInput(), SettledYear.terms(), SettledYear.OUTCOME);

        assertStops(settlement, without(of("3", "1440")), "row 3, party 1440: 0.00 is not 50.00");
    }

    /** A line that came in twice ties with itself; what it was to cost alone tells. */
    @Test
    void aSettledLineComesToItsOutcome() {
        Inputs settled = new SmallInput().withOutcome().inputsForSettlement();
        List<ResolvedLine> twice = new ArrayList<>(settled.lines());
        twice.add(settled.lines().get(2));
        Inputs wrong =
                new Inputs(
                        settled.year(),
                        settled.settings(),
                        settled.parties(),
                        settled.objects(),
                        settled.keys(),
                        settled.volumes(),
                        settled.population(),
                        settled.budgetFile(),
                        twice,
                        settled.outcome());
        RunTerms terms = RunTerms.ofSettlement(Year.of(2023), LocalDate.of(2024, 1, 31), "");
        Issued december =
                new Issued(
                        List.of(
                                new IssuedAct(
                                        1,
                                        ActKind.MONTH,
                                        YearMonth.of(2023, 12),
                                        Optional.empty(),
                                        List.of())),
                        Map.of(),
                        "");

        assertThatIllegalStateException()
                .isThrownBy(() -> IssuingRun.calculate(terms, wrong, december, Causes.UNTOLD))
                .withMessage("Control total of outcome of row 3: -100.00 is not -200.00");
    }
}
