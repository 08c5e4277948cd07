package se.gits.costshare.budget;

import java.time.Year;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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

    /** What a row of the file names: itself, its object and its key; empty where the cell is. */
    public record NamesUsed(int fileRow, String row, String objectCode, String keyCode) {}

    /**
     * What the rows are called, in the file's order, also those that could not be read as a line;
     * an empty text among them where a row has no name.
     */
    public Set<String> rows() {
        Set<String> rows = new LinkedHashSet<>();
        namesUsed.forEach(names -> rows.add(names.row()));
        return rows;
    }
}
