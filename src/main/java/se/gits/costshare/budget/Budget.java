package se.gits.costshare.budget;

import java.time.Year;
import java.util.List;

/**
 * A year's budget.
 *
 * @param file the file it was read from
 * @param lines in the file's order
 * @param namesUsed what every row names, also a row that could not be read as a line
 */
public record Budget(Year year, String file, List<BudgetLine> lines, List<NamesUsed> namesUsed) {

    public Budget {
        lines = List.copyOf(lines);
        namesUsed = List.copyOf(namesUsed);
    }

    /** The object and the key that a row of the file names; empty where the cell is. */
    public record NamesUsed(int fileRow, String objectCode, String keyCode) {}
}
