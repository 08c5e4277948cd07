package se.gits.costshare.cli;

import java.util.List;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.money.Money;
import se.gits.costshare.run.Month;

/** Tells the sums of a month. */
final class MonthAnswer {

    private MonthAnswer() {}

    static void tellSums(Gits gits, Month month) {
        List<Invoice> invoices = month.invoices();
        gits.console
                .out()
                .println(
                        gits.messages.of(
                                "issued.sums",
                                month.invoiced(),
                                Money.total(invoices.stream().map(Invoice::vat).toList()),
                                Money.total(invoices.stream().map(Invoice::payable).toList()),
                                month.notInvoiced()));
    }
}
