package se.gits.costshare.run;

import se.gits.costshare.input.RowHash;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.invoice.Issuer;
import se.gits.costshare.invoice.PaymentAccount;
import se.gits.costshare.invoice.PaymentTerms;
import se.gits.costshare.party.Address;
import se.gits.costshare.party.OrganisationNumber;
import se.gits.costshare.party.Party;

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
                    invoice.issueDate(),
                    invoice.dueDate(),
                    invoice.net(),
                    invoice.vat(),
                    invoice.rounding(),
                    invoice.payable());
            add(invoice.issuer(), hash);
            add(invoice.recipient(), hash);
            add(invoice.terms(), hash);
            invoice.lines().forEach(line -> add(line, hash));
            if (!invoice.follows().isEmpty()) {
                hash.row(invoice.follows().toArray());
            }
        }
        return hash.value();
    }

    // Each value by itself: how the JDK writes a record is not promised to stay as it is.

    private static void add(Issuer issuer, RowHash hash) {
        hash.row(
                issuer.name(),
                issuer.organisationNumber().digits(),
                issuer.vatNumber(),
                account(issuer.account()),
                issuer.peppolId(),
                issuer.approvedForFTax());
        add(issuer.address(), hash);
    }

    /** A bankgiro was once the only kind, and stands as it did. */
    private static String account(PaymentAccount account) {
        return switch (account.kind()) {
            case BANKGIRO -> account.number();
            case PLUSGIRO -> "plusgiro " + account.number();
        };
    }

    private static void add(Party recipient, RowHash hash) {
        hash.row(
                recipient.code(),
                recipient.name(),
                recipient.type().swedish(),
                recipient.organisationNumber().map(OrganisationNumber::digits).orElse(""),
                recipient.invoicing().swedish(),
                recipient.peppolId(),
                recipient.reference());
        add(recipient.address(), hash);
    }

    private static void add(Address address, RowHash hash) {
        hash.row(address.street(), address.postcode(), address.town(), address.email());
    }

    private static void add(PaymentTerms terms, RowHash hash) {
        hash.row(
                terms.dueDays(),
                terms.lateInterest(),
                terms.wholeKronor(),
                terms.ocrControl().swedish());
    }

    private static String words(Iterable<?> values) {
        StringBuilder words = new StringBuilder();
        values.forEach(value -> words.append(value).append(' '));
        return words.toString();
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
                words(line.concernsMonths()),
                words(line.concernsInvoices()),
                line.cause(),
                line.decision());
    }
}
