package se.gits.costshare.simulation;

import java.util.List;

/**
 * One thing that two inputs differ in.
 *
 * @param details what the kind's words need, in their order
 */
public record Difference(DifferenceKind kind, List<String> details) {

    public Difference {
        details = List.copyOf(details);
    }
}
