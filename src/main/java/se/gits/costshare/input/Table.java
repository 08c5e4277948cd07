package se.gits.costshare.input;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table of the input: named columns, numbered rows. */
public record Table(Places places, List<Row> rows) {

    public Table {
        rows = List.copyOf(rows);
    }

    /** The file it was read from. */
    public String file() {
        return places.file();
    }

    /**
     * Where the table's cells stand in their file, for whoever finds a fault in one later on.
     *
     * @param indexOfColumn counted from 0
     */
    public record Places(Sheet sheet, Map<String, Integer> indexOfColumn) {

        public Places {
            indexOfColumn = new LinkedHashMap<>(indexOfColumn);
        }

        public String file() {
            return sheet.file();
        }

        /** The cell under a heading. */
        public Place at(int row, String column) {
            return sheet.place(row, indexOfColumn.getOrDefault(column, -1), column);
        }

        /** A column as a whole. */
        public Place of(String column) {
            return new Place(file(), 0, column);
        }
    }

    /** One row below the heading. */
    public record Row(Places places, Sheet.Line line) {

        /** As a spreadsheet counts, the first being row 1. */
        public int number() {
            return line.number();
        }

        /** The cell under a heading; an absent column reads as an empty cell. */
        public Cell cell(String column) {
            Integer index = places.indexOfColumn().get(column);
            return new Cell(
                    places.at(number(), column), index == null ? Content.BLANK : line.cell(index));
        }
    }
}
