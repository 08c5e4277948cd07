package se.gits.costshare.export.excel;

import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * Controls, one a row: the sheet {@code Kontroller}. Each compares two sums by formulas that look
 * into other sheets, so that whoever changes a figure there sees what no longer agrees.
 */
final class ControlTable {

    private static final int NAME = 0;
    private static final int ONE_TEXT = 1;
    private static final int ONE = 2;
    private static final int OTHER_TEXT = 3;
    private static final int OTHER = 4;
    private static final int DIFFERENCE = 5;
    private static final int HOLDS = 6;

    private static final int[] WIDTHS = {36, 42, 19, 42, 19, 15, 12};

    private final SheetWriter sheet;
    private final SheetTitle title;
    private int allRow;

    /** Adds the sheet; its rows may be written later than those of sheets after it. */
    ControlTable(ReproducibleWorkbook workbook, SheetTitle title) {
        this.title = title;
        this.sheet = workbook.addSheet("Kontroller", WIDTHS);
    }

    /** Whether all hold, as other sheets refer to it, once they are written. */
    String allHold() {
        return sheet.fromElsewhere(SheetWriter.at(allRow, HOLDS));
    }

    /**
     * Writes them.
     *
     * @param controls of which at least one applies
     */
    void write(List<Control> controls) {
        allRow = title.write(sheet);
        int headingRow = allRow + 2;
        int firstRow = headingRow + 1;
        int row = firstRow;
        for (Control control : controls) {
            write(row, control);
            row++;
        }
        int lastRow = row - 1;
        sheet.text(allRow, NAME, OTHER, "Stämmer alla kontroller?", Look.TEXT_TOTAL);
        sheet.blank(allRow, DIFFERENCE, Look.TEXT_TOTAL);
        sheet.truth(
                allRow,
                HOLDS,
                "AND(" + SheetWriter.range(HOLDS, firstRow, lastRow) + ")",
                controls.stream().allMatch(Control::holds),
                Look.TRUTH_TOTAL);
        headings(headingRow);
        sheet.redWhereFalse(List.of(new CellRangeAddress(allRow, allRow, NAME, HOLDS)), HOLDS);
        sheet.redWhereFalse(List.of(new CellRangeAddress(firstRow, lastRow, NAME, HOLDS)), HOLDS);
        sheet.sheet().createFreezePane(1, firstRow);
        title.setUpPage(sheet, new CellRangeAddress(headingRow, headingRow, -1, -1));
    }

    private void headings(int row) {
        sheet.text(row, NAME, "Kontroll", Look.HEADING);
        sheet.text(row, ONE_TEXT, "Jämför", Look.HEADING);
        sheet.text(row, ONE, "Summa 1", Look.NUMBER_HEADING);
        sheet.text(row, OTHER_TEXT, "med", Look.HEADING);
        sheet.text(row, OTHER, "Summa 2", Look.NUMBER_HEADING);
        sheet.text(row, DIFFERENCE, "Skillnad", Look.NUMBER_HEADING);
        sheet.text(row, HOLDS, "Stämmer", Look.CENTRED_HEADING);
    }

    private void write(int row, Control control) {
        if (!control.applies()) {
            sheet.text(row, NAME, control.name(), Look.TEXT_ROW);
            sheet.text(row, ONE_TEXT, DIFFERENCE, control.notApplicable(), Look.TEXT_ROW);
            sheet.text(row, HOLDS, "gäller inte", Look.CENTRED_TEXT_ROW);
            return;
        }
        Look look = control.isCount() ? Look.COUNT_ROW : Look.AMOUNT_ROW;
        sheet.text(row, NAME, control.name(), Look.TEXT_ROW);
        sheet.text(row, ONE_TEXT, control.one().what(), Look.TEXT_ROW);
        side(row, ONE, control.one(), look);
        sheet.text(row, OTHER_TEXT, control.other().what(), Look.TEXT_ROW);
        side(row, OTHER, control.other(), look);
        String one = SheetWriter.at(row, ONE);
        String other = SheetWriter.at(row, OTHER);
        sheet.number(
                row, DIFFERENCE, "ROUND(" + one + "-" + other + ",2)", control.difference(), look);
        sheet.truth(
                row,
                HOLDS,
                SheetWriter.at(row, DIFFERENCE) + "=0",
                control.holds(),
                Look.TRUTH_ROW);
    }

    private void side(int row, int column, Control.Side side, Look look) {
        if (side.formula().isEmpty()) {
            sheet.number(row, column, side.value(), look);
        } else {
            sheet.number(row, column, side.formula(), side.value(), look);
        }
    }
}
