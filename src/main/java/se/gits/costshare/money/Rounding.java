package se.gits.costshare.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** The one rounding rule of the program, for what cannot be split to the öre: half up. */
public final class Rounding {

    private Rounding() {}

    /**
     * {@code ore ÷ divisor} in whole öre, half an öre away from zero, so that a credit is the
     * mirror image of its charge.
     *
     * @throws ArithmeticException if the quotient passes 2^63 öre
     */
    public static Money halfUp(BigInteger ore, BigInteger divisor) {
        return new Money(
                new BigDecimal(ore)
                        .divide(new BigDecimal(divisor), 0, RoundingMode.HALF_UP)
                        .longValueExact());
    }
}
