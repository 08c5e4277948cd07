package se.gits.costshare.input;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a CSV table: {@code ;} or {@code ,} between cells, UTF-8 or Windows-1252, columns in any
 * order under a heading.
 *
 * <pre>
 * nyckel;från;till;part;andel;fördelning;beslut
 * 50/50;2023-01;;VGR;50;;Förvaltningsplan 2023, 4.2
 * 50/50;2023-01;;VGK;50;folkmängd;Förvaltningsplan 2023, 4.2
 * </pre>
 */
public final class CsvTable {

    /** Names and identities: they come into number columns, headings and the register. */
    private static final Set<String> SHORT_COLUMNS =
            Set.of("rad", "objekt", "namn", "nyckel", "momssats", "volym", "kostnadsslag");

    private static final int LONGEST_SHORT = 200;

    /** Room for a list of all municipalities of Sweden, and for any decision. */
    private static final int LONGEST_TEXT = 5_000;

    private CsvTable() {}

    /**
     * Reads a table with a heading in its first row. Blank rows are passed over but counted, as a
     * spreadsheet counts them.
     *
     * @return empty, with the fault told, where the heading cannot be understood
     */
    public static Optional<Table> read(InputFile file, Columns columns, Problems problems) {
        return records(file, problems).flatMap(records -> table(file, records, columns, problems));
    }

    /** The cells of every row, blank rows as empty lists, so that the index tells the row. */
    public static Optional<List<List<String>>> records(InputFile file, Problems problems) {
        Optional<String> text = TextFile.decode(file, problems);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        CSVFormat format =
                CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(delimiterOf(text.get()))
                        .setIgnoreEmptyLines(false)
                        .get();
        List<List<String>> records = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text.get()), format)) {
            for (CSVRecord record : parser) {
                List<String> cells = new ArrayList<>(record.size());
                record.forEach(cell -> cells.add(Cell.trimmed(cell)));
                records.add(cells.stream().allMatch(String::isEmpty) ? List.of() : cells);
            }
            return Optional.of(records);
        } catch (CSVException e) {
            return notCsv(file, records.size() + 1, problems);
        } catch (UncheckedIOException e) {
            return notCsv(file, records.size() + 1, problems);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory failed", e);
        }
    }

    private static <T> Optional<T> notCsv(InputFile file, int row, Problems problems) {
        problems.add(new Place(file.name(), row, ""), "", ProblemKind.FILE_NOT_CSV);
        return Optional.empty();
    }

    /** The delimiter that the first line with any has most of. */
    private static char delimiterOf(String text) {
        for (String line : (Iterable<String>) text.lines()::iterator) {
            long semicolons = line.chars().filter(c -> c == ';').count();
            long commas = line.chars().filter(c -> c == ',').count();
            if (line.startsWith("\"") && line.indexOf('"', 1) == line.length() - 1) {
                // A title in quotation marks, as SCB's, says nothing of the table below it.
                continue;
            }
            if (semicolons + commas > 0) {
                return semicolons >= commas ? ';' : ',';
            }
        }
        return ';';
    }

    private static Optional<Table> table(
            InputFile file, List<List<String>> records, Columns columns, Problems problems) {
        int headingIndex = 0;
        while (records.get(headingIndex).isEmpty()) {
            headingIndex++;
        }
        Optional<List<String>> heading =
                heading(
                        file.name(),
                        headingIndex + 1,
                        records.get(headingIndex),
                        columns,
                        problems);
        if (heading.isEmpty()) {
            return Optional.empty();
        }
        List<Table.Row> rows = new ArrayList<>();
        for (int i = headingIndex + 1; i < records.size(); i++) {
            if (!records.get(i).isEmpty()) {
                rows.add(row(file.name(), i + 1, heading.get(), records.get(i), problems));
            }
        }
        if (rows.isEmpty()) {
            problems.add(Place.ofFile(file.name()), "", ProblemKind.TABLE_WITHOUT_ROWS);
        }
        return Optional.of(new Table(file.name(), rows));
    }

    private static Optional<List<String>> heading(
            String file, int row, List<String> cells, Columns columns, Problems problems) {
        List<String> heading = new ArrayList<>();
        boolean understood = true;
        for (String cell : cells) {
            String column = cell.toLowerCase(Locale.ROOT);
            if (column.isEmpty()) {
                heading.add("");
            } else if (!columns.all().contains(column)) {
                problems.add(
                        new Place(file, row, cell),
                        cell,
                        ProblemKind.COLUMN_UNKNOWN,
                        NearestName.to(cell, columns.all()),
                        String.join(", ", columns.all()));
                heading.add("");
                understood = false;
            } else if (heading.contains(column)) {
                problems.add(new Place(file, row, column), cell, ProblemKind.COLUMN_TWICE);
                understood = false;
            } else {
                heading.add(column);
            }
        }
        for (String column : columns.required()) {
            if (!heading.contains(column)) {
                problems.add(
                        new Place(file, row, column),
                        "",
                        ProblemKind.COLUMN_MISSING,
                        String.join(";", columns.all()));
                understood = false;
            }
        }
        return understood ? Optional.of(heading) : Optional.empty();
    }

    private static Table.Row row(
            String file, int number, List<String> heading, List<String> cells, Problems problems) {
        Map<String, String> valueOfColumn = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            String column = i < heading.size() ? heading.get(i) : "";
            if (!column.isEmpty()) {
                valueOfColumn.put(column, cells.get(i));
                int longest = SHORT_COLUMNS.contains(column) ? LONGEST_SHORT : LONGEST_TEXT;
                if (cells.get(i).length() > longest) {
                    problems.add(
                            new Place(file, number, column),
                            cells.get(i),
                            ProblemKind.VALUE_TOO_LONG,
                            cells.get(i).length(),
                            longest);
                }
            } else if (!cells.get(i).isEmpty()) {
                problems.add(
                        new Place(file, number, ""),
                        cells.get(i),
                        ProblemKind.ROW_TOO_LONG,
                        heading.size());
            }
        }
        return new Table.Row(file, number, valueOfColumn);
    }
}
