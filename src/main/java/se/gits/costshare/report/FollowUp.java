package se.gits.costshare.report;

import java.util.Collection;
import java.util.Optional;
import se.gits.costshare.money.Money;

/**
 * A budget held against what was issued, without VAT (budgetuppföljning).
 *
 * @param original the budget as it was when the year's first invoices were issued
 * @param changes what was added to it since; negative for what was taken away
 * @param outcome what it came to cost, once the year is settled
 */
public record FollowUp(Money original, Money changes, Charge charge, Optional<Money> outcome) {

    /** The budget as it is now. */
    public Money budget() {
        return original.plus(changes);
    }

    /**
     * What of the budget is neither invoiced nor carried centrally; negative where it is passed.
     */
    public Money remaining() {
        return budget().minus(charge.total());
    }

    /** What of the outcome is neither invoiced nor carried centrally: nothing, once settled. */
    public Optional<Money> remainingOfOutcome() {
        return outcome.map(cost -> cost.minus(charge.total()));
    }

    /**
     * Several together.
     *
     * @param settled whether the year is, so that each has its outcome
     */
    static FollowUp total(Collection<FollowUp> several, boolean settled) {
        Money original = Money.ZERO;
        Money changes = Money.ZERO;
        Charge charge = Charge.NONE;
        Money outcome = Money.ZERO;
        for (FollowUp one : several) {
            original = original.plus(one.original);
            changes = changes.plus(one.changes);
            charge = charge.plus(one.charge);
            outcome = outcome.plus(one.outcome.orElse(Money.ZERO));
        }
        return new FollowUp(
                original, changes, charge, settled ? Optional.of(outcome) : Optional.empty());
    }
}
