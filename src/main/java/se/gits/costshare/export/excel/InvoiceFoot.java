package se.gits.costshare.export.excel;

import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceKind;
import se.gits.costshare.invoice.Issuer;

/** What stands below the sum to pay: who the issuer is to the tax authority, and the terms. */
final class InvoiceFoot {

    private static final Facts.Columns LEFT = new Facts.Columns(0, 1, 2, 2);
    private static final Facts.Columns RIGHT = new Facts.Columns(3, 3, 4, 5);

    private final SheetWriter sheet;
    private final Invoice invoice;

    InvoiceFoot(SheetWriter sheet, Invoice invoice) {
        this.sheet = sheet;
        this.invoice = invoice;
    }

    void write(int row) {
        Issuer issuer = invoice.issuer();
        new Facts(sheet, LEFT, row)
                .heading("Utställare")
                .text("Organisationsnummer", issuer.organisationNumber().toString())
                .text("Momsregistreringsnummer", issuer.vatNumber())
                .text("Skatteform", issuer.approvedForFTax() ? "Godkänd för F-skatt" : "")
                .text("E-post", issuer.address().email());
        if (invoice.kind() == InvoiceKind.INVOICE) {
            new Facts(sheet, RIGHT, row)
                    .heading("Villkor")
                    .text("Betalningsvillkor", invoice.terms().dueDays() + " dagar netto")
                    .text("Dröjsmålsränta", invoice.terms().lateInterest());
        }
    }
}
