package se.gits.costshare.allocation;

import java.math.BigInteger;
import java.util.Arrays;
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

    private final List<R> recipients;
    private final List<BigInteger> weights;
    private final BigInteger totalWeight;

    /** The weights once more, where their sum is below 2^63; else empty. */
    private final long[] smallWeights;

    /** Of everyone's weight, computed once: a large group is looked up line after line. */
    private final int hash;

    /**
     * @param weightOf as given, the recipients in their own order
     * @param exactWeights the same weights in whole numbers
     */
    private Shares(SortedMap<R, ?> weightOf, List<BigInteger> exactWeights) {
        recipients = List.copyOf(weightOf.keySet());
        weights = exactWeights;
        totalWeight = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
        hash = Objects.hash(recipients, weights);
        if (weights.stream().anyMatch(weight -> weight.signum() < 0)) {
            throw new IllegalArgumentException("A weight is negative: " + weightOf);
        }
        if (totalWeight.signum() == 0) {
            throw new IllegalArgumentException("Nobody has any weight: " + weightOf);
        }
        smallWeights =
                totalWeight.bitLength() < Long.SIZE
                        ? weights.stream().mapToLong(BigInteger::longValueExact).toArray()
                        : new long[0];
    }

    /**
     * Shares by whole-numbered weights: inhabitants, orders, one each.
     *
     * @throws IllegalArgumentException if a weight is negative or all are zero
     */
    public static <R extends Comparable<R>> Shares<R> byWeight(Map<R, Long> weightOf) {
        SortedMap<R, Long> inOrder = new TreeMap<>(weightOf);
        return new Shares<>(inOrder, inOrder.values().stream().map(BigInteger::valueOf).toList());
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
        SortedMap<R, Fraction> inOrder = new TreeMap<>(fractionOf);
        return new Shares<>(
                inOrder,
                inOrder.values().stream()
                        .map(
                                fraction ->
                                        fraction.numerator()
                                                .multiply(common.divide(fraction.denominator())))
                        .toList());
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
        long[] partsOre = splitInOre(cost);
        SortedMap<R, Money> partOf = new TreeMap<>();
        for (int i = 0; i < partsOre.length; i++) {
            partOf.put(recipients.get(i), new Money(partsOre[i]));
        }
        return partOf;
    }

    /**
     * The parts alone, in öre, each at its recipient's place among the {@link #recipients}: a year
     * of a large budget is millions of them.
     */
    long[] splitInOre(Money cost) {
        Quotas quotas = quotas(withoutSign(cost));
        long[] partsOre = quotas.wholeOre();
        for (int rank = 0; rank < quotas.oreLeft(); rank++) {
            partsOre[quotas.byRemainder()[rank]]++;
        }
        if (cost.isNegative()) {
            Arrays.setAll(partsOre, i -> -partsOre[i]);
        }
        return partsOre;
    }

    /**
     * Splits a cost and keeps the reason for every öre. The parts are those of {@link #split}.
     *
     * @throws ArithmeticException for the one amount in a {@code long} that has no mirror image
     */
    public Apportionment<R> apportion(Money cost) {
        Quotas quotas = quotas(withoutSign(cost));
        int[] rankOf = new int[recipients.size()];
        for (int i = 0; i < rankOf.length; i++) {
            rankOf[quotas.byRemainder()[i]] = i + 1;
        }
        return new Apportionment<>(this, cost, quotas.oreLeft(), rankOf);
    }

    private static long withoutSign(Money cost) {
        return cost.isNegative() ? cost.negated().ore() : cost.ore();
    }

    /**
     * The whole öre of everyone's quota of a cost, and the öre left over.
     *
     * @param byRemainder the recipients' places, the largest remainder first
     */
    private record Quotas(long[] wholeOre, long oreLeft, int[] byRemainder) {}

    private Quotas quotas(long ore) {
        return areSmall(ore) ? quotasOfSmallNumbers(ore) : quotasOfAnyNumbers(ore);
    }

    /** Whether a {@code long} holds the cost times any weight, and a remainder beside a place. */
    boolean areSmall(long ore) {
        int weightBits = totalWeight.bitLength();
        int costBits = Long.SIZE - Long.numberOfLeadingZeros(ore);
        return weightBits + Math.max(costBits, placeBits()) < Long.SIZE;
    }

    /** So many bits are enough for a recipient's place. */
    private int placeBits() {
        return Integer.SIZE - Integer.numberOfLeadingZeros(recipients.size());
    }

    /** The same as of any numbers, in a fraction of the time; kronor and inhabitants are small. */
    private Quotas quotasOfSmallNumbers(long ore) {
        int count = recipients.size();
        long total = totalWeight.longValueExact();
        long[] wholeOre = new long[count];
        long[] remainderAndPlace = new long[count];
        long oreLeft = ore;
        int placeBits = placeBits();
        for (int i = 0; i < count; i++) {
            long product = ore * smallWeights[i];
            wholeOre[i] = product / total;
            oreLeft -= wholeOre[i];
            // Ascending, and the largest is taken first: of equal remainders the lowest place.
            remainderAndPlace[i] = product % total << placeBits | count - 1 - i;
        }
        Arrays.sort(remainderAndPlace);
        int[] byRemainder = new int[count];
        long placeMask = (1L << placeBits) - 1;
        for (int rank = 0; rank < count; rank++) {
            byRemainder[rank] = count - 1 - (int) (remainderAndPlace[count - 1 - rank] & placeMask);
        }
        return new Quotas(wholeOre, oreLeft, byRemainder);
    }

    private Quotas quotasOfAnyNumbers(long ore) {
        long[] wholeOre = new long[recipients.size()];
        BigInteger[] remainders = new BigInteger[wholeOre.length];
        long oreLeft = ore;
        for (int i = 0; i < wholeOre.length; i++) {
            BigInteger[] quota = quotaAt(i, ore);
            wholeOre[i] = quota[0].longValueExact();
            remainders[i] = quota[1];
            oreLeft -= wholeOre[i];
        }
        // The sort is stable and the recipients stand in order, which settles equal remainders.
        int[] byRemainder =
                IntStream.range(0, wholeOre.length)
                        .boxed()
                        .sorted(Comparator.comparing(i -> remainders[i], Comparator.reverseOrder()))
                        .mapToInt(Integer::intValue)
                        .toArray();
        return new Quotas(wholeOre, oreLeft, byRemainder);
    }

    /**
     * Whole öre of a recipient's quota of a cost, and the remainder over the {@link #totalWeight}.
     *
     * @param ore the cost, without sign
     */
    BigInteger[] quotaAt(int index, long ore) {
        return BigInteger.valueOf(ore).multiply(weights.get(index)).divideAndRemainder(totalWeight);
    }

    BigInteger weightAt(int index) {
        return weights.get(index);
    }

    BigInteger totalWeight() {
        return totalWeight;
    }

    /** Equal where the recipients are the same and have the same weights. */
    @Override
    public boolean equals(Object other) {
        return other == this
                || other instanceof Shares<?> shares
                        && recipients.equals(shares.recipients)
                        && weights.equals(shares.weights);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return recipients + " by " + weights;
    }
}
