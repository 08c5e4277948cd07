package se.gits.costshare.report;

import se.gits.costshare.money.Money;

/** Two sums that are found on two ways and must be the same (kontroll). */
public record Check(CheckKind kind, Money one, Money other) {

    /** Whether they are the same. */
    public boolean holds() {
        return one.equals(other);
    }
}
