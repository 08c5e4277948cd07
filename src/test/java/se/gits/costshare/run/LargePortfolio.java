package se.gits.costshare.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.CheckDigit;

/**
 * A whole country's input for 2023, made from a seed: every kind of key, objects that some take
 * part in, objects and keys that change during the year, new population figures from a month on.
 *
 * <p>The same seed and size give the same bytes on any JDK: what is drawn comes from {@link
 * Random#nextInt(int)} alone, whose algorithm its documentation lays down, and nothing is drawn in
 * the order of a hash. So figures measured on it years apart can be compared. Unlike {@link
 * RandomInput}, which seeks odd corners in a few lines, it is as an agreement would be, and large.
 *
 * <pre>
 * java -cp target/test-classes:target/classes se.gits.costshare.run.LargePortfolio MAPP
 * </pre>
 */
final class LargePortfolio {

    /** SCB's county codes, each with how many municipalities the county has: 290 together. */
    private static final int[][] COUNTIES = {
        {1, 26}, {3, 8}, {4, 9}, {5, 13}, {6, 13}, {7, 8}, {8, 12},
        {9, 1}, {10, 5}, {12, 33}, {13, 6}, {14, 49}, {17, 16}, {18, 12},
        {19, 10}, {20, 15}, {21, 10}, {22, 7}, {23, 8}, {24, 15}, {25, 14},
    };

    private static final int KEYS = 60;
    private static final List<String> VOLUMES = List.of("kort", "konton", "samtal", "lagring");
    private static final List<String> DISTRIBUTIONS = List.of("folkmängd", "lika", "volym:kort");
    private static final List<String> SINGLE_PARTIES =
            List.of("VGR", "VARD-1", "VARD-2", "VARD-3", "CENTRAL-1", "CENTRAL-2");

    private static final String DECISION = "Förvaltningsplan 2023, 4.";

    private final Random random;
    private final Size size;
    private final List<String> municipalities;
    private final SortedMap<String, SortedSet<String>> membersOfGroup = new TreeMap<>();
    private final List<Key> keys = new ArrayList<>();
    private final List<ServiceObject> objects = new ArrayList<>();

    /** How much there is of what the time depends on. */
    record Size(int municipalities, int objects, int budgetLines) {

        /** All municipalities of Sweden, and a portfolio that is large for them. */
        static final Size SWEDEN = new Size(290, 400, 2_000);
    }

    /**
     * @param groups the groups it names, each of which needs a member that takes part
     * @param regionPercent the region's share where the municipalities pay the rest all year, and a
     *     line can state both as control sums; else -1
     */
    private record Key(String code, List<String> groups, int regionPercent) {}

    /**
     * @param firstMonth of the year, 1–12, like the last
     * @param participants of each of its rows; empty where all take part
     */
    private record ServiceObject(
            String code, int firstMonth, int lastMonth, List<SortedSet<String>> participants) {}

    private LargePortfolio(long seed, Size size) {
        this.random = new Random(seed);
        this.size = size;
        this.municipalities = municipalityCodes(size.municipalities());
    }

    /** The input of a seed and size. */
    static SmallInput of(long seed, Size size) {
        return new LargePortfolio(seed, size).make();
    }

    /**
     * Writes the input into a folder, for measurements: {@code MAPP [SEED [MUNICIPALITIES OBJECTS
     * BUDGET-LINES]]}; seed 1 and {@link Size#SWEDEN} where nothing else is said.
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        Size size =
                args.length > 2
                        ? new Size(
                                Integer.parseInt(args[2]),
                                Integer.parseInt(args[3]),
                                Integer.parseInt(args[4]))
                        : Size.SWEDEN;
        Files.createDirectories(folder);
        for (InputFile file : of(seed, size).files().all()) {
            Files.write(folder.resolve(file.name()), file.bytes());
        }
    }

    /** One county after the other gives its next municipality, so that a few are from several. */
    private static List<String> municipalityCodes(int count) {
        List<String> codes = new ArrayList<>();
        for (int ofCounty = 1; ofCounty <= 49; ofCounty++) {
            for (int[] county : COUNTIES) {
                if (ofCounty <= county[1] && codes.size() < count) {
                    codes.add(twoDigits(county[0]) + twoDigits(ofCounty));
                }
            }
        }
        if (count < 1 || codes.size() < count) {
            throw new IllegalArgumentException(count + " municipalities of " + codes.size());
        }
        return codes.stream().sorted().toList();
    }

    // The order of the calls is the order of what is drawn.
    private SmallInput make() {
        SmallInput input = new SmallInput();
        input.put("parter.csv", parties());
        putPopulation(input);
        input.put("volymer.csv", volumes());
        input.put("nycklar.csv", keys());
        input.put("objekt.csv", objects());
        input.put("budget-2023.csv", budget());
        input.put(
                "installningar.yml",
                input.text("installningar.yml")
                        .replace(
                                "bokföring: nej\n",
                                """
                                  - från: 2023-07
                                    referens: 2023-06-30
                                    beslut: Ändrad avstämning 2023
                                bokföring: nej
                                """));
        return input;
    }

    // parties

    private String parties() {
        StringBuilder table =
                new StringBuilder(
                        """
                        kod;namn;typ;organisationsnummer;fakturering;grupper;peppol_id;referens;adress
                        VGR;Västra Götalandsregionen;region;232100-0131;intern;;;;
                        VARD-1;Vårdgivare 1;övrig;;faktura;;;;Gatan 1
                        VARD-2;Vårdgivare 2;övrig;;faktura;;;;Gatan 2
                        VARD-3;Vårdgivare 3;övrig;;faktura;;;;Gatan 3
                        CENTRAL-1;Bärs centralt 1;övrig;;ingen;;;;
                        CENTRAL-2;Bärs centralt 2;övrig;;ingen;;;;
                        """);
        membersOfGroup.put("VGK", new TreeSet<>(municipalities));
        for (int i = 0; i < municipalities.size(); i++) {
            String code = municipalities.get(i);
            List<String> groups = new ArrayList<>(List.of("LAN-" + code.substring(0, 2)));
            for (int group = 1; group <= 6; group++) {
                // The first belongs to all, so that no group is without members.
                if (random.nextInt(3) == 0 || i == 0) {
                    groups.add("SAMVERKAN-" + group);
                }
            }
            groups.forEach(
                    group -> membersOfGroup.computeIfAbsent(group, g -> new TreeSet<>()).add(code));
            String nine = String.format(Locale.ROOT, "212000%03d", i);
            String number = nine + CheckDigit.of(nine);
            addRow(
                    table,
                    code,
                    "Kommun " + code,
                    "kommun",
                    number,
                    random.nextInt(30) == 0 ? "ingen" : "faktura",
                    String.join(" ", groups),
                    "0007:" + number,
                    "REF-" + code,
                    "Torget " + (1 + random.nextInt(99)));
        }
        return table.toString();
    }

    private void putPopulation(SmallInput input) {
        StringBuilder years =
                new StringBuilder(
                        """
                        "Folkmängd efter region, kön och år"

                        "region";"kön";"2021";"2022"
                        """);
        StringBuilder june =
                new StringBuilder(
                        """
                        "Folkmängd efter region, kön och månad"

                        "region";"kön";"2023M06"
                        """);
        for (String code : municipalities) {
            int base = (1_000 + random.nextInt(9_000)) << random.nextInt(6);
            for (String sex : List.of("män", "kvinnor")) {
                String stub = "\"" + code + " Kommun " + code + "\";\"" + sex + "\"";
                addRow(years, stub, aboutAs(base), aboutAs(base));
                addRow(june, stub, aboutAs(base));
            }
        }
        input.put("folkmangd.csv", years.toString());
        input.put("folkmangd-2023.csv", june.toString());
    }

    /** At most one percent more, as populations move. */
    private int aboutAs(int base) {
        return base + random.nextInt(base / 100 + 1);
    }

    private String volumes() {
        StringBuilder table = new StringBuilder("volym;från;till;part;antal\n");
        for (String volume : VOLUMES) {
            for (String code : municipalities) {
                if (random.nextInt(10) == 0) {
                    int last = 1 + random.nextInt(11);
                    addRow(table, volume, "2023-01", month(last), code, quantity());
                    addRow(table, volume, month(last + 1), "", code, quantity());
                } else {
                    addRow(table, volume, "2023-01", "", code, quantity());
                }
            }
        }
        return table.toString();
    }

    private int quantity() {
        return 1 + random.nextInt(5_000);
    }

    // keys

    private String keys() {
        StringBuilder table = new StringBuilder("nyckel;från;till;part;andel;fördelning;beslut\n");
        for (int index = 0; index < KEYS; index++) {
            String code = "NYCKEL-" + twoDigits(index + 1);
            keys.add(
                    switch (index % 8) {
                        case 0 -> ofRegionAndMunicipalities(table, code, "folkmängd");
                        case 1 -> ofRegionAndMunicipalities(table, code, "lika");
                        case 2 -> ofRegionAndMunicipalities(table, code, "volym:" + volume());
                        case 3 -> ofThirds(table, code);
                        case 4 -> ofOneGroup(table, code);
                        case 5 -> ofSingleParties(table, code);
                        case 6 -> ofChangingShares(table, code);
                        default -> ofGroupTwice(table, code);
                    });
        }
        return table.toString();
    }

    private Key ofRegionAndMunicipalities(StringBuilder table, String code, String distribution) {
        int percent = 5 * random.nextInt(20);
        addShare(table, code, "VGR", percent, "");
        addShare(table, code, "VGK", 100 - percent, distribution);
        return new Key(code, List.of("VGK"), percent);
    }

    private Key ofThirds(StringBuilder table, String code) {
        addShare(table, code, "CENTRAL-1", "1/3", "");
        addShare(table, code, "VGK", "1/3", "lika");
        addShare(table, code, "VGK", "1/3", "volym:" + volume());
        return new Key(code, List.of("VGK"), -1);
    }

    private Key ofOneGroup(StringBuilder table, String code) {
        String group = group();
        addShare(table, code, group, 100, DISTRIBUTIONS.get(random.nextInt(3)));
        return new Key(code, List.of(group), -1);
    }

    /** Ten thousandths of a percent, as someone worked them out once. */
    private Key ofSingleParties(StringBuilder table, String code) {
        int left = 1_000_000;
        for (String party : SINGLE_PARTIES) {
            int share = 1 + random.nextInt(150_000);
            addShare(table, code, party, inPercent(share), "");
            left -= share;
        }
        addShare(table, code, drawnOf(municipalities), inPercent(left), "");
        return new Key(code, List.of(), -1);
    }

    private static String inPercent(int tenThousandths) {
        return String.format(
                Locale.ROOT, "%d,%04d", tenThousandths / 10_000, tenThousandths % 10_000);
    }

    private Key ofChangingShares(StringBuilder table, String code) {
        int percent = 30 + random.nextInt(40);
        int last = 1 + random.nextInt(11);
        String from = month(last + 1);
        String distribution = DISTRIBUTIONS.get(random.nextInt(3));
        addRow(table, code, "2023-01", month(last), "VGR", percent, "", DECISION + 1);
        addRow(
                table,
                code,
                "2023-01",
                month(last),
                "VGK",
                100 - percent,
                distribution,
                DECISION + 1);
        addRow(table, code, from, "", "VGR", percent + 5, "", DECISION + 2);
        addRow(table, code, from, "", "VGK", 95 - percent, distribution, DECISION + 2);
        return new Key(code, List.of("VGK"), -1);
    }

    /** The same group by two distributions, and another that has members in common with it. */
    private Key ofGroupTwice(StringBuilder table, String code) {
        String group = "SAMVERKAN-" + (1 + random.nextInt(6));
        int percent = 1 + random.nextInt(98);
        addShare(table, code, group, percent, "folkmängd");
        addShare(table, code, group, 99 - percent, "lika");
        addShare(table, code, "VGK", 1, "folkmängd");
        return new Key(code, List.of(group, "VGK"), -1);
    }

    private void addShare(
            StringBuilder table, String key, String part, Object share, String distribution) {
        addRow(table, key, "2023-01", "", part, share, distribution, DECISION + 2);
    }

    private String volume() {
        return drawnOf(VOLUMES);
    }

    private String group() {
        return drawnOf(List.copyOf(membersOfGroup.keySet()));
    }

    // objects

    private String objects() {
        StringBuilder table =
                new StringBuilder("objekt;namn;typ;från;till;deltagare;momssats;beslut\n");
        for (int index = 1; index <= size.objects(); index++) {
            String code = "OBJEKT-" + index;
            int change = 2 + random.nextInt(11);
            objects.add(
                    switch (random.nextInt(10)) {
                        case 0 ->
                                new ServiceObject(
                                        code, change, 12, List.of(row(table, code, change, 12)));
                        case 1 ->
                                new ServiceObject(
                                        code, 1, change, List.of(row(table, code, 1, change)));
                        case 2, 3 ->
                                new ServiceObject(
                                        code,
                                        1,
                                        12,
                                        List.of(
                                                row(table, code, 1, change - 1),
                                                row(table, code, change, 12)));
                        default -> new ServiceObject(code, 1, 12, List.of(row(table, code, 1, 12)));
                    });
        }
        return table.toString();
    }

    private SortedSet<String> row(StringBuilder table, String code, int first, int last) {
        SortedSet<String> participants = random.nextInt(5) < 2 ? participants() : new TreeSet<>();
        addRow(
                table,
                code,
                "Tjänst " + code,
                List.of("förvaltningsobjekt", "uppdrag", "projekt").get(random.nextInt(3)),
                month(first),
                last == 12 ? "" : month(last),
                participants.isEmpty() ? "alla" : String.join(" ", participants),
                List.of("25", "25", "25", "12", "6", "undantag 3 kap. ML").get(random.nextInt(6)),
                DECISION + 3);
        return participants;
    }

    private SortedSet<String> participants() {
        int oneIn = 2 + random.nextInt(4);
        SortedSet<String> participants = new TreeSet<>(List.of(drawnOf(municipalities)));
        for (String municipality : municipalities) {
            if (random.nextInt(oneIn) == 0) {
                participants.add(municipality);
            }
        }
        return participants;
    }

    // budget

    private String budget() {
        StringBuilder table =
                new StringBuilder(
                        "rad;objekt;benämning;kostnadsslag;belopp;nyckel;från;till;beslut;kommun;vgr\n");
        Money total = Money.ZERO;
        for (int row = 1; row <= size.budgetLines(); row++) {
            ServiceObject object = objects.get((row - 1) % objects.size());
            Key key = drawnOf(keys);
            while (!fits(key, object)) {
                key = drawnOf(keys);
            }
            int first = object.firstMonth();
            int last = object.lastMonth();
            if (random.nextInt(5) == 0) {
                first += random.nextInt(last - first + 1);
                last -= random.nextInt(last - first + 1);
            }
            boolean stated = key.regionPercent() >= 0 && random.nextBoolean();
            // A hundred kronor a month come out even in every segment, whatever the percent.
            int hundreds = (last - first + 1) * (1 + random.nextInt(4_000));
            Money amount = stated ? new Money(hundreds * 10_000L) : amount();
            Money ofRegion = new Money((long) hundreds * 100 * key.regionPercent());
            addRow(
                    table,
                    row,
                    object.code(),
                    "Kostnad " + row,
                    List.of("drift", "lön", "licens", "utveckling").get(random.nextInt(4)),
                    amount.inSwedish(),
                    key.code(),
                    first == 1 ? "" : month(first),
                    last == 12 ? "" : month(last),
                    DECISION + 1,
                    stated ? amount.minus(ofRegion).inSwedish() : "",
                    stated ? ofRegion.inSwedish() : "");
            total = total.plus(amount);
        }
        addRow(table, "Totalt", "", "", "", total.inSwedish(), "", "", "", "", "", "");
        return table.toString();
    }

    /** Whether every group of the key has a member that takes part in every row of the object. */
    private boolean fits(Key key, ServiceObject object) {
        return object.participants().stream()
                .filter(participants -> !participants.isEmpty())
                .allMatch(
                        participants ->
                                key.groups().stream()
                                        .map(membersOfGroup::get)
                                        .allMatch(
                                                members ->
                                                        members.stream()
                                                                .anyMatch(participants::contains)));
    }

    /** Mostly thousands of kronor; some to the öre, some of a few öre, some negative. */
    private Money amount() {
        return switch (random.nextInt(10)) {
            case 0 -> new Money(random.nextInt(1_000_000_000));
            case 1 -> new Money(random.nextInt(500));
            case 2 -> new Money(-random.nextInt(100_000_000));
            default -> new Money((1 + random.nextInt(5_000)) * 100_000L);
        };
    }

    // text

    private <T> T drawnOf(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    private static String month(int number) {
        return "2023-" + twoDigits(number);
    }

    private static String twoDigits(int number) {
        return String.format(Locale.ROOT, "%02d", number);
    }

    private static void addRow(StringBuilder table, Object... cells) {
        String separator = "";
        for (Object cell : cells) {
            table.append(separator).append(cell);
            separator = ";";
        }
        table.append('\n');
    }
}
