package se.gits.costshare.run;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.PartyCode;

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
        if (totals.terms.kind() == ActKind.MONTH) {
            totals.checkOwnMonth();
            totals.checkEarlierMonths();
        } else {
            totals.checkReconciliation();
        }
        ActChecks.of(issuance).demand();
    }

    /** The month's own lines come to what the budget says of it. */
    private void checkOwnMonth() {
        Map<String, Money> ordinary = now(amount -> amount.kind() == LineKind.ORDINARY);
        for (ResolvedLine line : issuance.inputs().linesIn(terms.month())) {
            demandOfRow(line, line.costOf(terms.month()), ordinary);
        }
    }

    /** After the adjustments each party's earlier months are what today's budget says of them. */
    private void checkEarlierMonths() {
        List<YearMonth> months =
                issuance.before().months().stream()
                        .filter(month -> !month.equals(terms.month()))
                        .toList();
        Set<PartyMonth> credited = issuance.before().credited();
        Predicate<Amount> counts =
                amount ->
                        months.contains(amount.concerns())
                                && !credited.contains(
                                        new PartyMonth(amount.party(), amount.concerns()));
        Map<String, Map<PartyCode, Money>> adjustments = new HashMap<>();
        issuance.amounts().stream()
                .filter(amount -> amount.kind() == LineKind.ADJUSTMENT)
                .forEach(
                        amount ->
                                add(
                                        amount,
                                        adjustments.computeIfAbsent(
                                                amount.row(), row -> new HashMap<>())));
        for (ResolvedLine line : issuance.inputs().lines()) {
            Map<PartyCode, Money> expected = new HashMap<>();
            for (YearMonth month : months) {
                if (line.line().includes(month)) {
                    line.amountsOf(month)
                            .forEach(
                                    (party, money) -> {
                                        if (!credited.contains(new PartyMonth(party, month))) {
                                            expected.merge(party, money, Money::plus);
                                        }
                                    });
                }
            }
            String row = line.line().row();
            Map<PartyCode, Money> ofRow = adjustments.computeIfAbsent(row, none -> new HashMap<>());
            issuance.before().amountsOf(row).filter(counts).forEach(amount -> add(amount, ofRow));
            ofRow.keySet().forEach(party -> expected.putIfAbsent(party, Money.ZERO));
            expected.forEach(
                    (party, money) ->
                            demand(
                                    "row " + row + ", party " + party,
                                    money,
                                    ofRow.getOrDefault(party, Money.ZERO)));
        }
    }

    private static void add(Amount amount, Map<PartyCode, Money> ofParty) {
        ofParty.merge(amount.party(), amount.money(), Money::plus);
    }

    /** After the act each party's part of each line is what the act is to bring it to. */
    private void checkReconciliation() {
        Reconciliation reconciliation = Reconciliation.of(issuance);
        for (Reconciliation.Entry entry : reconciliation.entries()) {
            demand(
                    "row " + entry.line().line().row() + ", party " + entry.party(),
                    entry.balance().due(),
                    entry.balance().before().plus(entry.balance().now()));
        }
        issuance.inputs()
                .outcome()
                .ifPresent(
                        outcome ->
                                outcome.costOfRow()
                                        .forEach(
                                                (row, cost) ->
                                                        demand(
                                                                "outcome of row " + row,
                                                                cost,
                                                                reconciliation.of(row).due())));
    }

    /** What is issued now, by budget row. */
    private Map<String, Money> now(Predicate<Amount> counts) {
        Map<String, Money> ofRow = new HashMap<>();
        issuance.amounts().stream()
                .filter(counts)
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
