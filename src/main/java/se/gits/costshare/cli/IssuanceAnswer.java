package se.gits.costshare.cli;

import java.util.List;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.money.Money;
import se.gits.costshare.run.Issuance;

/** Tells the sums of a month. */
final class IssuanceAnswer {

    private IssuanceAnswer() {}

    static void tellSums(Gits gits, Issuance issuance) {
        List<Invoice> invoices = issuance.invoices();
        gits.console
                .out()
                .println(
                        gits.messages.of(
                                "issued.sums",
                                issuance.invoiced(),
                                Money.total(invoices.stream().map(Invoice::vat).toList()),
                                Money.total(invoices.stream().map(Invoice::payable).toList()),
                                issuance.notInvoiced()));
    }
}
