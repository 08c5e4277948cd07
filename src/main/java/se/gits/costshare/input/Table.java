package se.gits.costshare.input;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of the input: named columns, numbered rows.
 *
 * @param file the file it was read from
 */
public record Table(String file, List<Row> rows) {

    public Table {
        rows = List.copyOf(rows);
    }

    /**
     * One row below the heading.
     *
     * @param number as a spreadsheet counts, the heading being row 1
     */
    public record Row(String file, int number, Map<String, String> valueOfColumn) {

        public Row {
            valueOfColumn = new LinkedHashMap<>(valueOfColumn);
        }

        /** The cell under a heading; an absent column reads as an empty cell. */
        public Cell cell(String column) {
            return new Cell(
                    new Place(file, number, column), valueOfColumn.getOrDefault(column, ""));
        }

        /** The row as a whole. */
        public Place place() {
            return new Place(file, number, "");
        }
    }
}
