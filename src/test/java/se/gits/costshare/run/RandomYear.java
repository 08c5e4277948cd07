package se.gits.costshare.run;

import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.PartyCode;

/**
 * A year as it happens, made from a seed: decisions change the input while months are issued in any
 * order, months are credited and issued anew, and in the end the outcome is settled. The decisions
 * do not touch each other, so that they come to the same input in whatever order they are taken.
 */
public final class RandomYear {

    static final Year YEAR = Year.of(2023);

    private final long seed;
    private final Random random;
    private final List<UnaryOperator<SmallInput>> decisions;
    private final Office office;
    private final SortedSet<PartyMonth> waiting = new TreeSet<>();

    /** Who does what the year asks for: in memory, or with the program's commands and files. */
    public interface Office {

        void issue(YearMonth month, SmallInput input);

        /** Whether there was anything to credit. */
        boolean credit(YearMonth month, String party, SmallInput input);

        void reissue(YearMonth month, String party, SmallInput input);

        void settle(SmallInput input);
    }

    /**
     * @param seed of the input, its decisions and the outcome
     * @param course of what happens when
     */
    public RandomYear(long seed, long course, Office office) {
        this.seed = seed;
        this.office = office;
        this.random = new Random(seed * 1_000_003 + course);
        this.decisions = new ArrayList<>(decisions(seed));
        Collections.shuffle(decisions, random);
    }

    /** The input after every decision, with the outcome. */
    public static Inputs lastWord(long seed) {
        SmallInput input = RandomInput.of(seed);
        for (UnaryOperator<SmallInput> decision : decisions(seed)) {
            input = decision.apply(input);
        }
        return withOutcome(input, seed).inputsForSettlement();
    }

    private static List<UnaryOperator<SmallInput>> decisions(long seed) {
        Random random = new Random(~seed);
        int percent = random.nextInt(101);
        int months = random.nextInt(1, 13);
        long addition = random.nextLong(-5_000, 900_000);
        long amount = random.nextLong(0, 2_000_000);
        String reference = random.nextBoolean() ? "2021-12-31" : "2022-12-31";
        String share = random.nextBoolean() ? "12,5" : "50";
        String rest = share.equals("50") ? "50" : "87,5";
        return List.of(
                // another share of a key
                input ->
                        input.changeAll(
                                        "nycklar.csv",
                                        "TVÅ;2023-01;;VGR;\\d+;",
                                        "TVÅ;2023-01;;VGR;" + percent + ";")
                                .changeAll(
                                        "nycklar.csv",
                                        "TVÅ;2023-01;;VGK;\\d+;",
                                        "TVÅ;2023-01;;VGK;" + (100 - percent) + ";"),
                // a key that is distributed otherwise
                input ->
                        input.change("nycklar.csv", "VGK;1/3;lika", "VGK;1/3;folkmängd")
                                .change("nycklar.csv", "VGK;1/3;volym:kort", "VGK;1/3;lika"),
                // another key from a month on
                input ->
                        input.changeAll("nycklar.csv", ";NORR;12,5;", ";NORR;" + share + ";")
                                .changeAll("nycklar.csv", ";VARD;87,5;", ";VARD;" + rest + ";"),
                // other participants
                input -> input.changeAll("objekt.csv", "(VISSA;[^\n]*?);[^;\n]*;6;", "$1;1401;6;"),
                // another VAT rate
                input -> input.change("objekt.csv", "alla;25;", "alla;6;"),
                // SCB's new figures for the whole year
                input ->
                        input.changeAll(
                                "installningar.yml",
                                "referens: 2022-12-31\n    beslut: Årlig",
                                "referens: " + reference + "\n    beslut: Årlig"),
                // an addition that counts from January, and one from a month on
                input ->
                        input.add(
                                        "budget-2023.csv",
                                        "T1;ALLA;Tillägg;" + addition + ";TVÅ;;;Beslut")
                                .add(
                                        "budget-2023.csv",
                                        "T2;ALLA;Tillägg;%d,07;TRE;2023-%02d;;Beslut"
                                                .formatted(addition, months)),
                // another amount of the first row
                input ->
                        input.changeAll(
                                "budget-2023.csv",
                                "\n1;([^;]*;[^;]*);[^;]*;",
                                "\n1;$1;" + amount + ",33;"));
    }

    private static SmallInput withOutcome(SmallInput input, long seed) {
        Random outcomes = new Random(seed ^ 0x5DEECE66DL);
        StringBuilder outcome = new StringBuilder("rad;utfall\n");
        for (ResolvedLine line : input.inputs().lines()) {
            long ore =
                    switch (outcomes.nextInt(3)) {
                        case 0 -> line.line().amount().ore();
                        case 1 -> outcomes.nextLong(-2_000, 2_000);
                        default -> outcomes.nextLong(0, 100_000_000);
                    };
            outcome.append(line.line().row()).append(';').append(new Money(ore)).append('\n');
        }
        return input.put("utfall-2023.csv", outcome.toString());
    }

    /** Lets the year happen and settles it. */
    public void happen() {
        List<YearMonth> order = new ArrayList<>();
        for (int number = 1; number <= 12; number++) {
            order.add(YEAR.atMonth(number));
        }
        Collections.shuffle(order, random);
        SmallInput input = RandomInput.of(seed);
        int decided = 0;
        List<YearMonth> issued = new ArrayList<>();
        for (YearMonth month : order) {
            while (decided < decisions.size() && random.nextInt(3) == 0) {
                input = decisions.get(decided++).apply(input);
            }
            office.issue(month, input);
            issued.add(month);
            maybeCredit(issued, input);
            maybeIssueAnew(input, 3);
        }
        while (decided < decisions.size()) {
            input = decisions.get(decided++).apply(input);
        }
        while (!waiting.isEmpty()) {
            maybeIssueAnew(input, 1);
        }
        office.settle(withOutcome(input, seed));
    }

    private void maybeCredit(List<YearMonth> issued, SmallInput input) {
        if (random.nextInt(2) == 0) {
            return;
        }
        YearMonth month = issued.get(random.nextInt(issued.size()));
        List<String> parties =
                input.inputs().parties().all().stream().map(party -> party.code().value()).toList();
        String party = parties.get(random.nextInt(parties.size()));
        if (office.credit(month, party, input)) {
            waiting.add(new PartyMonth(new PartyCode(party), month));
        }
    }

    private void maybeIssueAnew(SmallInput input, int oneIn) {
        if (!waiting.isEmpty() && random.nextInt(oneIn) == 0) {
            PartyMonth anew = new ArrayList<>(waiting).get(random.nextInt(waiting.size()));
            office.reissue(anew.month(), anew.party().value(), input);
            waiting.remove(anew);
        }
    }
}
