package se.gits.costshare.simulation;

import java.util.LinkedHashMap;
import java.util.Map;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.run.Inputs;

/** Finds what two inputs budget differently. */
final class BudgetDifferences {

    private final Sides sides;

    BudgetDifferences(Sides sides) {
        this.sides = sides;
    }

    void find() {
        Map<String, BudgetLine> before = linesOf(sides.today());
        Map<String, BudgetLine> after = linesOf(sides.proposal());
        before.forEach(
                (row, line) -> {
                    if (after.containsKey(row)) {
                        findInLine(line, after.get(row));
                    } else {
                        tellLine(DifferenceKind.LINE_REMOVED, line);
                    }
                });
        after.forEach(
                (row, line) -> {
                    if (!before.containsKey(row)) {
                        tellLine(DifferenceKind.LINE_ADDED, line);
                    }
                });
    }

    private static Map<String, BudgetLine> linesOf(Inputs inputs) {
        Map<String, BudgetLine> lines = new LinkedHashMap<>();
        inputs.budgetLines().forEach(line -> lines.put(line.row(), line));
        return lines;
    }

    private void tellLine(DifferenceKind kind, BudgetLine line) {
        sides.add(
                kind,
                line.row(),
                line.text(),
                line.amount().inSwedish(),
                Sides.monthsText(line.from(), line.to()),
                line.keyCode());
    }

    private void findInLine(BudgetLine before, BudgetLine after) {
        tellIfChanged(
                DifferenceKind.LINE_AMOUNT,
                after,
                before.amount().inSwedish(),
                after.amount().inSwedish());
        tellIfChanged(DifferenceKind.LINE_KEY, after, before.keyCode(), after.keyCode());
        tellIfChanged(DifferenceKind.LINE_OBJECT, after, before.objectCode(), after.objectCode());
        tellIfChanged(
                DifferenceKind.LINE_MONTHS,
                after,
                Sides.monthsText(before.from(), before.to()),
                Sides.monthsText(after.from(), after.to()));
    }

    private void tellIfChanged(DifferenceKind kind, BudgetLine line, String from, String to) {
        if (!from.equals(to)) {
            sides.add(kind, line.row(), line.text(), from, to);
        }
    }
}
