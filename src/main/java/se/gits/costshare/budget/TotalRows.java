package se.gits.costshare.budget;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import se.gits.costshare.input.Cell;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.Problems;
import se.gits.costshare.input.Table;
import se.gits.costshare.money.Money;

/** The rows of a table that are no lines but their control total: {@code Totalt}. */
final class TotalRows {

    private static final String TOTAL = "totalt";
    private static final Set<String> SUM_WORDS =
            Set.of("totalt", "total", "totalsumma", "summa", "summa totalt", "sum", "delsumma");

    private final List<Table.Row> totals = new ArrayList<>();

    /** Whether that is no name of a line, but none at all or a word for a sum. */
    static boolean isNamedAsSum(String row) {
        String word = row.toLowerCase(Locale.ROOT).replaceAll("[:.]$", "");
        return word.isEmpty() || SUM_WORDS.contains(word);
    }

    /** Whether the row is a control total, which is then kept to be checked. */
    boolean take(Table.Row row) {
        boolean isTotal = row.cell("rad").value().equalsIgnoreCase(TOTAL);
        if (isTotal) {
            totals.add(row);
        }
        return isTotal;
    }

    /** Tells a total beyond the first. */
    void tellTwice(Problems problems) {
        if (totals.size() > 1) {
            totals.get(1).cell("rad").fault(problems, ProblemKind.TWICE, totals.get(0).number());
        }
    }

    /**
     * Holds the total of a column against the lines' amounts.
     *
     * @param amounts one a line; where a line leaves its own out, the total is over more than is
     *     stated, and is not held against the others
     */
    void check(String column, List<Optional<Money>> amounts, Problems problems) {
        if (totals.isEmpty() || totals.get(0).cell(column).isEmpty()) {
            return;
        }
        Cell cell = totals.get(0).cell(column);
        Optional<Money> stated = cell.amount(problems);
        if (stated.isEmpty() || amounts.stream().anyMatch(Optional::isEmpty)) {
            return;
        }
        Money sum = Money.total(amounts.stream().flatMap(Optional::stream));
        if (!stated.get().equals(sum)) {
            cell.fault(problems, ProblemKind.CONTROL_TOTAL, sum, stated.get().minus(sum));
        }
    }
}
