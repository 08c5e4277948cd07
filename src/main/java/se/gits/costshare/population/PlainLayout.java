package se.gits.costshare.population;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.gits.costshare.input.Cell;
import se.gits.costshare.input.Columns;
import se.gits.costshare.input.Problems;
import se.gits.costshare.input.Sheet;
import se.gits.costshare.input.Table;
import se.gits.costshare.input.TableFile;
import se.gits.costshare.party.PartyCode;

/** Reads a table that somebody made: {@code kod;namn;datum;antal}, where namn may be left out. */
final class PlainLayout {

    static final Columns COLUMNS = new Columns(List.of("kod", "datum", "antal"), List.of("namn"));

    private static final int ROWS_ABOVE = 50;

    private PlainLayout() {}

    /** Whether a row names two of the three columns it must have; one may be misspelt. */
    static boolean isOne(Sheet sheet) {
        return sheet.lines().stream()
                .limit(ROWS_ABOVE)
                .map(
                        line ->
                                line.cells().stream()
                                        .map(cell -> cell.text().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.toSet()))
                .anyMatch(PlainLayout::isHeading);
    }

    /** Code and count alone may be a table of Statistikdatabasen's with its years in the rows. */
    private static boolean isHeading(Set<String> words) {
        boolean years = words.contains("år") || words.contains("månad") || words.contains("region");
        return words.contains("datum") && (words.contains("kod") || words.contains("antal"))
                || words.contains("kod") && words.contains("antal") && !years;
    }

    /** What the sheet says; empty, with the faults told, where its heading is not understood. */
    static Optional<Cube> read(Sheet sheet, FileRegions regions, Problems problems) {
        return TableFile.of(sheet, COLUMNS, problems).map(table -> cube(table, regions, problems));
    }

    private static Cube cube(Table table, FileRegions regions, Problems problems) {
        List<Cube.Observation> observations = new ArrayList<>();
        Sheet sheet = table.places().sheet();
        int column = table.places().indexOfColumn().get("antal");
        for (Table.Row row : table.rows()) {
            Cell kod = row.cell("kod");
            Optional<PartyCode> code = kod.code(problems);
            Optional<LocalDate> date = row.cell("datum").date(problems);
            Optional<String> region =
                    code.flatMap(
                            known ->
                                    regions.read(
                                            known.value(), row.cell("namn").value(), kod.place()));
            if (region.isPresent() && date.isPresent()) {
                observations.add(
                        new Cube.Observation(
                                region.get(),
                                date.get(),
                                new int[0],
                                row.number(),
                                column,
                                row.cell("antal").content()));
            }
        }
        return new Cube(
                table.file(), List.of(), observations, (row, at) -> sheet.place(row, at, "antal"));
    }
}
