package se.gits.costshare.allocation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import se.gits.costshare.money.Money;

/**
 * Who shares a cost, and by what weights (andelar).
 *
 * <p>Recipients stand in their own order, which settles equal fractions: the lowest comes first.
 *
 * @param <R> what is shared between: the rows of a key, or parties
 */
public final class Shares<R extends Comparable<R>> {

    private static final Money ONE_ORE = new Money(1);

    private final List<R> recipients;
    private final List<BigInteger> weights;
    private final BigInteger totalWeight;

    private Shares(SortedMap<R, BigInteger> weightOf) {
        recipients = List.copyOf(weightOf.keySet());
        weights = List.copyOf(weightOf.values());
        totalWeight = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (weights.stream().anyMatch(weight -> weight.signum() < 0)) {
            throw new IllegalArgumentException("A weight is negative: " + weightOf);
        }
        if (totalWeight.signum() == 0) {
            throw new IllegalArgumentException("Nobody has any weight: " + weightOf);
        }
    }

    /**
     * Shares by whole-numbered weights: inhabitants, orders, one each.
     *
     * @throws IllegalArgumentException if a weight is negative or all are zero
     */
    public static <R extends Comparable<R>> Shares<R> byWeight(Map<R, Long> weightOf) {
        SortedMap<R, BigInteger> exact = new TreeMap<>();
        weightOf.forEach((recipient, weight) -> exact.put(recipient, BigInteger.valueOf(weight)));
        return new Shares<>(exact);
    }

    /**
     * Shares by exact fractions that make up the whole.
     *
     * @throws IllegalArgumentException if they do not add up to exactly one
     */
    public static <R extends Comparable<R>> Shares<R> byFraction(Map<R, Fraction> fractionOf) {
        if (!fractionOf.values().stream()
                .reduce(Fraction.ZERO, Fraction::plus)
                .equals(Fraction.ONE)) {
            throw new IllegalArgumentException("Shares are not the whole: " + fractionOf);
        }
        BigInteger common =
                fractionOf.values().stream()
                        .map(Fraction::denominator)
                        .reduce(BigInteger.ONE, (a, b) -> a.divide(a.gcd(b)).multiply(b));
        SortedMap<R, BigInteger> exact = new TreeMap<>();
        fractionOf.forEach(
                (recipient, fraction) ->
                        exact.put(
                                recipient,
                                fraction.numerator()
                                        .multiply(common.divide(fraction.denominator()))));
        return new Shares<>(exact);
    }

    /** The whole cost is one recipient's. */
    public static <R extends Comparable<R>> Shares<R> whole(R recipient) {
        return byWeight(Map.of(recipient, 1L));
    }

    /** The recipients, lowest first. */
    public List<R> recipients() {
        return recipients;
    }

    /** The exact fraction of the whole that a recipient's weight is. */
    public Fraction fractionOf(R recipient) {
        int index = Collections.binarySearch(recipients, recipient);
        if (index < 0) {
            throw new IllegalArgumentException(recipient + " has no share");
        }
        return new Fraction(weights.get(index), totalWeight);
    }

    /**
     * Splits a cost so that the parts add up to it, to the öre.
     *
     * <p>Each recipient's quota is {@code cost × weight ÷ total weight}. Everyone gets the whole
     * öre of that. The öre left over go one each to the largest remainders, and between equal
     * remainders to the lowest recipient, so that a re-run charges the same. Weight zero pays zero.
     * A credit is the mirror image of the cost it takes back.
     *
     * <pre>
     * 100.00 kr by weights A=1, B=1, C=1   is   A 33.34, B 33.33, C 33.33
     * </pre>
     *
     * @return every recipient's part, in the recipients' order
     * @see "Largest remainder (Hamilton): Balinski and Young, Fair Representation, 1982"
     * @see "CONTRACT 3, steps 2 and 3"
     */
    public SortedMap<R, Money> split(Money cost) {
        SortedMap<R, Money> partOf = new TreeMap<>();
        if (cost.isNegative()) {
            split(cost.negated())
                    .forEach((recipient, part) -> partOf.put(recipient, part.negated()));
            return partOf;
        }
        List<BigInteger> remainders = new ArrayList<>(recipients.size());
        long oreLeft = cost.ore();
        for (int i = 0; i < recipients.size(); i++) {
            BigInteger[] quota =
                    BigInteger.valueOf(cost.ore())
                            .multiply(weights.get(i))
                            .divideAndRemainder(totalWeight);
            Money wholeOre = new Money(quota[0].longValueExact());
            partOf.put(recipients.get(i), wholeOre);
            remainders.add(quota[1]);
            oreLeft -= wholeOre.ore();
        }
        // The sort is stable and the recipients stand in order, which settles equal remainders.
        IntStream.range(0, recipients.size())
                .boxed()
                .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
                .limit(oreLeft)
                .forEach(i -> partOf.merge(recipients.get(i), ONE_ORE, Money::plus));
        return partOf;
    }

    /** Equal where the recipients are the same and have the same weights. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Shares<?> shares
                && recipients.equals(shares.recipients)
                && weights.equals(shares.weights);
    }

    @Override
    public int hashCode() {
        return Objects.hash(recipients, weights);
    }

    @Override
    public String toString() {
        return recipients + " by " + weights;
    }
}
