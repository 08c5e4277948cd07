package se.gits.costshare.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import se.gits.costshare.money.Money;

/** The sample year on one page: what each act gave, and where every budget line ended. */
final class YearOverview {

    private static final String SETTLEMENT = "2023-avrakning";

    private final SampleYear year;

    YearOverview(SampleYear year) {
        this.year = year;
    }

    String text() throws IOException {
        return """
        Budgetåret 2023 i input-samples/aret-2023, som aret.sh kör det. Kronor. Krediter är negativa.
        Filen är gjord av resultatet; README.md i mappen ovanför säger hur.

        Vad varje utfärdande gav. VGR, Göteborg, Falköping och kommunerna (alla 49) är utan moms.

        %s
        Var varje budgetrad slutade, utan moms.

        %s"""
                .formatted(acts(), lines());
    }

    private String acts() throws IOException {
        TextTable table =
                new TextTable(
                        1,
                        "Utfärdande",
                        "Fakturor",
                        "Netto",
                        "Moms",
                        "Att betala",
                        "VGR",
                        "Göteborg",
                        "Falköping",
                        "Kommunerna");
        long[] total = new long[8];
        for (String act : SampleYear.ACTS) {
            long[] figures = figures(act);
            row(table, act, figures);
            for (int i = 0; i < total.length; i++) {
                total[i] += figures[i];
            }
        }
        row(table, "Året", total);
        return printed(table);
    }

    /** The number of invoices, and then amounts in öre. */
    private long[] figures(String act) throws IOException {
        ActTable invoices = year.table(act, "fakturor.csv");
        ActTable shares = year.table(act, "fordelning.csv");
        return new long[] {
            invoices.rows().size(),
            invoices.sum("netto"),
            invoices.sum("moms"),
            invoices.sum("att_betala"),
            shares.where("part", "VGR").sum("belopp"),
            shares.where("part", "1480").sum("belopp"),
            shares.where("part", "1499").sum("belopp"),
            shares.ofMunicipalities().sum("belopp")
        };
    }

    private static void row(TextTable table, String name, long[] figures) {
        List<String> cells = new ArrayList<>(List.of(name, Long.toString(figures[0])));
        LongStream.of(figures).skip(1).forEach(ore -> cells.add(kronor(ore)));
        table.row(cells.toArray(String[]::new));
    }

    private String lines() throws IOException {
        TextTable table =
                new TextTable(
                        2,
                        "Rad",
                        "Benämning",
                        "Budget",
                        "Januari–december",
                        "Avräkning",
                        "Året",
                        "Utfall",
                        "Utfall mot budget");
        ActTable outcome = SampleYear.input("05-bokslut", "utfall-2023.csv");
        for (Map<String, String> line : SampleYear.input("05-bokslut", "budget-2023.csv").rows()) {
            String row = line.get("rad");
            boolean isTotal = row.equals("Totalt");
            long months = 0;
            long settled = 0;
            for (String act : SampleYear.ACTS) {
                ActTable shares = year.table(act, "fordelning.csv");
                long ore = (isTotal ? shares : shares.where("rad", row)).sum("belopp");
                if (act.equals(SETTLEMENT)) {
                    settled += ore;
                } else {
                    months += ore;
                }
            }
            long budget = ActTable.ore(line.get("belopp"));
            long cost = outcome.where("rad", row).sum("utfall");
            table.row(
                    row,
                    line.get("benämning"),
                    kronor(budget),
                    kronor(months),
                    kronor(settled),
                    kronor(months + settled),
                    kronor(cost),
                    kronor(cost - budget));
        }
        return printed(table);
    }

    private static String kronor(long ore) {
        return new Money(ore).inSwedish().replace('\u00A0', ' ');
    }

    private static String printed(TextTable table) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        table.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
