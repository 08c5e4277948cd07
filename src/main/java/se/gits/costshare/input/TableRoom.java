package se.gits.costshare.input;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * How much may be read of the tables of a folder together. All of them are held, since rows are
 * quoted from them, and a hostile folder may have many, each as large as one can be. What was read
 * counts also where the table was refused in the end.
 */
public final class TableRoom {

    private static final int MIB = 1024 * 1024;

    /**
     * Of what the workbooks unpack to: what one sheet may. It bounds the texts, which nothing else
     * counts.
     */
    private static final long MOST_UNPACKED_BYTES = WorkbookParts.MOST_BYTES;

    private final Problems problems;
    private long cells;
    private long unpackedBytes;

    private String largestTable = "";
    private double largestPart;

    TableRoom(Problems problems) {
        this.problems = problems;
    }

    /** Counts what was read of a table that may still be refused. */
    public void takeCells(long more) {
        cells += more;
    }

    void takeUnpackedBytes(long more) {
        unpackedBytes += more;
    }

    /** Whether more was read than there is room for: nothing further is worth while. */
    boolean isFull() {
        return part() > 1;
    }

    /** How much of the room is taken: of cells or of bytes, whichever is more. */
    private double part() {
        return Math.max(
                cells / (double) Sheet.MOST_CELLS, unpackedBytes / (double) MOST_UNPACKED_BYTES);
    }

    /**
     * Reads a table where there is room for it beside those that were read, and tells where there
     * is none.
     *
     * @param file the table's file
     * @param reading counts here what it reads, and tells itself why it refuses a table
     * @return empty where nothing was read, or there is no room for it
     */
    public <T> Optional<T> readIfRoom(String file, Supplier<Optional<T>> reading) {
        if (isFull()) {
            return tellFull(file);
        }
        double before = part();
        int faultsBefore = faults();
        Optional<T> read = reading.get();
        if (part() - before > largestPart) {
            largestPart = part() - before;
            largestTable = file;
        }
        // One that is too large on its own is told as that.
        boolean isRefused = read.isEmpty() && faults() > faultsBefore;
        return !isFull() || isRefused ? read : tellFull(file);
    }

    private int faults() {
        return problems.count(ProblemKind.Severity.FAULT);
    }

    private <T> Optional<T> tellFull(String file) {
        problems.add(
                Place.ofFile(file),
                "",
                ProblemKind.TABLES_TOO_LARGE,
                Sheet.MOST_CELLS,
                MOST_UNPACKED_BYTES / MIB,
                largestTable);
        return Optional.empty();
    }
}
