package se.gits.costshare.register;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.run.Amount;
import se.gits.costshare.run.Issued.IssuedAmount;

/**
 * The hash that chains an act to the one before: SHA-256 over a text of everything the register has
 * of the act, line by line, beginning with the hash before. A changed number in the database gives
 * another hash.
 */
final class ActHash {

    private final StringBuilder text = new StringBuilder();

    /** Begins with what the act is and what it builds on. */
    ActHash(
            String previousAct,
            int sequence,
            RunIdentity run,
            String folder,
            String rules,
            String manifest) {
        line(previousAct);
        line(
                sequence,
                run.kind().swedish(),
                run.month(),
                folder,
                run.issueDate(),
                run.reason(),
                rules,
                manifest);
        for (Map.Entry<String, String> input : run.inputs().entrySet()) {
            line(input.getKey(), input.getValue());
        }
    }

    ActHash with(List<Invoice> invoices, List<IssuedAmount> amounts) {
        for (Invoice invoice : invoices) {
            line(
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
            line(
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
        return InputFile.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void line(Object... fields) {
        for (Object field : fields) {
            String value = field.toString();
            // Lengths before the texts, so that no two different rows can read the same.
            text.append(value.length()).append(':').append(value).append('\t');
        }
        text.append('\n');
    }
}
