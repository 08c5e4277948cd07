package se.gits.costshare.budget;

import java.time.Year;
import java.util.List;

/**
 * A year's budget.
 *
 * @param file the file it was read from
 * @param lines in the file's order
 */
public record Budget(Year year, String file, List<BudgetLine> lines) {

    public Budget {
        lines = List.copyOf(lines);
    }
}
