package se.gits.costshare.export.excel;

import java.util.Locale;
import se.gits.costshare.export.CommonNote;
import se.gits.costshare.export.SwedishMonths;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.invoice.Issuer;
import se.gits.costshare.invoice.PaymentAccount;
import se.gits.costshare.party.OrganisationNumber;
import se.gits.costshare.party.Party;

/**
 * What stands above the lines of an invoice: what it is, who sends it and to whom, the recipient
 * where a letter has its address, and how much is paid, when and how.
 */
final class InvoiceHead {

    private static final int FIRST_RIGHT = 3;
    private static final int LAST_LEFT = 2;
    private static final Facts.Columns LEFT = new Facts.Columns(0, 1, 2, LAST_LEFT);
    private static final Facts.Columns ACROSS = new Facts.Columns(0, 1, 2, 5);

    /** The address comes out 45 mm from the top of the paper, where an envelope has its window. */
    private static final int LETTER_ROW = 5;

    private static final float TITLE_POINTS = 26f;
    private static final float DRAFT_POINTS = 20f;

    private static final String GUIDE =
            "Bladet Specifikation visar hur varje belopp har räknats fram, rad för rad. Bladet"
                    + " Underlag visar de siffror, nycklar och beslut som de bygger på.";

    private final SheetWriter sheet;
    private final Invoice invoice;
    private final CommonNote common;
    private int payableRow;

    /**
     * @param common what is the same for all lines
     */
    InvoiceHead(SheetWriter sheet, Invoice invoice, CommonNote common) {
        this.sheet = sheet;
        this.invoice = invoice;
        this.common = common;
    }

    /**
     * Writes all but the sum to pay, which is not known before the lines.
     *
     * @return the row after it
     */
    int write() {
        int top = Math.max(sender(), title());
        int second = Math.max(LETTER_ROW, top + 1);
        int row = payment(Math.max(identity(second), recipient(second)) + 1);
        return guide(concerns(row + 1));
    }

    /** Writes the sum to pay. */
    void write(Total payable) {
        sheet.amount(payableRow, 0, LAST_LEFT, payable, Look.BAND_AMOUNT);
    }

    private int sender() {
        Issuer issuer = invoice.issuer();
        return new Facts(sheet, LEFT, 0)
                .line(issuer.name(), Look.SENDER)
                .line(issuer.address().street(), Look.TEXT)
                .line(issuer.address().postcodeAndTown(), Look.TEXT)
                .end();
    }

    private int title() {
        String kind = invoice.kind().swedish().toUpperCase(Locale.ROOT);
        boolean draft = invoice.number().isEmpty();
        right(0, draft ? "UTKAST TILL " + kind : kind, Look.TITLE);
        sheet.rowHeight(0, TITLE_POINTS);
        int row = 1;
        if (!invoice.period().isMonth()) {
            right(row, "Avräkning " + invoice.period(), Look.SUBTITLE);
            row++;
        }
        if (draft) {
            right(row, InvoiceWorkbook.DRAFT, Look.WARNING);
            sheet.rowHeight(row, DRAFT_POINTS);
            row++;
        }
        return row;
    }

    private void right(int row, String text, Look look) {
        sheet.text(row, FIRST_RIGHT, sheet.lastColumn(), text, look);
    }

    private int identity(int row) {
        Party recipient = invoice.recipient();
        return new Facts(sheet, LEFT, row)
                .text(
                        "Fakturanummer",
                        invoice.number().map(InvoiceNumber::toString).orElse("saknas i utkast"))
                .date("Fakturadatum", invoice.issueDate())
                .text("Period", SwedishMonths.of(invoice.period()))
                .text("Valuta", "SEK")
                .text("Er referens", recipient.reference())
                .text("Er kod", recipient.code().value())
                .text(
                        "Ert organisationsnummer",
                        recipient.organisationNumber().map(OrganisationNumber::toString).orElse(""))
                .text("Er e-post", recipient.address().email())
                .end();
    }

    private int recipient(int row) {
        Party party = invoice.recipient();
        Facts.Columns right =
                new Facts.Columns(FIRST_RIGHT, FIRST_RIGHT, FIRST_RIGHT, sheet.lastColumn());
        return new Facts(sheet, right, row)
                .line(party.name(), Look.STRONG_TEXT)
                .line(party.address().street(), Look.TEXT)
                .line(party.address().postcodeAndTown(), Look.TEXT)
                .end();
    }

    /** A band across the page: what its payer looks for first. */
    private int payment(int row) {
        sheet.text(row, 0, LAST_LEFT, InvoiceTable.payableLabel(invoice), Look.BAND_LABEL);
        payableRow = row + 1;
        for (int column = FIRST_RIGHT; column <= sheet.lastColumn(); column++) {
            sheet.blank(row, column, Look.BAND_LABEL);
            sheet.blank(payableRow, column, Look.BAND_TEXT);
        }
        int column = FIRST_RIGHT;
        switch (invoice.kind()) {
            case INVOICE -> {
                sheet.text(row, column, "Förfallodatum", Look.BAND_LABEL);
                sheet.date(payableRow, column, invoice.dueDate(), Look.BAND_DATE);
                column++;
                PaymentAccount account = invoice.issuer().account();
                band(row, column, account.kind().swedish(), account.number());
                column++;
                band(row, column, paymentReferenceLabel(), invoice.paymentId());
            }
            case INTERNAL -> band(row, column, "Betalningssätt", "bokförs internt");
            case CREDIT_NOTE -> {
                // What its recipient gets back is all there is to say.
            }
        }
        return row + 2;
    }

    private void band(int row, int column, String label, String value) {
        if (!value.isEmpty()) {
            sheet.text(row, column, label, Look.BAND_LABEL);
            sheet.text(row + 1, column, value, Look.BAND_TEXT);
        }
    }

    private String paymentReferenceLabel() {
        return invoice.paymentReference().isEmpty() ? "Ange vid betalning" : "OCR";
    }

    /**
     * Which invoices it refers to, and why it was issued, where that is the same for all its lines.
     *
     * @see "17 kap. 22 § mervärdesskattelagen (2023:200): en särskild och otvetydig hänvisning till
     *     den ursprungliga fakturan"
     */
    private int concerns(int row) {
        int end =
                new Facts(sheet, ACROSS, row)
                        .longText("Avser faktura", common.invoices())
                        .longText("Följer på kreditfaktura", common.follows())
                        .longText("Orsak", common.cause())
                        .end();
        return end == row ? row : end + 1;
    }

    private int guide(int row) {
        return sheet.longText(row, 0, sheet.lastColumn(), GUIDE, Look.NOTE_ROW);
    }
}
