package se.gits.costshare.run;

import java.util.HashMap;
import java.util.Map;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.money.Money;
import se.gits.costshare.money.VatRate;

/**
 * What an act comes to.
 *
 * @param invoiced on invoices, without VAT
 * @param central carried centrally and never invoiced
 * @param vat on the invoices
 */
public record ActSums(Money invoiced, Money central, Money vat) {

    /** Of what is issued, or would be. */
    public static ActSums of(Issuance issuance) {
        return new ActSums(
                issuance.invoiced(),
                issuance.notInvoiced(),
                Money.total(issuance.invoices().stream().map(Invoice::vat)));
    }

    /** Of an act that was issued before; its VAT is computed as on its invoices. */
    public static ActSums of(IssuedAct act) {
        Money invoiced = Money.ZERO;
        Money central = Money.ZERO;
        Map<InvoiceNumber, Map<VatRate, Money>> netOfInvoice = new HashMap<>();
        for (IssuedAct.IssuedAmount issued : act.amounts()) {
            Money money = issued.amount().money();
            if (issued.invoice().isPresent()) {
                invoiced = invoiced.plus(money);
                netOfInvoice
                        .computeIfAbsent(issued.invoice().get(), invoice -> new HashMap<>())
                        .merge(issued.amount().vat(), money, Money::plus);
            } else {
                central = central.plus(money);
            }
        }
        Money vat = Money.ZERO;
        for (Map<VatRate, Money> netOfRate : netOfInvoice.values()) {
            for (Map.Entry<VatRate, Money> rate : netOfRate.entrySet()) {
                vat = vat.plus(rate.getKey().on(rate.getValue()));
            }
        }
        return new ActSums(invoiced, central, vat);
    }
}
