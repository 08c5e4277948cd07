package se.gits.costshare.cli;

import java.io.PrintStream;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.ProblemText;
import se.gits.costshare.input.Problems;

/** The input has faults; nothing was written. */
final class InputRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problems problems;

    InputRefused(Problems problems) {
        super(problems.count(ProblemKind.Severity.FAULT) + " faults");
        this.problems = problems;
    }

    /** Tells every fault, sorted by file and row, and how many there are. */
    void tell(PrintStream to, Messages messages, boolean withWarnings) {
        ProblemText text = new ProblemText(messages.locale());
        if (withWarnings) {
            // A sheet or a file that is not read may be what the fault comes of.
            for (String warning : text.all(problems, ProblemKind.Severity.WARNING)) {
                to.println(messages.of("warning", warning));
            }
        }
        for (String fault : text.all(problems, ProblemKind.Severity.FAULT)) {
            to.println(fault);
            to.println();
        }
        to.println(
                messages.of(
                        "faults",
                        problems.count(ProblemKind.Severity.FAULT),
                        problems.files(ProblemKind.Severity.FAULT)));
    }
}
