package se.gits.costshare.export.excel;

import java.util.List;
import java.util.function.Function;
import se.gits.costshare.money.Money;
import se.gits.costshare.simulation.Comparison;
import se.gits.costshare.simulation.Simulation;

/** What each object costs today and would cost, all parties together: {@code Per objekt}. */
final class SimulationObjectsSheet {

    private static final List<ListSheet.Column> COLUMNS =
            List.of(ListSheet.Column.text("Objekt", 14), ListSheet.Column.text("Namn", 44));

    private static final int CODE = 0;
    private static final int NAME = 1;

    /** Longer names would leave no room for the bars; then the objects stand by their codes. */
    private static final int LONGEST_NAME_OF_CHART = 34;

    private final Simulation simulation;
    private final ComparisonList list;

    SimulationObjectsSheet(ReproducibleWorkbook workbook, SheetTitle title, Simulation simulation) {
        this.simulation = simulation;
        list = new ComparisonList(workbook, "Per objekt", title, COLUMNS);
        for (String object : simulation.objects()) {
            list.text(object).text(simulation.nameOf(object)).endRow(simulation.of(object));
        }
        list.finish(simulation.total());
    }

    ComparisonList list() {
        return list;
    }

    /** Today's cost and the proposal's beside each other for each object. */
    BarChart chart() {
        List<String> codes = simulation.objects();
        List<String> names = codes.stream().map(simulation::nameOf).toList();
        boolean fits = names.stream().allMatch(name -> name.length() <= LONGEST_NAME_OF_CHART);
        return BarChart.ofCosts(
                "Kostnad per objekt " + simulation.year(),
                "Objekt",
                fits
                        ? new ChartCells.Names(list.cells(NAME), names)
                        : new ChartCells.Names(list.cells(CODE), codes),
                " per år",
                List.of(
                        BarChart.Bars.ofToday(
                                list.todayHeading(),
                                ChartCells.Numbers.ofAmounts(
                                        list.todayCells(), costs(Comparison::today))),
                        BarChart.Bars.ofProposal(
                                list.proposalHeading(),
                                ChartCells.Numbers.ofAmounts(
                                        list.proposalCells(), costs(Comparison::proposal)))));
    }

    private List<Money> costs(Function<Comparison, Money> side) {
        return simulation.objects().stream().map(simulation::of).map(side).toList();
    }
}
