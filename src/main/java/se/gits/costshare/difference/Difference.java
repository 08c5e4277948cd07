package se.gits.costshare.difference;

import java.util.List;
import java.util.SortedSet;

/**
 * One thing that two inputs differ in.
 *
 * @param details what the kind's words need, in their order: text, and whole numbers to choose
 *     between singular and plural by
 * @param rows the budget lines (rad) whose split between parties it can change; none where it
 *     changes what is shown alone
 */
public record Difference(DifferenceKind kind, List<Object> details, SortedSet<String> rows) {

    public Difference {
        details = List.copyOf(details);
    }
}
