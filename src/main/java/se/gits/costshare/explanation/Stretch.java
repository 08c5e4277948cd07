package se.gits.costshare.explanation;

import java.time.YearMonth;
import java.util.List;
import se.gits.costshare.allocation.MonthlyAllocation;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.keys.KeyBook;
import se.gits.costshare.keys.KeyShare;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.ResolvedLine;

/**
 * Months in a row in which a line's resolved key stands still, and what they come to for a party:
 * what has accumulated through the last, less what had accumulated before the first (månader i ett
 * segment).
 *
 * @param line the budget line; in a settlement at its outcome
 * @param from the first month
 * @param to the last month
 * @param ways one for each row of the key that reaches the party, the lowest row first
 * @see "CONTRACT 3, step 4 and the paragraph after it"
 */
public record Stretch(ResolvedLine line, YearMonth from, YearMonth to, List<Way> ways) {

    public Stretch {
        ways = List.copyOf(ways);
    }

    static Stretch of(
            ResolvedLine line, YearMonth from, YearMonth to, PartyCode party, KeyBook keys) {
        MonthlyAllocation allocation = line.allocation();
        int first = line.line().monthIndex(from);
        int last = line.line().monthIndex(to);
        List<KeyShare> shares = keys.sharesIn(line.line().keyCode(), to);
        return new Stretch(line, from, to, Way.between(allocation, first, last, party, shares));
    }

    /** The place of the last month among the line's months, from 1: k of {@code T(k)}. */
    public int lastIndex() {
        return line.line().monthIndex(to);
    }

    /** The place of the month before the first; 0 where there is none. */
    public int indexBefore() {
        return line.line().monthIndex(from) - 1;
    }

    /** The place of the month that the segment begins with. */
    public int segmentStart() {
        return line.allocation().segmentStart(lastIndex());
    }

    /** The month that the segment begins with. */
    public YearMonth segmentFrom() {
        BudgetLine budgetLine = line.line();
        return budgetLine.monthAt(segmentStart());
    }

    /** What the line has cost since the segment began, through the last month. */
    public Money costThrough() {
        return line.allocation().costSinceSegmentStart(lastIndex());
    }

    /** What it had cost since then before the first month. */
    public Money costBefore() {
        return isAtSegmentStart()
                ? Money.ZERO
                : line.allocation().costSinceSegmentStart(indexBefore());
    }

    /** Whether nothing had accumulated before the first month. */
    public boolean isAtSegmentStart() {
        return indexBefore() < segmentStart();
    }

    /** What the party has borne since the segment began, through the last month. */
    public Money through() {
        return Money.total(ways.stream().map(way -> way.through().ofParty().part()));
    }

    /** What it had borne since then before the first month. */
    public Money before() {
        return Money.total(ways.stream().map(Way::before));
    }

    /** Whether it is one of the months. */
    public boolean includes(YearMonth month) {
        return !month.isBefore(from) && !month.isAfter(to);
    }

    /** What the party has to bear for one month; nothing for one that is not of these. */
    public Money amountFor(YearMonth month) {
        if (!includes(month) || ways.isEmpty()) {
            return Money.ZERO;
        }
        PartyCode party = ways.get(0).through().ofParty().recipient();
        return line.amountsOf(month).getOrDefault(party, Money.ZERO);
    }

    /** What the party has to bear for the months. */
    public Money amount() {
        return through().minus(before());
    }
}
