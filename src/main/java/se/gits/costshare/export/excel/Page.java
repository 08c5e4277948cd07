package se.gits.costshare.export.excel;

import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** How a sheet comes out on paper: A4, as wide as the page, each page saying what it belongs to. */
final class Page {

    private static final double SIDE_INCHES = 0.6;
    private static final double TOP_INCHES = 0.8;
    private static final double EDGE_INCHES = 0.35;
    private static final int LONGEST_FOOTER = 80;

    private Page() {}

    /**
     * @param header at the top of each page; empty for none
     * @param footer at the bottom of each page, before its number
     * @param headingRows what is repeated on each page
     */
    static void setUp(
            SheetWriter writer,
            boolean landscape,
            String header,
            String footer,
            CellRangeAddress headingRows) {
        XSSFSheet sheet = writer.sheet();
        sheet.setFitToPage(true);
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(landscape);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.setHorizontallyCenter(true);
        sheet.setMargin(PageMargin.LEFT, SIDE_INCHES);
        sheet.setMargin(PageMargin.RIGHT, SIDE_INCHES);
        sheet.setMargin(PageMargin.TOP, TOP_INCHES);
        sheet.setMargin(PageMargin.BOTTOM, TOP_INCHES);
        sheet.setMargin(PageMargin.HEADER, EDGE_INCHES);
        sheet.setMargin(PageMargin.FOOTER, EDGE_INCHES);
        if (!header.isEmpty()) {
            sheet.getHeader().setCenter("&B" + plain(header));
        }
        sheet.getFooter().setLeft(plain(shortened(footer)));
        sheet.getFooter().setRight("Sida &P av &N");
        sheet.setRepeatingRows(headingRows);
        sheet.getWorkbook()
                .setPrintArea(
                        sheet.getWorkbook().getSheetIndex(sheet),
                        0,
                        writer.lastColumn(),
                        0,
                        writer.lastRow());
    }

    /** What fits on one line beside the page number; a spreadsheet refuses 255 and more. */
    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_FOOTER
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_FOOTER - 1)).strip() + "…";
    }

    /** Text without the commands that a header may hold. */
    private static String plain(String text) {
        return text.replace("&", "&&");
    }
}
