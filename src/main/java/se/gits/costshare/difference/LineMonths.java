package se.gits.costshare.difference;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import se.gits.costshare.budget.BudgetLine;

/** Some budget lines (rad), each with some of its months: where something applies. */
public final class LineMonths {

    /** No line at all. */
    static final LineMonths NONE = new LineMonths(Collections.emptySortedMap());

    private final SortedMap<String, SortedSet<YearMonth>> monthsOfRow;

    private LineMonths(SortedMap<String, SortedSet<YearMonth>> monthsOfRow) {
        this.monthsOfRow = monthsOfRow;
    }

    /** None yet, to add to. */
    static LineMonths empty() {
        return new LineMonths(new TreeMap<>());
    }

    /** A line in all its months. */
    static LineMonths of(BudgetLine line) {
        LineMonths months = empty();
        for (int index = 1; index <= line.months(); index++) {
            months.add(line.row(), line.monthAt(index));
        }
        return months;
    }

    void add(String row, YearMonth month) {
        monthsOfRow.computeIfAbsent(row, r -> new TreeSet<>()).add(month);
    }

    /** The lines (rad). */
    public SortedSet<String> rows() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(monthsOfRow.keySet()));
    }

    /** Whether some line is here with the month. */
    boolean include(YearMonth month) {
        return monthsOfRow.values().stream().anyMatch(months -> months.contains(month));
    }

    /** Whether the line is here with the month. */
    public boolean include(String row, YearMonth month) {
        return monthsOfRow.getOrDefault(row, Collections.emptySortedSet()).contains(month);
    }

    /** These and those. */
    LineMonths and(LineMonths those) {
        LineMonths both = empty();
        eachOf(this, both::add);
        eachOf(those, both::add);
        return both;
    }

    /** These, in some months alone. */
    LineMonths in(Collection<YearMonth> months) {
        return where((row, month) -> months.contains(month));
    }

    /** Those of these of which something holds. */
    LineMonths where(BiPredicate<String, YearMonth> holds) {
        LineMonths some = empty();
        eachOf(
                this,
                (row, month) -> {
                    if (holds.test(row, month)) {
                        some.add(row, month);
                    }
                });
        return some;
    }

    @FunctionalInterface
    private interface LineMonth {
        void of(String row, YearMonth month);
    }

    private static void eachOf(LineMonths lines, LineMonth tell) {
        lines.monthsOfRow.forEach((row, months) -> months.forEach(month -> tell.of(row, month)));
    }
}
