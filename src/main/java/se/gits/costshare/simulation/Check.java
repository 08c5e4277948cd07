package se.gits.costshare.simulation;

import se.gits.costshare.money.Money;

/**
 * Two sums that must be the same (kontroll).
 *
 * @param name what is held against what
 */
public record Check(String name, Money one, Money other) {

    /** Whether they are the same. */
    public boolean holds() {
        return one.equals(other);
    }
}
