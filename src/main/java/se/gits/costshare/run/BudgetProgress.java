package se.gits.costshare.run;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import se.gits.costshare.money.Money;

/**
 * How far the year has come when a month is issued: of each budget line what has arisen, what has
 * been issued of it, and what has not been, since a month was passed over or a credit waits for its
 * new invoice (uppföljning).
 *
 * @param through the last month that is issued, this one included
 * @param passedOver months before it that no act has issued, in which the budget has a cost
 * @param credited what has been credited and waits for its new invoice
 * @param lines in the budget's order
 */
public record BudgetProgress(
        YearMonth through,
        SortedSet<YearMonth> passedOver,
        SortedSet<PartyMonth> credited,
        List<Line> lines) {

    public BudgetProgress {
        passedOver = Collections.unmodifiableSortedSet(new TreeSet<>(passedOver));
        credited = Collections.unmodifiableSortedSet(new TreeSet<>(credited));
        lines = List.copyOf(lines);
    }

    /** What of the budget so far has not been issued, all lines together. */
    public Money notIssued() {
        return Money.total(lines.stream().map(Line::notIssued));
    }

    /** The year's months through the last that is issued. */
    public List<YearMonth> months() {
        return Stream.iterate(
                        through.withMonth(1),
                        month -> !month.isAfter(through),
                        m -> m.plusMonths(1))
                .toList();
    }

    /** What the budget gives through a month, all lines together. */
    public Money budgetThrough(YearMonth month) {
        return Money.total(
                lines.stream()
                        .map(Line::line)
                        .map(line -> line.allocation().accrual().throughMonth(gone(line, month)))
                        .toList());
    }

    /** What of the year's budget has not been issued. */
    public Money remaining() {
        return Money.total(
                lines.stream()
                        .map(line -> line.line().line().amount().minus(line.issuedSoFar()))
                        .toList());
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
     * @param issued what was issued, also what is carried centrally
     */
    public record Line(
            ResolvedLine line,
            int monthsSoFar,
            Money budgetSoFar,
            Money notIssued,
            LineIssued issued) {

        /** What was issued before this month's act. */
        public Money issuedBefore() {
            return issued.before();
        }

        /** What this month's act issues. */
        public Money issuedNow() {
            return issued.now();
        }

        public Money issuedSoFar() {
            return issuedBefore().plus(issuedNow());
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
        Map<String, LineIssued> issuedOfRow = new HashMap<>();
        for (IssuedAct act : issuance.before().acts()) {
            for (IssuedAct.IssuedAmount amount : act.amounts()) {
                issuedOfRow
                        .computeIfAbsent(amount.amount().row(), row -> new LineIssued())
                        .addBefore(act.month(), amount.amount());
            }
        }
        for (Amount amount : issuance.amounts()) {
            issuedOfRow
                    .computeIfAbsent(amount.row(), row -> new LineIssued())
                    .addNow(issuance.terms().month(), amount);
        }
        SortedSet<PartyMonth> credited = issuance.before().credited();
        List<Line> lines = new ArrayList<>();
        for (ResolvedLine line : issuance.inputs().lines()) {
            String row = line.line().row();
            int monthsSoFar = gone(line, issued.last());
            lines.add(
                    new Line(
                            line,
                            monthsSoFar,
                            line.allocation().accrual().throughMonth(monthsSoFar),
                            notIssued(line, monthsSoFar, issued, credited, issuance.before()),
                            issuedOfRow.getOrDefault(row, new LineIssued())));
        }
        SortedSet<YearMonth> passedOver =
                new TreeSet<>(issuance.before().passedOver(issuance.inputs(), issued.last()));
        passedOver.remove(issuance.terms().month());
        return new BudgetProgress(issued.last(), passedOver, credited, lines);
    }

    private static Money notIssued(
            ResolvedLine line,
            int monthsSoFar,
            SortedSet<YearMonth> issued,
            SortedSet<PartyMonth> credited,
            Issued before) {
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
            notIssued = notIssued.plus(due).minus(standing(line, waits, before));
        }
        return notIssued;
    }

    /** What is left of what was issued of a line to a party for a month. */
    private static Money standing(ResolvedLine line, PartyMonth of, Issued before) {
        return Money.total(
                before.amountsOf(line.line().row(), of.party())
                        .filter(amount -> amount.concerns().equals(of.month()))
                        .map(Amount::money));
    }
}
