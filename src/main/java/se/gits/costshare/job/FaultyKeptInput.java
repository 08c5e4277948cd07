package se.gits.costshare.job;

import se.gits.costshare.input.Problems;

/**
 * Input that an act is said to have been issued on, and that no act can be issued on. In a register
 * that is a defect; a package may come from anywhere.
 */
public final class FaultyKeptInput extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    FaultyKeptInput(Problems problems) {
        super("Kept input has faults: " + problems.faults());
    }
}
