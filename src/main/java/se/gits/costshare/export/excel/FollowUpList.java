package se.gits.costshare.export.excel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import se.gits.costshare.money.Money;
import se.gits.costshare.report.FollowUp;

/**
 * A sheet of rows that each end in a budget held against what was issued; once the year is settled
 * also against the outcome.
 */
final class FollowUpList {

    private final ListSheet list;
    private final boolean settled;
    private final int columnsBefore;

    /** What stands in a row's last columns, in their order. */
    enum Figure {
        ORIGINAL("Ursprunglig budget", FollowUp::original),
        CHANGES("Tillägg och ändringar", FollowUp::changes),
        BUDGET("Budget", FollowUp::budget),
        INVOICED("Fakturerat", followUp -> followUp.charge().invoiced()),
        CENTRAL("Bärs centralt", followUp -> followUp.charge().central()),
        REMAINING("Återstår", FollowUp::remaining),
        OUTCOME("Utfall", followUp -> followUp.outcome().orElseThrow()),
        REMAINING_OF_OUTCOME(
                "Återstår av utfallet", followUp -> followUp.remainingOfOutcome().orElseThrow());

        final String heading;
        private final Function<FollowUp, Money> amount;

        Figure(String heading, Function<FollowUp, Money> amount) {
            this.heading = heading;
            this.amount = amount;
        }

        Money of(FollowUp followUp) {
            return amount.apply(followUp);
        }

        Look look() {
            return this == CHANGES ? Look.CHANGE_ROW : Look.AMOUNT_ROW;
        }

        /** Whether there is such a figure only once the year is settled. */
        boolean isOfOutcome() {
            return this == OUTCOME || this == REMAINING_OF_OUTCOME;
        }
    }

    /**
     * @param first the columns before the budget
     */
    FollowUpList(
            ReproducibleWorkbook workbook,
            String name,
            SheetTitle title,
            List<ListSheet.Column> first,
            boolean settled) {
        this.settled = settled;
        this.columnsBefore = first.size();
        List<ListSheet.Column> columns = new ArrayList<>(first);
        for (Figure figure : figures()) {
            columns.add(
                    figure == Figure.CHANGES
                            ? ListSheet.Column.change(figure.heading)
                            : ListSheet.Column.amount(figure.heading));
        }
        list = new ListSheet(workbook, name, title, columns);
    }

    private List<Figure> figures() {
        return List.of(Figure.values()).stream()
                .filter(figure -> settled || !figure.isOfOutcome())
                .toList();
    }

    FollowUpList text(Object value) {
        list.text(value);
        return this;
    }

    /** A cell of the row being written, as formulas of the sheet name it. */
    String cell(int column) {
        return SheetWriter.at(list.row(), column);
    }

    private String cell(Figure figure) {
        return cell(columnsBefore + figure.ordinal());
    }

    /** Ends a row whose figures stand as they are, but those that follow from others of the row. */
    void endRow(FollowUp followUp) {
        for (Figure figure : figures()) {
            Money amount = figure.of(followUp);
            String formula = formula(figure);
            if (formula.isEmpty()) {
                list.amount(amount, figure.look());
            } else {
                list.amount(new Total(formula, amount), figure.look());
            }
        }
        list.endRow();
    }

    /**
     * Ends a row whose figures the workbook computes from elsewhere.
     *
     * @param elsewhere the formula of each figure that does not follow from others of the row
     */
    void endRow(FollowUp followUp, Function<Figure, String> elsewhere) {
        for (Figure figure : figures()) {
            String formula = formula(figure);
            list.amount(
                    new Total(
                            formula.isEmpty() ? elsewhere.apply(figure) : formula,
                            figure.of(followUp)),
                    figure.look());
        }
        list.endRow();
    }

    /** How a figure follows from others of its row; empty where it does not. */
    private String formula(Figure figure) {
        return switch (figure) {
            case BUDGET -> "ROUND(" + cell(Figure.ORIGINAL) + "+" + cell(Figure.CHANGES) + ",2)";
            case REMAINING -> lessCharge(Figure.BUDGET);
            case REMAINING_OF_OUTCOME -> lessCharge(Figure.OUTCOME);
            default -> "";
        };
    }

    private String lessCharge(Figure figure) {
        return "ROUND("
                + cell(figure)
                + "-"
                + cell(Figure.INVOICED)
                + "-"
                + cell(Figure.CENTRAL)
                + ",2)";
    }

    void finish() {
        list.finish();
    }

    /** The sum of a figure, as other sheets refer to it. */
    Total sum(Figure figure) {
        return list.sum(columnsBefore + figure.ordinal());
    }

    /** The cells of a column before the budget. */
    String cells(int column) {
        return list.fixedCells(column);
    }

    /** The cells of a figure. */
    String cells(Figure figure) {
        return cells(columnsBefore + figure.ordinal());
    }

    /**
     * The bars of a figure.
     *
     * @param rows what the sheet's rows were written from
     */
    BarChart.Bars bars(Figure figure, List<FollowUp> rows, String colour) {
        return new BarChart.Bars(
                list.heading(columnsBefore + figure.ordinal()),
                figure.heading,
                ChartCells.Numbers.ofAmounts(cells(figure), rows.stream().map(figure::of).toList()),
                colour);
    }
}
