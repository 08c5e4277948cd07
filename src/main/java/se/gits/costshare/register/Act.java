package se.gits.costshare.register;

import java.util.List;
import java.util.Optional;
import se.gits.costshare.run.IssuedAct;
import se.gits.costshare.run.IssuedAct.IssuedAmount;
import se.gits.costshare.run.RunTerms;

/**
 * An issuing act as the register has it.
 *
 * @param sequence its place in the chain, from 1
 * @param run what led to it, with the hash of the act before it
 * @param folder the name of its folder under the output folder
 * @param manifest the SHA-256 of its manifest
 * @param attest who had approved it; empty where the settings asked for nobody
 * @param hash its own hash, over all that the register has of it and the hash before
 */
public record Act(
        int sequence,
        RunIdentity run,
        String folder,
        String rules,
        String manifest,
        Optional<Attest> attest,
        String hash) {

    /** The act as a later run of its year needs to know it. */
    IssuedAct with(List<IssuedAmount> amounts) {
        return new IssuedAct(sequence, run.kind(), run.month(), run.party(), amounts);
    }

    /** What was asked of the run. */
    public RunTerms terms() {
        return run.terms();
    }
}
