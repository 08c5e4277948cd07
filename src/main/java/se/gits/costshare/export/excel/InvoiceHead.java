package se.gits.costshare.export.excel;

import java.util.Locale;
import se.gits.costshare.export.CommonNote;
import se.gits.costshare.export.SwedishMonths;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceKind;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.invoice.Issuer;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.party.OrganisationNumber;
import se.gits.costshare.party.Party;

/** What stands above the lines of an invoice: what it is, who sends it, who pays it and how. */
final class InvoiceHead {

    private static final Facts.Columns LEFT = new Facts.Columns(0, 1, 2, 2);
    private static final Facts.Columns RIGHT = new Facts.Columns(3, 4, 5, 6);
    private static final Facts.Columns ACROSS = new Facts.Columns(0, 1, 2, 6);

    /** As many numbers as stand beside their label; more have the sheet's whole width. */
    private static final int MOST_NUMBERS_BESIDE = 2;

    private static final int TITLE_ROW = 0;
    private static final int DRAFT_ROW = 1;
    private static final int FIRST_ROW = 3;
    private static final float TITLE_POINTS = 26f;
    private static final float DRAFT_POINTS = 20f;

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
        int lastColumn = sheet.lastColumn();
        sheet.text(TITLE_ROW, 0, lastColumn, title(), Look.TITLE);
        sheet.rowHeight(TITLE_ROW, TITLE_POINTS);
        if (invoice.number().isEmpty()) {
            sheet.text(DRAFT_ROW, 0, lastColumn, InvoiceWorkbook.DRAFT, Look.WARNING);
            sheet.rowHeight(DRAFT_ROW, DRAFT_POINTS);
        }
        int second = Math.max(issuer(FIRST_ROW), identity(FIRST_ROW)) + 1;
        return concerns(Math.max(recipient(second), payment(second)) + 1);
    }

    /** Writes the sum to pay. */
    void write(Total payable) {
        new Facts(sheet, RIGHT, payableRow).amount(InvoiceTable.payableLabel(invoice), payable);
    }

    private String title() {
        String kind = invoice.kind().swedish().toUpperCase(Locale.ROOT);
        boolean settles =
                invoice.lines().stream().allMatch(line -> line.kind() == LineKind.SETTLEMENT);
        return settles ? kind + ", avräkning av " + invoice.period() : kind;
    }

    private int issuer(int row) {
        Issuer issuer = invoice.issuer();
        return new Facts(sheet, LEFT, row)
                .heading("Utställare")
                .line(issuer.name(), Look.STRONG_TEXT)
                .line(issuer.address().street(), Look.TEXT)
                .line(issuer.address().postcodeAndTown(), Look.TEXT)
                .text("Organisationsnr", issuer.organisationNumber().toString())
                .text("Momsreg.nr", issuer.vatNumber())
                .text("E-post", issuer.address().email())
                .line(issuer.approvedForFTax() ? "Godkänd för F-skatt" : "", Look.TEXT)
                .end();
    }

    private int identity(int row) {
        Facts facts =
                new Facts(sheet, RIGHT, row)
                        .heading("Uppgifter")
                        .text(
                                "Fakturanummer",
                                invoice.number()
                                        .map(InvoiceNumber::toString)
                                        .orElse("saknas i utkast"))
                        .date("Fakturadatum", invoice.issueDate());
        if (invoice.kind() == InvoiceKind.INVOICE) {
            facts.date("Förfallodatum", invoice.dueDate());
        }
        return facts.text("Period", SwedishMonths.of(invoice.period()))
                .text("Avser faktura", hasNumbersAcross() ? "" : common.invoices())
                .text("Valuta", "SEK")
                .end();
    }

    private boolean hasNumbersAcross() {
        return common.invoiceCount() > MOST_NUMBERS_BESIDE;
    }

    /**
     * Which invoices it refers to, where they are many, and why it was issued, where that is the
     * same for all its lines.
     *
     * @see "17 kap. 22 § mervärdesskattelagen (2023:200): en särskild och otvetydig hänvisning till
     *     den ursprungliga fakturan"
     */
    private int concerns(int row) {
        String numbers = hasNumbersAcross() ? common.invoices() : "";
        if (numbers.isEmpty() && common.cause().isEmpty()) {
            return row;
        }
        return new Facts(sheet, ACROSS, row)
                        .heading("Vad fakturan avser")
                        .longText("Avser faktura", numbers)
                        .longText("Orsak", common.cause())
                        .end()
                + 1;
    }

    private int recipient(int row) {
        Party party = invoice.recipient();
        return new Facts(sheet, LEFT, row)
                .heading("Mottagare")
                .line(party.name(), Look.STRONG_TEXT)
                .line(party.address().street(), Look.TEXT)
                .line(party.address().postcodeAndTown(), Look.TEXT)
                .text("Kod", party.code().value())
                .text(
                        "Organisationsnr",
                        party.organisationNumber().map(OrganisationNumber::toString).orElse(""))
                .text("E-post", party.address().email())
                .text("Er referens", party.reference())
                .end();
    }

    private int payment(int row) {
        Facts facts = new Facts(sheet, RIGHT, row).heading("Betalning");
        payableRow = facts.end();
        facts.skip();
        return switch (invoice.kind()) {
            case INVOICE ->
                    facts.text("Bankgiro", invoice.issuer().bankgiro())
                            .text(paymentReferenceLabel(), paymentReference())
                            .text("Betalningsvillkor", invoice.terms().dueDays() + " dagar netto")
                            .text("Dröjsmålsränta", invoice.terms().lateInterest())
                            .end();
            case INTERNAL -> facts.text("Betalningssätt", "bokförs internt").end();
            case CREDIT_NOTE -> facts.end();
        };
    }

    private String paymentReferenceLabel() {
        return invoice.paymentReference().isEmpty() ? "Ange vid betalning" : "OCR";
    }

    /** Without an OCR reference the invoice number tells the payment; a draft has neither. */
    private String paymentReference() {
        return invoice.paymentReference().isEmpty()
                ? invoice.number().map(InvoiceNumber::toString).orElse("")
                : invoice.paymentReference();
    }
}
