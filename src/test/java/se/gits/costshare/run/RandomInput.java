package se.gits.costshare.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * An input with every kind of key, made from a seed: municipalities, a region, third parties, costs
 * carried centrally, participants, keys that change during the year, lines of a few months,
 * negative lines. The same seed gives the same input.
 */
public final class RandomInput {

    private final Random random;
    private final List<String> municipalities = new ArrayList<>();

    private RandomInput(long seed) {
        random = new Random(seed);
    }

    public static SmallInput of(long seed) {
        return new RandomInput(seed).make();
    }

    private SmallInput make() {
        int count = random.nextInt(1, 12);
        StringBuilder parties =
                new StringBuilder(
                        "kod;namn;typ;fakturering;grupper\nVGR;Regionen;region;intern;\n");
        StringBuilder population = new StringBuilder("\"region\";\"2021\";\"2022\"\n");
        StringBuilder volumes = new StringBuilder("volym;från;till;part;antal\n");
        for (int i = 0; i < count; i++) {
            String code = Integer.toString(1401 + i);
            municipalities.add(code);
            parties.append(code)
                    .append(";Kommun ")
                    .append(code)
                    .append(random.nextInt(8) == 0 ? ";kommun;ingen;" : ";kommun;faktura;")
                    .append(i == 0 || random.nextBoolean() ? "NORR" : "")
                    .append('\n');
            population
                    .append('"')
                    .append(code)
                    .append(" K\";")
                    .append(random.nextInt(1, 600_000))
                    .append(';')
                    .append(random.nextInt(1, 600_000))
                    .append('\n');
            volumes.append("kort;2023-01;;")
                    .append(code)
                    .append(';')
                    .append(i == 0 ? 3 : random.nextInt(0, 5))
                    .append('\n');
        }
        parties.append("VK;VästKom;övrig;ingen;\nVARD;Vårdgivare;övrig;faktura;\n");
        SmallInput input = new SmallInput();
        input.put("parter.csv", parties.toString());
        input.put("folkmangd.csv", population.toString());
        input.put("volymer.csv", volumes.toString());
        input.put("objekt.csv", objects());
        input.put("nycklar.csv", keys());
        input.put("budget-2023.csv", budget());
        if (random.nextBoolean()) {
            input.change(
                    "installningar.yml",
                    "folkmängd:\n",
                    "folkmängd:\n  - från: 2023-"
                            + month(random.nextInt(2, 13))
                            + "\n    referens: 2021-12-31\n    beslut: Ändrat\n");
        }
        return input;
    }

    private static String month(int number) {
        return "%02d".formatted(number);
    }

    private String objects() {
        String change = month(random.nextInt(2, 13));
        String before = month(Integer.parseInt(change) - 1);
        return """
        objekt;namn;typ;från;till;deltagare;momssats;beslut
        ALLA;För alla;uppdrag;2023-01;;alla;25;Beslut
        VISSA;För vissa;projekt;2023-01;2023-%s;%s;6;Beslut
        VISSA;För vissa;projekt;2023-%s;;alla;12;Beslut
        """
                .formatted(before, participants(), change);
    }

    private String participants() {
        List<String> codes = new ArrayList<>(List.of(municipalities.get(0)));
        municipalities.stream().skip(1).filter(code -> random.nextBoolean()).forEach(codes::add);
        return String.join(" ", codes);
    }

    private String keys() {
        int percent = random.nextInt(0, 101);
        String change = month(random.nextInt(2, 13));
        String before = month(Integer.parseInt(change) - 1);
        return """
        nyckel;från;till;part;andel;fördelning;beslut
        TVÅ;2023-01;;VGR;%d;;Beslut
        TVÅ;2023-01;;VGK;%d;folkmängd;Beslut
        TRE;2023-01;;VK;1/3;;Beslut
        TRE;2023-01;;VGK;1/3;lika;Beslut
        TRE;2023-01;;VGK;1/3;volym:kort;Beslut
        BYTER;2023-01;2023-%s;NORR;100;folkmängd;Beslut
        BYTER;2023-%s;;NORR;12,5;lika;Beslut
        BYTER;2023-%s;;VARD;87,5;;Beslut
        """
                .formatted(percent, 100 - percent, before, change, change);
    }

    private String budget() {
        StringBuilder budget =
                new StringBuilder("rad;objekt;benämning;belopp;nyckel;från;till;beslut\n");
        int lines = random.nextInt(1, 7);
        for (int row = 1; row <= lines; row++) {
            int from = random.nextInt(1, 13);
            budget.append(row)
                    .append(random.nextBoolean() ? ";ALLA;Rad;" : ";VISSA;Rad;")
                    .append(amount())
                    .append(List.of(";TVÅ;", ";TRE;", ";BYTER;").get(random.nextInt(3)))
                    .append(random.nextBoolean() ? ";;" : "2023-" + month(from) + ";;")
                    .append("Beslut\n");
        }
        return budget.toString();
    }

    private String amount() {
        long ore =
                switch (random.nextInt(3)) {
                    case 0 -> random.nextLong(-50, 200);
                    case 1 -> random.nextLong(-1_000_000, 1_000_000);
                    default -> random.nextLong(0, 10_000_000_000L);
                };
        return "%s%d.%02d".formatted(ore < 0 ? "-" : "", Math.abs(ore) / 100, Math.abs(ore) % 100);
    }
}
