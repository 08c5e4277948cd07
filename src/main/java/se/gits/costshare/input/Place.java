package se.gits.costshare.input;

import java.util.Comparator;

/**
 * Where something stands in the input.
 *
 * @param file the file's name within the input folder
 * @param row as a spreadsheet counts, the heading being row 1; 0 for the file as a whole
 * @param column the column's heading or the setting's name; empty for the row as a whole
 */
public record Place(String file, int row, String column) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::file)
                    .thenComparingInt(Place::row)
                    .thenComparing(Place::column);

    public static Place ofFile(String file) {
        return new Place(file, 0, "");
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
