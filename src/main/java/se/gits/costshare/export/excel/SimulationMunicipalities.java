package se.gits.costshare.export.excel;

import java.math.BigDecimal;
import java.util.List;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyType;
import se.gits.costshare.simulation.Comparison;
import se.gits.costshare.simulation.Simulation;

/**
 * What the proposal adds for each municipality: in kronor an inhabitant, or in kronor where there
 * is one without a figure of inhabitants.
 */
final class SimulationMunicipalities {

    private final Simulation simulation;
    private final List<Party> municipalities;
    private final boolean perInhabitant;

    SimulationMunicipalities(Simulation simulation) {
        this.simulation = simulation;
        this.municipalities =
                simulation.parties().stream()
                        .filter(party -> party.type() == PartyType.MUNICIPALITY)
                        .toList();
        this.perInhabitant =
                municipalities.stream()
                        .map(simulation::of)
                        .allMatch(cost -> cost.perInhabitant().isPresent());
    }

    void write(MunicipalityChartSheet sheet, SimulationPartiesSheet parties) {
        List<MunicipalityChartSheet.Bar> bars =
                municipalities.stream()
                        .map(
                                party ->
                                        new MunicipalityChartSheet.Bar(
                                                party, value(simulation.of(party))))
                        .toList();
        sheet.write(
                bars,
                new MunicipalityChartSheet.Figures(
                        "Vad förslaget ändrar för varje kommun " + simulation.year(),
                        perInhabitant
                                ? "Kronor per invånare och år, utan moms"
                                : "Kronor per år, utan moms",
                        perInhabitant ? "Kr per invånare" : "Skillnad, kronor",
                        perInhabitant ? parties::perInhabitantOf : parties::differenceOf,
                        Look.CHANGE_ROW,
                        axisFormat(bars)));
    }

    private BigDecimal value(Comparison cost) {
        return perInhabitant ? cost.perInhabitant().orElseThrow() : cost.difference().kronor();
    }

    /** Decimals along the axis: none of kronor, and no more than kronor an inhabitant need. */
    private String axisFormat(List<MunicipalityChartSheet.Bar> bars) {
        boolean anyWholeKrona =
                bars.stream().anyMatch(bar -> bar.value().abs().compareTo(BigDecimal.ONE) >= 0);
        String digits = !perInhabitant ? "#,##0" : anyWholeKrona ? "#,##0.0" : "0.00";
        return "[$-41D]+" + digits + ";[$-41D]-" + digits + ";0";
    }
}
