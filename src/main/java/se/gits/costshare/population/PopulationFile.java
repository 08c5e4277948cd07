package se.gits.costshare.population;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.gits.costshare.input.Cell;
import se.gits.costshare.input.Columns;
import se.gits.costshare.input.CsvTable;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.input.Place;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.Problems;
import se.gits.costshare.input.Table;
import se.gits.costshare.parties.Parties;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.party.PartyType;

/**
 * Reads {@code folkmangd*.csv}: SCB's table as Statistikdatabasen gives it, with one column a year,
 * or a plain {@code kod;namn;datum;antal}.
 *
 * <pre>
 * "Folkmängd efter region och år"
 *
 * "region";"2021";"2022"
 * "1480 Göteborg";587549;596841
 * </pre>
 *
 * <p>A figure per year is that of 31 December. A region is known by its four digits; rows of
 * counties, of the country and of municipalities that are no parties are passed over.
 */
public final class PopulationFile {

    static final Columns PLAIN = new Columns(List.of("kod", "datum", "antal"), List.of("namn"));

    private static final Pattern YEAR = Pattern.compile("(?:folkmängd |population )?(\\d{4})");
    private static final Pattern MUNICIPALITY = Pattern.compile("(\\d{4})(?:\\s.*)?");
    private static final Pattern LARGER_REGION = Pattern.compile("(\\d{2}|SE\\d*|[A-Z]{2})\\s.*");

    /** What SCB writes where it has no figure. */
    private static final Set<String> MISSING = Set.of("..", ".");

    private PopulationFile() {}

    /** Reads all population files of the input into one table. */
    public static PopulationTable read(InputFiles files, Parties parties, Problems problems) {
        PopulationTable population = new PopulationTable();
        if (files.populations().isEmpty()) {
            problems.add(Place.ofFile("folkmangd.csv"), "", ProblemKind.FILE_MISSING);
            population.markIncomplete();
        }
        for (InputFile file : files.populations()) {
            if (file.name().endsWith(".xlsx")) {
                problems.add(
                        Place.ofFile(file.name()),
                        "",
                        ProblemKind.FILE_IS_WORKBOOK,
                        file.name().substring(0, file.name().length() - ".xlsx".length()));
                population.markIncomplete();
            } else {
                read(file, parties, population, problems);
            }
        }
        return population;
    }

    private static void read(
            InputFile file, Parties parties, PopulationTable population, Problems problems) {
        Optional<List<List<String>>> records = CsvTable.records(file, problems);
        if (records.isEmpty()) {
            population.markIncomplete();
        } else if (isPlain(records.get())) {
            CsvTable.read(file, PLAIN, problems)
                    .ifPresentOrElse(
                            table -> readPlain(table, parties, population, problems),
                            population::markIncomplete);
        } else {
            readStatistikdatabasen(file.name(), records.get(), parties, population, problems);
        }
    }

    private static boolean isPlain(List<List<String>> records) {
        return records.stream()
                .filter(record -> !record.isEmpty())
                .findFirst()
                .map(heading -> heading.stream().anyMatch(cell -> cell.equalsIgnoreCase("datum")))
                .orElse(false);
    }

    private static void readPlain(
            Table table, Parties parties, PopulationTable population, Problems problems) {
        for (Table.Row row : table.rows()) {
            Optional<PartyCode> code = row.cell("kod").code(problems);
            Optional<LocalDate> date = row.cell("datum").date(problems);
            if (code.isEmpty() || date.isEmpty()) {
                population.markIncomplete();
            } else if (isMunicipality(code.get(), parties)) {
                add(code.get(), date.get(), row.cell("antal"), population, problems);
            }
        }
    }

    private static void readStatistikdatabasen(
            String file,
            List<List<String>> records,
            Parties parties,
            PopulationTable population,
            Problems problems) {
        int headingIndex = 0;
        while (headingIndex < records.size() && !isHeading(records.get(headingIndex))) {
            headingIndex++;
        }
        if (headingIndex == records.size()) {
            problems.add(Place.ofFile(file), "", ProblemKind.POPULATION_LAYOUT);
            population.markIncomplete();
            return;
        }
        List<String> heading = records.get(headingIndex);
        List<Optional<LocalDate>> dateOfColumn = new ArrayList<>();
        for (int column = 0; column < heading.size(); column++) {
            Optional<LocalDate> date = referenceDate(heading.get(column));
            dateOfColumn.add(date);
            if (column > 0 && date.isEmpty()) {
                problems.add(
                        new Place(file, headingIndex + 1, heading.get(column)),
                        heading.get(column),
                        ProblemKind.POPULATION_LAYOUT);
                population.markIncomplete();
                return;
            }
        }
        for (int i = headingIndex + 1; i < records.size(); i++) {
            readRegion(
                    file,
                    i + 1,
                    heading,
                    dateOfColumn,
                    records.get(i),
                    parties,
                    population,
                    problems);
        }
    }

    private static boolean isHeading(List<String> record) {
        return record.size() > 1 && record.get(0).equalsIgnoreCase("region");
    }

    private static Optional<LocalDate> referenceDate(String heading) {
        Matcher year = YEAR.matcher(heading.toLowerCase(Locale.ROOT));
        return year.matches()
                ? Optional.of(LocalDate.of(Integer.parseInt(year.group(1)), 12, 31))
                : Optional.empty();
    }

    private static void readRegion(
            String file,
            int row,
            List<String> heading,
            List<Optional<LocalDate>> dateOfColumn,
            List<String> cells,
            Parties parties,
            PopulationTable population,
            Problems problems) {
        if (cells.isEmpty()) {
            return;
        }
        Matcher municipality = MUNICIPALITY.matcher(cells.get(0));
        if (!municipality.matches()) {
            if (!LARGER_REGION.matcher(cells.get(0)).matches()) {
                problems.add(
                        new Place(file, row, heading.get(0)),
                        cells.get(0),
                        ProblemKind.POPULATION_REGION);
                population.markIncomplete();
            }
            return;
        }
        PartyCode code = new PartyCode(municipality.group(1));
        if (!isMunicipality(code, parties)) {
            return;
        }
        for (int column = 1; column < heading.size(); column++) {
            String value = column < cells.size() ? cells.get(column) : "";
            Cell cell = new Cell(new Place(file, row, heading.get(column)), value);
            add(code, dateOfColumn.get(column).orElseThrow(), cell, population, problems);
        }
    }

    private static boolean isMunicipality(PartyCode code, Parties parties) {
        return parties.find(code)
                .map(Party::type)
                .filter(PartyType.MUNICIPALITY::equals)
                .isPresent();
    }

    private static void add(
            PartyCode code,
            LocalDate date,
            Cell cell,
            PopulationTable population,
            Problems problems) {
        if (cell.isEmpty() || MISSING.contains(cell.value())) {
            // A fault only if the figure is needed, which the lines decide.
            return;
        }
        OptionalLong inhabitants = cell.count(problems);
        if (inhabitants.isEmpty()) {
            population.markIncomplete();
            return;
        }
        if (inhabitants.getAsLong() == 0) {
            cell.fault(problems, ProblemKind.POPULATION_ZERO, code);
        }
        PopulationTable.Figure figure =
                new PopulationTable.Figure(inhabitants.getAsLong(), cell.place());
        Optional<PopulationTable.Figure> earlier = population.add(code, date, figure);
        if (earlier.isEmpty()) {
            return;
        }
        Place earlierPlace = earlier.get().source();
        if (earlierPlace.file().equals(cell.place().file())) {
            cell.fault(problems, ProblemKind.TWICE, earlierPlace.row());
        } else if (earlier.get().inhabitants() != figure.inhabitants()) {
            cell.fault(
                    problems,
                    ProblemKind.POPULATION_DIFFERS,
                    earlier.get().inhabitants(),
                    earlierPlace.file(),
                    earlierPlace.row());
        }
    }
}
