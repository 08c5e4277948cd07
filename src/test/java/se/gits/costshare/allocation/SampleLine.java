package se.gits.costshare.allocation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.gits.costshare.allocation.SecondOpinion.Row;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.PartyCode;

/**
 * A budget line as these tests write it: a cost and, for each of its months, the rows of its key.
 *
 * <p>A key is written {@code 70 VGR + 30 VGK/folkmängd(1401=2 1402=1)}: shares in percent or as
 * fractions, single parties, and groups with their distribution and their members' weights.
 */
record SampleLine(long costOre, List<List<Row>> keyOfMonth) {

    private static final Pattern ROW =
            Pattern.compile("(\\S+) ([A-Z0-9-]+)(?:/([^(]+)\\((.+)\\))?");

    /** The same key every month. */
    static SampleLine of(BigDecimal kronor, int months, String key) {
        return new SampleLine(Money.ofKronor(kronor).ore(), Collections.nCopies(months, rows(key)));
    }

    /** A key for each month, written with semicolons between. */
    static SampleLine of(BigDecimal kronor, String keys) {
        List<List<Row>> keyOfMonth = new ArrayList<>();
        for (String key : keys.split(";")) {
            keyOfMonth.add(rows(key.strip()));
        }
        return new SampleLine(Money.ofKronor(kronor).ore(), keyOfMonth);
    }

    static List<Row> rows(String key) {
        List<Row> rows = new ArrayList<>();
        for (String text : key.split(" \\+ ")) {
            Matcher row = ROW.matcher(text);
            if (!row.matches()) {
                throw new IllegalArgumentException("Not a row of a key: " + text);
            }
            boolean isGroup = row.group(3) != null;
            rows.add(
                    new Row(
                            row.group(2),
                            isGroup ? row.group(3) : "",
                            row.group(1),
                            isGroup ? weights(row.group(4)) : weights(row.group(2) + "=1")));
        }
        return rows;
    }

    /** Reads weights written {@code A=1 B=2}. */
    static SortedMap<String, Long> weights(String text) {
        SortedMap<String, Long> weights = new TreeMap<>();
        for (String entry : text.split(" ")) {
            String[] parts = entry.split("=");
            weights.put(parts[0], Long.parseLong(parts[1]));
        }
        return weights;
    }

    /** Writes amounts as {@code A=33.34 B=66.66}. */
    static <R> String print(Map<R, Money> amounts) {
        return amounts.entrySet().stream()
                .map(amount -> amount.getKey() + "=" + amount.getValue())
                .collect(Collectors.joining(" "));
    }

    static ResolvedKey key(String text) {
        return key(rows(text));
    }

    static ResolvedKey key(List<Row> rows) {
        return resolve(rows, new Random(0));
    }

    SampleLine mirrored() {
        return new SampleLine(-costOre, keyOfMonth);
    }

    int months() {
        return keyOfMonth.size();
    }

    /** The program's allocation of this line. */
    MonthlyAllocation allocation() {
        return allocation(new Random(0));
    }

    /** The same, with the recipients of every share handed over in an order made by chance. */
    MonthlyAllocation allocation(Random chance) {
        return new MonthlyAllocation(
                new Accrual(new Money(costOre), months()),
                keyOfMonth.stream().map(rows -> resolve(rows, chance)).toList());
    }

    private static ResolvedKey resolve(List<Row> rows, Random chance) {
        Map<KeyRow, Fraction> shareOf = new HashMap<>();
        SortedMap<KeyRow, Shares<PartyCode>> membersOf = new TreeMap<>();
        for (Row row : rows) {
            KeyRow keyRow = new KeyRow(row.part(), row.distribution());
            Map<PartyCode, Long> weights = new HashMap<>();
            row.weights().forEach((party, weight) -> weights.put(new PartyCode(party), weight));
            shareOf.put(keyRow, fraction(row.share()));
            membersOf.put(keyRow, Shares.byWeight(shuffled(weights, chance)));
        }
        return new ResolvedKey(Shares.byFraction(shuffled(shareOf, chance)), membersOf);
    }

    private static <R, V> Map<R, V> shuffled(Map<R, V> values, Random chance) {
        List<Map.Entry<R, V>> entries = new ArrayList<>(values.entrySet());
        Collections.shuffle(entries, chance);
        Map<R, V> shuffled = new LinkedHashMap<>();
        entries.forEach(entry -> shuffled.put(entry.getKey(), entry.getValue()));
        return shuffled;
    }

    private static Fraction fraction(String share) {
        if (!share.contains("/")) {
            return Fraction.ofPercent(new BigDecimal(share));
        }
        String[] parts = share.split("/");
        return Fraction.of(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }
}
