package se.gits.costshare.export.excel;

import java.util.Optional;
import se.gits.costshare.export.SimulationExporter;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.simulation.Simulation;

/**
 * A simulation for those who decide on it, {@code simulering.xlsx}: what a proposal would cost each
 * party in the year, charts of it, what it changes in words, and controls that compare one sheet
 * with another.
 */
public final class SimulationWorkbook implements SimulationExporter {

    private static final String NOTE =
            "Kronor för hela året, utan moms. En simulering: ingenting faktureras eller bokförs.";

    @Override
    public String fileName() {
        return "simulering.xlsx";
    }

    @Override
    public byte[] export(Simulation simulation, InputFiles today, InputFiles proposal) {
        String name = "Simulering " + simulation.year();
        ReproducibleWorkbook workbook =
                new ReproducibleWorkbook(name, simulation.year().atMonth(1).atDay(1));
        String relative = NOTE + inhabitants(simulation);
        // These are made before the sheets they refer to, to stand before them.
        SimulationOverviewSheet overview =
                new SimulationOverviewSheet(workbook, new SheetTitle(name, NOTE, false));
        MunicipalityChartSheet chart =
                new MunicipalityChartSheet(
                        workbook, new SheetTitle(name + ", per kommun", NOTE, false));
        Optional<ChartSheet> objectChart =
                SimulationOverviewSheet.hasRoomFor(simulation.objects().size())
                        ? Optional.empty()
                        : Optional.of(
                                new ChartSheet(
                                        workbook,
                                        "Diagram objekt",
                                        new SheetTitle(name + ", per objekt", NOTE, false)));
        SimulationPartiesSheet parties =
                new SimulationPartiesSheet(
                        workbook, new SheetTitle(name + ", per part", relative, false), simulation);
        SimulationObjectsSheet objects =
                new SimulationObjectsSheet(
                        workbook,
                        new SheetTitle(name + ", per objekt", relative, false),
                        simulation);
        SimulationSharesSheet shares =
                new SimulationSharesSheet(
                        workbook,
                        new SheetTitle(name + ", per part och objekt", relative, false),
                        simulation);
        overview.write(simulation, objects);
        new SimulationMunicipalities(simulation).write(chart, parties);
        objectChart.ifPresent(sheet -> sheet.write(objects.chart()));
        new SimulationControls(simulation)
                .write(
                        new ControlTable(
                                workbook, new SheetTitle(name + ", kontroller", NOTE, false)),
                        overview,
                        parties.list(),
                        objects.list(),
                        shares.list());
        SimulationSourcesSheet.write(
                workbook, new SheetTitle(name + ", underlag", NOTE, false), today, proposal);
        return workbook.bytes();
    }

    /** Which figures kronor an inhabitant are counted with. */
    private static String inhabitants(Simulation simulation) {
        return simulation
                .inhabitantsOn()
                .filter(date -> simulation.total().inhabitants().isPresent())
                .map(
                        date ->
                                " Invånare per "
                                        + date
                                        + "; för regionen, objekten och summan alla kommuners.")
                .orElse(" Folkmängd saknas för någon kommun.");
    }
}
