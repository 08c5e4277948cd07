package se.gits.costshare.run;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import se.gits.costshare.money.Money;

/**
 * How far the year has come when a month is issued: of each budget line what has arisen, what has
 * been issued of it, and what has not been, since a month was passed over or a credit waits for its
 * new invoice (uppföljning).
 *
 * @param through the last month that is issued, this one included
 * @param lines in the budget's order
 * @param issuedIn what was issued with each month, its credits and new invoices included
 */
public record BudgetProgress(
        YearMonth through, List<Line> lines, SortedMap<YearMonth, Money> issuedIn) {

    public BudgetProgress {
        lines = List.copyOf(lines);
        issuedIn = Collections.unmodifiableSortedMap(new TreeMap<>(issuedIn));
    }

    /** What the budget gives through a month, all lines together. */
    public Money budgetThrough(YearMonth month) {
        return Money.total(
                lines.stream()
                        .map(Line::line)
                        .map(line -> line.allocation().accrual().throughMonth(gone(line, month)))
                        .toList());
    }

    /** What the acts of the months through one came to, with what followed on them. */
    public Money issuedThrough(YearMonth month) {
        return Money.total(issuedIn.headMap(month.plusMonths(1)).values());
    }

    private static int gone(ResolvedLine line, YearMonth month) {
        return Math.max(0, Math.min(line.line().months(), line.line().monthIndex(month)));
    }

    /**
     * A line's.
     *
     * @param monthsSoFar how many of its months have gone
     * @param budgetSoFar what it costs in them
     * @param notIssued what of that is not issued
     * @param issuedBefore what was issued before this month's act, also what is carried centrally
     * @param issuedNow what this month's act issues
     */
    public record Line(
            ResolvedLine line,
            int monthsSoFar,
            Money budgetSoFar,
            Money notIssued,
            Money issuedBefore,
            Money issuedNow) {

        public Money issuedSoFar() {
            return issuedBefore.plus(issuedNow);
        }
    }

    /**
     * Follows up a month.
     *
     * @throws IllegalArgumentException of another act than a month
     */
    public static BudgetProgress of(Issuance issuance) {
        if (issuance.terms().kind() != ActKind.MONTH) {
            throw new IllegalArgumentException(issuance.terms().kind() + " is no month");
        }
        SortedSet<YearMonth> issued = new TreeSet<>(issuance.before().months());
        issued.add(issuance.terms().month());
        Map<String, Money> before = new HashMap<>();
        Map<String, Map<PartyMonth, Money>> standing = new HashMap<>();
        issuance.before()
                .amounts()
                .map(IssuedAct.IssuedAmount::amount)
                .forEach(
                        amount -> {
                            before.merge(amount.row(), amount.money(), Money::plus);
                            standing.computeIfAbsent(amount.row(), row -> new HashMap<>())
                                    .merge(
                                            new PartyMonth(amount.party(), amount.concerns()),
                                            amount.money(),
                                            Money::plus);
                        });
        Map<String, Money> now = new HashMap<>();
        issuance.amounts().forEach(amount -> now.merge(amount.row(), amount.money(), Money::plus));
        List<Line> lines = new ArrayList<>();
        for (ResolvedLine line : issuance.inputs().lines()) {
            String row = line.line().row();
            int monthsSoFar = gone(line, issued.last());
            lines.add(
                    new Line(
                            line,
                            monthsSoFar,
                            line.allocation().accrual().throughMonth(monthsSoFar),
                            notIssued(
                                    line,
                                    monthsSoFar,
                                    issued,
                                    issuance.before().credited(),
                                    standing.getOrDefault(row, Map.of())),
                            before.getOrDefault(row, Money.ZERO),
                            now.getOrDefault(row, Money.ZERO)));
        }
        return new BudgetProgress(issued.last(), lines, issuedIn(issuance));
    }

    private static SortedMap<YearMonth, Money> issuedIn(Issuance issuance) {
        SortedMap<YearMonth, Money> issuedIn = new TreeMap<>();
        for (IssuedAct act : issuance.before().acts()) {
            act.amounts()
                    .forEach(
                            issued ->
                                    issuedIn.merge(
                                            act.month(), issued.amount().money(), Money::plus));
        }
        issuance.amounts()
                .forEach(
                        amount ->
                                issuedIn.merge(
                                        issuance.terms().month(), amount.money(), Money::plus));
        return issuedIn;
    }

    private static Money notIssued(
            ResolvedLine line,
            int monthsSoFar,
            SortedSet<YearMonth> issued,
            SortedSet<PartyMonth> credited,
            Map<PartyMonth, Money> standing) {
        Money notIssued = Money.ZERO;
        for (int index = 1; index <= monthsSoFar; index++) {
            YearMonth month = line.line().monthAt(index);
            if (!issued.contains(month)) {
                notIssued = notIssued.plus(line.costOf(month));
            }
        }
        for (PartyMonth waits : credited) {
            Money due =
                    line.line().includes(waits.month())
                            ? line.amountsOf(waits.month()).getOrDefault(waits.party(), Money.ZERO)
                            : Money.ZERO;
            notIssued = notIssued.plus(due).minus(standing.getOrDefault(waits, Money.ZERO));
        }
        return notIssued;
    }
}
