package se.gits.costshare.export.excel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFDataValidationConstraint;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import se.gits.costshare.money.Money;

/**
 * A workbook to fill in: one sheet with headings that stay in sight, an example row, and on each
 * column a note, a format and, where there are words to choose from, a drop-down list.
 *
 * <p>Formats belong to whole columns, so that no empty row is in the file.
 */
public final class FormWorkbook {

    /** Lists and notes reach down to here; formats reach on. */
    public static final int LAST_ROW = 10_000;

    private static final String AUTHOR = "GITS";

    private static final float HEADING_POINTS = 18;
    private static final float ROW_POINTS = 15;

    // A spreadsheet gives each character of a width 7 pixels, and the column 5 more.
    private static final int PIXELS_OF_CHARACTER = 7;
    private static final int PIXELS_OF_COLUMN = 5;
    private static final int STANDARD_WIDTH = 9;

    // The box of a note. Its letters are smaller than those of cells.
    private static final int BOX_CHARACTERS = 38;
    private static final int BOX_WIDTH_PIXELS = 300;
    private static final int BOX_LINE_PIXELS = 16;
    private static final int BOX_EDGE_PIXELS = 12;
    private static final int BOX_FROM_CELL_PIXELS = 12;

    private final ReproducibleWorkbook workbook;
    private final SheetWriter writer;
    private final XSSFSheet sheet;
    private final List<FormColumn> columns;

    private FormWorkbook(String title, LocalDate date, List<FormColumn> columns) {
        int[] widths = columns.stream().mapToInt(FormColumn::width).toArray();
        this.columns = columns;
        this.workbook = new ReproducibleWorkbook(title, date);
        this.writer = workbook.addSheet(title, widths);
        this.sheet = writer.sheet();
    }

    /**
     * Makes the file.
     *
     * @param title of the sheet and of the file
     * @param date which the file's properties tell; the same texts and date give the same bytes
     * @param example a cell for each column, as in a CSV file: decimal comma, spaces between
     *     thousands
     * @throws IllegalArgumentException if there are not as many cells as columns
     */
    public static byte[] of(
            String title, LocalDate date, List<FormColumn> columns, List<String> example) {
        if (columns.size() != example.size()) {
            throw new IllegalArgumentException("The example row of " + title + " is not as wide");
        }
        FormWorkbook form = new FormWorkbook(title, date, columns);
        form.setUp();
        for (int at = 0; at < columns.size(); at++) {
            form.column(at, columns.get(at), example.get(at));
        }
        form.page(title);
        return form.workbook.bytes();
    }

    private void setUp() {
        sheet.setDisplayGridlines(true);
        sheet.setPrintGridlines(true);
        sheet.setDefaultColumnWidth(STANDARD_WIDTH);
        sheet.setDefaultRowHeightInPoints(ROW_POINTS);
        sheet.createFreezePane(0, 1);
    }

    private void column(int at, FormColumn column, String example) {
        Look look = column.content().look;
        sheet.setDefaultColumnStyle(at, workbook.style(look));
        writer.text(0, at, column.heading(), headingLook(column));
        note(at, column);
        validation(at, column);
        if (example.isEmpty()) {
            writer.blank(1, at, look);
            return;
        }
        String number = example.replace(" ", "").replace(',', '.');
        switch (column.content()) {
            case TEXT -> writer.text(1, at, example, look);
            case AMOUNT -> writer.amount(1, at, Money.ofKronor(new BigDecimal(number)), look);
            case COUNT -> writer.count(1, at, Long.parseLong(number), look);
        }
    }

    private static Look headingLook(FormColumn column) {
        if (column.content() == FormColumn.Content.TEXT) {
            return column.required() ? Look.REQUIRED_HEADING : Look.OPTIONAL_HEADING;
        }
        return column.required() ? Look.REQUIRED_NUMBER_HEADING : Look.OPTIONAL_NUMBER_HEADING;
    }

    /** The note on a heading, in a box that has room for it. */
    private void note(int at, FormColumn column) {
        XSSFRichTextString text = new XSSFRichTextString();
        text.append(column.heading(), workbook.font(Look.Face.NOTE_HEADING));
        text.append("\n" + column.note(), workbook.font(Look.Face.NOTE_TEXT));
        int lines = SheetWriter.lines(column.heading() + "\n" + column.note(), BOX_CHARACTERS);
        XSSFComment note =
                sheet.createDrawingPatriarch()
                        .createCellComment(box(at, lines * BOX_LINE_PIXELS + BOX_EDGE_PIXELS));
        note.setAuthor(AUTHOR);
        note.setString(text);
        note.setAddress(0, at);
    }

    /** A box to the right of a heading. Where it ends is told as a place within a cell. */
    private XSSFClientAnchor box(int at, int height) {
        int lastColumn = at + 1;
        int right = BOX_FROM_CELL_PIXELS + BOX_WIDTH_PIXELS;
        while (right > widthPixels(lastColumn)) {
            right -= widthPixels(lastColumn);
            lastColumn++;
        }
        int lastRow = 0;
        int bottom = height;
        while (bottom > heightPixels(lastRow)) {
            bottom -= heightPixels(lastRow);
            lastRow++;
        }
        return new XSSFClientAnchor(
                Units.pixelToEMU(BOX_FROM_CELL_PIXELS),
                0,
                Units.pixelToEMU(right),
                Units.pixelToEMU(bottom),
                at + 1,
                0,
                lastColumn,
                lastRow);
    }

    private int widthPixels(int column) {
        int characters = column < columns.size() ? columns.get(column).width() : STANDARD_WIDTH;
        return characters * PIXELS_OF_CHARACTER + PIXELS_OF_COLUMN;
    }

    private static int heightPixels(int row) {
        return Units.pointsToPixel(row == 0 ? HEADING_POINTS : ROW_POINTS);
    }

    private void validation(int at, FormColumn column) {
        DataValidationConstraint rule =
                column.words().isEmpty()
                        ? new XSSFDataValidationConstraint(
                                DataValidationConstraint.ValidationType.ANY, "")
                        : new XSSFDataValidationConstraint(column.words().toArray(String[]::new));
        DataValidation validation =
                sheet.getDataValidationHelper()
                        .createValidation(rule, new CellRangeAddressList(1, LAST_ROW - 1, at, at));
        validation.createPromptBox(column.heading(), column.note());
        validation.setShowPromptBox(true);
        if (!column.words().isEmpty()) {
            validation.setErrorStyle(
                    column.otherWords()
                            ? DataValidation.ErrorStyle.INFO
                            : DataValidation.ErrorStyle.STOP);
            validation.createErrorBox(column.heading(), column.remedy());
            validation.setShowErrorBox(true);
            // In this format the arrow is shown where its suppression is asked for.
            validation.setSuppressDropDownArrow(true);
        }
        sheet.addValidationData(validation);
    }

    private void page(String title) {
        writer.rowHeight(0, HEADING_POINTS);
        sheet.addIgnoredErrors(
                new CellRangeAddress(1, LAST_ROW - 1, 0, writer.lastColumn()),
                IgnoredErrorType.NUMBER_STORED_AS_TEXT);
        Page.setUp(writer, true, "", title, new CellRangeAddress(0, 0, -1, -1));
        // There will be more rows than there are now.
        sheet.getWorkbook().removePrintArea(0);
    }
}
