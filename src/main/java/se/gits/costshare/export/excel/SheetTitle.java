package se.gits.costshare.export.excel;

import org.apache.poi.ss.util.CellRangeAddress;
import se.gits.costshare.export.SwedishMonths;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.RunTerms;

/**
 * What stands at the top of a sheet, and on each of its printed pages.
 *
 * @param text what the sheet shows
 * @param beneath one line more, such as the invoice date
 * @param isWarning whether that line must not be missed, on screen or on any printed page
 * @param explanation what the sheet shows and how it is checked; empty where that needs no saying
 */
record SheetTitle(String text, String beneath, boolean isWarning, String explanation) {

    SheetTitle(String text, String beneath, boolean isWarning) {
        this(text, beneath, isWarning, "");
    }

    static final String DRAFT = "UTKAST – inga fakturor är utfärdade";

    private static final float TITLE_POINTS = 26f;
    private static final float WARNING_POINTS = 20f;

    /** Of a sheet about what an act issues. */
    static SheetTitle of(String what, Issuance issuance) {
        boolean draft = issuance.terms().draft();
        return new SheetTitle(
                what + " " + subject(issuance.terms()),
                draft ? DRAFT : "Fakturadatum " + issuance.terms().issueDate(),
                draft);
    }

    /** The same, with what the sheet shows and how it is checked. */
    SheetTitle explained(String how) {
        return new SheetTitle(text, beneath, isWarning, how);
    }

    /** What an act is about, {@code januari 2023} or {@code januari 2023, kreditering av 1480}. */
    static String subject(RunTerms terms) {
        String period = SwedishMonths.of(terms.period());
        String party = terms.party().map(PartyCode::value).orElse("");
        return switch (terms.kind()) {
            case MONTH -> period;
            case CREDIT -> period + ", kreditering av " + party;
            case REISSUE -> period + ", ny faktura till " + party;
            case SETTLEMENT -> period + ", avräkning";
        };
    }

    /**
     * @return the row where the sheet's own contents begin
     */
    int write(SheetWriter sheet) {
        sheet.text(0, 0, sheet.lastColumn(), text, Look.TITLE);
        sheet.rowHeight(0, TITLE_POINTS);
        sheet.text(1, 0, sheet.lastColumn(), beneath, isWarning ? Look.WARNING : Look.LABEL);
        if (isWarning) {
            sheet.rowHeight(1, WARNING_POINTS);
        }
        if (explanation.isEmpty()) {
            return 3;
        }
        sheet.text(2, 0, sheet.lastColumn(), explanation, Look.LABEL);
        return 4;
    }

    /** Landscape, with the title at the foot of each page. */
    void setUpPage(SheetWriter sheet, CellRangeAddress headings) {
        Page.setUp(sheet, true, isWarning ? beneath : "", text, headings);
    }

    /** Portrait, likewise. */
    void setUpHighPage(SheetWriter sheet) {
        Page.setUp(sheet, false, isWarning ? beneath : "", text, null);
    }
}
