package se.gits.costshare.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * The rows of a table as a file holds them, whatever its kind, before anyone knows its columns.
 *
 * @param file the file's name
 * @param name the workbook's sheet; empty for a text file
 * @param lines the rows with anything in them, from the top
 * @param merged what is merged to one cell; only the first holds a value
 */
public record Sheet(String file, String name, List<Line> lines, List<Range> merged) {

    /** What a spreadsheet program can hold. */
    static final int MOST_COLUMNS = 16_384;

    /** What a spreadsheet program can hold. */
    static final int MOST_ROWS = 1_048_576;

    /**
     * Several times the longest budget, and what Statistikdatabasen gives at once; a bound for
     * hostile files, and for all tables of a folder together.
     */
    public static final int MOST_CELLS = 1_000_000;

    public Sheet {
        lines = List.copyOf(lines);
        merged = List.copyOf(merged);
    }

    /**
     * A rectangle of cells.
     *
     * @param firstRow as a spreadsheet counts, from 1
     * @param firstColumn counted from 0
     */
    record Range(int firstRow, int firstColumn, int lastRow, int lastColumn) {

        /** As a spreadsheet writes it, {@code H2:H4}. */
        @Override
        public String toString() {
            return letters(firstColumn) + firstRow + ":" + letters(lastColumn) + lastRow;
        }
    }

    /**
     * One row with something in it.
     *
     * @param number as a spreadsheet counts, from 1
     * @param cells from the first column on, without blank cells at the end
     */
    public record Line(int number, List<Content> cells) {

        /** So much of a cell is enough to recognise its row by. */
        private static final int QUOTED = 200;

        /** What stands in a column, counted from 0; blank beyond the last. */
        public Content cell(int column) {
            return column < cells.size() ? cells.get(column) : Content.BLANK;
        }

        /** How many cells are not blank. */
        public int filled() {
            return (int) cells.stream().filter(cell -> !cell.isBlank()).count();
        }

        /** The row as text, to recognise it by. */
        public String quoted() {
            return cells.stream()
                    .map(cell -> cell.text().substring(0, Math.min(cell.text().length(), QUOTED)))
                    .collect(Collectors.joining(";"));
        }
    }

    /**
     * Reads the table that a file holds: CSV, or a workbook's first sheet, as its name ends.
     *
     * @return empty, with the fault told, where it is no such file, or one more than there is room
     *     for
     */
    public static Optional<Sheet> read(InputFile file, Problems problems) {
        Optional<Sheet> sheet =
                problems.room()
                        .readIfRoom(
                                file.name(),
                                () ->
                                        file.isWorkbook()
                                                ? WorkbookSheet.read(file, problems)
                                                : CsvSheet.read(file, problems));
        sheet.ifPresent(found -> problems.quote(found.file(), found.rowText()));
        return sheet;
    }

    private IntFunction<String> rowText() {
        return number -> {
            int low = 0;
            int high = lines.size() - 1;
            while (low <= high) {
                int middle = (low + high) >>> 1;
                int found = lines.get(middle).number();
                if (found == number) {
                    return lines.get(middle).quoted();
                }
                if (found < number) {
                    low = middle + 1;
                } else {
                    high = middle - 1;
                }
            }
            return "";
        };
    }

    /** The place of a cell, or of a row where no column is given (−1). */
    public Place place(int row, int column, String heading) {
        return new Place(file, row, heading, address(row, column));
    }

    private String address(int row, int column) {
        if (name.isEmpty() || row == 0) {
            return "";
        }
        return name + "!" + (column < 0 ? "" : letters(column)) + row;
    }

    /** The letters of a column, counted from 0: A, B … Z, AA. */
    static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            letters.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return letters.toString();
    }

    /** Collects the lines of a sheet, and stops where there are more than anyone needs. */
    static final class Collector {

        private final List<Line> lines = new ArrayList<>();
        private long cells;

        /** Takes a row; a row of blank cells is passed over. */
        void add(int number, List<Content> contents) throws TooLarge {
            int size = contents.size();
            while (size > 0 && contents.get(size - 1).isBlank()) {
                size--;
            }
            cells += size;
            if (size > MOST_COLUMNS || cells > MOST_CELLS) {
                throw new TooLarge();
            }
            if (size > 0) {
                lines.add(new Line(number, List.copyOf(contents.subList(0, size))));
            }
        }

        List<Line> lines() {
            return lines;
        }

        /** How many cells were taken. */
        long cells() {
            return cells;
        }
    }

    /** A sheet with more in it than a table of the input ever has. */
    static final class TooLarge extends Exception {
        private static final long serialVersionUID = 1;

        /** Tells it as a fault of the file. */
        <T> Optional<T> tell(InputFile file, Problems problems) {
            problems.add(
                    Place.ofFile(file.name()),
                    "",
                    ProblemKind.TABLE_TOO_LARGE,
                    MOST_COLUMNS,
                    MOST_CELLS);
            return Optional.empty();
        }
    }
}
