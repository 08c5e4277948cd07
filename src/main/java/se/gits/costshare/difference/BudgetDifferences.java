package se.gits.costshare.difference;

import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.input.Period;
import se.gits.costshare.run.ResolvedLine;

/** Finds what two inputs budget differently. */
final class BudgetDifferences {

    private final Sides sides;

    BudgetDifferences(Sides sides) {
        this.sides = sides;
    }

    void find() {
        Map<String, ResolvedLine> before = sides.before().lineOfRow();
        Map<String, ResolvedLine> after = sides.after().lineOfRow();
        before.forEach(
                (row, line) -> {
                    if (after.containsKey(row)) {
                        findInLine(line, after.get(row));
                    } else {
                        sides.add(wholeLine(DifferenceKind.LINE_REMOVED, sides.before(), line));
                    }
                });
        after.forEach(
                (row, line) -> {
                    if (!before.containsKey(row)) {
                        sides.add(
                                wholeLine(DifferenceKind.LINE_ADDED, sides.after(), line)
                                        .decidedBy(Stream.of(line.line().decision())));
                    }
                });
    }

    private static SortedSet<String> rowOf(BudgetLine line) {
        return new TreeSet<>(Set.of(line.row()));
    }

    private static Difference wholeLine(DifferenceKind kind, Side side, ResolvedLine resolved) {
        BudgetLine line = resolved.line();
        return Difference.of(
                        kind,
                        rowOf(line),
                        line.row(),
                        line.text(),
                        line.amount().inSwedish(),
                        months(line),
                        line.keyCode(),
                        side.shares(resolved))
                .onInvoices(LineMonths.of(line));
    }

    private static String months(BudgetLine line) {
        return Period.inWords(line.from(), line.to());
    }

    private void findInLine(ResolvedLine one, ResolvedLine other) {
        BudgetLine before = one.line();
        BudgetLine after = other.line();
        if (!before.amount().equals(after.amount())) {
            tell(
                    DifferenceKind.LINE_AMOUNT,
                    before,
                    after,
                    before.amount().inSwedish(),
                    after.amount().inSwedish());
        }
        if (!before.objectCode().equals(after.objectCode())) {
            tell(
                    DifferenceKind.LINE_OBJECT,
                    before,
                    after,
                    before.objectCode(),
                    after.objectCode());
        }
        if (!months(before).equals(months(after))) {
            tell(DifferenceKind.LINE_MONTHS, before, after, months(before), months(after));
        }
        findShares(one, other);
    }

    /**
     * Tells how a line is shared where it has another key, object or months, and it shows. Where it
     * has not, the tables that it rests on tell what they differ in.
     */
    private void findShares(ResolvedLine one, ResolvedLine other) {
        BudgetLine before = one.line();
        BudgetLine after = other.line();
        boolean otherKey = !before.keyCode().equals(after.keyCode());
        if (!otherKey
                && before.objectCode().equals(after.objectCode())
                && months(before).equals(months(after))) {
            return;
        }
        String from = sides.before().shares(one);
        String to = sides.after().shares(other);
        if (from.equals(to)) {
            return;
        }
        if (otherKey) {
            tell(
                    DifferenceKind.LINE_KEY,
                    before,
                    after,
                    before.keyCode(),
                    from,
                    after.keyCode(),
                    to);
        } else {
            // The cause is told already: the other object, or the other months.
            sides.add(
                    Difference.of(
                            DifferenceKind.LINE_SHARES,
                            rowOf(after),
                            after.row(),
                            after.text(),
                            from,
                            to));
        }
    }

    private void tell(DifferenceKind kind, BudgetLine before, BudgetLine after, String... changes) {
        Object[] details =
                Stream.concat(Stream.of(after.row(), after.text()), Stream.of(changes)).toArray();
        sides.add(
                Difference.of(kind, rowOf(after), details)
                        .onInvoices(LineMonths.of(before).and(LineMonths.of(after)))
                        .decidedBy(Stream.of(after.decision())));
    }
}
