package se.gits.costshare.register;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Rows on their way to a table, a batch at a time: all of a country's month have no room at once.
 */
final class RowBatches {

    private static final int ROWS_AT_ONCE = 1_000;

    private final Consumer<List<Object[]>> insert;
    private final List<Object[]> rows = new ArrayList<>();

    /**
     * @param insert sends rows, and keeps none
     */
    RowBatches(Consumer<List<Object[]>> insert) {
        this.insert = insert;
    }

    /** Takes a row, and sends the batch that it fills. */
    void add(Object[] row) {
        rows.add(row);
        if (rows.size() == ROWS_AT_ONCE) {
            send();
        }
    }

    /** Sends what is left. */
    void end() {
        if (!rows.isEmpty()) {
            send();
        }
    }

    private void send() {
        insert.accept(rows);
        rows.clear();
    }
}
