package se.gits.costshare.allocation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.gits.costshare.allocation.SecondOpinion.Row;

/**
 * Budget lines made by chance from a seed: 1–12 months, keys that change in any of them, and keys
 * of every kind the contract knows, also such as nobody would decide on.
 */
final class RandomLine {

    private static final List<String> MUNICIPALITIES =
            IntStream.range(1401, 1450).mapToObj(Integer::toString).toList();

    private static final List<String> GROUPS = List.of("VGK", "NORR", "SKARABORG", "ALLA");

    private static final List<String> DISTRIBUTIONS = List.of("folkmängd", "lika", "volym:KORT");

    private final Random random;

    private RandomLine(long seed) {
        random = new Random(seed);
    }

    /** A line of any amount: none, a few öre, a budget, or near the largest there is. */
    static SampleLine ofAnyCost(long seed) {
        RandomLine line = new RandomLine(seed);
        long cost =
                switch (line.random.nextInt(6)) {
                    case 0 -> 0;
                    case 1 -> line.random.nextLong(-50, 51);
                    case 2 -> line.random.nextLong(-100_000, 100_001);
                    case 3 -> line.random.nextLong(-Long.MAX_VALUE, Long.MAX_VALUE);
                    default -> line.random.nextLong(-2_000_000_000, 2_000_000_001);
                };
        return line.of(cost);
    }

    /** A year of at most some ten öre a month by one key, where the odd öre are most of it. */
    static SampleLine ofFewOre(long seed) {
        RandomLine line = new RandomLine(seed);
        return new SampleLine(line.random.nextLong(1, 121), Collections.nCopies(12, line.key()));
    }

    private SampleLine of(long costOre) {
        List<List<Row>> keyOfMonth = new ArrayList<>();
        List<Row> key = key();
        int months = random.nextInt(1, 13);
        for (int month = 1; month <= months; month++) {
            switch (random.nextInt(12)) {
                case 0 -> key = key();
                case 1 -> key = saidOtherwise(key);
                case 2 -> key = reweighted(key);
                default -> {}
            }
            keyOfMonth.add(key);
        }
        return new SampleLine(costOre, keyOfMonth);
    }

    private List<Row> key() {
        List<String> shares = shares();
        SortedSet<String> taken = new TreeSet<>();
        List<Row> rows = new ArrayList<>();
        for (String share : shares) {
            Row row;
            do {
                row = random.nextBoolean() ? party(share) : group(share);
            } while (!taken.add(row.part() + "/" + row.distribution()));
            rows.add(row);
        }
        return rows;
    }

    private List<String> shares() {
        return switch (random.nextInt(7)) {
            case 0 -> List.of("100");
            case 1 -> List.of("70", "30");
            case 2 -> List.of("1/3", "1/3", "1/3");
            case 3 -> List.of("33.333", "33.333", "33.334");
            case 4 -> List.of("0", "12.5", "87.50");
            case 5 -> parts(100_000).stream().map(RandomLine::percent).toList();
            default -> {
                int whole = random.nextInt(7, 98);
                yield parts(whole).stream().map(part -> part + "/" + whole).toList();
            }
        };
    }

    /** Two to six parts of a whole, cut at random; some may be empty. */
    private List<Integer> parts(int whole) {
        List<Integer> cuts = new ArrayList<>(List.of(0, whole));
        int recipients = random.nextInt(2, 7);
        while (cuts.size() <= recipients) {
            cuts.add(random.nextInt(whole + 1));
        }
        Collections.sort(cuts);
        return IntStream.rangeClosed(1, recipients)
                .mapToObj(i -> cuts.get(i) - cuts.get(i - 1))
                .toList();
    }

    private static String percent(int thousandths) {
        return thousandths / 1000 + "." + Integer.toString(1000 + thousandths % 1000).substring(1);
    }

    private Row party(String share) {
        String party = random.nextBoolean() ? "VGR" : any(MUNICIPALITIES);
        return new Row(party, "", share, SampleLine.weights(party + "=1"));
    }

    private Row group(String share) {
        String distribution = any(DISTRIBUTIONS);
        int members = random.nextInt(4) == 0 ? 49 : random.nextInt(1, 9);
        List<String> shuffled = new ArrayList<>(MUNICIPALITIES);
        Collections.shuffle(shuffled, random);
        SortedMap<String, Long> weights = new TreeMap<>();
        shuffled.stream()
                .limit(members)
                .forEach(member -> weights.put(member, weight(distribution)));
        // Somebody must have a weight.
        weights.merge(shuffled.get(0), 1L, Long::max);
        return new Row(any(GROUPS), distribution, share, weights);
    }

    private long weight(String distribution) {
        return switch (distribution) {
            case "lika" -> 1;
            case "folkmängd" -> random.nextLong(4_000, 600_000);
            default -> random.nextLong(0, 6);
        };
    }

    /** The same shares, each as a fraction and the rows the other way round. */
    private static List<Row> saidOtherwise(List<Row> key) {
        List<Row> otherwise =
                key.stream()
                        .map(
                                row ->
                                        new Row(
                                                row.part(),
                                                row.distribution(),
                                                doubled(row.share()),
                                                row.weights()))
                        .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(otherwise);
        return otherwise;
    }

    /** A share over twice its denominator: {@code 70} is {@code 140/200}. */
    private static String doubled(String share) {
        if (share.contains("/")) {
            String[] parts = share.split("/");
            return 2 * Long.parseLong(parts[0]) + "/" + 2 * Long.parseLong(parts[1]);
        }
        int decimals = share.contains(".") ? share.length() - share.indexOf('.') - 1 : 0;
        long denominator = 200 * (long) Math.pow(10, decimals);
        return 2 * Long.parseLong(share.replace(".", "")) + "/" + denominator;
    }

    /** The same shares, with new figures for one distribution of the groups. */
    private List<Row> reweighted(List<Row> key) {
        String distribution = any(DISTRIBUTIONS);
        List<Row> reweighted = new ArrayList<>();
        for (Row row : key) {
            SortedMap<String, Long> weights = new TreeMap<>(row.weights());
            if (row.distribution().equals(distribution)) {
                weights.replaceAll((member, weight) -> weight + random.nextInt(2));
            }
            reweighted.add(new Row(row.part(), row.distribution(), row.share(), weights));
        }
        return reweighted;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
