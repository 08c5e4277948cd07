package se.gits.costshare.export.excel;

import java.math.BigDecimal;
import se.gits.costshare.money.Money;

/**
 * Two sums that must be equal, each computed from cells of its own.
 *
 * @param isCount whether it counts things, not kronor
 * @param notApplicable why there is nothing to compare, in words; empty where there is
 */
record Control(String name, Side one, Side other, boolean isCount, String notApplicable) {

    private static final Side NOTHING = new Side("", "", BigDecimal.ZERO);

    /**
     * One of the two.
     *
     * @param what it is, in words
     * @param formula how the workbook computes it; empty where it was computed elsewhere
     * @param value what it comes to
     */
    record Side(String what, String formula, BigDecimal value) {

        static Side of(String what, Total total) {
            return new Side(what, total.formula(), total.amount().kronor());
        }

        static Side computedElsewhere(String what, Money amount) {
            return new Side(what, "", amount.kronor());
        }

        static Side of(String what, String formula, long count) {
            return new Side(what, formula, BigDecimal.valueOf(count));
        }
    }

    static Control ofAmounts(String name, Side one, Side other) {
        return new Control(name, one, other, false, "");
    }

    /** Two sums that cells hold. */
    static Control ofTotals(String name, String oneText, Total one, String otherText, Total other) {
        return ofAmounts(name, Side.of(oneText, one), Side.of(otherText, other));
    }

    static Control ofCounts(String name, Side one, Side other) {
        return new Control(name, one, other, true, "");
    }

    /** One that has nothing to compare in this act: it says so, or a reader would miss it. */
    static Control notApplicable(String name, String why) {
        return new Control(name, NOTHING, NOTHING, false, why);
    }

    boolean applies() {
        return notApplicable.isEmpty();
    }

    BigDecimal difference() {
        return one.value().subtract(other.value());
    }

    boolean holds() {
        return difference().signum() == 0;
    }
}
