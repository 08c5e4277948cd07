package se.gits.costshare.export.excel;

import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The styles of one workbook, each made when it is first asked for. */
final class Looks {

    /** Has a free twin of the same widths (Liberation Sans), so that pages break alike. */
    private static final String FONT = "Arial";

    private static final String OPAQUE = "FF";

    private final XSSFWorkbook workbook;
    private final Map<Look, XSSFCellStyle> styleOfLook = new EnumMap<>(Look.class);
    private final Map<Look.Face, XSSFFont> fontOfFace = new EnumMap<>(Look.Face.class);

    Looks(XSSFWorkbook workbook) {
        this.workbook = workbook;
        // Column widths are counted in digits of the workbook's first font.
        XSSFFont first = workbook.getFontAt(0);
        first.setFontName(FONT);
        first.setFontHeightInPoints((short) Look.Face.PLAIN.points);
    }

    XSSFCellStyle style(Look look) {
        return styleOfLook.computeIfAbsent(look, this::newStyle);
    }

    XSSFFont font(Look.Face face) {
        return fontOfFace.computeIfAbsent(face, this::newFont);
    }

    static XSSFColor colour(String rgb) {
        return new XSSFColor(HexFormat.of().parseHex(OPAQUE + rgb));
    }

    private XSSFCellStyle newStyle(Look look) {
        XSSFCellStyle style = workbook.createCellStyle();
        style.setFont(font(look.face));
        style.setDataFormat(workbook.createDataFormat().getFormat(look.format.code));
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setAlignment(alignment(look.format));
        style.setWrapText(look.isText());
        // Text stays text when someone edits the cell, also where it begins as a formula does.
        style.setQuotePrefixed(look.isText());
        if (look.isIndented()) {
            style.setIndention((short) 1);
        }
        frame(style, look.frame);
        return style;
    }

    private static HorizontalAlignment alignment(Look.Format format) {
        return switch (format) {
            case TEXT, INDENTED_TEXT, TYPED_TEXT, DATE, LEFT_AMOUNT -> HorizontalAlignment.LEFT;
            case RIGHT_TEXT,
                    AMOUNT,
                    PERCENT,
                    COUNT,
                    INHABITANTS,
                    SHARE,
                    LONG_SHARE,
                    EXACT_AMOUNT,
                    CHANGE,
                    CHANGE_IN_PERCENT,
                    TYPED_AMOUNT,
                    TYPED_COUNT,
                    OVER_TYPED ->
                    HorizontalAlignment.RIGHT;
            case CENTRED_TEXT, TRUTH -> HorizontalAlignment.CENTER;
        };
    }

    private XSSFFont newFont(Look.Face face) {
        XSSFFont font = workbook.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints((short) face.points);
        font.setBold(face.bold);
        font.setColor(colour(face.colour));
        if (face == Look.Face.LINK) {
            font.setUnderline(XSSFFont.U_SINGLE);
        }
        return font;
    }

    private static void frame(XSSFCellStyle style, Look.Frame frame) {
        switch (frame) {
            case NONE -> {}
            case UNDERLINED -> {
                style.setBorderBottom(BorderStyle.THIN);
                style.setBottomBorderColor(colour(Look.Colour.ACCENT));
            }
            case HEADING -> {
                style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
                style.setFillForegroundColor(colour(Look.Colour.HEADING_GROUND));
            }
            case REQUIRED -> frameToFillIn(style, Look.Colour.ACCENT);
            case OPTIONAL -> frameToFillIn(style, Look.Colour.HEADING_GROUND);
            case ROW -> {
                style.setBorderBottom(BorderStyle.HAIR);
                style.setBottomBorderColor(colour(Look.Colour.HAIRLINE));
            }
            case SUM -> style.setBorderTop(BorderStyle.THIN);
            case TOTAL -> {
                style.setBorderTop(BorderStyle.THIN);
                style.setBorderBottom(BorderStyle.DOUBLE);
            }
        }
    }

    private static void frameToFillIn(XSSFCellStyle style, String ground) {
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setFillForegroundColor(colour(ground));
        style.setBorderRight(BorderStyle.THIN);
        style.setRightBorderColor(colour(Look.Colour.PAPER));
    }
}
