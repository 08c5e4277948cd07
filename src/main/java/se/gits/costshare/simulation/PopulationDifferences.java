package se.gits.costshare.simulation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import se.gits.costshare.party.Party;
import se.gits.costshare.population.PopulationTable;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.settings.Settings;

/** Finds which of SCB's figures two inputs use differently. */
final class PopulationDifferences {

    private final Sides sides;

    PopulationDifferences(Sides sides) {
        this.sides = sides;
    }

    void find() {
        findReferenceDates();
        findFigures();
    }

    private record Dates(LocalDate today, LocalDate proposal) {}

    private Optional<Dates> dates(YearMonth month) {
        Optional<LocalDate> before = dateIn(sides.today(), month);
        Optional<LocalDate> after = dateIn(sides.proposal(), month);
        return before.flatMap(one -> after.map(other -> new Dates(one, other)));
    }

    private static Optional<LocalDate> dateIn(Inputs inputs, YearMonth month) {
        return inputs.settings()
                .populationBasis(month)
                .map(Settings.PopulationBasis::referenceDate);
    }

    private void findReferenceDates() {
        sides.eachRun(
                month -> dates(month).filter(dates -> !dates.today().equals(dates.proposal())),
                (months, dates) ->
                        sides.add(
                                DifferenceKind.REFERENCE_DATE,
                                months,
                                dates.today(),
                                dates.proposal()));
    }

    private void findFigures() {
        SortedSet<LocalDate> shared = new TreeSet<>();
        for (YearMonth month : sides.months()) {
            dates(month)
                    .filter(dates -> dates.today().equals(dates.proposal()))
                    .ifPresent(dates -> shared.add(dates.today()));
        }
        for (LocalDate date : shared) {
            CountChanges counts = new CountChanges();
            for (Party party : sides.proposal().parties().all()) {
                Optional<Long> before = inhabitants(sides.today(), party, date);
                Optional<Long> after = inhabitants(sides.proposal(), party, date);
                if (before.isPresent() && after.isPresent()) {
                    counts.add(party, before.get(), after.get());
                }
            }
            counts.most()
                    .ifPresent(
                            most ->
                                    sides.add(
                                            DifferenceKind.POPULATION_FIGURES,
                                            date,
                                            counts.changed(),
                                            most.party().name(),
                                            most.from(),
                                            most.to()));
        }
    }

    private static Optional<Long> inhabitants(Inputs inputs, Party party, LocalDate date) {
        return inputs.population()
                .find(party.code(), date)
                .map(PopulationTable.Figure::inhabitants);
    }
}
