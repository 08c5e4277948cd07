package se.gits.costshare.run;

import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.budget.ServiceObjects;
import se.gits.costshare.keys.KeyBook;
import se.gits.costshare.parties.Parties;
import se.gits.costshare.population.PopulationTable;
import se.gits.costshare.settings.Settings;
import se.gits.costshare.volume.Volumes;

/**
 * What the months of a budget year are computed from, free from faults and fully resolved.
 *
 * @param lines in the budget file's order, with all that the tables say of them
 */
public record Inputs(
        Year year,
        Settings settings,
        Parties parties,
        ServiceObjects objects,
        KeyBook keys,
        Volumes volumes,
        PopulationTable population,
        List<ResolvedLine> lines) {

    public Inputs {
        lines = List.copyOf(lines);
    }

    /** The budget line of that identity (rad). */
    public Optional<ResolvedLine> line(String row) {
        return lines.stream().filter(line -> line.line().row().equals(row)).findFirst();
    }

    /** The lines that have a cost in the month. */
    public List<ResolvedLine> linesIn(YearMonth month) {
        return lines.stream().filter(line -> line.line().includes(month)).toList();
    }

    /** The budget lines alone. */
    public List<BudgetLine> budgetLines() {
        return lines.stream().map(ResolvedLine::line).toList();
    }
}
