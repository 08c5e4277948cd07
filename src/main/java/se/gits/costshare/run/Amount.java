package se.gits.costshare.run;

import java.time.YearMonth;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.money.Money;
import se.gits.costshare.money.VatRate;
import se.gits.costshare.party.Invoicing;
import se.gits.costshare.party.PartyCode;

/**
 * The smallest thing that is computed and kept: a party's share of a budget line for one month.
 *
 * @param row the budget line's identity
 * @param invoicing whether it is invoiced, or carried centrally and only shown
 * @param concerns the month whose cost it is; for an adjustment an earlier one than the run's
 * @param money without VAT; never zero
 */
public record Amount(
        String row,
        String objectCode,
        PartyCode party,
        Invoicing invoicing,
        LineKind kind,
        YearMonth concerns,
        VatRate vat,
        Money money) {

    /** The same of another amount of money. */
    public Amount withMoney(Money other) {
        return new Amount(row, objectCode, party, invoicing, kind, concerns, vat, other);
    }

    /** Whether it stands on an invoice. */
    public boolean isInvoiced() {
        return invoicing != Invoicing.NONE;
    }
}
