package se.gits.costshare.register;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.gits.costshare.input.RowHash;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.run.Amount;
import se.gits.costshare.run.IssuedAct.IssuedAmount;

/**
 * The hash that chains an act to the one before: SHA-256 over a text of everything the register has
 * of the act, line by line, beginning with the hash before. A changed number in the database gives
 * another hash.
 */
final class ActHash {

    /** The order of an act's invoices, which the database does not keep: by party, then kind. */
    static final Comparator<StoredRow> ORDER_OF_INVOICES =
            Comparator.<StoredRow>comparingLong(invoice -> invoice.number("act"))
                    .thenComparing(invoice -> invoice.get("party"))
                    .thenComparing(invoice -> invoice.truth("series_internal"));

    private final RowHash hash = new RowHash();

    /** Begins with what the act is, what it builds on and who had approved it. */
    ActHash(
            int sequence,
            RunIdentity run,
            String folder,
            String rules,
            String manifest,
            Optional<Attest> attest) {
        hash.row(run.previousAct());
        hash.row(
                sequence,
                run.kind().swedish(),
                run.month(),
                folder,
                run.issueDate(),
                run.reason(),
                rules,
                manifest);
        // A line only where there is something to tell, so that a month's hash is what it always
        // was.
        run.party().ifPresent(party -> hash.row("part", party));
        attest.ifPresent(
                by ->
                        hash.row(
                                "attest",
                                by.run().key(),
                                by.name(),
                                by.login(),
                                by.at(),
                                by.content(),
                                by.draftManifest()));
        for (Map.Entry<String, String> input : run.inputs().entrySet()) {
            hash.row(input.getKey(), input.getValue());
        }
    }

    ActHash with(List<Invoice> invoices, List<IssuedAmount> amounts) {
        for (Invoice invoice : invoices) {
            hash.row(
                    invoice.number().orElseThrow(),
                    invoice.kind().swedish(),
                    invoice.issueDate(),
                    invoice.dueDate(),
                    invoice.recipient().code(),
                    invoice.recipient().name(),
                    invoice.paymentReference(),
                    invoice.net(),
                    invoice.vat(),
                    invoice.rounding(),
                    invoice.payable());
        }
        for (IssuedAmount issued : amounts) {
            Amount amount = issued.amount();
            Optional<InvoiceNumber> number = issued.invoice();
            hash.row(
                    amount.row(),
                    amount.objectCode(),
                    amount.party(),
                    amount.invoicing().swedish(),
                    amount.kind().swedish(),
                    amount.concerns(),
                    amount.vat().percent(),
                    amount.vat().ground(),
                    amount.money(),
                    number.map(InvoiceNumber::toString).orElse(""));
        }
        return this;
    }

    /** In hexadecimal. */
    String value() {
        return hash.value();
    }
}
