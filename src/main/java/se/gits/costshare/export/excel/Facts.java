package se.gits.costshare.export.excel;

import java.time.LocalDate;

/** A list of labelled facts, one below the other, within some columns of a sheet. */
final class Facts {

    private final SheetWriter sheet;
    private final Columns columns;
    private int row;

    /** Labels stand in the first columns, values in those after them. */
    record Columns(int firstLabel, int lastLabel, int firstValue, int lastValue) {}

    /**
     * @param row the list's first row
     */
    Facts(SheetWriter sheet, Columns columns, int row) {
        this.sheet = sheet;
        this.columns = columns;
        this.row = row;
    }

    Facts heading(String text) {
        sheet.text(row, columns.firstLabel, columns.lastValue, text, Look.SECTION);
        row++;
        return this;
    }

    /** A line without a label; none where the text is empty. */
    Facts line(String text, Look look) {
        if (!text.isEmpty()) {
            sheet.text(row, columns.firstLabel, columns.lastValue, text, look);
            row++;
        }
        return this;
    }

    /** A labelled text; none where it is empty. */
    Facts text(String label, String value) {
        if (!value.isEmpty()) {
            label(label);
            sheet.text(row, columns.firstValue, columns.lastValue, value, Look.TEXT);
            row++;
        }
        return this;
    }

    /** A labelled text of any length, on as many rows as it takes; none where it is empty. */
    Facts longText(String label, String value) {
        if (!value.isEmpty()) {
            label(label);
            row = sheet.longText(row, columns.firstValue, columns.lastValue, value, Look.TEXT);
        }
        return this;
    }

    Facts date(String label, LocalDate date) {
        label(label);
        sheet.date(row, columns.firstValue, columns.lastValue, date, Look.DATE);
        row++;
        return this;
    }

    /** The row after the list. */
    int end() {
        return row;
    }

    private void label(String label) {
        sheet.text(row, columns.firstLabel, columns.lastLabel, label, Look.LABEL);
    }
}
