package se.gits.costshare.export;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
     * @throws se.gits.costshare.run.RunRefused if another process is writing the same
     */
    public Path writeInto(Path output) throws IOException {
        String inputs = today.hashes() + " " + proposal.hashes();
        ActFolder folder =
                new ActFolder(
                        output,
                        ActFolder.simulationOf(simulation.year()),
                        InputFile.sha256(inputs.getBytes(StandardCharsets.UTF_8)));
        Closeable lock = folder.lock();
        try {
            folder.discard();
            folder.prepare();
            for (SimulationExporter exporter : Exporters.PER_SIMULATION) {
                folder.write(exporter.fileName(), exporter.export(simulation, today, proposal));
            }
            folder.publishInsteadOfEarlier();
        } finally {
            lock.close();
        }
        return folder.place();
    }
}
