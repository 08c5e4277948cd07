package se.gits.costshare.export;

import se.gits.costshare.input.InputFiles;
import se.gits.costshare.simulation.Simulation;

/** Makes a simulation into a file of one kind. The same simulation gives the same bytes. */
public interface SimulationExporter {

    /** The file's name within the simulation's folder. */
    String fileName();

    /**
     * The file's bytes.
     *
     * @param today the files that today's costs were computed from
     * @param proposal the files that the proposal's costs were computed from
     */
    byte[] export(Simulation simulation, InputFiles today, InputFiles proposal);
}
