package se.gits.costshare.job;

import java.util.function.Supplier;
import se.gits.costshare.run.Issuance;

/**
 * What a job works on. It is computed once; a job that goes on after an interruption computes it
 * again, which gives the same.
 */
final class IssuanceInProgress {

    private final Supplier<Issuance> computation;
    private Issuance issuance;

    IssuanceInProgress(Supplier<Issuance> computation) {
        this.computation = computation;
    }

    synchronized Issuance issuance() {
        if (issuance == null) {
            issuance = computation.get();
        }
        return issuance;
    }
}
