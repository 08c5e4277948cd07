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
import se.gits.costshare.input.NearestName;
import se.gits.costshare.input.Period;
import se.gits.costshare.input.Place;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.Problems;
import se.gits.costshare.keys.Distribution;
import se.gits.costshare.keys.Facts;
import se.gits.costshare.keys.KeyBook;
import se.gits.costshare.keys.KeyShare;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.party.PartyType;
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

    /** Whether the quantity that a share goes by is in the table at all; told where it is not. */
    boolean haveVolumeOf(KeyShare share, KeyBook keys) {
        Optional<String> volume = share.distribution().flatMap(Distribution::volume);
        if (volume.isEmpty()
                || tables.volumes().isEmpty()
                || tables.volumes().get().contains(volume.get())) {
            return true;
        }
        if (told.add(List.of(share))) {
            problems.add(
                    keys.places().at(share.fileRow(), "fördelning"),
                    share.distribution().orElseThrow().text(),
                    ProblemKind.UNKNOWN_VOLUME,
                    new NearestName(volume.get(), tables.volumes().get().names()));
        }
        return false;
    }

    /** The facts of a month. */
    Facts of(YearMonth month) {
        Optional<Settings.PopulationBasis> basis =
                tables.settings().flatMap(settings -> settings.populationBasis(month));
        return new Facts() {
            @Override
            public OptionalLong inhabitantsOf(PartyCode municipality) {
                if (isNoMunicipality(municipality)) {
                    tellNoMunicipality(municipality);
                    return OptionalLong.empty();
                }
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

    private boolean isNoMunicipality(PartyCode code) {
        return tables.parties()
                .flatMap(parties -> parties.find(code))
                .filter(party -> party.type() != PartyType.MUNICIPALITY)
                .isPresent();
    }

    private void tellNoMunicipality(PartyCode code) {
        if (told.add(List.of(PartyType.MUNICIPALITY, code))) {
            Party party = tables.parties().orElseThrow().find(code).orElseThrow();
            problems.add(
                    tables.parties().orElseThrow().codeColumn(),
                    code.value(),
                    ProblemKind.POPULATION_OF_OTHERS,
                    party.name(),
                    party.type().swedish());
        }
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
                    monthsWithout(volumeName, party, month));
        }
    }

    /** From the month that lacks it on, through the last of the year in a row. */
    private String monthsWithout(String volumeName, PartyCode party, YearMonth first) {
        Volumes volumes = tables.volumes().orElseThrow();
        YearMonth last = first;
        while (last.getMonthValue() < 12
                && volumes.find(volumeName, party, last.plusMonths(1)).isEmpty()) {
            last = last.plusMonths(1);
        }
        return Period.inWords(first, last);
    }

    private String nameOf(PartyCode party) {
        return tables.parties().flatMap(parties -> parties.find(party)).map(Party::name).orElse("");
    }
}
