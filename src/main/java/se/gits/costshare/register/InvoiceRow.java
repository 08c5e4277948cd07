package se.gits.costshare.register;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.money.Money;

/**
 * What the register keeps of an invoice.
 *
 * @param party the recipient's code
 * @param name the recipient's name as it stood then
 */
public record InvoiceRow(
        String number,
        String kind,
        LocalDate issueDate,
        LocalDate dueDate,
        String party,
        String name,
        String ocr,
        Money net,
        Money vat,
        Money rounding,
        Money payable) {

    /** Of an invoice with a number. */
    public static InvoiceRow of(Invoice invoice) {
        return new InvoiceRow(
                invoice.number().orElseThrow().toString(),
                invoice.kind().swedish(),
                invoice.issueDate(),
                invoice.dueDate(),
                invoice.recipient().code().value(),
                invoice.recipient().name(),
                invoice.paymentReference(),
                invoice.net(),
                invoice.vat(),
                invoice.rounding(),
                invoice.payable());
    }

    /** The values as text, by the headings of {@code fakturor.csv}. */
    public Map<String, String> byHeading() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("typ", kind);
        values.put("fakturadatum", issueDate.toString());
        values.put("förfallodatum", dueDate.toString());
        values.put("part", party);
        values.put("namn", name);
        values.put("ocr", ocr);
        values.put("netto", net.toString());
        values.put("moms", vat.toString());
        values.put("öresavrundning", rounding.toString());
        values.put("att_betala", payable.toString());
        return values;
    }
}
