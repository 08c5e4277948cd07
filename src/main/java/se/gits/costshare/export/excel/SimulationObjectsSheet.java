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

    private static final int NAME = 1;

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
        return BarChart.ofCosts(
                "Kostnad per objekt " + simulation.year(),
                "Objekt",
                new ChartCells.Names(
                        list.cells(NAME),
                        simulation.objects().stream().map(simulation::nameOf).toList()),
                BarChart.Bars.ofToday(
                        list.todayHeading(),
                        ChartCells.Numbers.ofAmounts(list.todayCells(), costs(Comparison::today))),
                BarChart.Bars.ofProposal(
                        list.proposalHeading(),
                        ChartCells.Numbers.ofAmounts(
                                list.proposalCells(), costs(Comparison::proposal))));
    }

    private List<Money> costs(Function<Comparison, Money> side) {
        return simulation.objects().stream().map(simulation::of).map(side).toList();
    }
}
