package se.gits.costshare.job;

import se.gits.costshare.difference.ChangedInputs;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.register.Act;
import se.gits.costshare.register.IssuedActs;
import se.gits.costshare.run.Causes;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.Issued;
import se.gits.costshare.run.IssuedAct;
import se.gits.costshare.run.IssuingRun;
import se.gits.costshare.run.RunTerms;

/** Computes acts with what was kept of them: what was issued before, and from which inputs. */
public final class Computation {

    private final IssuedActs acts;
    private final KeptInputs kept;

    public Computation(IssuedActs acts) {
        this.acts = acts;
        this.kept = new KeptInputs(acts);
    }

    /**
     * What is asked, on what was issued before.
     *
     * @param files what the inputs were read from
     */
    Issuance of(RunTerms terms, InputFiles files, Inputs inputs, Issued issued) {
        kept.know(terms, files, inputs);
        return calculate(terms, inputs, issued);
    }

    private Issuance calculate(RunTerms terms, Inputs inputs, Issued issued) {
        return IssuingRun.calculate(terms, inputs, issued, causes(inputs, issued));
    }

    /** An issued act, as it was computed when it was issued. */
    public Issuance again(Act act) {
        return calculate(
                act.terms(), kept.of(act), acts.issuedBefore(act.sequence(), act.terms().year()));
    }

    private Causes causes(Inputs inputs, Issued issued) {
        return new ChangedInputs(
                inputs,
                (party, month) ->
                        issued.lastWord(party, month).map(IssuedAct::sequence).map(kept::of),
                kept::of);
    }
}
