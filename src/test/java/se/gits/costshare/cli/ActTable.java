package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table as a spreadsheet would have it, read by headings and without the program's own reader.
 *
 * @param rows each row's cells by column, in the file's order
 */
record ActTable(List<Map<String, String>> rows) {

    /** Reads a table with semicolons that has no quoted cells. */
    static ActTable read(Path file) throws IOException {
        String text = Files.readString(file);
        assertThat(text).as(file + ": quoted cells are not read here").doesNotContain("\"");
        List<String[]> lines =
                text.replace("\uFEFF", "").lines().map(line -> line.split(";", -1)).toList();
        List<Map<String, String>> rows = new ArrayList<>();
        for (String[] cells : lines.subList(1, lines.size())) {
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < cells.length; i++) {
                row.put(lines.get(0)[i], cells[i]);
            }
            rows.add(row);
        }
        return new ActTable(rows);
    }

    /** An amount in öre, {@code -8 579,33} or {@code 2000}. */
    static long ore(String kronor) {
        return new BigDecimal(kronor.replaceAll("[\\s\u00A0]", "").replace(',', '.'))
                .movePointRight(2)
                .longValueExact();
    }

    /** What a column adds up to, in öre. */
    long sum(String column) {
        return rows.stream().mapToLong(row -> ore(row.get(column))).sum();
    }

    /** The rows that have a value in a column. */
    ActTable where(String column, String value) {
        return new ActTable(rows.stream().filter(row -> row.get(column).equals(value)).toList());
    }

    /** The rows of municipalities, whose codes are four digits. */
    ActTable ofMunicipalities() {
        return new ActTable(
                rows.stream().filter(row -> row.get("part").matches("\\d{4}")).toList());
    }
}
