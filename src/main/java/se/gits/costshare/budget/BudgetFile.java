package se.gits.costshare.budget;

import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import se.gits.costshare.input.Cell;
import se.gits.costshare.input.Columns;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.Problems;
import se.gits.costshare.input.Table;
import se.gits.costshare.input.TableFile;
import se.gits.costshare.money.Money;

/**
 * Reads {@code budget-YEAR.csv}: one row a budget line, and {@code Totalt} as a control total.
 *
 * <pre>
 * rad;objekt;benämning;kostnadsslag;belopp;nyckel;från;till;beslut;kommun;vgr
 * 1;SHVO;Drift och licens;drift;7 600 000;70/30;;;Förvaltningsplan 2023, 4.1;2 280 000;5 320 000
 * Totalt;;;;7 600 000;;;;;2 280 000;5 320 000
 * </pre>
 */
public final class BudgetFile {

    /** What stands in the heading. */
    public static final Columns COLUMNS =
            new Columns(
                    List.of("rad", "objekt", "benämning", "belopp", "nyckel", "beslut"),
                    List.of("kostnadsslag", "från", "till", "kommun", "vgr"));

    private BudgetFile() {}

    /**
     * Reads a year's budget; lines whose row has a fault are left out.
     *
     * @return empty, with the fault told, where the file is no such table
     */
    public static Optional<Budget> read(InputFile file, Year year, Problems problems) {
        return TableFile.read(file, COLUMNS, problems).map(table -> budget(table, year, problems));
    }

    private static Budget budget(Table table, Year year, Problems problems) {
        List<BudgetLine> lines = new ArrayList<>();
        Map<String, Integer> fileRowOfRow = new HashMap<>();
        TotalRows totals = new TotalRows();
        List<Budget.NamesUsed> namesUsed = new ArrayList<>();
        boolean complete = true;
        for (Table.Row row : table.rows()) {
            if (totals.take(row)) {
                continue;
            }
            if (isMisnamedTotal(row)) {
                row.cell("rad").fault(problems, ProblemKind.TOTAL_MISNAMED);
                complete = false;
                continue;
            }
            namesUsed.add(
                    new Budget.NamesUsed(
                            row.number(),
                            name(row.cell("rad")),
                            name(row.cell("objekt")),
                            name(row.cell("nyckel"))));
            Optional<BudgetLine> line = line(row, year, problems);
            complete &= line.isPresent();
            if (line.isPresent()) {
                Integer earlier = fileRowOfRow.putIfAbsent(line.get().row(), row.number());
                if (earlier != null) {
                    row.cell("rad").fault(problems, ProblemKind.TWICE, earlier);
                } else {
                    lines.add(line.get());
                }
            }
        }
        totals.tellTwice(problems);
        // A total over rows that could not be read would only tell of those faults again.
        if (complete) {
            checkTotals(totals, lines, problems);
        }
        return new Budget(year, table.places(), lines, namesUsed);
    }

    /** What a cell names; nothing where it holds what cannot be a name, which is told elsewhere. */
    private static String name(Cell cell) {
        return cell.isName() ? cell.value() : "";
    }

    /** A sum that a person put below the lines, without a word or under another than Totalt. */
    private static boolean isMisnamedTotal(Table.Row row) {
        return TotalRows.isNamedAsSum(row.cell("rad").value())
                && !row.cell("belopp").isEmpty()
                && row.cell("objekt").isEmpty()
                && row.cell("nyckel").isEmpty()
                && row.cell("beslut").isEmpty();
    }

    private static Optional<BudgetLine> line(Table.Row row, Year year, Problems problems) {
        Optional<String> identity = row.cell("rad").identity(problems);
        Optional<String> object = row.cell("objekt").identity(problems);
        Optional<String> text = row.cell("benämning").identity(problems);
        Optional<Money> amount = row.cell("belopp").amount(problems);
        Optional<String> key = row.cell("nyckel").identity(problems, ProblemKind.KEY_MISSING);
        Cell fromCell = row.cell("från");
        Optional<YearMonth> from =
                fromCell.isEmpty()
                        ? Optional.of(year.atMonth(1))
                        : inYear(fromCell, fromCell.month(problems), year, problems);
        Cell toCell = row.cell("till");
        Optional<YearMonth> to =
                toCell.isEmpty()
                        ? Optional.of(year.atMonth(12))
                        : inYear(toCell, toCell.lastMonth(problems), year, problems);
        Optional<String> decision = row.cell("beslut").decision(problems);
        Cell municipal = row.cell("kommun");
        Optional<Money> municipalControl = control(municipal, problems);
        Cell region = row.cell("vgr");
        Optional<Money> regionControl = control(region, problems);
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            row.cell("till").fault(problems, ProblemKind.PERIOD_REVERSED, from.get());
            return Optional.empty();
        }
        if (identity.isEmpty()
                || object.isEmpty()
                || text.isEmpty()
                || amount.isEmpty()
                || key.isEmpty()
                || from.isEmpty()
                || to.isEmpty()
                || decision.isEmpty()
                || municipalControl.isEmpty() && !municipal.isEmpty()
                || regionControl.isEmpty() && !region.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new BudgetLine(
                        identity.get(),
                        object.get(),
                        text.get(),
                        row.cell("kostnadsslag").text(problems),
                        amount.get(),
                        key.get(),
                        from.get(),
                        to.get(),
                        decision.get(),
                        municipalControl,
                        regionControl,
                        row.number()));
    }

    private static Optional<YearMonth> inYear(
            Cell cell, Optional<YearMonth> month, Year year, Problems problems) {
        if (month.isPresent() && month.get().getYear() != year.getValue()) {
            cell.fault(problems, ProblemKind.LINE_OUTSIDE_YEAR, year);
            return Optional.empty();
        }
        return month;
    }

    private static Optional<Money> control(Cell cell, Problems problems) {
        return cell.isEmpty() ? Optional.empty() : cell.amount(problems);
    }

    private static void checkTotals(TotalRows totals, List<BudgetLine> lines, Problems problems) {
        totals.check("belopp", column(lines, line -> Optional.of(line.amount())), problems);
        totals.check("kommun", column(lines, BudgetLine::municipalControl), problems);
        totals.check("vgr", column(lines, BudgetLine::regionControl), problems);
    }

    private static List<Optional<Money>> column(
            List<BudgetLine> lines, Function<BudgetLine, Optional<Money>> amount) {
        return lines.stream().map(amount).toList();
    }
}
