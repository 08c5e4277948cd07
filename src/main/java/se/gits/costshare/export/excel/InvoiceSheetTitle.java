package se.gits.costshare.export.excel;

import java.util.Locale;

/**
 * What stands at the top of the sheets that explain an invoice, and on each of their pages.
 *
 * @param invoice what the invoice is called, {@code Faktura 202300031}
 * @param draft what a draft says on every page; empty of an invoice
 */
record InvoiceSheetTitle(String invoice, String recipient, String draft) {

    private static final float TITLE_POINTS = 26f;
    private static final float WARNING_POINTS = 20f;

    /**
     * @param how what the sheet shows, and how to check it
     * @return the row where the sheet's own contents begin
     */
    int write(SheetWriter sheet, String name, String how) {
        sheet.text(0, 0, sheet.lastColumn(), name + " till " + lowered(), Look.TITLE);
        sheet.rowHeight(0, TITLE_POINTS);
        int row = 1;
        if (!draft.isEmpty()) {
            sheet.text(row, 0, sheet.lastColumn(), draft, Look.WARNING);
            sheet.rowHeight(row, WARNING_POINTS);
            row++;
        }
        sheet.text(row, 0, sheet.lastColumn(), recipient, Look.STRONG_TEXT);
        sheet.text(row + 1, 0, sheet.lastColumn(), how, Look.LABEL);
        return row + 3;
    }

    private String lowered() {
        return draft.isEmpty()
                ? invoice.substring(0, 1).toLowerCase(Locale.ROOT) + invoice.substring(1)
                : "utkast";
    }

    /** Portrait, with what it belongs to at the foot of each page. */
    void setUpPage(SheetWriter sheet, String name) {
        Page.setUp(sheet, false, draft, name + ", " + invoice + ", " + recipient, null);
    }
}
