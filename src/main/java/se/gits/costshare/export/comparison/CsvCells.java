package se.gits.costshare.export.comparison;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Holds the rows of two CSV files against each other: by their places, and where one has more rows
 * than the other, those between the first and the last that are the same.
 */
final class CsvCells {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setDelimiter(';').get();

    private CsvCells() {}

    static List<FileDifference> differences(String file, byte[] before, byte[] after)
            throws IOException {
        List<CSVRecord> one = rows(before);
        List<CSVRecord> other = rows(after);
        List<FileDifference> differences = new ArrayList<>();
        if (one.size() == other.size()) {
            for (int row = 0; row < one.size(); row++) {
                addCells(file, one, other, row, differences);
            }
            return differences;
        }
        int shorter = Math.min(one.size(), other.size());
        int first = 0;
        while (first < shorter && same(one.get(first), other.get(first))) {
            first++;
        }
        int same = 0;
        while (same < shorter - first
                && same(one.get(one.size() - 1 - same), other.get(other.size() - 1 - same))) {
            same++;
        }
        for (int row = first; row < one.size() - same; row++) {
            differences.add(FileDifference.ofCell(file, "rad " + (row + 1), text(one, row), ""));
        }
        for (int row = first; row < other.size() - same; row++) {
            differences.add(FileDifference.ofCell(file, "rad " + (row + 1), "", text(other, row)));
        }
        return differences;
    }

    private static boolean same(CSVRecord one, CSVRecord other) {
        return one.toList().equals(other.toList());
    }

    private static String text(List<CSVRecord> rows, int row) {
        return String.join(";", rows.get(row));
    }

    private static void addCells(
            String file,
            List<CSVRecord> one,
            List<CSVRecord> other,
            int row,
            List<FileDifference> differences) {
        int columns = Math.max(one.get(row).size(), other.get(row).size());
        for (int column = 0; column < columns; column++) {
            String was = cell(one, row, column);
            String is = cell(other, row, column);
            if (!was.equals(is)) {
                String heading = cell(one, 0, column).replace("\uFEFF", "");
                differences.add(
                        FileDifference.ofCell(file, "rad " + (row + 1) + ", " + heading, was, is));
            }
        }
    }

    private static List<CSVRecord> rows(byte[] bytes) throws IOException {
        try (CSVParser parser =
                CSVParser.parse(new String(bytes, StandardCharsets.UTF_8), FORMAT)) {
            return parser.getRecords();
        }
    }

    private static String cell(List<CSVRecord> rows, int row, int column) {
        CSVRecord cells = rows.get(row);
        return column < cells.size() ? cells.get(column) : "";
    }
}
