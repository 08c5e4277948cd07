package se.gits.costshare.population;

import java.util.List;
import java.util.Optional;
import se.gits.costshare.input.Columns;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.input.Place;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.Problems;
import se.gits.costshare.input.Sheet;
import se.gits.costshare.parties.Parties;

/**
 * Reads {@code folkmangd*}: SCB's figures as SCB gives them, and a plain table.
 *
 * <ul>
 *   <li>Statistikdatabasen, as CSV or workbook: {@link PxWebLayout}
 *   <li>the same from the API, as JSON-stat2: {@link JsonStatLayout}
 *   <li>SCB's tables on the web: {@link WebTableLayout}
 *   <li>{@code kod;namn;datum;antal}: {@link PlainLayout}
 * </ul>
 *
 * <p>Each says what stands in the file, as a {@link Cube}; {@link CubeSum} adds what is divided by
 * sex, age and marital status. A region is known by its code or by a party's name; rows of
 * counties, of the country and of municipalities that are no parties are passed over.
 */
public final class PopulationFile {

    /** What stands in the heading of the plain table. */
    public static final Columns PLAIN = PlainLayout.COLUMNS;

    private PopulationFile() {}

    /** Reads all population files of the input into one table. */
    public static PopulationTable read(InputFiles files, Parties parties, Problems problems) {
        List<InputFile> population = files.populations(problems);
        String name = population.size() == 1 ? population.get(0).name() : "folkmangd.csv";
        PopulationTable table = new PopulationTable(new Place(name, 0, "region"));
        if (population.isEmpty()) {
            table.markIncomplete();
            if (!problems.tellOfTable("folkmangd")) {
                problems.add(Place.ofFile("folkmangd.csv"), "", ProblemKind.FILE_MISSING);
            }
        }
        for (InputFile file : population) {
            int faultsBefore = problems.count(ProblemKind.Severity.FAULT);
            read(file, parties, table, problems);
            if (problems.count(ProblemKind.Severity.FAULT) > faultsBefore) {
                table.markIncomplete();
            }
        }
        return table;
    }

    private static void read(
            InputFile file, Parties parties, PopulationTable table, Problems problems) {
        FileRegions regions = new FileRegions(parties, problems);
        Optional<Cube> cube =
                file.name().endsWith(".json")
                        ? JsonStatLayout.read(file, regions, problems)
                        : Sheet.read(file, problems)
                                .flatMap(sheet -> read(sheet, regions, problems));
        if (cube.isPresent()) {
            regions.finish(file.name());
            CubeSum.add(cube.get(), parties, table, problems);
        }
    }

    private static Optional<Cube> read(Sheet sheet, FileRegions regions, Problems problems) {
        if (WebTableLayout.isOne(sheet)) {
            return WebTableLayout.read(sheet, regions, problems);
        }
        return PlainLayout.isOne(sheet)
                ? PlainLayout.read(sheet, regions, problems)
                : PxWebLayout.read(sheet, regions, problems);
    }
}
