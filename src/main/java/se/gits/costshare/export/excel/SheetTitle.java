package se.gits.costshare.export.excel;

import org.apache.poi.ss.util.CellRangeAddress;
import se.gits.costshare.export.SwedishMonths;
import se.gits.costshare.run.Month;
import se.gits.costshare.run.RunTerms;

/**
 * What stands at the top of a sheet about a month, and on each of its printed pages.
 *
 * @param text what the sheet shows
 */
record SheetTitle(String text, RunTerms terms) {

    static final String DRAFT = "UTKAST – inga fakturor är utfärdade";

    private static final float TITLE_POINTS = 26f;
    private static final float DRAFT_POINTS = 20f;

    static SheetTitle of(String what, Month month) {
        return new SheetTitle(what + " " + SwedishMonths.of(month.terms().month()), month.terms());
    }

    /**
     * @return the row where the sheet's own contents begin
     */
    int write(SheetWriter sheet) {
        sheet.text(0, 0, sheet.lastColumn(), text, Look.TITLE);
        sheet.rowHeight(0, TITLE_POINTS);
        if (terms.draft()) {
            sheet.text(1, 0, sheet.lastColumn(), DRAFT, Look.WARNING);
            sheet.rowHeight(1, DRAFT_POINTS);
        } else {
            sheet.text(1, 0, sheet.lastColumn(), "Fakturadatum " + terms.issueDate(), Look.LABEL);
        }
        return 3;
    }

    /** Landscape, with the title at the foot of each page. */
    void setUpPage(SheetWriter sheet, CellRangeAddress headings) {
        Page.setUp(sheet, true, terms.draft() ? DRAFT : "", text, headings);
    }
}
