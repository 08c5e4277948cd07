package se.gits.costshare.export.excel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.money.Money;

/**
 * A sheet that is one table: headings that stay in sight, rows written from left to right, and sums
 * below.
 */
final class ListSheet {

    private final SheetWriter sheet;
    private final SheetTitle title;
    private final Column[] columns;
    private final Money[] sums;
    private final int firstRow;
    private int row;
    private int column;

    /** What a column holds. Amounts and changes have their sum below them. */
    private enum Kind {
        TEXT,
        COUNT,
        AMOUNT,
        CHANGE;

        boolean isSummed() {
            return this == AMOUNT || this == CHANGE;
        }
    }

    /**
     * A column.
     *
     * @param width in characters
     */
    record Column(String heading, int width, Kind kind) {

        static Column text(String heading, int width) {
            return new Column(heading, width, Kind.TEXT);
        }

        static Column count(String heading, int width) {
            return new Column(heading, width, Kind.COUNT);
        }

        static Column amount(String heading) {
            return amount(heading, 19);
        }

        static Column amount(String heading, int width) {
            return new Column(heading, width, Kind.AMOUNT);
        }

        /** Amounts that show their sign. */
        static Column change(String heading) {
            return change(heading, 19);
        }

        static Column change(String heading, int width) {
            return new Column(heading, width, Kind.CHANGE);
        }
    }

    ListSheet(ReproducibleWorkbook workbook, String name, SheetTitle title, List<Column> columns) {
        this.title = title;
        this.columns = columns.toArray(Column[]::new);
        this.sums = new Money[columns.size()];
        this.sheet = workbook.addSheet(name, columns.stream().mapToInt(Column::width).toArray());
        int headingRow = title.write(sheet);
        for (int at = 0; at < this.columns.length; at++) {
            boolean isText = this.columns[at].kind() == Kind.TEXT;
            sums[at] = Money.ZERO;
            sheet.text(
                    headingRow,
                    at,
                    this.columns[at].heading(),
                    isText ? Look.HEADING : Look.NUMBER_HEADING);
        }
        firstRow = headingRow + 1;
        row = firstRow;
        sheet.streamFrom(firstRow);
    }

    ListSheet text(Object value) {
        return text(value, Look.TEXT_ROW);
    }

    ListSheet text(Object value, Look look) {
        sheet.text(row, column++, value.toString(), look);
        return this;
    }

    /** Several texts in one cell. */
    ListSheet texts(Iterable<?> values) {
        StringBuilder all = new StringBuilder();
        values.forEach(value -> all.append(all.isEmpty() ? "" : " ").append(value));
        return text(all);
    }

    /** A budget line as every list names it: its object, its row and its text. */
    ListSheet line(BudgetLine line) {
        return text(line.objectCode()).text(line.row()).text(line.text());
    }

    ListSheet count(int count) {
        sheet.count(row, column++, count, Look.COUNT_ROW);
        return this;
    }

    ListSheet percent(int percent) {
        sheet.count(row, column++, percent, Look.PERCENT_ROW);
        return this;
    }

    /** A number of many decimals, such as an exact part. */
    ListSheet exact(BigDecimal number) {
        sheet.number(row, column++, number, Look.EXACT_AMOUNT_ROW);
        return this;
    }

    ListSheet date(LocalDate date) {
        sheet.date(row, column++, date, Look.DATE_ROW);
        return this;
    }

    ListSheet amount(Money amount) {
        return amount(amount, Look.AMOUNT_ROW);
    }

    ListSheet amount(Money amount, Look look) {
        sums[column] = sums[column].plus(amount);
        sheet.amount(row, column++, amount, look);
        return this;
    }

    ListSheet amount(Total total) {
        return amount(total, Look.AMOUNT_ROW);
    }

    ListSheet amount(Total total, Look look) {
        sums[column] = sums[column].plus(total.amount());
        sheet.amount(row, column++, total, look);
        return this;
    }

    /** How much more one sum is than another, to the öre. */
    ListSheet difference(Total one, Total other) {
        return amount(
                new Total(
                        "ROUND(" + one.formula() + "-(" + other.formula() + "),2)",
                        one.amount().minus(other.amount())),
                Look.CHANGE_ROW);
    }

    /** A number where there is one; else an empty cell. */
    ListSheet number(OptionalLong number, Look look) {
        if (number.isPresent()) {
            sheet.count(row, column++, number.getAsLong(), look);
        } else {
            sheet.blank(row, column++, look);
        }
        return this;
    }

    /** A formula that has a number only where there is something to compute it from. */
    ListSheet number(String formula, Optional<BigDecimal> value, Look look) {
        sheet.number(row, column++, formula, value, look);
        return this;
    }

    ListSheet link(String path) {
        sheet.link(row, column++, path, Look.LINK_ROW);
        return this;
    }

    ListSheet blank() {
        sheet.blank(row, column++, Look.TEXT_ROW);
        return this;
    }

    void endRow() {
        row++;
        column = 0;
    }

    /** The cell of this row so many columns to the left, as a formula beside it names it. */
    String left(int columnsAway) {
        return SheetWriter.at(row, column - columnsAway);
    }

    /** Makes those amounts of a column red that are not zero, in all rows so far. */
    void redWhereNotZero(int of) {
        if (!isEmpty()) {
            sheet.redWhere(
                    List.of(new CellRangeAddress(firstRow, row - 1, of, of)),
                    SheetWriter.at(firstRow, of) + "<>0");
        }
    }

    /** Makes those rows bold that have a text in a column. */
    void emphasiseText(CellRangeAddress rows, int of) {
        sheet.boldWhere(rows, "$" + SheetWriter.at(rows.getFirstRow(), of) + "<>\"\"");
    }

    /** The row being written. */
    int row() {
        return row;
    }

    /** Goes to a cell of the row being written, or of the sums once the sheet is finished. */
    ListSheet at(int newColumn) {
        column = newColumn;
        return this;
    }

    /**
     * Writes the sums, where anything is summed, and what makes the sheet easy to read and print.
     */
    void finish() {
        if (Arrays.stream(columns).anyMatch(any -> any.kind().isSummed())) {
            sums();
        }
        sheet.sheet().createFreezePane(0, firstRow);
        if (row > firstRow) {
            sheet.sheet()
                    .setAutoFilter(
                            new CellRangeAddress(firstRow - 1, row - 1, 0, columns.length - 1));
        }
        sheet.allowDigitsAsText();
        title.setUpPage(sheet, new CellRangeAddress(firstRow - 1, firstRow - 1, -1, -1));
    }

    private void sums() {
        for (int at = 0; at < columns.length; at++) {
            if (columns[at].kind().isSummed()) {
                sheet.amount(
                        row,
                        at,
                        new Total(SheetWriter.sum(at, firstRow, row - 1), sums[at]),
                        columns[at].kind() == Kind.CHANGE ? Look.CHANGE_SUM : Look.AMOUNT_SUM);
            } else {
                sheet.text(row, at, at == 0 ? "Summa" : "", Look.TEXT_SUM);
            }
        }
    }

    boolean isEmpty() {
        return row == firstRow;
    }

    /** How many rows there are, as other sheets count them; 0 where there are none. */
    String countOfRows() {
        return isEmpty() ? "0" : "ROWS(" + cells(0) + ")";
    }

    /** The sum of a column of amounts, as other sheets refer to it, once the sheet is finished. */
    Total sum(int column) {
        return new Total(sheet.fromElsewhere(SheetWriter.at(row, column)), sums[column]);
    }

    /** The sums of some columns in a row, as other sheets refer to them. */
    String sums(int first, int last) {
        return sheet.fromElsewhere(SheetWriter.at(row, first) + ":" + SheetWriter.at(row, last));
    }

    /** Whether every difference in some columns is zero, as a control; empty cells do not count. */
    Control everyDifferenceIsZero(String name, int first, int last, int differences) {
        String cells =
                sheet.fromElsewhere(
                        SheetWriter.at(firstRow, first) + ":" + SheetWriter.at(row - 1, last));
        return Control.ofCounts(
                name,
                Control.Side.of("skillnader", "COUNT(" + cells + ")", differences),
                Control.Side.of("skillnader som är noll", "COUNTIF(" + cells + ",0)", differences));
    }

    /** The cells of a column, as other sheets refer to them. */
    String cells(int column) {
        return cells(column, firstRow, row - 1);
    }

    /** Some cells of a column, from one row through another, as other sheets refer to them. */
    String cells(int column, int from, int through) {
        return sheet.fromElsewhere(SheetWriter.range(column, from, through));
    }

    /** The cells of a column, as other sheets refer to them wherever their own cell is moved. */
    String fixedCells(int column) {
        return fixedCells(column, firstRow, row - 1);
    }

    /** Some of a column's cells, as other sheets refer to them wherever their own cell is moved. */
    String fixedCells(int column, int first, int last) {
        return sheet.fromElsewhere(SheetWriter.fixedRange(column, first, last));
    }

    /** The heading of a column. */
    CellReference heading(int column) {
        return new CellReference(sheet.sheet().getSheetName(), firstRow - 1, column, true, true);
    }

    /** One cell, as other sheets refer to it. */
    String cell(int row, int column) {
        return sheet.fromElsewhere(SheetWriter.at(row, column));
    }
}
