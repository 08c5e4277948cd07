package se.gits.costshare.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.simulation.Simulation;

/** Writes the files of a simulation, instead of those of an earlier one of the same year. */
public final class SimulationFiles {

    private final Simulation simulation;
    private final InputFiles today;
    private final InputFiles proposal;

    /**
     * @param today what today's costs were computed from
     * @param proposal what the proposal's costs were computed from
     */
    public SimulationFiles(Simulation simulation, InputFiles today, InputFiles proposal) {
        this.simulation = simulation;
        this.today = today;
        this.proposal = proposal;
    }

    /**
     * Writes everything, all at once.
     *
     * @return the folder
     * @throws IOException if it cannot be written
     * @throws se.gits.costshare.run.RunRefused if another process is writing the same, or if there
     *     is anything in the folder that is not of a simulation's making
     */
    public Path writeInto(Path output) throws IOException {
        String inputs = today.hashes() + " " + proposal.hashes();
        ActFolder folder =
                new ActFolder(
                        output,
                        FolderNames.ofSimulation(simulation.year()),
                        InputFile.sha256(inputs.getBytes(StandardCharsets.UTF_8)));
        folder.writeInsteadOfEarlier(
                earlier -> ownFiles(),
                () -> {
                    for (SimulationExporter exporter : Exporters.PER_SIMULATION) {
                        folder.write(
                                exporter.fileName(), exporter.export(simulation, today, proposal));
                    }
                });
        return folder.place();
    }

    private static Set<String> ownFiles() {
        return Exporters.PER_SIMULATION.stream()
                .map(SimulationExporter::fileName)
                .collect(Collectors.toSet());
    }
}
