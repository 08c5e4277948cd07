package se.gits.costshare.budget;

import java.time.Year;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import se.gits.costshare.input.NearestName;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.Problems;
import se.gits.costshare.input.Table;
import se.gits.costshare.money.Money;

/**
 * What a year's budget lines came to cost (utfall).
 *
 * @param places where the file's cells stand
 * @param costOfRow the cost by the budget line's row, for the whole year, without VAT; negative
 *     where more came back than was paid
 * @param fileRowOfRow where each row that the file names stands, also one without a cost
 * @param unread the rows whose cost could not be read, which is told
 */
public record Outcome(
        Year year,
        Table.Places places,
        Map<String, Money> costOfRow,
        Map<String, Integer> fileRowOfRow,
        Set<String> unread) {

    public Outcome {
        costOfRow = Collections.unmodifiableMap(new LinkedHashMap<>(costOfRow));
        fileRowOfRow = Collections.unmodifiableMap(new LinkedHashMap<>(fileRowOfRow));
        unread = Set.copyOf(unread);
    }

    /** Tells every row that the budget does not have. */
    public void tellUnknownRows(Budget budget, Problems problems) {
        Set<String> known = budget.rows();
        if (known.contains("")) {
            // An unknown row may be the budget's own whose name could not be read, which is told.
            return;
        }
        // A row that has its outcome is not the one that was meant.
        Set<String> without = rowsWithout(budget);
        fileRowOfRow.forEach(
                (row, fileRow) -> {
                    if (known.contains(row)) {
                        return;
                    }
                    if (TotalRows.isNamedAsSum(row)) {
                        problems.add(places.at(fileRow, "rad"), row, ProblemKind.TOTAL_MISNAMED);
                    } else {
                        problems.add(
                                places.at(fileRow, "rad"),
                                row,
                                ProblemKind.UNKNOWN_BUDGET_ROW,
                                new NearestName(row, without),
                                budget.year());
                    }
                });
    }

    /**
     * Tells the budget's rows that have no outcome, all in one.
     *
     * @param kind how grave that is
     */
    public void tellRowsWithout(Budget budget, ProblemKind kind, Problems problems) {
        Set<String> without = rowsWithout(budget);
        if (!without.isEmpty()) {
            problems.add(places.of("rad"), "", kind, without.size(), String.join(", ", without));
        }
    }

    /** In the budget's order; what could not be read is not missing as well. */
    private Set<String> rowsWithout(Budget budget) {
        Set<String> without = new LinkedHashSet<>(budget.rows());
        without.remove("");
        without.removeAll(costOfRow.keySet());
        without.removeAll(unread);
        return without;
    }

    /** All lines together. */
    public Money total() {
        return Money.total(costOfRow.values());
    }
}
