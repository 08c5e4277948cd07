package se.gits.costshare.job;

import java.util.HashMap;
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

/** The inputs of issued acts, read from the register's bytes when first asked for. */
final class KeptInputs {

    private final Register register;
    private final Map<Integer, Inputs> inputsOfAct = new HashMap<>();

    KeptInputs(Register register) {
        this.register = register;
    }

    /**
     * The inputs of an act.
     *
     * @throws IllegalStateException if they have faults, which they had not when it was issued
     */
    Inputs of(Act act) {
        return inputsOfAct.computeIfAbsent(
                act.sequence(), sequence -> read(act.terms(), register.inputsOf(act)));
    }

    /** The inputs of the act with that place in the chain. */
    Inputs of(int sequence) {
        Inputs known = inputsOfAct.get(sequence);
        return known != null ? known : of(register.acts().get(sequence - 1));
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
