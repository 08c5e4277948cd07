package se.gits.costshare.export.excel;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeSet;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.invoice.OcrControl;
import se.gits.costshare.invoice.PaymentTerms;
import se.gits.costshare.money.Money;
import se.gits.costshare.money.VatRate;

/** Invoices to Göteborg of lines that no sample month has, rounded to whole kronor. */
public final class SampleInvoices {

    private SampleInvoices() {}

    /** The VAT of each rate comes to half an öre. */
    static Invoice halfOre() {
        return of(
                line("1234567.00", VatRate.ofPercent(25)),
                line("0.86", VatRate.ofPercent(25)),
                line("-0.25", VatRate.ofPercent(6)));
    }

    /** The sheet of an invoice whose lines nothing explains. */
    static byte[] alone(Invoice invoice) {
        ReproducibleWorkbook workbook =
                new ReproducibleWorkbook(InvoiceWorkbook.name(invoice), invoice.issueDate());
        new InvoiceSheet(workbook, invoice).write();
        return workbook.bytes();
    }

    /** An invoice of these lines. */
    public static Invoice of(InvoiceLine... lines) {
        Invoice sample = SampleIssuances.invoiceTo("1480", SampleIssuances.january());
        return new Invoice(
                sample.number(),
                sample.period(),
                sample.issueDate(),
                sample.issuer(),
                new PaymentTerms(30, "enligt räntelagen", true, OcrControl.CHECK_DIGIT),
                sample.recipient(),
                List.of(lines),
                sample.follows());
    }

    public static InvoiceLine line(String kronor, VatRate rate) {
        return line(Money.ofKronor(new BigDecimal(kronor)), rate);
    }

    public static InvoiceLine line(Money amount, VatRate rate) {
        return new InvoiceLine(
                "SHVO",
                "Samordnad hälsa",
                "1",
                "Drift",
                LineKind.ORDINARY,
                "70/30",
                amount,
                rate,
                new TreeSet<YearMonth>(),
                new TreeSet<>(),
                "",
                "Beslut 1");
    }
}
