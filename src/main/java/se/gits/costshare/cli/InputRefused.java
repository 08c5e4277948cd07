package se.gits.costshare.cli;

import java.io.PrintStream;
import se.gits.costshare.input.InputProblem;
import se.gits.costshare.input.ProblemText;
import se.gits.costshare.input.Problems;

/** The input has faults; nothing was written. */
final class InputRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problems problems;

    InputRefused(Problems problems) {
        super(problems.faults().size() + " faults");
        this.problems = problems;
    }

    /** Tells every fault, sorted by file and row, and how many there are. */
    void tell(PrintStream to, Messages messages) {
        ProblemText text = new ProblemText(messages.locale());
        for (InputProblem fault : problems.faults()) {
            to.println(text.of(fault));
            to.println();
        }
        int files = (int) problems.faults().stream().map(f -> f.place().file()).distinct().count();
        to.println(messages.of("faults", problems.faults().size(), files));
    }
}
