package se.gits.costshare.allocation;

import java.math.BigInteger;
import se.gits.costshare.money.Money;
import se.gits.costshare.money.Rounding;

/**
 * A cost that arises evenly over a number of months (periodiserad kostnad).
 *
 * @param cost for all the months together
 * @param months how many, at least one
 */
public record Accrual(Money cost, int months) {

    public Accrual {
        if (months < 1) {
            throw new IllegalArgumentException("A cost needs at least one month, not " + months);
        }
    }

    /**
     * What has arisen when the month is over: {@code T(k) = cost × k ÷ months}, half an öre rounded
     * up, away from zero for a credit.
     *
     * @param month k, counted from 1; 0 is before the first
     * @see "CONTRACT 3, step 1"
     */
    public Money throughMonth(int month) {
        if (month < 0 || month > months) {
            throw new IllegalArgumentException("Month " + month + " of " + months);
        }
        return Rounding.halfUp(
                BigInteger.valueOf(cost.ore()).multiply(BigInteger.valueOf(month)),
                BigInteger.valueOf(months));
    }
}
