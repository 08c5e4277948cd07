package se.gits.costshare.export.excel;

import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
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

    /** What a column holds. Amounts have their sum below them. */
    private enum Kind {
        TEXT,
        COUNT,
        AMOUNT
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
            return new Column(heading, 19, Kind.AMOUNT);
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
    }

    ListSheet text(Object value) {
        sheet.text(row, column++, value.toString(), Look.TEXT_ROW);
        return this;
    }

    /** Several texts in one cell. */
    ListSheet texts(Iterable<?> values) {
        StringBuilder all = new StringBuilder();
        values.forEach(value -> all.append(all.isEmpty() ? "" : " ").append(value));
        return text(all);
    }

    ListSheet count(int count) {
        sheet.count(row, column++, count, Look.COUNT_ROW);
        return this;
    }

    ListSheet percent(int percent) {
        sheet.count(row, column++, percent, Look.PERCENT_ROW);
        return this;
    }

    ListSheet date(LocalDate date) {
        sheet.date(row, column++, date, Look.DATE_ROW);
        return this;
    }

    ListSheet amount(Money amount) {
        sums[column] = sums[column].plus(amount);
        sheet.amount(row, column++, amount, Look.AMOUNT_ROW);
        return this;
    }

    ListSheet amount(Total total) {
        sums[column] = sums[column].plus(total.amount());
        sheet.amount(row, column++, total, Look.AMOUNT_ROW);
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

    /** The row being written. */
    int row() {
        return row;
    }

    /** Writes the sums, and what makes the sheet easy to read and print. */
    void finish() {
        for (int at = 0; at < columns.length; at++) {
            if (columns[at].kind() == Kind.AMOUNT) {
                sheet.amount(
                        row,
                        at,
                        new Total(SheetWriter.sum(at, firstRow, row - 1), sums[at]),
                        Look.AMOUNT_SUM);
            } else {
                sheet.text(row, at, at == 0 ? "Summa" : "", Look.TEXT_SUM);
            }
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

    /** The sum of a column of amounts, as other sheets refer to it, once the sheet is finished. */
    Total sum(int column) {
        return new Total(sheet.fromElsewhere(SheetWriter.at(row, column)), sums[column]);
    }

    /** The cells of a column, as other sheets refer to them. */
    String cells(int column) {
        return sheet.fromElsewhere(SheetWriter.range(column, firstRow, row - 1));
    }

    /** One cell, as other sheets refer to it. */
    String cell(int row, int column) {
        return sheet.fromElsewhere(SheetWriter.at(row, column));
    }
}
