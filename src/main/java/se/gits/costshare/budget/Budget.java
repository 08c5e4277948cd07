package se.gits.costshare.budget;

import java.time.Year;
import java.util.List;
import se.gits.costshare.input.Table;

/**
 * A year's budget.
 *
 * @param places where the file's cells stand
 * @param lines in the file's order
 * @param namesUsed what every row names, also a row that could not be read as a line
 */
public record Budget(
        Year year, Table.Places places, List<BudgetLine> lines, List<NamesUsed> namesUsed) {

    public Budget {
        lines = List.copyOf(lines);
        namesUsed = List.copyOf(namesUsed);
    }

    /** The object and the key that a row of the file names; empty where the cell is. */
    public record NamesUsed(int fileRow, String objectCode, String keyCode) {}
}
