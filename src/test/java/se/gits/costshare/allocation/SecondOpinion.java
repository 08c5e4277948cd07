package se.gits.costshare.allocation;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The allocation of a budget line computed a second time, from the contract and not from the
 * program: it uses none of the program's classes and none of its ways.
 *
 * <p>Shares are fractions and are never brought to a common denominator. Nothing is sorted by
 * remainder: the öre are handed out one by one, each to whoever is furthest below its quota just
 * then. Months are told by what has been paid so far, and a new segment starts from an empty slate.
 *
 * @see "CONTRACT 3"
 */
public final class SecondOpinion {

    /**
     * A row of a key.
     *
     * @param share percent, {@code 33.333}, or a fraction, {@code 1/3}
     * @param weights of those who pay the row's part; a single party weighs 1
     */
    public record Row(
            String part, String distribution, String share, SortedMap<String, Long> weights) {}

    private SecondOpinion() {}

    /** What each party pays each month, the first month first. */
    public static List<Map<String, Long>> months(long costOre, List<List<Row>> keyOfMonth) {
        List<Map<String, Long>> bills = new ArrayList<>();
        Map<String, Long> paid = Map.of();
        long before = 0;
        for (int month = 1; month <= keyOfMonth.size(); month++) {
            List<Row> key = keyOfMonth.get(month - 1);
            if (month > 1 && !sameKey(key, keyOfMonth.get(month - 2))) {
                paid = Map.of();
                before = arisen(costOre, month - 1, keyOfMonth.size());
            }
            Map<String, Long> owed = owed(arisen(costOre, month, keyOfMonth.size()) - before, key);
            Map<String, Long> bill = new TreeMap<>();
            for (String party : owed.keySet()) {
                bill.put(party, owed.get(party) - paid.getOrDefault(party, 0L));
            }
            bills.add(bill);
            paid = owed;
        }
        return bills;
    }

    /** {@code cost × month ÷ months}, to the nearest öre and from the middle away from zero. */
    private static long arisen(long costOre, int month, int months) {
        Ratio exact = new Ratio(big(costOre).abs().multiply(big(month)), big(months));
        BigInteger down = exact.whole();
        boolean up = exact.minus(down).compareTo(new Ratio(BigInteger.ONE, BigInteger.TWO)) >= 0;
        BigInteger rounded = up ? down.add(BigInteger.ONE) : down;
        return rounded.multiply(big(Long.signum(costOre))).longValueExact();
    }

    private static Map<String, Long> owed(long ore, List<Row> key) {
        List<Row> rows = new ArrayList<>(key);
        rows.sort(Comparator.comparing(Row::part).thenComparing(Row::distribution));
        long[] partOfRow = handOut(ore, rows.stream().map(row -> Ratio.read(row.share())).toList());
        Map<String, Long> owed = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            SortedMap<String, Long> weights = rows.get(i).weights();
            BigInteger all =
                    weights.values().stream()
                            .map(SecondOpinion::big)
                            .reduce(BigInteger.ZERO, BigInteger::add);
            List<String> members = List.copyOf(weights.keySet());
            long[] partOfMember =
                    handOut(
                            partOfRow[i],
                            members.stream()
                                    .map(m -> new Ratio(big(weights.get(m)), all))
                                    .toList());
            for (int m = 0; m < members.size(); m++) {
                owed.merge(members.get(m), partOfMember[m], Long::sum);
            }
        }
        return owed;
    }

    /**
     * Everyone begins at least a whole öre below its quota, or at nothing; then each öre goes to
     * whoever lacks most, the first of them where several lack the same.
     */
    private static long[] handOut(long ore, List<Ratio> shares) {
        BigInteger toHandOut = big(ore).abs();
        List<Ratio> quotas = shares.stream().map(share -> share.times(toHandOut)).toList();
        BigInteger[] given = new BigInteger[quotas.size()];
        BigInteger left = toHandOut;
        for (int i = 0; i < given.length; i++) {
            given[i] = quotas.get(i).whole().subtract(BigInteger.ONE).max(BigInteger.ZERO);
            left = left.subtract(given[i]);
        }
        while (left.signum() > 0) {
            int neediest = 0;
            for (int i = 1; i < given.length; i++) {
                Ratio lacks = quotas.get(i).minus(given[i]);
                if (lacks.compareTo(quotas.get(neediest).minus(given[neediest])) > 0) {
                    neediest = i;
                }
            }
            given[neediest] = given[neediest].add(BigInteger.ONE);
            left = left.subtract(BigInteger.ONE);
        }
        long[] parts = new long[given.length];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = given[i].multiply(big(Long.signum(ore))).longValueExact();
        }
        return parts;
    }

    /** Whether two months' keys share alike, however their shares are written. */
    private static boolean sameKey(List<Row> one, List<Row> other) {
        return one.size() == other.size()
                && one.stream().allMatch(row -> other.stream().anyMatch(that -> same(row, that)));
    }

    private static boolean same(Row row, Row that) {
        return row.part().equals(that.part())
                && row.distribution().equals(that.distribution())
                && row.weights().equals(that.weights())
                && Ratio.read(row.share()).compareTo(Ratio.read(that.share())) == 0;
    }

    private static BigInteger big(long number) {
        return BigInteger.valueOf(number);
    }

    /** A rational number, not reduced. */
    private record Ratio(BigInteger over, BigInteger under) implements Comparable<Ratio> {

        static Ratio read(String share) {
            if (share.contains("/")) {
                String[] parts = share.split("/");
                return new Ratio(new BigInteger(parts[0]), new BigInteger(parts[1]));
            }
            int decimals = share.contains(".") ? share.length() - share.indexOf('.') - 1 : 0;
            return new Ratio(
                    new BigInteger(share.replace(".", "")),
                    BigInteger.TEN.pow(decimals).multiply(big(100)));
        }

        Ratio times(BigInteger factor) {
            return new Ratio(over.multiply(factor), under);
        }

        Ratio minus(BigInteger number) {
            return new Ratio(over.subtract(number.multiply(under)), under);
        }

        BigInteger whole() {
            return over.divide(under);
        }

        @Override
        public int compareTo(Ratio other) {
            return over.multiply(other.under).compareTo(other.over.multiply(under));
        }
    }
}
