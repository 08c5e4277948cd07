package se.gits.costshare.export.excel;

import se.gits.costshare.money.Money;

/**
 * A sum as it stands in a workbook: how it is computed there, and what it comes to. The first lets
 * a spreadsheet recalculate it, the second is what readers see that do not.
 *
 * @param formula without {@code =}
 */
record Total(String formula, Money amount) {

    /** Nothing, where there is no cell to refer to. */
    static final Total NOTHING = new Total("0", Money.ZERO);

    /** A number where no cell has it. */
    static Total ofNumber(Money amount) {
        return new Total(amount.toString(), amount);
    }

    Total plus(Total other) {
        return new Total(formula + "+" + other.formula, amount.plus(other.amount));
    }

    /** The same with the other sign. */
    Total negated() {
        return new Total("-(" + formula + ")", amount.negated());
    }
}
