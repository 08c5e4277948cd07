package se.gits.costshare.run;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import se.gits.costshare.input.Cell;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.input.Place;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.Problems;
import se.gits.costshare.keys.Facts;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.population.PopulationTable;
import se.gits.costshare.settings.Settings;
import se.gits.costshare.volume.Volumes;

/** The facts that an input states, and the telling of those it lacks where a key asks for them. */
final class KnownFacts {

    private final InputsReader.Tables tables;
    private final RowsUsed used;
    private final Problems problems;

    /** What was told to be missing in its first month need not be told in every month. */
    private final Set<List<Object>> told = new HashSet<>();

    KnownFacts(InputsReader.Tables tables, RowsUsed used, Problems problems) {
        this.tables = tables;
        this.used = used;
        this.problems = problems;
    }

    /** The facts of a month. */
    Facts of(YearMonth month) {
        Optional<Settings.PopulationBasis> basis =
                tables.settings().flatMap(settings -> settings.populationBasis(month));
        return new Facts() {
            @Override
            public OptionalLong inhabitantsOf(PartyCode municipality) {
                if (basis.isEmpty()) {
                    tellNoReferenceDate(month);
                    return OptionalLong.empty();
                }
                LocalDate date = basis.get().referenceDate();
                Optional<PopulationTable.Figure> figure =
                        tables.population().find(municipality, date);
                if (figure.isEmpty()) {
                    tellNoInhabitants(municipality, date);
                    return OptionalLong.empty();
                }
                return OptionalLong.of(figure.get().inhabitants());
            }

            @Override
            public OptionalLong volumeOf(String volumeName, PartyCode party) {
                Optional<Volumes.Volume> volume =
                        tables.volumes().flatMap(table -> table.find(volumeName, party, month));
                if (volume.isEmpty()) {
                    tellNoVolume(volumeName, party, month);
                    return OptionalLong.empty();
                }
                used.add(volume.get());
                return OptionalLong.of(volume.get().count());
            }
        };
    }

    private void tellNoReferenceDate(YearMonth month) {
        // Settings that could not be read have been told.
        if (tables.settings().isPresent() && told.add(List.of())) {
            problems.add(
                    new Place(InputFiles.SETTINGS, 0, "folkmängd"),
                    "",
                    ProblemKind.REFERENCE_DATE_MISSING,
                    month);
        }
    }

    private void tellNoInhabitants(PartyCode municipality, LocalDate date) {
        PopulationTable population = tables.population();
        if (!population.isIncomplete() && told.add(List.of(date, municipality))) {
            Optional<Cell> empty = population.missing(municipality, date);
            problems.add(
                    empty.map(Cell::place).orElse(population.regionColumn()),
                    empty.map(Cell::value).orElse(municipality.value()),
                    ProblemKind.POPULATION_MISSING,
                    nameOf(municipality),
                    date);
        }
    }

    private void tellNoVolume(String volumeName, PartyCode party, YearMonth month) {
        if (tables.volumes().isPresent() && told.add(List.of(volumeName, party))) {
            problems.add(
                    tables.volumes().get().partColumn(),
                    party.value(),
                    ProblemKind.VOLUME_MISSING,
                    nameOf(party),
                    volumeName,
                    month);
        }
    }

    private String nameOf(PartyCode party) {
        return tables.parties().flatMap(parties -> parties.find(party)).map(Party::name).orElse("");
    }
}
