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
import se.gits.costshare.input.Content;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.input.Place;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.Problems;
import se.gits.costshare.input.Sheet;
import se.gits.costshare.input.Table;
import se.gits.costshare.input.TableFile;
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

    /** What stands in the heading of the plain table. */
    public static final Columns PLAIN =
            new Columns(List.of("kod", "datum", "antal"), List.of("namn"));

    private static final Pattern YEAR = Pattern.compile("(?:folkmängd |population )?(\\d{4})");
    private static final Pattern MUNICIPALITY = Pattern.compile("(\\d{4})(?:\\s.*)?");
    private static final Pattern LARGER_REGION = Pattern.compile("(\\d{2}|SE\\d*|[A-Z]{2})\\s.*");

    /** What SCB writes where it has no figure. */
    private static final Set<String> MISSING = Set.of("..", ".");

    private PopulationFile() {}

    /** Reads all population files of the input into one table. */
    public static PopulationTable read(InputFiles files, Parties parties, Problems problems) {
        List<InputFile> population = files.populations(problems);
        String name = population.size() == 1 ? population.get(0).name() : "folkmangd.csv";
        PopulationTable table = new PopulationTable(new Place(name, 0, "region"));
        if (population.isEmpty()) {
            table.markIncomplete();
            if (files.all().stream().noneMatch(file -> file.name().startsWith("folkmangd"))) {
                problems.add(Place.ofFile("folkmangd.csv"), "", ProblemKind.FILE_MISSING);
            }
        }
        for (InputFile file : population) {
            read(file, parties, table, problems);
        }
        return table;
    }

    private static void read(
            InputFile file, Parties parties, PopulationTable population, Problems problems) {
        Optional<Sheet> sheet = Sheet.read(file, problems);
        if (sheet.isEmpty()) {
            population.markIncomplete();
        } else if (isPlain(sheet.get())) {
            TableFile.of(sheet.get(), PLAIN, problems)
                    .ifPresentOrElse(
                            table -> readPlain(table, parties, population, problems),
                            population::markIncomplete);
        } else {
            readStatistikdatabasen(sheet.get(), parties, population, problems);
        }
    }

    private static boolean isPlain(Sheet sheet) {
        return sheet.lines().get(0).cells().stream()
                .anyMatch(cell -> cell.text().equalsIgnoreCase("datum"));
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
            Sheet sheet, Parties parties, PopulationTable population, Problems problems) {
        Optional<Sheet.Line> heading =
                sheet.lines().stream().filter(PopulationFile::isHeading).findFirst();
        if (heading.isEmpty()) {
            problems.add(Place.ofFile(sheet.file()), "", ProblemKind.POPULATION_LAYOUT);
            population.markIncomplete();
            return;
        }
        List<Content> columns = heading.get().cells();
        List<Optional<LocalDate>> dateOfColumn = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            Optional<LocalDate> date = referenceDate(columns.get(column).text());
            dateOfColumn.add(date);
            if (column > 0 && date.isEmpty()) {
                problems.add(
                        sheet.place(heading.get().number(), column, columns.get(column).text()),
                        columns.get(column).text(),
                        ProblemKind.POPULATION_LAYOUT);
                population.markIncomplete();
                return;
            }
        }
        for (Sheet.Line line : sheet.lines()) {
            if (line.number() > heading.get().number()) {
                readRegion(sheet, columns, dateOfColumn, line, parties, population, problems);
            }
        }
    }

    private static boolean isHeading(Sheet.Line line) {
        return line.cells().size() > 1 && line.cell(0).text().equalsIgnoreCase("region");
    }

    private static Optional<LocalDate> referenceDate(String heading) {
        Matcher year = YEAR.matcher(heading.toLowerCase(Locale.ROOT));
        return year.matches()
                ? Optional.of(LocalDate.of(Integer.parseInt(year.group(1)), 12, 31))
                : Optional.empty();
    }

    private static void readRegion(
            Sheet sheet,
            List<Content> columns,
            List<Optional<LocalDate>> dateOfColumn,
            Sheet.Line line,
            Parties parties,
            PopulationTable population,
            Problems problems) {
        Matcher municipality = MUNICIPALITY.matcher(line.cell(0).text());
        if (!municipality.matches()) {
            if (!LARGER_REGION.matcher(line.cell(0).text()).matches()) {
                problems.add(
                        sheet.place(line.number(), 0, columns.get(0).text()),
                        line.cell(0).text(),
                        ProblemKind.POPULATION_REGION);
                population.markIncomplete();
            }
            return;
        }
        PartyCode code = new PartyCode(municipality.group(1));
        if (!isMunicipality(code, parties)) {
            return;
        }
        for (int column = 1; column < columns.size(); column++) {
            Place place = sheet.place(line.number(), column, columns.get(column).text());
            Cell cell = new Cell(place, line.cell(column));
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
