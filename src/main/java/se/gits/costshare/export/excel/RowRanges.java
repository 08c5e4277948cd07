package se.gits.costshare.export.excel;

import java.util.HashMap;
import java.util.Map;
import se.gits.costshare.money.Money;

/**
 * Where the rows of each party, line or the like stand in a list that is sorted by them, so that
 * their sum is one range of cells. To pick them out by their text would not do: a spreadsheet reads
 * {@code 0114} as a number and {@code *} as anything.
 *
 * @param <K> what the rows are sorted by
 */
final class RowRanges<K> {

    private final Map<K, Range> rangeOf = new HashMap<>();

    private record Range(int first, int last, Money sum) {

        Range plus(Range next) {
            if (next.first != last + 1) {
                throw new IllegalStateException("Row " + next.first + " does not follow " + last);
            }
            return new Range(first, next.last, sum.plus(next.sum));
        }
    }

    /**
     * Notes a row.
     *
     * @param amount what it adds to the sum
     * @throws IllegalStateException if other rows stand between it and the last one of its kind
     */
    void add(K key, int row, Money amount) {
        rangeOf.merge(key, new Range(row, row, amount), Range::plus);
    }

    boolean contains(K key) {
        return rangeOf.containsKey(key);
    }

    int first(K key) {
        return rangeOf.get(key).first();
    }

    int last(K key) {
        return rangeOf.get(key).last();
    }

    /** The sum of a column's cells in those rows, as other sheets refer to it; 0 without rows. */
    Total sum(K key, ListSheet sheet, int column) {
        Range range = rangeOf.get(key);
        return range == null
                ? Total.NOTHING
                : new Total(
                        "SUM(" + sheet.cells(column, range.first(), range.last()) + ")",
                        range.sum());
    }
}
