package se.gits.costshare.export.excel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import se.gits.costshare.simulation.Check;
import se.gits.costshare.simulation.Simulation;
import se.gits.costshare.simulation.SimulationText;

/**
 * The controls of a simulation: its own, which no sheet can compute, and those that hold the
 * workbook's sheets against each other.
 */
final class SimulationControls {

    private final List<Control> controls = new ArrayList<>();

    SimulationControls(Simulation simulation) {
        SimulationText text = new SimulationText(Locale.forLanguageTag("sv"));
        for (Check check : simulation.checks()) {
            controls.add(
                    Control.ofAmounts(
                            text.of(check),
                            Control.Side.computedElsewhere(
                                    "det första, beräknat av programmet", check.one()),
                            Control.Side.computedElsewhere(
                                    "det andra, beräknat av programmet", check.other())));
        }
    }

    void write(
            ControlTable table,
            SimulationOverviewSheet overview,
            ComparisonList parties,
            ComparisonList objects,
            ComparisonList shares) {
        compare(
                ComparisonList.TODAY,
                ComparisonList::today,
                overview.today(),
                parties,
                objects,
                shares);
        compare(
                ComparisonList.PROPOSAL,
                ComparisonList::proposal,
                overview.proposal(),
                parties,
                objects,
                shares);
        compare(
                ComparisonList.DIFFERENCE,
                ComparisonList::difference,
                overview.difference(),
                parties,
                objects,
                shares);
        table.write(controls);
    }

    private void compare(
            String what,
            Function<ComparisonList, Total> side,
            Total overview,
            ComparisonList parties,
            ComparisonList objects,
            ComparisonList shares) {
        Control.Side ofParties = Control.Side.of("summan per part", side.apply(parties));
        add(
                what + ": per part och per objekt",
                ofParties,
                "summan per objekt",
                side.apply(objects));
        add(
                what + ": per part och för varje objekt",
                ofParties,
                "summan av Part och objekt",
                side.apply(shares));
        add(what + ": per part och översikten", ofParties, "summan i Översikt", overview);
    }

    private void add(String name, Control.Side one, String otherText, Total other) {
        controls.add(Control.ofAmounts(name, one, Control.Side.of(otherText, other)));
    }
}
