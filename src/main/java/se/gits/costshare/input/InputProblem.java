package se.gits.costshare.input;

import java.util.Comparator;
import java.util.List;

/**
 * One fault in an input file, or one warning about it, told so that the file's owner can mend it
 * without asking.
 *
 * @param place where it is
 * @param value what stands there; empty where nothing does
 * @param details what the words of the kind refer to as {@code {0}}, {@code {1}} …
 * @param excerpt the row it stands in; empty where it concerns no row
 */
public record InputProblem(
        Place place, String value, ProblemKind kind, List<String> details, String excerpt)
        implements Comparable<InputProblem> {

    private static final Comparator<InputProblem> ORDER =
            Comparator.comparing(InputProblem::place)
                    .thenComparing(InputProblem::kind)
                    .thenComparing(InputProblem::value)
                    .thenComparing(problem -> problem.details().toString());

    public InputProblem {
        details = List.copyOf(details);
    }

    /** By file, row and column. */
    @Override
    public int compareTo(InputProblem other) {
        return ORDER.compare(this, other);
    }
}
