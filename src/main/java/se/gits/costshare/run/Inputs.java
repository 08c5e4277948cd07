package se.gits.costshare.run;

import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.budget.Outcome;
import se.gits.costshare.budget.ServiceObjects;
import se.gits.costshare.keys.KeyBook;
import se.gits.costshare.money.Money;
import se.gits.costshare.parties.Parties;
import se.gits.costshare.population.PopulationTable;
import se.gits.costshare.settings.Settings;
import se.gits.costshare.volume.Volumes;

/**
 * What the months of a budget year, or its settlement, are computed from, free from faults and
 * fully resolved.
 *
 * @param budgetFile the name of the file that the budget was read from
 * @param lines in the budget file's order, with all that the tables say of them
 * @param outcome what every line came to cost; there for a settlement alone
 */
public record Inputs(
        Year year,
        Settings settings,
        Parties parties,
        ServiceObjects objects,
        KeyBook keys,
        Volumes volumes,
        PopulationTable population,
        String budgetFile,
        List<ResolvedLine> lines,
        Optional<Outcome> outcome) {

    /**
     * @throws IllegalArgumentException if the outcome is another year's, or lacks a line
     */
    public Inputs {
        lines = List.copyOf(lines);
        if (outcome.isPresent()) {
            if (!outcome.get().year().equals(year)) {
                throw new IllegalArgumentException(
                        "The outcome of " + outcome.get().year() + " for the budget of " + year);
            }
            for (ResolvedLine line : lines) {
                if (!outcome.get().costOfRow().containsKey(line.line().row())) {
                    throw new IllegalArgumentException("No outcome of row " + line.line().row());
                }
            }
        }
    }

    /** The same inputs with what the year came to cost, for its settlement. */
    Inputs withOutcome(Outcome known) {
        return new Inputs(
                year,
                settings,
                parties,
                objects,
                keys,
                volumes,
                population,
                budgetFile,
                lines,
                Optional.of(known));
    }

    /** The budget line of that identity (rad). */
    public Optional<ResolvedLine> line(String row) {
        return lines.stream().filter(line -> line.line().row().equals(row)).findFirst();
    }

    /** The lines that have a cost in the month. */
    public List<ResolvedLine> linesIn(YearMonth month) {
        return lines.stream().filter(line -> line.line().includes(month)).toList();
    }

    /**
     * The lines with what they came to cost in place of what was budgeted; months, objects and keys
     * are the same.
     *
     * @throws IllegalStateException if the outcome is not among the inputs
     */
    public List<ResolvedLine> linesAtOutcome() {
        Map<String, Money> costOfRow =
                outcome.orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "Inputs of " + year + " without its outcome"))
                        .costOfRow();
        return lines.stream()
                .map(line -> line.withAmount(costOfRow.get(line.line().row())))
                .toList();
    }

    /** The budget lines alone. */
    public List<BudgetLine> budgetLines() {
        return lines.stream().map(ResolvedLine::line).toList();
    }
}
