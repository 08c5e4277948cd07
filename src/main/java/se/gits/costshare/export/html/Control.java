package se.gits.costshare.export.html;

import se.gits.costshare.money.Money;

/** Two figures that must be the same, for {@code controls.mustache}. */
record Control(String name, String one, String other, String result, boolean fails) {

    static Control of(String name, Money one, Money other) {
        return of(name, one.inSwedish(), other.inSwedish(), one.equals(other));
    }

    /**
     * Of something else than amounts, such as invoice numbers.
     *
     * @param holds whether the two are the same
     */
    static Control of(String name, String one, String other, boolean holds) {
        return new Control(name, one, other, holds ? "STÄMMER" : "STÄMMER INTE", !holds);
    }
}
