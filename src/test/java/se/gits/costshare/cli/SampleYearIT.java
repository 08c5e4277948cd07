package se.gits.costshare.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.gits.costshare.allocation.SecondOpinion;

/**
 * The real budget of 2023 living through a year: new figures, additions, a key entered wrongly, a
 * credit, and the settlement. Run once, by the script that the handbook walks through.
 *
 * <p>{@code -Dgolden.write=true} writes the golden files anew instead of comparing them; {@code
 * reports/exempel/README.md} has the command.
 */
class SampleYearIT {

    private static final Path GOLDEN = Path.of("reports/exempel/aret-2023");

    private static SampleYear year;

    @BeforeAll
    static void runTheYear(@TempDir Path folder) throws Exception {
        year = SampleYear.run(folder);
        if (Boolean.getBoolean("golden.write")) {
            write(year.golden());
        }
    }

    private static void write(SortedMap<String, byte[]> golden) throws IOException {
        if (Files.exists(GOLDEN)) {
            try (Stream<Path> old = Files.walk(GOLDEN)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        for (Map.Entry<String, byte[]> file : golden.entrySet()) {
            Path path = GOLDEN.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }

    // as it was read and agreed

    @Test
    void theYearIsTheOneThatAPersonHasRead() throws IOException {
        SortedMap<String, String> committed = new TreeMap<>();
        try (Stream<Path> files = Files.walk(GOLDEN)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                committed.put(GOLDEN.relativize(file).toString(), Files.readString(file));
            }
        }
        SortedMap<String, String> made = new TreeMap<>();
        year.golden().forEach((name, bytes) -> made.put(name, new String(bytes, UTF_8)));

        assertThat(made.keySet()).isEqualTo(committed.keySet());
        for (String name : made.keySet()) {
            assertThat(made.get(name))
                    .as(name + " differs; the README above tells how it is made anew")
                    .isEqualTo(committed.get(name));
        }
    }

    // what is issued stays

    @Test
    void noFileOfAnIssuedActChangesInAnyLaterStep() {
        List<SortedMap<String, String>> steps = year.filesAfterStep();
        assertThat(steps.size())
                .as("a check a stage, four drafts, the acts, and status")
                .isGreaterThanOrEqualTo(5 + 4 + SampleYear.ACTS.size() + 1);
        List<String> changed = new ArrayList<>();
        for (int step = 1; step < steps.size(); step++) {
            SortedMap<String, String> after = steps.get(step);
            int number = step;
            steps.get(step - 1)
                    .forEach(
                            (file, hash) -> {
                                if (!hash.equals(after.get(file))) {
                                    changed.add(file + " in step " + number);
                                }
                            });
        }
        assertThat(changed).isEmpty();
        assertThat(steps.get(steps.size() - 1).keySet())
                .containsAll(SampleYear.ACTS.stream().map(act -> act + "/manifest.json").toList());
    }

    /** As the files were when the year was over, those of the drafts left out. */
    @Test
    void everyActIsSealedByItsSums() throws IOException {
        SortedMap<String, String> atTheEnd =
                year.filesAfterStep().get(year.filesAfterStep().size() - 1);
        for (String act : SampleYear.ACTS) {
            SortedMap<String, String> found = new TreeMap<>();
            atTheEnd.forEach(
                    (file, hash) -> {
                        if (file.startsWith(act + "/") && !file.endsWith("/SHA256SUMS")) {
                            found.put(file.substring(act.length() + 1), hash);
                        }
                    });
            assertThat(found)
                    .isEqualTo(
                            SampleYear.hashes(
                                    Files.readString(
                                            year.output().resolve(act).resolve("SHA256SUMS"))));
        }
    }

    /** A draft shows exactly what is then issued, but for the numbers. */
    @ParameterizedTest
    @CsvSource({"2023-03", "2023-05", "2023-07", "2023-avrakning"})
    void theDraftShowedWhatCame(String act) throws IOException {
        assertThat(year.table(act + "-utkast", "fordelning.csv").rows())
                .isEqualTo(year.table(act, "fordelning.csv").rows());
    }

    @ParameterizedTest(name = "{0}{1} to {2}")
    @CsvSource({"'', 2023, 590", "I, 2023, 12", "'', 2024, 49", "I, 2024, 1"})
    void theNumbersAreWithoutGap(String series, String ofYear, long last) throws IOException {
        List<Long> numbers = new ArrayList<>();
        for (String act : SampleYear.ACTS) {
            for (Map<String, String> invoice : year.table(act, "fakturor.csv").rows()) {
                String number = invoice.get("fakturanummer");
                if (number.matches(series + ofYear + "\\d{5}")) {
                    numbers.add(Long.parseLong(number.substring(number.length() - 5)));
                }
            }
        }
        assertThat(numbers).isEqualTo(LongStream.rangeClosed(1, last).boxed().toList());
    }

    // where the year ends

    @Test
    void afterTheSettlementEveryLineAndPartyHasPaidItsShareOfTheOutcome() throws IOException {
        Map<String, Long> costOfRow = new HashMap<>();
        for (Map<String, String> row : SampleYear.input("05-bokslut", "utfall-2023.csv").rows()) {
            costOfRow.put(row.get("rad"), ActTable.ore(row.get("utfall")));
        }

        assertThat(issued(SampleYear.ACTS)).isEqualTo(split("05-bokslut", costOfRow));
    }

    @Test
    void afterDecemberEveryLineAndPartyHasPaidItsShareOfTheBudget() throws IOException {
        Map<String, Long> costOfRow = new HashMap<>();
        for (Map<String, String> row :
                SampleYear.input("04-rattad-nyckel", "budget-2023.csv").rows()) {
            costOfRow.put(row.get("rad"), ActTable.ore(row.get("belopp")));
        }
        List<String> beforeSettlement = SampleYear.ACTS.subList(0, SampleYear.ACTS.size() - 1);

        assertThat(issued(beforeSettlement)).isEqualTo(split("04-rattad-nyckel", costOfRow));
    }

    /** What acts gave, in öre by row and party, what came to nothing left out. */
    private static SortedMap<String, Long> issued(List<String> acts) throws IOException {
        SortedMap<String, Long> issued = new TreeMap<>();
        for (String act : acts) {
            for (Map<String, String> share : year.table(act, "fordelning.csv").rows()) {
                issued.merge(
                        share.get("rad") + " " + share.get("part"),
                        ActTable.ore(share.get("belopp")),
                        Long::sum);
            }
        }
        issued.values().removeIf(ore -> ore == 0);
        return issued;
    }

    /** The same by the second opinion, from the tables of a stage's input alone. */
    private static SortedMap<String, Long> split(String stage, Map<String, Long> costOfRow)
            throws IOException {
        SortedMap<String, Long> split = new TreeMap<>();
        for (Map<String, String> line : SampleYear.input(stage, "budget-2023.csv").rows()) {
            String row = line.get("rad");
            if (row.equals("Totalt")) {
                continue;
            }
            List<SecondOpinion.Row> key = key(stage, line.get("nyckel"), line.get("objekt"));
            int first =
                    line.get("från").isEmpty()
                            ? 1
                            : Integer.parseInt(line.get("från").substring(5));
            int last =
                    line.get("till").isEmpty()
                            ? 12
                            : Integer.parseInt(line.get("till").substring(5));
            List<List<SecondOpinion.Row>> keyOfMonth = new ArrayList<>();
            for (int month = first; month <= last; month++) {
                keyOfMonth.add(key);
            }
            SecondOpinion.months(costOfRow.get(row), keyOfMonth)
                    .forEach(
                            month ->
                                    month.forEach(
                                            (party, ore) ->
                                                    split.merge(
                                                            row + " " + party, ore, Long::sum)));
        }
        split.values().removeIf(ore -> ore == 0);
        return split;
    }

    /** A key's rows, with the inhabitants of those municipalities that take part in the object. */
    private static List<SecondOpinion.Row> key(String stage, String code, String object)
            throws IOException {
        String takingPart =
                SampleYear.input(stage, "objekt.csv")
                        .where("objekt", object)
                        .rows()
                        .get(0)
                        .get("deltagare");
        SortedMap<String, Long> inhabitants = new TreeMap<>();
        for (String line : Files.readAllLines(SampleYear.INPUT.resolve(stage + "/folkmangd.csv"))) {
            String municipality = line.length() > 4 ? line.substring(1, 5) : "";
            if (municipality.matches("\\d{4}")
                    && (takingPart.equals("alla") || takingPart.contains(municipality))) {
                // 31 December 2022 is the last column.
                inhabitants.put(
                        municipality, Long.parseLong(line.substring(line.lastIndexOf(';') + 1)));
            }
        }
        List<SecondOpinion.Row> rows = new ArrayList<>();
        for (Map<String, String> row :
                SampleYear.input(stage, "nycklar.csv").where("nyckel", code).rows()) {
            rows.add(
                    new SecondOpinion.Row(
                            row.get("part"),
                            row.get("fördelning"),
                            row.get("andel"),
                            row.get("part").equals("VGK")
                                    ? inhabitants
                                    : new TreeMap<>(Map.of(row.get("part"), 1L))));
        }
        assertThat(rows).as(code).hasSize(2);
        return rows;
    }

    // by hand

    /**
     * Two months of each line, the municipalities' part of them, and Göteborg's share: 596 841 of 1
     * 758 656 inhabitants at the end of 2022, less the 587 549 of 1 744 859 at the end of 2021 that
     * January and February were invoiced by.
     *
     * <pre>
     * row  two months      municipalities   2022          2021          adjustment
     * 1    1 266 666,67    380 000,00       128 961,88    127 957,97    1 003,91
     * 2      600 000,00    300 000,00       101 812,01    101 019,45      792,56
     * 3      146 666,67     44 000,00        14 932,43     14 816,19      116,24
     * 4      333 333,33    100 000,00        33 937,34     33 673,15      264,19
     * 5       36 666,67     11 000,00         3 733,11      3 704,05       29,06
     * </pre>
     */
    @Test
    void inMarchGoteborgPaysForItsGrowthInJanuaryAndFebruary() throws IOException {
        ActTable adjustments = year.lines("2023-03", "1480").where("typ", "justering");

        assertThat(column(adjustments, "rad")).containsExactly("1", "2", "3", "4", "5");
        assertThat(column(adjustments, "belopp"))
                .containsExactly("1003,91", "792,56", "116,24", "264,19", "29,06");
        assertThat(column(adjustments, "avser_period")).containsOnly("2023-01 2023-02");
        assertThat(column(adjustments, "orsak"))
                .containsOnly(
                        "Nya folkmängdssiffror från SCB. Folkmängd enligt SCB, 2023-01–2023-12:"
                                + " per 2021-12-31 → 2022-12-31 (beslut: Årlig avstämning mot SCB,"
                                + " för hela året (exempel))");
        assertThat(year.table("2023-03", "fordelning.csv").where("typ", "justering").sum("belopp"))
                .as("what some pay more, others pay less")
                .isZero();
        assertThat(year.lines("2023-03", "VGR").where("typ", "justering").rows())
                .as("the region's share does not rest on inhabitants")
                .isEmpty();
    }

    /**
     * Four months of 250 000 kr are 83 333,33 kr: 58 333,33 kr of them the region's 70 %, and 25
     * 000,00 × 596 841 ÷ 1 758 656 = 8 484,334 Göteborg's.
     */
    @Test
    void inMayTheAdditionIsPaidFromJanuaryOn() throws IOException {
        ActTable all = year.table("2023-05", "fakturarader.csv").where("typ", "justering");
        ActTable region = year.lines("2023-05", "VGR").where("typ", "justering");
        ActTable goteborg = year.lines("2023-05", "1480").where("typ", "justering");

        assertThat(column(all, "rad")).hasSize(50).containsOnly("6");
        assertThat(all.sum("belopp")).isEqualTo(83_333_33);
        assertThat(column(region, "belopp")).containsExactly("58333,33");
        assertThat(column(goteborg, "belopp")).containsExactly("8484,34");
        assertThat(column(goteborg, "avser_period"))
                .containsExactly("2023-01 2023-02 2023-03 2023-04");
        assertThat(column(goteborg, "orsak"))
                .singleElement()
                .asString()
                .contains("Ny budgetrad 6", "(beslut: SITIV 2023-05-12, § 4 (exempel))");
    }

    /**
     * Falköping has 33 252 of 1 758 656 inhabitants. Of e-arkiv's 60 000,00 kr a month the wrong
     * key gave the municipalities 30 000,00, and Falköping 567,2286. The credit takes back all of
     * May's seven lines, and nothing of the addition's January to April, which stand. The new
     * invoice has six lines: e-arkiv is not among them.
     */
    @Test
    void falkopingGetsMayBackAndPaysItAnewWithoutTheServiceItDoesNotUse() throws IOException {
        ActTable may = year.lines("2023-05", "1499").where("typ", "ordinarie");
        ActTable credit = year.lines("2023-05-kredit-1", "1499");
        ActTable anew = year.lines("2023-05-ny-1", "1499");

        assertThat(column(may, "belopp"))
                .containsExactly(
                        "3592,45", "2836,14", "415,97", "945,38", "103,99", "118,17", "567,23");
        assertThat(column(credit, "belopp"))
                .containsExactly(
                        "-3592,45",
                        "-2836,14",
                        "-415,97",
                        "-945,38",
                        "-103,99",
                        "-118,17",
                        "-567,23");
        assertThat(column(credit, "avser_faktura")).containsOnly("202300245");
        assertThat(credit.sum("belopp")).isEqualTo(-8_579_33);
        assertThat(column(anew, "rad")).containsExactly("1", "2", "3", "4", "5", "6");
        assertThat(anew.sum("belopp")).isEqualTo(-credit.sum("belopp") - 567_23);
        assertThat(year.table("2023-05-kredit-1", "fakturor.csv").sum("moms"))
                .as("a quarter of 8 579,33, half up")
                .isEqualTo(-2_144_83);
    }

    /**
     * The region's 70 % instead of 50 % of two months of 60 000 kr is 24 000,00. Göteborg paid 60
     * 000,00 × 596 841 ÷ 1 758 656 = 20 362,40 for the two, and should have paid 36 000,00 × 596
     * 841 ÷ 1 725 404 = 12 452,90, Falköping's 33 252 not counted: −7 909,50. Falköping gets June
     * back and nothing for May, which it has been invoiced anew.
     */
    @Test
    void inJulyTheKeyIsRightedForTheOthersAndJuneForFalkoping() throws IOException {
        ActTable region = year.lines("2023-07", "VGR").where("typ", "justering");
        ActTable goteborg = year.lines("2023-07", "1480").where("typ", "justering");
        ActTable falkoping = year.lines("2023-07", "1499").where("typ", "justering");

        assertThat(column(region, "belopp")).containsExactly("24000,00");
        assertThat(column(goteborg, "belopp")).containsExactly("-7909,50");
        assertThat(column(goteborg, "avser_period")).containsExactly("2023-05 2023-06");
        assertThat(column(falkoping, "belopp")).containsExactly("-567,23");
        assertThat(column(falkoping, "avser_period")).containsExactly("2023-06");
        assertThat(column(falkoping, "orsak"))
                .singleElement()
                .asString()
                .contains("Falköpings kommun deltar inte längre");
    }

    /**
     * What the lines cost less their budgets, and the region's 70 % of it. Rows 2 and 6 came to
     * what was budgeted.
     *
     * <pre>
     * 1   7 412 380,50 − 7 600 000 = −187 619,50   −131 333,65
     * 3     741 200,00 −   880 000 = −138 800,00    −97 160,00
     * 4   2 087 415,75 − 2 000 000 =   87 415,75     61 191,025
     * 5     143 905,25 −   220 000 =  −76 094,75    −53 266,325
     * 7     451 730,00 −   480 000 =  −28 270,00    −19 789,00
     * </pre>
     *
     * Half an öre each is left over of rows 4 and 5, and both rows of the key have it; it goes to
     * the municipalities, whose {@code part} VGK stands before VGR: 1 461 191,02 of row 4, which is
     * 61 191,02 more than budgeted, and 100 733,67 of row 5, 53 266,33 less.
     */
    @Test
    void theSettlementGivesTheRegionItsShareOfTheSurplus() throws IOException {
        ActTable region = year.lines("2023-avrakning", "VGR");

        assertThat(column(region, "rad")).containsExactly("1", "3", "4", "5", "7");
        assertThat(column(region, "belopp"))
                .containsExactly("-131333,65", "-97160,00", "61191,02", "-53266,33", "-19789,00");
        assertThat(region.sum("belopp")).isEqualTo(-240_357_96);
        assertThat(column(region, "typ")).containsOnly("avräkning");
        assertThat(year.table("2023-avrakning", "fordelning.csv").sum("belopp"))
                .as("14 686 631,50 less 15 030 000")
                .isEqualTo(-343_368_50);
        assertThat(
                        column(
                                year.table("2023-avrakning", "fakturor.csv").where("part", "1480"),
                                "typ"))
                .containsExactly("kreditfaktura");
    }

    private static List<String> column(ActTable table, String name) {
        return table.rows().stream().map(row -> row.get(name)).toList();
    }
}
