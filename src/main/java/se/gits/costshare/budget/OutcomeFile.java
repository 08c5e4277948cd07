package se.gits.costshare.budget;

import java.time.Year;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.gits.costshare.input.Cell;
import se.gits.costshare.input.Columns;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.Problems;
import se.gits.costshare.input.Table;
import se.gits.costshare.input.TableFile;
import se.gits.costshare.money.Money;

/**
 * Reads {@code utfall-YEAR.csv}: what each budget line came to cost, and {@code Totalt} as a
 * control total.
 *
 * <pre>
 * rad;utfall
 * 1;7 512 344,50
 * Totalt;7 512 344,50
 * </pre>
 *
 * <p>The table can be filled in as the year goes by: a row without an amount is as good as no row.
 */
public final class OutcomeFile {

    /** What stands in the heading. */
    public static final Columns COLUMNS = new Columns(List.of("rad", "utfall"), List.of());

    private OutcomeFile() {}

    /**
     * Reads a year's outcome; what is wrong with the file by itself is told.
     *
     * @return empty, with the fault told, where the file is no such table
     */
    public static Optional<Outcome> read(InputFile file, Year year, Problems problems) {
        return TableFile.read(file, COLUMNS, problems).map(table -> outcome(table, year, problems));
    }

    private static Outcome outcome(Table table, Year year, Problems problems) {
        Map<String, Money> costOfRow = new LinkedHashMap<>();
        Map<String, Integer> fileRowOfRow = new LinkedHashMap<>();
        Set<String> unread = new HashSet<>();
        TotalRows totals = new TotalRows();
        boolean complete = true;
        for (Table.Row row : table.rows()) {
            if (totals.take(row)) {
                continue;
            }
            Cell cost = row.cell("utfall");
            Optional<Money> amount = cost.isEmpty() ? Optional.empty() : cost.amount(problems);
            Optional<String> name = name(row.cell("rad"), problems);
            boolean costIsRead = cost.isEmpty() || amount.isPresent();
            // A sum by another name is told against the budget, which may have such a row.
            complete &= costIsRead && !TotalRows.isNamedAsSum(name.orElse(""));
            if (name.isEmpty()) {
                continue;
            }
            Integer earlier = fileRowOfRow.putIfAbsent(name.get(), row.number());
            if (earlier != null) {
                row.cell("rad").fault(problems, ProblemKind.TWICE, earlier);
                complete = false;
            } else if (amount.isPresent()) {
                costOfRow.put(name.get(), amount.get());
            } else if (!costIsRead) {
                unread.add(name.get());
            }
        }
        totals.tellTwice(problems);
        // A total over rows that could not be read would only tell of those faults again.
        if (complete) {
            totals.check(
                    "utfall", costOfRow.values().stream().map(Optional::of).toList(), problems);
        }
        return new Outcome(year, table.places(), costOfRow, fileRowOfRow, unread);
    }

    private static Optional<String> name(Cell cell, Problems problems) {
        if (cell.isEmpty()) {
            // An amount alone: most likely the sum that a person put below the rows.
            cell.fault(problems, ProblemKind.TOTAL_MISNAMED);
            return Optional.empty();
        }
        return cell.identity(problems);
    }
}
