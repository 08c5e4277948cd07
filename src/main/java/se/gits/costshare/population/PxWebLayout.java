package se.gits.costshare.population;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import se.gits.costshare.input.Place;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.Problems;
import se.gits.costshare.input.Sheet;

/**
 * Reads SCB's tables from Statistikdatabasen (PxWeb), as CSV or workbook: the region and other
 * divisions to the left, a column of figures for every year or month.
 *
 * <pre>
 * "region";"kön";"2021";"2022"
 * "1480 Göteborg";"män";293084;297823
 * "1480 Göteborg";"kvinnor";294465;299018
 * </pre>
 *
 * <p>In a workbook a region stands in the first of its rows alone, and notes follow below.
 */
final class PxWebLayout {

    private static final Set<String> CODE =
            Set.of("kod", "code", "regionkod", "kommunkod", "region code", "municipality code");
    private static final Set<String> NAME =
            Set.of("region", "kommun", "municipality", "namn", "name", "kommunnamn", "regionnamn");
    private static final Set<String> PERIOD =
            Set.of(
                    "år",
                    "månad",
                    "kvartal",
                    "halvår",
                    "year",
                    "month",
                    "quarter",
                    "half-year",
                    "tid",
                    "time",
                    "period");

    /** Rows that are looked through for what a column without heading holds. */
    private static final int ROWS_THAT_TELL = 50;

    private static final int NONE = -1;

    private final Sheet sheet;
    private final PxWebHeading heading;
    private final FileRegions regions;
    private final Problems problems;

    private int regionColumn = NONE;
    private int nameColumn = NONE;
    private static final Pattern BARE_CODE = Pattern.compile("\\d{2}|\\d{4}");

    private int periodColumn = NONE;
    private List<PxWebHeading.Column> valueColumns = List.of();
    private final List<Integer> divisionColumns = new ArrayList<>();
    private final List<Dimension> dimensions = new ArrayList<>();
    private final Map<Integer, int[]> partsOfColumn = new HashMap<>();
    private final List<Cube.Observation> observations = new ArrayList<>();

    private PxWebLayout(Sheet sheet, PxWebHeading heading, FileRegions regions, Problems problems) {
        this.sheet = sheet;
        this.heading = heading;
        this.regions = regions;
        this.problems = problems;
    }

    /** What the sheet says; empty, with the faults told, where it is no such table. */
    static Optional<Cube> read(Sheet sheet, FileRegions regions, Problems problems) {
        Optional<PxWebHeading> heading = PxWebHeading.find(sheet);
        if (heading.isEmpty()) {
            problems.add(Place.ofFile(sheet.file()), "", ProblemKind.POPULATION_LAYOUT);
            return Optional.empty();
        }
        PxWebLayout layout = new PxWebLayout(sheet, heading.get(), regions, problems);
        if (!layout.countsPopulation() | !layout.findColumns()) {
            return Optional.empty();
        }
        layout.readRows();
        return Optional.of(
                new Cube(sheet.file(), layout.dimensions, layout.observations, layout::place));
    }

    /**
     * A table of something else with bare years over its columns is told by its title alone: so a
     * title there must say population, unless the columns do.
     */
    private boolean countsPopulation() {
        boolean said =
                heading.firstRow() == 0
                        || heading.columns().stream().anyMatch(PxWebHeading.Column::saysPopulation);
        Optional<Sheet.Line> wrong = Optional.empty();
        for (Sheet.Line line : sheet.lines().subList(0, heading.firstRow())) {
            Measure measure = Measure.ofTitle(line.cell(0).text());
            said |= measure == Measure.POPULATION;
            if (wrong.isEmpty() || measure == Measure.OTHER) {
                wrong = Optional.of(line);
            }
            if (measure == Measure.OTHER) {
                said = false;
                break;
            }
        }
        if (!said) {
            String title = wrong.orElseThrow().cell(0).text();
            problems.add(
                    place(wrong.get().number(), NONE),
                    title,
                    ProblemKind.POPULATION_CONTENT,
                    title);
        }
        return said;
    }

    private boolean findColumns() {
        boolean understood = findValueColumns();
        findStub();
        if (regionColumn == NONE) {
            problems.add(
                    place(headingLine().number(), NONE),
                    headingLine().quoted(),
                    ProblemKind.POPULATION_LAYOUT);
            return false;
        }
        boolean dated = valueColumns.stream().allMatch(column -> column.date().isPresent());
        if (understood && !dated && periodColumn == NONE) {
            PxWebHeading.Column first =
                    valueColumns.stream()
                            .filter(column -> column.date().isEmpty())
                            .findFirst()
                            .orElseThrow();
            problems.add(
                    place(first.row(), first.index()),
                    first.heading(),
                    ProblemKind.POPULATION_PERIOD);
            return false;
        }
        return understood && addDimensions();
    }

    private boolean findValueColumns() {
        boolean understood = true;
        for (PxWebHeading.Column column : heading.columns()) {
            if (column.measure() == Measure.UNKNOWN) {
                problems.add(
                        place(column.row(), column.index()),
                        column.heading(),
                        ProblemKind.POPULATION_COLUMN);
                understood = false;
            }
        }
        valueColumns =
                heading.columns().stream()
                        .filter(column -> column.measure() == Measure.POPULATION)
                        .toList();
        if (understood && valueColumns.isEmpty()) {
            problems.add(
                    place(headingLine().number(), NONE),
                    "",
                    ProblemKind.POPULATION_CONTENT,
                    heading.columns().get(0).heading());
            return false;
        }
        return understood;
    }

    private Sheet.Line headingLine() {
        return sheet.lines().get(heading.lastRow());
    }

    private String headingOf(int column) {
        return Part.plain(headingLine().cell(column).text());
    }

    private void findStub() {
        int code = columnHeaded(CODE);
        int name = columnHeaded(NAME);
        regionColumn = code != NONE ? code : name;
        nameColumn = code != NONE ? name : NONE;
        if (regionColumn == NONE) {
            regionColumn = columnOfRegions();
        }
        if (nameColumn == NONE && regionColumn != NONE && isName(regionColumn + 1)) {
            nameColumn = regionColumn + 1;
        }
        periodColumn = columnHeaded(PERIOD);
        if (periodColumn == NONE) {
            periodColumn = columnOfPeriods();
        }
        for (int column = 0; column < heading.firstValue(); column++) {
            if (column != regionColumn && column != nameColumn && column != periodColumn) {
                divisionColumns.add(column);
            }
        }
    }

    /** Whether a column without heading says the name of the region whose code stands before it. */
    private boolean isName(int column) {
        return column < heading.firstValue()
                && headingOf(column).isEmpty()
                && firstRows().stream()
                        .map(line -> line.cell(column - 1).text())
                        .allMatch(text -> BARE_CODE.matcher(text).matches())
                && firstRows().stream()
                        .map(line -> line.cell(column).text())
                        .noneMatch(
                                text ->
                                        text.isEmpty()
                                                || ReferenceDate.of(text).isPresent()
                                                || !(Part.of(text) instanceof Part.Unknown));
    }

    private int columnHeaded(Set<String> names) {
        for (int column = 0; column < heading.firstValue(); column++) {
            if (names.contains(headingOf(column))) {
                return column;
            }
        }
        return NONE;
    }

    private int columnOfRegions() {
        for (int column = 0; column < heading.firstValue(); column++) {
            for (Sheet.Line line : firstRows()) {
                String text = line.cell(column).text();
                // 2021 is a year and SCB's code of a municipality; where there are years, it is one
                if (regions.isRegion(text) && ReferenceDate.of(text).isEmpty()) {
                    return column;
                }
            }
        }
        return NONE;
    }

    private int columnOfPeriods() {
        for (int column = 0; column < heading.firstValue(); column++) {
            if (column != regionColumn
                    && column != nameColumn
                    && !firstRows().isEmpty()
                    && ReferenceDate.of(firstRows().get(0).cell(column).text()).isPresent()) {
                return column;
            }
        }
        return NONE;
    }

    private List<Sheet.Line> firstRows() {
        List<Sheet.Line> rows = rows();
        return rows.subList(0, Math.min(rows.size(), ROWS_THAT_TELL));
    }

    private List<Sheet.Line> rows() {
        return sheet.lines().subList(heading.lastRow() + 1, sheet.lines().size());
    }

    private boolean addDimensions() {
        for (int column : divisionColumns) {
            dimensions.add(
                    new Dimension(
                            place(headingLine().number(), column),
                            headingLine().cell(column).text()));
        }
        for (PxWebHeading.Column column : valueColumns) {
            partsOfColumn.put(column.index(), new int[column.parts().size()]);
        }
        for (int level = 0; level <= heading.lastRow() - heading.firstRow(); level++) {
            addDimensionOfHeading(level);
        }
        if (dimensions.size() > Cube.MOST_DIMENSIONS) {
            problems.add(
                    place(headingLine().number(), NONE),
                    headingLine().quoted(),
                    ProblemKind.POPULATION_LAYOUT);
            return false;
        }
        return true;
    }

    private void addDimensionOfHeading(int level) {
        Sheet.Line line = sheet.lines().get(heading.firstRow() + level);
        Dimension dimension = new Dimension(place(line.number(), NONE), "");
        for (PxWebHeading.Column column : valueColumns) {
            partsOfColumn.get(column.index())[level] = dimension.indexOf(column.parts().get(level));
        }
        dimensions.add(dimension);
    }

    private void readRows() {
        String region = "";
        String name = "";
        String[] division = new String[divisionColumns.size()];
        Arrays.fill(division, "");
        String period = "";
        for (Sheet.Line line : rows()) {
            boolean figures = hasFigures(line);
            String text = line.cell(regionColumn).text();
            if (!figures && !regions.isRegion(text)) {
                // a note below the table; nothing below it goes on from what is above
                region = text.isEmpty() ? region : "";
                continue;
            }
            if (!text.isEmpty()) {
                region = text;
                name = nameColumn == NONE ? "" : line.cell(nameColumn).text();
            }
            for (int i = 0; i < division.length; i++) {
                String value = line.cell(divisionColumns.get(i)).text();
                division[i] = value.isEmpty() ? division[i] : value;
            }
            if (periodColumn != NONE && !line.cell(periodColumn).text().isEmpty()) {
                period = line.cell(periodColumn).text();
            }
            if (figures) {
                readRow(line, region, name, division, period);
            }
        }
    }

    private boolean hasFigures(Sheet.Line line) {
        for (int column = heading.firstValue(); column < line.cells().size(); column++) {
            if (!line.cell(column).text().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private void readRow(
            Sheet.Line line, String region, String name, String[] division, String period) {
        Optional<String> wanted = regions.read(region, name, place(line.number(), regionColumn));
        int[] values = new int[dimensions.size()];
        for (int i = 0; i < division.length; i++) {
            values[i] = dimensions.get(i).indexOf(division[i]);
        }
        if (wanted.isEmpty()) {
            return;
        }
        tellIfTooLong(line);
        Optional<LocalDate> ofRow = periodColumn == NONE ? Optional.empty() : dateOf(line, period);
        if (periodColumn != NONE && ofRow.isEmpty()) {
            return;
        }
        for (PxWebHeading.Column column : valueColumns) {
            int[] parts = partsOfColumn.get(column.index());
            System.arraycopy(parts, 0, values, division.length, parts.length);
            observations.add(
                    new Cube.Observation(
                            wanted.get(),
                            column.date().or(() -> ofRow).orElseThrow(),
                            values.clone(),
                            line.number(),
                            column.index(),
                            line.cell(column.index())));
        }
    }

    private Optional<LocalDate> dateOf(Sheet.Line line, String period) {
        Optional<LocalDate> date = ReferenceDate.of(period);
        if (date.isEmpty()) {
            problems.add(place(line.number(), periodColumn), period, ProblemKind.POPULATION_PERIOD);
        }
        return date;
    }

    private void tellIfTooLong(Sheet.Line line) {
        int width = headingLine().cells().size();
        for (int column = width; column < line.cells().size(); column++) {
            if (!line.cell(column).text().isEmpty()) {
                problems.add(
                        place(line.number(), column),
                        line.cell(column).text(),
                        ProblemKind.ROW_TOO_LONG,
                        width);
                return;
            }
        }
    }

    private Place place(int row, int column) {
        if (column < 0) {
            return sheet.place(row, column, "");
        }
        String above = headingLine().cell(column).text();
        return sheet.place(row, column, above);
    }
}
