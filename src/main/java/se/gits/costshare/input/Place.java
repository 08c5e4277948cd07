package se.gits.costshare.input;

import java.util.Comparator;

/**
 * Where something stands in the input.
 *
 * @param file the file's name within the input folder
 * @param row as a spreadsheet counts, the heading being row 1; 0 for the file as a whole
 * @param column the column's heading or the setting's name; empty for the row as a whole
 * @param cell the cell's own address in a workbook, {@code Budget!E7}; empty elsewhere
 */
public record Place(String file, int row, String column, String cell) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::file)
                    .thenComparingInt(Place::row)
                    .thenComparing(Place::column);

    /** A place in a text file. */
    public Place(String file, int row, String column) {
        this(file, row, column, "");
    }

    public static Place ofFile(String file) {
        return new Place(file, 0, "");
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
