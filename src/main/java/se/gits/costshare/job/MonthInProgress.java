package se.gits.costshare.job;

import java.util.function.Supplier;
import se.gits.costshare.run.Month;

/**
 * The month that a job works on. It is computed once; a job that goes on after an interruption
 * computes it again, which gives the same.
 */
final class MonthInProgress {

    private final Supplier<Month> computation;
    private Month month;

    MonthInProgress(Supplier<Month> computation) {
        this.computation = computation;
    }

    synchronized Month month() {
        if (month == null) {
            month = computation.get();
        }
        return month;
    }
}
