package se.gits.costshare.allocation;

import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import se.gits.costshare.money.Money;

/**
 * A cost as it was split, with the reason for every öre (fördelning efter största rest): who has
 * which quota, what was left over, and who got it.
 *
 * <pre>
 * 100.00 kr by weights A=1, B=1, C=1: each has 33.33 and a remainder of 1/3 öre;
 * one öre is left over and goes to A, who ranks first
 * </pre>
 *
 * <p>Made by {@link Shares#apportion}, by the same arithmetic as the split itself.
 *
 * @param <R> what the cost is shared between: the rows of a key, or parties
 */
public final class Apportionment<R extends Comparable<R>> {

    private final Shares<R> shares;
    private final Money cost;
    private final long oreLeft;

    /**
     * All that need be kept: a quota is computed from the cost when it is asked for, which a large
     * budget has millions of.
     */
    private final int[] rankOf;

    /**
     * @param rankOf each recipient's place by remainder, the largest being 1
     */
    Apportionment(Shares<R> shares, Money cost, long oreLeft, int[] rankOf) {
        this.shares = shares;
        this.cost = cost;
        this.oreLeft = oreLeft;
        this.rankOf = rankOf;
    }

    /**
     * A recipient's part, and how it came about.
     *
     * @param weight of {@code totalWeight}
     * @param whole the whole öre of the quota; of a credit not above zero
     * @param remainder what the quota has beyond them, in öre, without sign; less than one
     * @param rank its remainder's place among all recipients', the largest being 1; equal ones in
     *     the recipients' order
     * @param odd what it got of the öre left over: one, of a credit one back, or nothing
     */
    public record Quota<R>(
            R recipient,
            BigInteger weight,
            BigInteger totalWeight,
            Money whole,
            Fraction remainder,
            int rank,
            Money odd) {

        /** What the recipient bears. */
        public Money part() {
            return whole.plus(odd);
        }
    }

    /** What was split. */
    public Money cost() {
        return cost;
    }

    /** How many öre the whole quotas left over, to be given out one each. */
    public long oreLeft() {
        return oreLeft;
    }

    /** How many share the cost. */
    public int size() {
        return rankOf.length;
    }

    /** Everyone's part, in the recipients' order. */
    public List<Quota<R>> quotas() {
        return IntStream.range(0, size()).mapToObj(this::quotaAt).toList();
    }

    /** One recipient's part; empty where it has no share. */
    public Optional<Quota<R>> find(R recipient) {
        int index = Collections.binarySearch(shares.recipients(), recipient);
        return index < 0 ? Optional.empty() : Optional.of(quotaAt(index));
    }

    private Quota<R> quotaAt(int index) {
        // Without sign: a credit is split as the cost it takes back.
        long ore = cost.isNegative() ? cost.negated().ore() : cost.ore();
        BigInteger[] quota = shares.quotaAt(index, ore);
        Money whole = new Money(quota[0].longValueExact());
        Money odd = new Money(rankOf[index] <= oreLeft ? 1 : 0);
        return new Quota<>(
                shares.recipients().get(index),
                shares.weightAt(index),
                shares.totalWeight(),
                cost.isNegative() ? whole.negated() : whole,
                new Fraction(quota[1], shares.totalWeight()),
                rankOf[index],
                cost.isNegative() ? odd.negated() : odd);
    }
}
