package se.gits.costshare.population;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import se.gits.costshare.input.Place;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.Problems;
import se.gits.costshare.input.Sheet;

/**
 * Reads the tables of municipalities that SCB has on the web, {@code be0101_tabhel2023.xlsx} and
 * those of each quarter. The date stands in the title; of the columns only the population is read.
 *
 * <pre>
 * Folkmängd i riket, län och kommuner 31 december och befolkningsförändringar 1 januari - 31 december 2023. Totalt
 *
 * Kommun ; Kommunnamn ; Folkmängd ; Folk-
 * Län    ; Länsnamn   ;           ; ökning
 *        ; Riket      ; 10551707  ; 30151
 * 01     ; Stockholm  ; 2454821   ; 14794
 * 0127   ; Botkyrka   ; 95592     ; 209
 * </pre>
 */
final class WebTableLayout {

    private static final Pattern TITLE =
            Pattern.compile(
                    "folkmängd i riket, län och kommuner"
                            + "|population in the (?:whole )?country, counties and municipalities");

    private static final Pattern POPULATION =
            Pattern.compile("(?:folkmängd|population)(?:[ \\d*)]*| .*\\d{4}.*)");

    /** What stands after the last year of the title: the part of the population, if any. */
    private static final Pattern AFTER_YEAR = Pattern.compile("^.*\\d{4}\\.?", Pattern.DOTALL);

    private static final int ROWS_ABOVE = 20;

    private static final int LONGEST_TITLE = 1_000;

    private WebTableLayout() {}

    /** Whether a title of the sheet says that it is such a table. */
    static boolean isOne(Sheet sheet) {
        return title(sheet).isPresent();
    }

    private record Title(String text, int row, int column) {}

    private static Optional<Title> title(Sheet sheet) {
        for (Sheet.Line line : firstRows(sheet)) {
            for (int column = 0; column < line.cells().size(); column++) {
                String text = line.cell(column).text();
                if (text.length() <= LONGEST_TITLE && TITLE.matcher(Part.plain(text)).lookingAt()) {
                    return Optional.of(new Title(text, line.number(), column));
                }
            }
        }
        return Optional.empty();
    }

    private static List<Sheet.Line> firstRows(Sheet sheet) {
        return sheet.lines().subList(0, Math.min(sheet.lines().size(), ROWS_ABOVE));
    }

    /** What the sheet says; empty, with the faults told, where it cannot be used. */
    static Optional<Cube> read(Sheet sheet, FileRegions regions, Problems problems) {
        Title title = title(sheet).orElseThrow();
        Place place = sheet.place(title.row(), title.column(), "");
        if (countsOneSex(title.text()) || countsOneSex(sheet.name())) {
            problems.add(place, title.text(), ProblemKind.POPULATION_ONE_SEX);
            return Optional.empty();
        }
        Optional<LocalDate> date = ReferenceDate.inTitle(title.text());
        if (date.isEmpty()) {
            problems.add(place, title.text(), ProblemKind.POPULATION_PERIOD);
            return Optional.empty();
        }
        int headingIndex = headingIndex(sheet, title.row());
        if (headingIndex < 0) {
            problems.add(place, title.text(), ProblemKind.POPULATION_LAYOUT);
            return Optional.empty();
        }
        return Optional.of(rows(sheet, headingIndex, date.get(), regions));
    }

    private static boolean countsOneSex(String text) {
        String last = AFTER_YEAR.matcher(Part.plain(text)).replaceFirst("").strip();
        return Part.of(last) instanceof Part.Sex;
    }

    /** The row with the population's heading; it may be any of several rows of headings. */
    private static int headingIndex(Sheet sheet, int titleRow) {
        List<Sheet.Line> lines = firstRows(sheet);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).number() > titleRow && populationColumn(lines.get(i)) > 0) {
                return i;
            }
        }
        return -1;
    }

    private static int populationColumn(Sheet.Line line) {
        for (int column = 1; column < line.cells().size(); column++) {
            String text = line.cell(column).text();
            if (text.length() <= Part.LONGEST
                    && POPULATION.matcher(text.toLowerCase(Locale.ROOT)).matches()
                    && Measure.of(text) != Measure.OTHER) {
                return column;
            }
        }
        return -1;
    }

    private static Cube rows(Sheet sheet, int headingIndex, LocalDate date, FileRegions regions) {
        Sheet.Line heading = sheet.lines().get(headingIndex);
        int column = populationColumn(heading);
        List<Cube.Observation> observations = new ArrayList<>();
        for (Sheet.Line line : sheet.lines().subList(headingIndex + 1, sheet.lines().size())) {
            String text = region(line, column);
            // Rows without a figure, or without a code, are more headings and notes.
            if (line.cell(column).text().isEmpty() || text.isEmpty()) {
                continue;
            }
            regions.read(text, "", sheet.place(line.number(), 0, heading.cell(0).text()))
                    .ifPresent(
                            region ->
                                    observations.add(
                                            new Cube.Observation(
                                                    region,
                                                    date,
                                                    new int[0],
                                                    line.number(),
                                                    column,
                                                    line.cell(column))));
        }
        return new Cube(
                sheet.file(),
                List.of(),
                observations,
                (row, at) -> sheet.place(row, at, heading.cell(at).text()));
    }

    /** Code and name, which stand in columns of their own. */
    private static String region(Sheet.Line line, int end) {
        List<String> texts = new ArrayList<>();
        for (int column = 0; column < end; column++) {
            if (!line.cell(column).text().isEmpty()) {
                texts.add(line.cell(column).text());
            }
        }
        return String.join(" ", texts);
    }
}
