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
import se.gits.costshare.input.CsvTable;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.Problems;
import se.gits.costshare.input.Table;
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

    static final Columns COLUMNS =
            new Columns(
                    List.of("rad", "objekt", "benämning", "belopp", "nyckel", "beslut"),
                    List.of("kostnadsslag", "från", "till", "kommun", "vgr"));

    private static final String TOTAL = "totalt";

    private BudgetFile() {}

    /** Reads a year's budget; lines whose row has a fault are left out. */
    public static Budget read(InputFile file, Year year, Problems problems) {
        List<BudgetLine> lines = new ArrayList<>();
        Optional<Table> table = CsvTable.read(file, COLUMNS, problems);
        Map<String, Integer> fileRowOfRow = new HashMap<>();
        List<Table.Row> totals = new ArrayList<>();
        List<Budget.NamesUsed> namesUsed = new ArrayList<>();
        boolean complete = table.isPresent();
        for (Table.Row row : table.map(Table::rows).orElse(List.of())) {
            if (row.cell("rad").value().equalsIgnoreCase(TOTAL)) {
                totals.add(row);
                continue;
            }
            namesUsed.add(
                    new Budget.NamesUsed(
                            row.number(), row.cell("objekt").value(), row.cell("nyckel").value()));
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
        if (totals.size() > 1) {
            totals.get(1).cell("rad").fault(problems, ProblemKind.TWICE, totals.get(0).number());
        }
        // A total over rows that could not be read would only tell of those faults again.
        if (complete && !totals.isEmpty()) {
            checkTotal(totals.get(0), lines, problems);
        }
        return new Budget(year, file.name(), lines, namesUsed);
    }

    private static Optional<BudgetLine> line(Table.Row row, Year year, Problems problems) {
        Optional<String> identity = row.cell("rad").required(problems);
        Optional<String> object = row.cell("objekt").required(problems);
        Optional<String> text = row.cell("benämning").required(problems);
        Optional<Money> amount = row.cell("belopp").amount(problems);
        Optional<String> key = row.cell("nyckel").required(problems, ProblemKind.KEY_MISSING);
        Optional<YearMonth> from = month(row.cell("från"), year, 1, problems);
        Optional<YearMonth> to = month(row.cell("till"), year, 12, problems);
        Optional<String> decision = row.cell("beslut").decision(problems);
        Optional<Optional<Money>> municipal = control(row.cell("kommun"), problems);
        Optional<Optional<Money>> region = control(row.cell("vgr"), problems);
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
                || municipal.isEmpty()
                || region.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new BudgetLine(
                        identity.get(),
                        object.get(),
                        text.get(),
                        row.cell("kostnadsslag").value(),
                        amount.get(),
                        key.get(),
                        from.get(),
                        to.get(),
                        decision.get(),
                        municipal.get(),
                        region.get(),
                        row.number()));
    }

    private static Optional<YearMonth> month(
            Cell cell, Year year, int monthIfEmpty, Problems problems) {
        if (cell.isEmpty()) {
            return Optional.of(year.atMonth(monthIfEmpty));
        }
        Optional<YearMonth> month = cell.month(problems);
        if (month.isPresent() && month.get().getYear() != year.getValue()) {
            cell.fault(problems, ProblemKind.LINE_OUTSIDE_YEAR, year);
            return Optional.empty();
        }
        return month;
    }

    /** The outer is empty where the cell has a fault, the inner where it is left empty. */
    private static Optional<Optional<Money>> control(Cell cell, Problems problems) {
        if (cell.isEmpty()) {
            return Optional.of(Optional.empty());
        }
        return cell.amount(problems).map(Optional::of);
    }

    private static void checkTotal(Table.Row total, List<BudgetLine> lines, Problems problems) {
        checkTotal(total.cell("belopp"), lines, line -> Optional.of(line.amount()), problems);
        checkTotal(total.cell("kommun"), lines, BudgetLine::municipalControl, problems);
        checkTotal(total.cell("vgr"), lines, BudgetLine::regionControl, problems);
    }

    private static void checkTotal(
            Cell cell,
            List<BudgetLine> lines,
            Function<BudgetLine, Optional<Money>> column,
            Problems problems) {
        if (cell.isEmpty()) {
            return;
        }
        Optional<Money> stated = cell.amount(problems);
        List<Money> amounts = lines.stream().map(column).flatMap(Optional::stream).toList();
        if (amounts.size() < lines.size()) {
            // Where a line leaves its control sum out, the total is over more than is stated.
            return;
        }
        Money sum = Money.total(amounts);
        if (stated.isPresent() && !stated.get().equals(sum)) {
            cell.fault(problems, ProblemKind.CONTROL_TOTAL, sum, stated.get().minus(sum));
        }
    }
}
