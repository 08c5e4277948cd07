package se.gits.costshare.export.html;

import se.gits.costshare.money.Money;

/** Two sums that must be the same, for {@code controls.mustache}. */
record Control(String name, String one, String other, String result, boolean fails) {

    static Control of(String name, Money one, Money other) {
        boolean holds = one.equals(other);
        return new Control(
                name,
                one.inSwedish(),
                other.inSwedish(),
                holds ? "STÄMMER" : "STÄMMER INTE",
                !holds);
    }
}
