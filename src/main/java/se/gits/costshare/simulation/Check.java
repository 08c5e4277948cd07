package se.gits.costshare.simulation;

import se.gits.costshare.money.Money;

/** Two sums that must be the same (kontroll). */
public record Check(CheckKind kind, Money one, Money other) {

    /** Whether they are the same. */
    public boolean holds() {
        return one.equals(other);
    }
}
