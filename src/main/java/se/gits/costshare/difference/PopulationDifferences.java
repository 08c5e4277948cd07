package se.gits.costshare.difference;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import se.gits.costshare.input.SwedishCount;
import se.gits.costshare.keys.Distribution;
import se.gits.costshare.party.Party;
import se.gits.costshare.population.PopulationTable;
import se.gits.costshare.settings.Settings;

/** Finds which of SCB's figures two inputs use differently. */
final class PopulationDifferences {

    private static final Distribution POPULATION = new Distribution.ByPopulation();

    private final Sides sides;
    private final LineMonths lines;

    PopulationDifferences(Sides sides) {
        this.sides = sides;
        this.lines = sides.both(side -> side.linesOf(POPULATION));
    }

    void find() {
        if (!lines.rows().isEmpty()) {
            findReferenceDates();
            findFigures();
        }
    }

    private record Dates(LocalDate before, LocalDate after) {}

    private Optional<Dates> dates(YearMonth month) {
        Optional<LocalDate> before = sides.before().referenceDate(month);
        Optional<LocalDate> after = sides.after().referenceDate(month);
        return before.flatMap(one -> after.map(other -> new Dates(one, other)));
    }

    private void findReferenceDates() {
        sides.eachRun(
                month -> dates(month).filter(dates -> !dates.before().equals(dates.after())),
                (months, dates) ->
                        sides.add(
                                Difference.of(
                                                DifferenceKind.REFERENCE_DATE,
                                                lines.rows(),
                                                Sides.monthsText(months),
                                                dates.before(),
                                                dates.after())
                                        .onInvoices(lines.in(months))
                                        .onlyOf(sides.whoBears(POPULATION))
                                        .decidedBy(decisions(months))));
    }

    private Stream<String> decisions(List<YearMonth> months) {
        return months.stream()
                .flatMap(month -> sides.after().inputs().settings().populationBasis(month).stream())
                .map(Settings.PopulationBasis::decision);
    }

    /** Holds the files against each other on every date that either input uses. */
    private void findFigures() {
        SortedSet<LocalDate> used = new TreeSet<>();
        for (YearMonth month : sides.months()) {
            sides.before().referenceDate(month).ifPresent(used::add);
            sides.after().referenceDate(month).ifPresent(used::add);
        }
        for (LocalDate date : used) {
            List<YearMonth> months = monthsOfBoth(date);
            CountChanges changes = new CountChanges();
            for (Party party : sides.after().inputs().parties().all()) {
                Optional<Long> before = inhabitants(sides.before(), party, date);
                Optional<Long> after = inhabitants(sides.after(), party, date);
                if (before.isPresent() && after.isPresent() && sharesByPopulation(party)) {
                    changes.add(party, before.get(), after.get());
                }
            }
            changes.most()
                    .ifPresent(
                            most ->
                                    sides.add(
                                            Difference.of(
                                                            DifferenceKind.POPULATION_FIGURES,
                                                            lines.rows(),
                                                            date,
                                                            changes.changed(),
                                                            most.party().name(),
                                                            SwedishCount.of(most.from()),
                                                            SwedishCount.of(most.to()),
                                                            months.isEmpty()
                                                                    ? ""
                                                                    : Sides.monthsText(months))
                                                    .onInvoices(lines.in(months))
                                                    .onlyOf(sides.whoBears(POPULATION))));
        }
    }

    /** Where the dates differ, the choice of date tells, and not that its figures are others. */
    private List<YearMonth> monthsOfBoth(LocalDate date) {
        return sides.months().stream()
                .filter(month -> dates(month).equals(Optional.of(new Dates(date, date))))
                .toList();
    }

    private boolean sharesByPopulation(Party party) {
        return sides.months().stream()
                .anyMatch(
                        month ->
                                sides.before().members(POPULATION, month).contains(party.code())
                                        || sides.after()
                                                .members(POPULATION, month)
                                                .contains(party.code()));
    }

    private static Optional<Long> inhabitants(Side side, Party party, LocalDate date) {
        return side.inputs()
                .population()
                .find(party.code(), date)
                .map(PopulationTable.Figure::inhabitants);
    }
}
