package se.gits.costshare.run;

import se.gits.costshare.input.RowHash;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceLine;

/**
 * What an issuance says, as one hash: every amount and every word of its invoices but their
 * numbers. A draft and what is then issued have the same; who approved the one approved the other.
 */
final class ContentHash {

    private ContentHash() {}

    /** In hexadecimal. */
    static String of(Issuance issuance) {
        RunTerms terms = issuance.terms();
        RowHash hash =
                new RowHash()
                        .row(
                                terms.kind().swedish(),
                                terms.month(),
                                terms.party().map(Object::toString).orElse(""),
                                terms.issueDate(),
                                terms.reason());
        for (Amount amount : issuance.amounts()) {
            hash.row(
                    amount.row(),
                    amount.objectCode(),
                    amount.party(),
                    amount.invoicing().swedish(),
                    amount.kind().swedish(),
                    amount.concerns(),
                    amount.vat().percent(),
                    amount.vat().ground(),
                    amount.money());
        }
        for (Invoice invoice : issuance.invoices()) {
            hash.row(
                    invoice.kind().swedish(),
                    invoice.period(),
                    invoice.dueDate(),
                    invoice.issuer(),
                    invoice.recipient(),
                    invoice.net(),
                    invoice.vat(),
                    invoice.rounding(),
                    invoice.payable());
            invoice.lines().forEach(line -> add(line, hash));
        }
        return hash.value();
    }

    private static void add(InvoiceLine line, RowHash hash) {
        hash.row(
                line.objectCode(),
                line.objectName(),
                line.budgetRow(),
                line.text(),
                line.kind().swedish(),
                line.keyCode(),
                line.amount(),
                line.vat().percent(),
                line.vat().ground(),
                line.concernsMonths(),
                line.concernsInvoices(),
                line.cause(),
                line.decision());
    }
}
