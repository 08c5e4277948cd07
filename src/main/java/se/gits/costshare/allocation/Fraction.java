package se.gits.costshare.allocation;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An exact, reduced fraction of a whole that is not negative (andel): {@code 7/10}, {@code 1/3}.
 */
public record Fraction(BigInteger numerator, BigInteger denominator)
        implements Comparable<Fraction> {

    public static final Fraction ZERO = of(0, 1);
    public static final Fraction ONE = of(1, 1);

    /**
     * Reduces the fraction.
     *
     * @throws IllegalArgumentException if it is negative or its denominator is not positive
     */
    public Fraction {
        if (denominator.signum() <= 0 || numerator.signum() < 0) {
            throw new IllegalArgumentException(
                    "Not a share of a whole: " + numerator + "/" + denominator);
        }
        BigInteger divisor = numerator.gcd(denominator);
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
    }

    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** A share in percent with any number of decimals, exactly: 33,3 is 333/1000. */
    public static Fraction ofPercent(BigDecimal percent) {
        return new Fraction(
                percent.movePointRight(Math.max(percent.scale(), 0)).toBigIntegerExact(),
                BigInteger.TEN.pow(Math.max(percent.scale(), 0) + 2));
    }

    public Fraction plus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator
                .multiply(other.denominator)
                .compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
