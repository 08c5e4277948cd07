package se.gits.costshare.job;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.input.Problems;
import se.gits.costshare.register.Act;
import se.gits.costshare.register.Register;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.InputsReader;
import se.gits.costshare.run.RunTerms;

/**
 * The inputs of issued acts, read from the register's bytes when first asked for. Acts that were
 * made from the same files have the same instance.
 */
final class KeptInputs {

    private final Register register;
    private List<Act> acts = List.of();
    private final Map<Files, Inputs> inputsOfFiles = new HashMap<>();

    /**
     * What inputs are read from.
     *
     * @param forSettlement whether the outcome is read too
     * @param hashes each file's name and SHA-256
     */
    private record Files(boolean forSettlement, Map<String, String> hashes) {

        static Files of(ActKind kind, Map<String, String> hashes) {
            return new Files(kind == ActKind.SETTLEMENT, Map.copyOf(hashes));
        }
    }

    KeptInputs(Register register) {
        this.register = register;
    }

    /** Takes in what was read from the folder, so that acts made from the same are not read. */
    void know(RunTerms terms, InputFiles files, Inputs inputs) {
        inputsOfFiles.put(Files.of(terms.kind(), files.hashes()), inputs);
    }

    /**
     * The inputs of an act.
     *
     * @throws IllegalStateException if they have faults, which they had not when it was issued
     */
    Inputs of(Act act) {
        return inputsOfFiles.computeIfAbsent(
                Files.of(act.run().kind(), act.run().inputs()),
                files -> read(act.terms(), register.inputsOf(act)));
    }

    /** The inputs of the act with that place in the chain. */
    Inputs of(int sequence) {
        if (acts.size() < sequence) {
            acts = register.acts();
        }
        return of(acts.get(sequence - 1));
    }

    private static Inputs read(RunTerms terms, InputFiles files) {
        Problems problems = new Problems();
        return read(terms, files, problems)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "Kept input has faults: " + problems.faults()));
    }

    private static Optional<Inputs> read(RunTerms terms, InputFiles files, Problems problems) {
        return terms.kind() == ActKind.SETTLEMENT
                ? InputsReader.readForSettlement(files, terms.year(), problems)
                : InputsReader.read(files, terms.year(), problems);
    }
}
