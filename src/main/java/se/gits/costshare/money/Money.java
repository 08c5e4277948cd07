package se.gits.costshare.money;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.stream.Stream;

/**
 * An amount of Swedish kronor, held as a whole number of öre (belopp).
 *
 * <p>There is no {@code times} and no {@code dividedBy}: half an öre cannot be stored, so whoever
 * divides must also say who gets the öre left over. {@code allocation} is the one place that does.
 *
 * @param ore the amount in öre; negative for a credit
 */
public record Money(long ore) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    /**
     * Reads an amount in kronor. More than two decimals is an error, never a rounding.
     *
     * @throws IllegalArgumentException if the amount is not whole öre or passes 2^63 öre
     */
    public static Money ofKronor(BigDecimal kronor) {
        try {
            return new Money(kronor.movePointRight(2).longValueExact());
        } catch (ArithmeticException e) {
            // As it stands, never written out: 1E+999999999 has a billion digits.
            throw new IllegalArgumentException(
                    "Amount " + kronor + " kr cannot be held as whole öre", e);
        }
    }

    /**
     * @throws ArithmeticException if the sum passes 2^63 öre
     */
    public static Money total(Collection<Money> amounts) {
        return total(amounts.stream());
    }

    /**
     * The same of amounts that need not be held at once.
     *
     * @throws ArithmeticException if the sum passes 2^63 öre
     */
    public static Money total(Stream<Money> amounts) {
        return amounts.reduce(ZERO, Money::plus);
    }

    /**
     * @throws ArithmeticException if the sum passes 2^63 öre
     */
    public Money plus(Money other) {
        return new Money(Math.addExact(ore, other.ore));
    }

    /**
     * @throws ArithmeticException if the difference passes 2^63 öre
     */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(ore, other.ore));
    }

    /**
     * @throws ArithmeticException for the one amount that has no negative, −2^63 öre
     */
    public Money negated() {
        return new Money(Math.negateExact(ore));
    }

    /**
     * The same without its sign.
     *
     * @throws ArithmeticException for the one amount that has no negative, −2^63 öre
     */
    public Money abs() {
        return new Money(Math.absExact(ore));
    }

    public boolean isZero() {
        return ore == 0;
    }

    public boolean isNegative() {
        return ore < 0;
    }

    /** The same amount in kronor, with exactly two decimals. */
    public BigDecimal kronor() {
        return BigDecimal.valueOf(ore, 2);
    }

    /**
     * The change that öresavrundning makes to this amount: 1–49 öre fall away, 50–99 are filled up
     * to a whole krona. A negative amount mirrors its positive one.
     *
     * @return what to add to this amount to get whole kronor: between −49 and 50 öre, of a negative
     *     amount between −50 and 49
     * @throws ArithmeticException for the one amount that has no negative, −2^63 öre
     * @see "Lag (1970:1029) om avrundning av vissa öresbelopp"
     */
    public Money roundingToWholeKronor() {
        if (isNegative()) {
            return negated().roundingToWholeKronor().negated();
        }
        long ofKrona = ore % 100;
        return new Money(ofKrona < 50 ? -ofKrona : 100 - ofKrona);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(ore, other.ore);
    }

    /**
     * As a Swedish reader expects it, {@code -1 234 567,89}, with no-break spaces between
     * thousands. Built by hand: the JDK's Swedish format writes another minus sign and changes
     * between versions.
     */
    public String inSwedish() {
        String plain = kronor().abs().toPlainString();
        StringBuilder grouped = new StringBuilder(plain.replace('.', ','));
        for (int i = plain.length() - 6; i > 0; i -= 3) {
            grouped.insert(i, '\u00A0');
        }
        return (isNegative() ? "-" : "") + grouped;
    }

    /** The amount in kronor with a point and two decimals, as {@code -1234.50}. */
    @Override
    public String toString() {
        return kronor().toPlainString();
    }
}
