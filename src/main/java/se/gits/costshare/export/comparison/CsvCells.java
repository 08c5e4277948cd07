package se.gits.costshare.export.comparison;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Holds the rows of two CSV files against each other, by their places. */
final class CsvCells {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setDelimiter(';').get();

    private CsvCells() {}

    static List<FileDifference> differences(String file, byte[] before, byte[] after)
            throws IOException {
        List<CSVRecord> one = rows(before);
        List<CSVRecord> other = rows(after);
        List<FileDifference> differences = new ArrayList<>();
        for (int row = 0; row < Math.max(one.size(), other.size()); row++) {
            int columns = Math.max(columns(one, row), columns(other, row));
            for (int column = 0; column < columns; column++) {
                String was = cell(one, row, column);
                String is = cell(other, row, column);
                if (!was.equals(is)) {
                    String heading = cell(one, 0, column);
                    differences.add(
                            new FileDifference(
                                    file,
                                    "rad " + (row + 1) + ", " + heading.replace("\uFEFF", ""),
                                    was,
                                    is));
                }
            }
        }
        return differences;
    }

    private static List<CSVRecord> rows(byte[] bytes) throws IOException {
        try (CSVParser parser =
                CSVParser.parse(new String(bytes, StandardCharsets.UTF_8), FORMAT)) {
            return parser.getRecords();
        }
    }

    private static int columns(List<CSVRecord> rows, int row) {
        return row < rows.size() ? rows.get(row).size() : 0;
    }

    private static String cell(List<CSVRecord> rows, int row, int column) {
        return column < columns(rows, row) ? rows.get(row).get(column) : "";
    }
}
