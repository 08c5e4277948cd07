package se.gits.costshare.export.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IgnoredErrorType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFFontFormatting;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFPatternFormatting;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;
import se.gits.costshare.money.Money;

/**
 * Writes the cells of a sheet. Rows and columns are counted from 0.
 *
 * <p>Text is always a string cell, never a formula, whatever it begins with. Rows are made high
 * enough for their text by counting characters, since spreadsheets do not do so for merged cells.
 */
final class SheetWriter {

    /** What a spreadsheet refuses to open beyond. */
    static final int LONGEST_TEXT = 32_767;

    /** The day that a spreadsheet counts from, for dates after February 1900. */
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

    private static final float LINE_POINTS = 13f;
    private static final float HIGHEST_ROW_POINTS = 409f;

    /** How much higher a line becomes by letters that another font has to lend. */
    private static final float TALL_LINE = 1.5f;

    /** What a spreadsheet would read as one character by its number, and show another. */
    private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    /** In digits' widths, as all lengths are. */
    private static final double SPACE = 0.6;

    /** After Latin, Greek, Cyrillic, Hebrew and Arabic. */
    private static final int FIRST_FAR_LETTER = 0x0780;

    /** Latin with more accents, dashes and quotes, arrows and signs of mathematics. */
    private static final int FIRST_NEAR_SIGN = 0x1E00;

    private static final int LAST_NEAR_SIGN = 0x25FF;

    private final XSSFSheet sheet;
    private final Looks looks;
    private final int[] widths;
    private final KeptRows kept;
    private StreamedRows streamed = StreamedRows.none();

    SheetWriter(XSSFSheet sheet, Looks looks, int... widths) {
        this.sheet = sheet;
        this.kept = new KeptRows(sheet.getWorkbook().getSharedStringSource());
        this.looks = looks;
        this.widths = widths.clone();
        for (int column = 0; column < widths.length; column++) {
            sheet.setColumnWidth(column, widths[column] * 256);
        }
        sheet.setDisplayGridlines(false);
    }

    /** The sheet itself, for what concerns it as a whole. */
    XSSFSheet sheet() {
        return sheet;
    }

    int lastColumn() {
        return widths.length - 1;
    }

    /** The last row that has been written. */
    int lastRow() {
        return Math.max(streamed.lastRow(), kept.lastRow().orElse(0));
    }

    /**
     * From this row on, cells are written from top to bottom and never kept: for sheets of any
     * length. A row can be written to until the next one is.
     */
    void streamFrom(int firstRow) {
        streamed = new StreamedRows(firstRow);
    }

    /** From this row on, rows are kept again. */
    void keepFrom(int row) {
        streamed.endBefore(row);
    }

    /** Tells POI how far the sheet goes, which has none of its rows. */
    void settleDimension() {
        if (!streamed.isEmpty()) {
            sheet.setDimensionOverride(new CellRangeAddress(0, lastRow(), 0, lastColumn()));
        } else {
            kept.dimension().ifPresent(sheet::setDimensionOverride);
        }
    }

    /** Whether the rows are so many that time counts for more than the last fifth of their size. */
    boolean isLong() {
        return streamed.areLong();
    }

    /** Whether it has no row. */
    boolean isEmpty() {
        return kept.isEmpty() && streamed.isEmpty();
    }

    /** Writes every row, as the file has them; none can be written to afterwards. */
    void copyRowsTo(OutputStream out) throws IOException {
        kept.copyTo(out, streamed.firstRow());
        streamed.copyTo(out);
        kept.copyRestTo(out, streamed.firstRow());
    }

    void text(int row, int column, String text, Look look) {
        put(row, column, CellValue.text(stored(text)), look);
        raise(row, text, widths[column], look);
    }

    /** Text across several columns. */
    void text(int row, int firstColumn, int lastColumn, String text, Look look) {
        int width = 0;
        for (int column = firstColumn; column <= lastColumn; column++) {
            put(row, column, CellValue.BLANK, look);
            width += widths[column];
        }
        merge(row, firstColumn, lastColumn);
        put(row, firstColumn, CellValue.text(stored(text)), look);
        raise(row, text, width, look);
    }

    /**
     * Text of any length across several columns. A spreadsheet has a highest row, and hides what
     * does not fit in it, so a longer text goes on in the rows below.
     *
     * @return the row after it
     */
    int longText(int row, int firstColumn, int lastColumn, String text, Look look) {
        int width = 0;
        for (int column = firstColumn; column <= lastColumn; column++) {
            width += widths[column];
        }
        int mostLines = (int) (HIGHEST_ROW_POINTS / pointsOfLine(look));
        String rest = text;
        int next = row;
        while (!rest.isEmpty()) {
            int end = endOfPiece(rest, lettersIn(width, look), mostLines);
            text(next, firstColumn, lastColumn, rest.substring(0, end), look);
            rest = rest.substring(end).strip();
            next++;
        }
        return next;
    }

    /** Where a text is cut so that what is before it takes so many lines at most. */
    private static int endOfPiece(String text, int width, int mostLines) {
        int end = Math.min(text.length(), width * mostLines);
        while (lines(text.substring(0, end), width) > mostLines) {
            end -= Math.max(1, end / 20);
        }
        if (end == text.length()) {
            return end;
        }
        int space = Math.max(text.lastIndexOf(' ', end), text.lastIndexOf('\n', end));
        return space > 0 ? space : text.offsetByCodePoints(0, text.codePointCount(0, end));
    }

    void amount(int row, int column, Money amount, Look look) {
        put(row, column, CellValue.number(amount.toString()), look);
    }

    /** A sum: a formula with its value, or the value alone where it has no formula. */
    void amount(int row, int column, Total total, Look look) {
        if (total.formula().isEmpty()) {
            amount(row, column, total.amount(), look);
        } else {
            number(row, column, total.formula(), total.amount().kronor(), look);
        }
    }

    /** A sum across several columns. */
    void amount(int row, int firstColumn, int lastColumn, Total total, Look look) {
        for (int column = firstColumn; column <= lastColumn; column++) {
            put(row, column, CellValue.BLANK, look);
        }
        merge(row, firstColumn, lastColumn);
        amount(row, firstColumn, total, look);
    }

    void count(int row, int column, long count, Look look) {
        put(row, column, CellValue.number(Long.toString(count)), look);
    }

    void number(int row, int column, BigDecimal value, Look look) {
        put(row, column, CellValue.number(value.toPlainString()), look);
    }

    /** A formula with its value. */
    void number(int row, int column, String formula, BigDecimal value, Look look) {
        put(row, column, CellValue.number(value.toPlainString()).by(formula), look);
    }

    /** A formula that has a number only where there is something to compute it from. */
    void number(int row, int column, String formula, Optional<BigDecimal> value, Look look) {
        if (value.isPresent()) {
            number(row, column, formula, value.get(), look);
        } else {
            put(row, column, CellValue.text("").by(formula), look);
        }
    }

    void date(int row, int column, LocalDate date, Look look) {
        put(row, column, CellValue.number(Long.toString(serial(date))), look);
    }

    /** The number that a spreadsheet has for a date after February 1900. */
    static long serial(LocalDate date) {
        return date.toEpochDay() - DAY_ZERO.toEpochDay();
    }

    /** A date across several columns. */
    void date(int row, int firstColumn, int lastColumn, LocalDate date, Look look) {
        merge(row, firstColumn, lastColumn);
        date(row, firstColumn, date, look);
    }

    /** Whether something holds: a formula with its value. */
    void truth(int row, int column, String formula, boolean value, Look look) {
        put(row, column, CellValue.truth(value).by(formula), look);
    }

    /** The path of a file beside the workbook, to click on. */
    void link(int row, int column, String path, Look look) {
        text(row, column, path, look);
        XSSFHyperlink link =
                sheet.getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.FILE);
        link.setAddress(path);
        link.setCellReference(at(row, column));
        sheet.addHyperlink(link);
    }

    void blank(int row, int column, Look look) {
        put(row, column, CellValue.BLANK, look);
    }

    void rowHeight(int row, float points) {
        kept.setHeight(row, points);
    }

    /**
     * Fixes a row's height, or each spreadsheet gives it one of its own and a chart over it another
     * size: as high as its text has made it, else as told.
     *
     * @return the height in points
     */
    float settleHeight(int row, float points) {
        float settled = kept.height(row).orElse(points);
        kept.setHeight(row, settled);
        return settled;
    }

    /** How high the rows from one until another are on a screen, each of which is kept. */
    double pixels(int firstRow, int rowAfter) {
        double pixels = 0;
        for (int row = firstRow; row < rowAfter; row++) {
            pixels += Units.toEMU(height(row)) / (double) Units.EMU_PER_PIXEL;
        }
        return pixels;
    }

    /** A kept row's height in points. */
    private float height(int row) {
        return kept.height(row).orElse(sheet.getDefaultRowHeightInPoints());
    }

    /**
     * The row after those that something drawn needs, whose heights are then settled.
     *
     * @param neededPoints how high it is
     * @param points how high a row without text becomes
     */
    int rowBelow(int firstRow, float neededPoints, float points) {
        float used = 0;
        int row = firstRow;
        while (used < neededPoints) {
            used += settleHeight(row, points);
            row++;
        }
        return row;
    }

    /** Makes those rows of some ranges red that have FALSE in a column. */
    void redWhereFalse(List<CellRangeAddress> ranges, int truthColumn) {
        redWhere(ranges, "$" + at(ranges.get(0).getFirstRow(), truthColumn) + "=FALSE");
    }

    /** Makes cells bold where a formula holds, as it reads for the first of them. */
    void boldWhere(CellRangeAddress range, String formula) {
        XSSFSheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
        XSSFConditionalFormattingRule rule = formatting.createConditionalFormattingRule(formula);
        rule.createFontFormatting().setFontStyle(false, true);
        formatting.addConditionalFormatting(new CellRangeAddress[] {range}, rule);
    }

    /**
     * Makes cells red where a formula holds, as it reads for the first of them.
     *
     * @param ranges none beside another
     */
    void redWhere(List<CellRangeAddress> ranges, String formula) {
        XSSFSheetConditionalFormatting formatting = sheet.getSheetConditionalFormatting();
        XSSFConditionalFormattingRule rule = formatting.createConditionalFormattingRule(formula);
        XSSFPatternFormatting ground = rule.createPatternFormatting();
        ground.setFillPattern(FillPatternType.SOLID_FOREGROUND.getCode());
        ground.setFillBackgroundColor(Looks.colour(Look.Colour.ALARM_GROUND));
        XSSFFontFormatting font = rule.createFontFormatting();
        font.setFontColor(Looks.colour(Look.Colour.ALARM));
        int last =
                formatting.addConditionalFormatting(new CellRangeAddress[] {ranges.get(0)}, rule);
        // POI would hold each range against each, to join those that touch.
        sheet.getCTWorksheet()
                .getConditionalFormattingArray(last)
                .setSqref(ranges.stream().map(CellRangeAddress::formatAsString).toList());
    }

    /** Invoice numbers are text of digits, and no mistake that a spreadsheet should point out. */
    void allowDigitsAsText() {
        sheet.addIgnoredErrors(
                new CellRangeAddress(0, lastRow(), 0, lastColumn()),
                IgnoredErrorType.NUMBER_STORED_AS_TEXT);
    }

    /** A cell as formulas of this sheet name it, {@code G7}. */
    static String at(int row, int column) {
        return CellReference.convertNumToColString(column) + (row + 1);
    }

    /** A column's cells from one row through another, {@code G7:G12}. */
    static String range(int column, int firstRow, int lastRow) {
        return at(firstRow, column) + ":" + at(lastRow, column);
    }

    /** The sum of a column's cells; 0 where there are none. */
    static String sum(int column, int firstRow, int lastRow) {
        return firstRow > lastRow ? "0" : "SUM(" + range(column, firstRow, lastRow) + ")";
    }

    /** A cell as what must not move along names it, {@code $G$7}. */
    static String fixed(int row, int column) {
        return "$" + CellReference.convertNumToColString(column) + "$" + (row + 1);
    }

    /**
     * A cell less another. It is rounded, or binary fractions would show nothing as a little more.
     */
    static String difference(String of, String less) {
        return "ROUND(" + of + "-" + less + ",2)";
    }

    /** A column's cells as what must not move along names them, {@code $G$7:$G$12}. */
    static String fixedRange(int column, int firstRow, int lastRow) {
        return fixed(firstRow, column) + ":" + fixed(lastRow, column);
    }

    /** A cell or range of this sheet as formulas of other sheets name it. */
    String fromElsewhere(String reference) {
        return "'" + sheet.getSheetName() + "'!" + reference;
    }

    private void put(int row, int column, CellValue value, Look look) {
        XSSFCellStyle style = looks.style(look);
        if (streamed.include(row)) {
            streamed.put(row, column, value, style.getIndex());
            return;
        }
        kept.put(row, column, value, style.getIndex());
    }

    private void merge(int row, int firstColumn, int lastColumn) {
        if (firstColumn < lastColumn) {
            // The check for overlaps looks at every region there is, for every region.
            sheet.addMergedRegionUnsafe(new CellRangeAddress(row, row, firstColumn, lastColumn));
        }
    }

    /** A text as a workbook holds it, so that a spreadsheet shows it as it is. */
    static String stored(String text) {
        boolean hasEscape = text.contains("_x");
        String escaped = hasEscape ? ESCAPE.matcher(text).replaceAll("_x005F_") : text;
        boolean tooLong = escaped.length() > LONGEST_TEXT;
        return tooLong ? escaped.substring(0, LONGEST_TEXT - 1) + "…" : escaped;
    }

    private void raise(int row, String text, int width, Look look) {
        int lines = lines(text, lettersIn(width, look));
        boolean isTall = hasTall(text);
        if (lines > 1 || isTall) {
            float wanted = lines * pointsOfLine(look) * (isTall ? TALL_LINE : 1);
            float points = Math.min(HIGHEST_ROW_POINTS, wanted);
            if (streamed.include(row)) {
                streamed.raise(row, points);
                return;
            }
            kept.setHeight(row, Math.max(height(row), points));
        }
    }

    private static boolean hasTall(String text) {
        for (int at = 0; at < text.length(); at++) {
            // The first half of a pair, which stands for a letter beyond all of these, is tall.
            if (isTall(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    /** How many letters of the look's size a width has room for, which is counted in plain ones. */
    private static int lettersIn(int width, Look look) {
        return look.face.points < Look.Face.PLAIN.points
                ? width * Look.Face.PLAIN.points / look.face.points
                : width;
    }

    private static float pointsOfLine(Look look) {
        return LINE_POINTS * look.face.points / 10;
    }

    /** How many lines a text takes, words kept whole where they fit. */
    static int lines(String text, int width) {
        int room = width - 1;
        int lines = 0;
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\r' || c == '\n') {
                lines += linesOfParagraph(text, from, at, room);
                at += text.startsWith("\r\n", at) ? 1 : 0;
                from = at + 1;
            }
        }
        return lines + linesOfParagraph(text, from, text.length(), room);
    }

    /**
     * Words from a place to another; spaces at the end take no room.
     *
     * <p>A text that fills a line to the hundredth gets one line or two by what binary fractions
     * leave over. Months that are issued have it so: their bytes hang on the order of these sums.
     */
    private static int linesOfParagraph(String text, int from, int to, int room) {
        int lines = 1;
        double used = 0;
        int end = to;
        while (end > from && text.charAt(end - 1) == ' ') {
            end--;
        }
        for (int at = from; at < end; at++) {
            int word = at;
            while (at < end && text.charAt(at) != ' ') {
                at++;
            }
            double length = length(text, word, at);
            if (used > 0 && used + length > room) {
                lines++;
                used = 0;
            }
            used += length;
            while (used > room) {
                lines++;
                used -= room;
            }
            used += SPACE;
        }
        return lines;
    }

    /** By compensated summation (Kahan), written out: how a Java adds up is its own affair. */
    private static double length(String text, int from, int to) {
        double sum = 0;
        double excess = 0;
        for (int at = from; at < to; ) {
            int letter = text.codePointAt(at);
            double summand = length(letter) - excess;
            double next = sum + summand;
            excess = next - sum - summand;
            sum = next;
            at += Character.charCount(letter);
        }
        return sum - excess;
    }

    /** Small letters are narrower than digits, capitals wider; emoji and ideographs are square. */
    private static double length(int letter) {
        if (isTall(letter)) {
            return 2.3;
        }
        return Character.isLowerCase(letter) ? 0.92 : Character.isUpperCase(letter) ? 1.2 : 1;
    }

    /** Whether a letter lies beyond the alphabets, and the signs, that fonts of this kind have. */
    private static boolean isTall(int letter) {
        return letter >= FIRST_FAR_LETTER && (letter < FIRST_NEAR_SIGN || letter > LAST_NEAR_SIGN);
    }
}
