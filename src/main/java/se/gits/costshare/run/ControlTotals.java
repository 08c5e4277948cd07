package se.gits.costshare.run;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.money.Money;

/**
 * The sums that must agree before anything is written (avstämningssummor). For each budget line:
 * what was issued and what is issued now come together to what the act is to bring about.
 */
final class ControlTotals {

    private final Issuance issuance;
    private final RunTerms terms;

    private ControlTotals(Issuance issuance) {
        this.issuance = issuance;
        this.terms = issuance.terms();
    }

    /**
     * @throws IllegalStateException if a sum disagrees, which is a defect of the program
     */
    static void check(Issuance issuance) {
        ControlTotals totals = new ControlTotals(issuance);
        switch (totals.terms.kind()) {
            case MONTH -> {
                totals.checkOwnMonth();
                totals.checkEarlierMonths();
            }
            case CREDIT -> totals.checkNothingIsLeft();
            case REISSUE -> totals.checkIssuedAnew();
            case SETTLEMENT -> totals.checkOutcome();
        }
        demand(
                "invoices and what is not invoiced",
                Money.total(issuance.amounts().stream().map(Amount::money).toList()),
                issuance.invoiced().plus(issuance.notInvoiced()));
    }

    /** The month's own lines come to what the budget says of it. */
    private void checkOwnMonth() {
        Map<String, Money> ordinary = now(amount -> amount.kind() == LineKind.ORDINARY);
        Money budgeted = Money.ZERO;
        for (ResolvedLine line : issuance.inputs().linesIn(terms.month())) {
            Money cost = line.costOf(terms.month());
            budgeted = budgeted.plus(cost);
            demandOfRow(line, cost, ordinary);
        }
        demand("the month's budget", budgeted, Money.total(ordinary.values()));
    }

    /** After the adjustments, the earlier months come to what today's budget says of them. */
    private void checkEarlierMonths() {
        List<YearMonth> months =
                issuance.before().months().stream()
                        .filter(month -> !month.equals(terms.month()))
                        .toList();
        if (months.isEmpty()) {
            return;
        }
        var credited = issuance.before().credited();
        Predicate<Amount> counts =
                amount ->
                        months.contains(amount.concerns())
                                && !credited.contains(
                                        new PartyMonth(amount.party(), amount.concerns()));
        Map<String, Money> found =
                together(counts, now(amount -> amount.kind() == LineKind.ADJUSTMENT));
        for (ResolvedLine line : issuance.inputs().lines()) {
            Money expected = Money.ZERO;
            for (YearMonth month : months) {
                if (line.line().includes(month)) {
                    expected = expected.plus(line.costOf(month));
                }
            }
            for (PartyMonth of : credited) {
                if (line.line().includes(of.month()) && !of.month().equals(terms.month())) {
                    expected = expected.minus(todays(line, of));
                }
            }
            demandOfRow(line, expected, found);
        }
    }

    private static Money todays(ResolvedLine line, PartyMonth of) {
        return line.amountsOf(of.month()).getOrDefault(of.party(), Money.ZERO);
    }

    /** After the credit nothing is invoiced to the party for the month. */
    private void checkNothingIsLeft() {
        PartyMonth credited = partyMonth();
        Map<String, Money> found =
                together(
                        amount -> amount.isInvoiced() && isOf(credited, amount),
                        now(amount -> true));
        found.forEach((row, money) -> demand("row " + row, Money.ZERO, money));
    }

    /** After the new invoice the party's month is what today's input makes it. */
    private void checkIssuedAnew() {
        PartyMonth anew = partyMonth();
        Map<String, Money> found = together(amount -> isOf(anew, amount), now(amount -> true));
        for (ResolvedLine line : issuance.inputs().lines()) {
            boolean includes = line.line().includes(terms.month());
            demandOfRow(line, includes ? todays(line, anew) : Money.ZERO, found);
        }
    }

    /** The year's acts and its settlement come to the outcome. */
    private void checkOutcome() {
        Map<String, Money> found = together(amount -> true, now(amount -> true));
        for (ResolvedLine line : issuance.inputs().linesAtOutcome()) {
            Money outcome =
                    Money.total(
                            IntStream.rangeClosed(1, line.line().months())
                                    .mapToObj(line.line()::monthAt)
                                    .map(line::costOf)
                                    .toList());
            demand("outcome of row " + line.line().row(), line.line().amount(), outcome);
            demandOfRow(line, outcome, found);
        }
    }

    private PartyMonth partyMonth() {
        return new PartyMonth(terms.party().orElseThrow(), terms.month());
    }

    private static boolean isOf(PartyMonth partyMonth, Amount amount) {
        return amount.party().equals(partyMonth.party())
                && amount.concerns().equals(partyMonth.month());
    }

    /** What is issued now, by budget row. */
    private Map<String, Money> now(Predicate<Amount> counts) {
        Map<String, Money> ofRow = new HashMap<>();
        issuance.amounts().stream()
                .filter(counts)
                .forEach(amount -> ofRow.merge(amount.row(), amount.money(), Money::plus));
        return ofRow;
    }

    /** What was issued before and what is issued now, by budget row. */
    private Map<String, Money> together(Predicate<Amount> before, Map<String, Money> now) {
        Map<String, Money> ofRow = new HashMap<>(now);
        issuance.before()
                .amounts()
                .map(IssuedAct.IssuedAmount::amount)
                .filter(before)
                .forEach(amount -> ofRow.merge(amount.row(), amount.money(), Money::plus));
        return ofRow;
    }

    private static void demandOfRow(ResolvedLine line, Money expected, Map<String, Money> found) {
        String row = line.line().row();
        demand("row " + row, expected, found.getOrDefault(row, Money.ZERO));
    }

    private static void demand(String what, Money expected, Money found) {
        if (!expected.equals(found)) {
            throw new IllegalStateException(
                    "Control total of " + what + ": " + expected + " is not " + found);
        }
    }
}
