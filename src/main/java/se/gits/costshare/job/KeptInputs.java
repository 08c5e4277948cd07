package se.gits.costshare.job;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.input.Problems;
import se.gits.costshare.register.Act;
import se.gits.costshare.register.IssuedActs;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.InputsReader;
import se.gits.costshare.run.RunTerms;

/**
 * The inputs of issued acts, read from the bytes that were kept when first asked for. Acts that
 * were made from the same files have the same instance.
 */
final class KeptInputs {

    private final IssuedActs issued;
    private final Map<Integer, Act> actOfSequence = new HashMap<>();
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

    KeptInputs(IssuedActs issued) {
        this.issued = issued;
    }

    /** Takes in what was read from the folder, so that acts made from the same are not read. */
    void know(RunTerms terms, InputFiles files, Inputs inputs) {
        inputsOfFiles.put(Files.of(terms.kind(), files.hashes()), inputs);
    }

    /**
     * The inputs of an act.
     *
     * @throws FaultyKeptInput if they have faults, which they had not when it was issued
     */
    Inputs of(Act act) {
        return inputsOfFiles.computeIfAbsent(
                Files.of(act.run().kind(), act.run().inputs()),
                files -> read(act.terms(), issued.inputsOf(act)));
    }

    /** The inputs of the act with that place in the chain. */
    Inputs of(int sequence) {
        if (!actOfSequence.containsKey(sequence)) {
            issued.acts().forEach(act -> actOfSequence.put(act.sequence(), act));
        }
        return of(actOfSequence.get(sequence));
    }

    private static Inputs read(RunTerms terms, InputFiles files) {
        Problems problems = Problems.ofKeptInput();
        return read(terms, files, problems).orElseThrow(() -> new FaultyKeptInput(problems));
    }

    private static Optional<Inputs> read(RunTerms terms, InputFiles files, Problems problems) {
        return terms.kind() == ActKind.SETTLEMENT
                ? InputsReader.readForSettlement(files, terms.year(), problems)
                : InputsReader.read(files, terms.year(), problems);
    }
}
