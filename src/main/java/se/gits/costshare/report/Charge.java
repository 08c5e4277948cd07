package se.gits.costshare.report;

import se.gits.costshare.money.Money;
import se.gits.costshare.run.Amount;

/**
 * What was issued of some cost, without VAT: adjustments, credits and all else together.
 *
 * @param invoiced what stands on invoices, also internal ones
 * @param central what is carried centrally, and never invoiced
 */
public record Charge(Money invoiced, Money central) {

    public static final Charge NONE = new Charge(Money.ZERO, Money.ZERO);

    static Charge of(Amount amount) {
        return amount.isInvoiced()
                ? new Charge(amount.money(), Money.ZERO)
                : new Charge(Money.ZERO, amount.money());
    }

    /** Both together. */
    public Money total() {
        return invoiced.plus(central);
    }

    public boolean isZero() {
        return invoiced.isZero() && central.isZero();
    }

    Charge plus(Charge other) {
        return new Charge(invoiced.plus(other.invoiced), central.plus(other.central));
    }
}
