package se.gits.costshare.export.html;

import static org.assertj.core.api.Assertions.assertThat;
import static se.gits.costshare.export.html.OpenedPage.elements;
import static se.gits.costshare.export.html.OpenedPage.rows;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import se.gits.costshare.Endurance;
import se.gits.costshare.export.Exported;
import se.gits.costshare.export.csv.AllocationCsv;
import se.gits.costshare.export.csv.InvoiceLinesCsv;
import se.gits.costshare.export.csv.InvoicesCsv;
import se.gits.costshare.export.excel.SampleIssuances;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.Amount;
import se.gits.costshare.run.Books;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.RandomYear;
import se.gits.costshare.run.SmallInput;

/** The page of a month, a credit or a new invoice, read as text and as a tree. */
class MonthPageTest {

    private static final YearMonth MARCH = YearMonth.of(2023, 3);

    private final Books books = new Books();

    private static String page(Issuance issuance) {
        return new String(Exported.by(new MonthPage(), issuance), StandardCharsets.UTF_8);
    }

    private static Document tree(Issuance issuance) {
        return OpenedPage.tree(page(issuance));
    }

    private static String text(Issuance issuance) {
        return plain(tree(issuance).getDocumentElement().getTextContent());
    }

    private static String plain(String text) {
        return text.replace('\u00A0', ' ');
    }

    /** March has a line that is carried in part by VästKom, and not invoiced to it. */
    private Issuance march() {
        return books.issue(MARCH, new SmallInput().inputs());
    }

    private static SmallInput dearer() {
        return new SmallInput()
                .change("budget-2023.csv", "möten;100;", "möten;200;")
                .change("budget-2023.csv", "7 601 100,01", "7 601 200,01");
    }

    @Test
    void tellsTheMonthInASentenceAndInKeyFigures() {
        Issuance march = march();
        Document tree = tree(march);

        assertThat(text(march))
                .contains(
                        "Mars 2023",
                        "4 fakturor på tillsammans 633 563,89 kr utan moms. Att betala är"
                                + " 681 065,98 kr. Centralt bärs 111,11 kr, som inte faktureras.",
                        "Alla 10 kontroller stämmer.");
        assertThat(rows(tree, "nyckeltal"))
                .containsExactly(
                        "Fakturerat, utan moms|633 563,89",
                        "Moms|47 502,09",
                        "Att betala|681 065,98",
                        "Bärs centralt och faktureras inte|111,11",
                        "Upparbetat men inte utfärdat|1 266 683,34",
                        "Parter som faktureras, antal|4");
        assertThat(rows(tree, "dokument"))
                .containsExactly(
                        "Fakturor|3|202300001|202300003|190 230,56|47 502,09|237 732,65",
                        "Internfakturor|1|I202300001|I202300001|443 333,33|0,00|443 333,33",
                        "Summa|4|||633 563,89|47 502,09|681 065,98");
    }

    @Test
    void tellsWhatEachObjectLineAndPartyCosts() {
        Document tree = tree(march());

        assertThat(rows(tree, "objekt"))
                .containsExactly(
                        "SHVO Samordnad hälsa, vård och omsorg|633 341,66|0,00|633 341,66",
                        "KORT SITHS-kort|222,23|111,11|333,34",
                        "Summa|633 563,89|111,11|633 675,00");
        assertThat(rows(tree, "rader"))
                .contains("2 Kort|222,23|111,11|333,34", "Summa|633 563,89|111,11|633 675,00");
        assertThat(rows(tree, "parter"))
                .contains(
                        "VASTKOM VästKom|0,00|111,11|111,11", "Summa|633 563,89|111,11|633 675,00");
    }

    /** The controls are of the act's own sums; what each is computed from is ActChecksTest's. */
    @Test
    void holdsTheMonthAgainstTheBudgetTheSharesAndTheRegister() {
        books.issue(MARCH.minusMonths(1), new SmallInput().inputs());
        Document tree = tree(march());

        assertThat(rows(tree, "kontroller"))
                .hasSize(11)
                .allMatch(row -> row.endsWith("|STÄMMER"))
                .contains(
                        "Månadens kostnad enligt budgeten, och parternas delar av den"
                                + "|633 675,00|633 675,00|STÄMMER",
                        "Nummerserien 2023: numret efter det senast utfärdade, och det första"
                                + "|202300004|202300004|STÄMMER",
                        "Budgeten till och med mars 2023 utom det som inte är utfärdat, och"
                                + " det som har utfärdats av den"
                                + "|1 267 016,68|1 267 016,68|STÄMMER",
                        "Februari 2023 med förändringarna, och mars 2023"
                                + "|633 675,00|633 675,00|STÄMMER");
    }

    @Test
    void aControlThatFailsIsSaidInWordsAtTheTop() {
        Issuance march = march();
        List<Amount> fewer = march.amounts().subList(1, march.amounts().size());
        Issuance wrong =
                new Issuance(
                        march.terms(),
                        march.inputs(),
                        fewer,
                        march.invoices(),
                        march.before(),
                        march.causes());
        String page = page(wrong);

        assertThat(page)
                .contains("<strong class=\"bad\">")
                .contains(" av 10 kontroller stämmer inte.");
        assertThat(rows(OpenedPage.tree(page), "kontroller"))
                .anyMatch(row -> row.endsWith("|STÄMMER INTE"));
    }

    @Test
    void comparesWithTheMonthBeforePartyByParty() {
        books.issue(MARCH.minusMonths(1), new SmallInput().inputs());
        Issuance march = books.issue(MARCH, dearer().inputs());
        Document tree = tree(march);

        assertThat(rows(tree, "parter"))
                .anyMatch(
                        row ->
                                row.startsWith(
                                                "1440 Ale kommun|9 180,46|0,00|9 180,46|9 170,91|9,55|")
                                        && row.contains("beloppet 100,00 kr → 200,00 kr"))
                .anyMatch(row -> row.startsWith("VGR Västra Götalandsregionen|"))
                .anyMatch(row -> row.startsWith("VASTKOM VästKom|0,00|111,11|111,11|0,00|111,11|"));
        assertThat(rows(tree, "objekt"))
                .anyMatch(
                        row -> row.startsWith("KORT SITHS-kort|222,23|111,11|333,34|0,00|333,34"));
        assertThat(rows(tree, "nyckeltal"))
                .contains("Justeringar av tidigare månader, som ingår i det fakturerade|8,32||");
        assertThat(text(march)).contains("Jämfört med februari 2023, med orsakerna");
    }

    @Test
    void theFirstMonthHasNothingToBeComparedWith() {
        assertThat(text(march())).contains("så det finns ingenting att jämföra med.");
        assertThat(elements(tree(books.issuances().get(0)), "th"))
                .noneMatch(cell -> cell.getTextContent().equals("Orsaker"));
    }

    @Test
    void provesEachAmountAndTellsWhatAllHaveInCommonOnce() {
        books.issue(MARCH.minusMonths(2), new SmallInput().inputs());
        Issuance february = books.issue(MARCH.minusMonths(1), new SmallInput().inputs());
        String text = text(february);

        assertThat(text)
                .contains(
                        "VGK:s del av raden till och med februari 2023: 380 000,00 kr.",
                        "596 841 av 671 434 inv\u00E5nare: 337 783,877492 kr. Resten är 0,7492 öre,"
                                + " plats 1 av 3; 2 öre blev över, ett hit. Det blir"
                                + " 337 783,88 kr.",
                        "Februari 2023: 337 783,88 kr − 168 891,94 kr till och med januari 2023"
                                + " = 168 891,94 kr.")
                .containsOnlyOnce(
                        "Nyckel 70/30: VGK bär 30 %, fördelat på 3 parter efter invånare enligt SCB"
                                + " 2022-12-31 (beslut: Årlig avstämning). Beslut: Plan 2023, 4.2.")
                .containsOnlyOnce("7 600 000,00 kr för 12 månader, 2023-01–2023-12. Beslut: Plan")
                .containsOnlyOnce("NORR bär 100 %, fördelat på 2 parter i lika delar.");
        assertThat(rows(tree(february), "rad-1-delning"))
                .containsExactly(
                        "januari 2023|633 333,33|633 333,33|VGK|189 999,999000|Resten är 0,9000 öre,"
                                + " plats 1 av 2; 1 öre blev över, ett hit.|190 000,00",
                        "januari 2023|633 333,33|633 333,33|VGR|443 333,331000|Resten är 0,1000 öre,"
                                + " plats 2 av 2; 1 öre blev över, inget hit.|443 333,33",
                        "februari 2023|1 266 666,67|1 266 666,67|VGK|380 000,001000|Resten är 0,1000"
                                + " öre, plats 2 av 2; 1 öre blev över, inget hit.|380 000,00",
                        "februari 2023|1 266 666,67|1 266 666,67|VGR|886 666,669000|Resten är 0,9000"
                                + " öre, plats 1 av 2; 1 öre blev över, ett hit.|886 666,67");
    }

    @Test
    void provesWhatIsCarriedCentrallyToo() {
        Issuance march = march();

        assertThat(text(march)).contains("VASTKOM VästKom, bärs centralt");
        assertThat(rows(tree(march), "rad-2-delning"))
                .anyMatch(row -> row.contains("|VASTKOM|111,113333|"));
        assertThat(elements(tree(march), "a"))
                .anyMatch(link -> link.getAttribute("href").equals("#part-VASTKOM-centralt"));
    }

    @Test
    void aCreditAndANewInvoiceHavePagesOfTheirOwn() {
        march();
        Issuance credit = books.credit(MARCH, "1480", new SmallInput().inputs());
        Issuance again = books.reissue(MARCH, "1480", new SmallInput().inputs());

        assertThat(text(credit))
                .contains("Kreditering av Göteborgs stad för mars 2023", "Att få tillbaka är")
                .contains("Tidigare utfärdat: 202300002 (2023-03) 168 891,94 kr.")
                .contains("Budgetradens beslut: Plan 2023, 4.1.", "avser 202300002");
        assertThat(rows(tree(credit), "kontroller"))
                .contains(
                        "Ingenting, och det som är fakturerat för månaden efter krediten"
                                + "|0,00|0,00|STÄMMER");
        assertThat(text(again))
                .contains("Ny faktura till Göteborgs stad för mars 2023")
                .contains("följer på " + credit.invoices().get(0).number().orElseThrow())
                .contains("168 891,94 kr − 0,00 kr = 168 891,94 kr");
        assertThat(rows(tree(again), "kontroller"))
                .anyMatch(row -> row.startsWith("Partens månad enligt dagens underlag, och det"));
    }

    @Test
    void aDraftSaysSoFirst() {
        String draft = page(SampleIssuances.januaryDraft());

        assertThat(draft)
                .contains("<title>UTKAST: Januari 2023", "UTKAST – inga fakturor är utfärdade");
        assertThat(rows(OpenedPage.tree(draft), "dokument"))
                .anyMatch(row -> row.startsWith("Fakturor|49|–|–|"));
        assertThat(rows(OpenedPage.tree(draft), "kontroller"))
                .noneMatch(row -> row.startsWith("Nummerserien"));
        assertThat(page(march())).doesNotContain("UTKAST");
    }

    /** To the öre, and to the file: what the tables of the folder say is on the page. */
    @Test
    void hasEveryFigureOfTheFoldersTables() {
        books.issue(MARCH.minusMonths(1), new SmallInput().inputs());
        Issuance march = books.issue(MARCH, dearer().inputs());
        Document tree = tree(march);
        String text = text(march);

        List<String> invoices = new ArrayList<>();
        for (String[] cells : csv(Exported.by(new InvoicesCsv(), march))) {
            invoices.add(
                    String.join(
                            "|",
                            cells[5],
                            cells[4],
                            cells[0],
                            cells[1],
                            swedish(cells[8]),
                            swedish(cells[9]),
                            swedish(cells[11])));
            assertThat(elements(tree, "a").stream().map(a -> a.getAttribute("href")))
                    .contains(cells[13], cells[13].replace(".xlsx", ".pdf"));
            assertThat(text).contains(cells[2], cells[3], cells[7]);
        }
        assertThat(rows(tree, "fakturor").stream().map(row -> row.replaceAll("\\|[^|]*$", "")))
                .containsAll(invoices)
                .hasSize(invoices.size() + 1);
        for (String[] cells : csv(Exported.by(new InvoiceLinesCsv(), march))) {
            assertThat(text).contains(cells[5] + " " + cells[6] + " nyckel " + cells[8]);
            assertThat(text).contains(swedish(cells[9]) + " kr", cells[15], cells[14]);
        }
        for (String[] cells : csv(Exported.by(new AllocationCsv(), march))) {
            assertThat(text).contains(swedish(cells[cells.length - 1]) + " kr");
        }
    }

    /** The rows of a table, the heading left out. */
    private static List<String[]> csv(byte[] file) {
        return new String(file, StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split(";", -1))
                .peek(cells -> Arrays.setAll(cells, i -> cells[i].replaceAll("^\"|\"$", "")))
                .toList();
    }

    /** An amount of a table as a page shows it. */
    private static String swedish(String amount) {
        return amount.replaceAll("(?<=\\d)(?=(\\d{3})+,)", " ");
    }

    @Test
    void ofTooManyAmountsThePageTellsWhereTheProofsAre() {
        Issuance march = march();
        // The invoices have 1 + 3 + 2 + 2 lines, and VästKom carries one.
        String all = new String(Exported.by(new MonthPage(9), march), StandardCharsets.UTF_8);
        String none = new String(Exported.by(new MonthPage(8), march), StandardCharsets.UTF_8);

        assertThat(all).contains("<details", "href=\"#part-1480\"");
        assertThat(none)
                .doesNotContain("<details", "href=\"#part-")
                .contains("bladet Specifikation", "fordelning.csv");
        for (String table : List.of("objekt", "rader", "parter", "kontroller", "nyckeltal")) {
            assertThat(rows(OpenedPage.tree(none), table))
                    .as(table)
                    .isEqualTo(rows(OpenedPage.tree(all), table));
        }
    }

    @Test
    void writesNamesAsText() {
        String name = "<script>alert('1')</script> \"\"{{title}} {{{title}}} & Co";
        String shown = "<script>alert('1')</script> \"{{title}} {{{title}}} & Co";
        Issuance march =
                books.issue(
                        MARCH,
                        new SmallInput()
                                .change("parter.csv", "Ale kommun", '"' + name + '"')
                                .change("objekt.csv", "SITHS-kort", '"' + name + '"')
                                .change("budget-2023.csv", ";Kort;kort", ";\"" + name + "\";kort")
                                .inputs());

        assertThat(page(march)).doesNotContain("<script>alert", "alert('");
        Document tree = tree(march);
        assertThat(rows(tree, "parter")).anyMatch(row -> row.startsWith("1440 " + shown));
        assertThat(rows(tree, "objekt")).anyMatch(row -> row.startsWith("KORT " + shown));
        assertThat(rows(tree, "rader")).anyMatch(row -> row.startsWith("2 " + shown));
    }

    /** What the policy names is what the page holds, byte for byte. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"style", "script"})
    void theStyleAndTheScriptAreThoseThatThePageAllows(String element) throws Exception {
        String page = page(march());
        String open = "<" + element + ">";
        String content =
                page.substring(
                        page.indexOf(open) + open.length(), page.indexOf("</" + element + ">"));

        assertThat(page).containsOnlyOnce(open);
        assertThat(elements(OpenedPage.tree(page), "meta").get(1).getAttribute("content"))
                .contains(
                        element
                                + "-src 'sha256-"
                                + Base64.getEncoder()
                                        .encodeToString(
                                                InputFile.newDigest()
                                                        .digest(
                                                                content.getBytes(
                                                                        StandardCharsets.UTF_8)))
                                + "'");
        assertThat(content).doesNotContain("innerHTML", "eval(", "http:", "https:", "url(");
    }

    @Test
    void isTheSameBytesWhereverItIsMade() {
        String once = page(march());
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(page(new Books().issue(MARCH, new SmallInput().inputs()))).isEqualTo(once);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        assertThat(once).doesNotContain("\r");
    }

    @Test
    void canBeReadAloud() {
        Document tree = tree(march());

        assertThat(tree.getDocumentElement().getAttribute("lang")).isEqualTo("sv");
        assertThat(elements(tree, "table"))
                .allMatch(table -> table.getElementsByTagName("caption").getLength() == 1);
        assertThat(elements(tree, "th")).allMatch(cell -> cell.hasAttribute("scope"));
        assertThat(elements(tree, "svg"))
                .hasSize(3)
                .allMatch(svg -> svg.getAttribute("role").equals("img"))
                .allMatch(svg -> svg.getElementsByTagName("title").getLength() == 1)
                .allMatch(svg -> svg.getElementsByTagName("desc").getLength() == 1);
        assertThat(
                        elements(tree, "*").stream()
                                .map(Element::getTagName)
                                .filter(n -> n.matches("h[1-6]")))
                .containsExactly("h1", "h2", "h2", "h2", "h2", "h2", "h2", "h2", "h2", "h3", "h3");
        OpenedPage.assertEveryNamePointsSomewhere(tree);
    }

    /** Every act of a random year has a page that is well formed and whose controls hold. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void holdsForEveryActOfAYear(long seed) {
        new RandomYear(seed, 1, books.office()).happen();

        for (Issuance issuance : books.issuances()) {
            if (issuance.terms().kind() == ActKind.SETTLEMENT) {
                continue;
            }
            String page = page(issuance);
            Document tree = OpenedPage.tree(page);
            OpenedPage.assertEveryNamePointsSomewhere(tree);
            assertThat(rows(tree, "kontroller"))
                    .isNotEmpty()
                    .allMatch(control -> control.endsWith("|STÄMMER"));
            for (Invoice invoice : issuance.invoices()) {
                assertThat(page).contains(invoice.payable().inSwedish());
            }
        }
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Endurance.count(200, 15));
    }

    /** What waits is no difference, but it has to be known of. */
    @Test
    void tellsWhichMonthsAreNotIssuedAndWhatWaits() {
        books.issue(MARCH.minusMonths(2), new SmallInput().inputs());
        books.credit(MARCH.minusMonths(2), "1480", new SmallInput().inputs());
        Issuance march = books.issue(MARCH, new SmallInput().inputs());

        assertThat(text(march))
                .contains(
                        "Inte utfärdat: februari 2023, som har hoppats över; 1480 januari 2023, som"
                                + " är krediterad och väntar på ny faktura.");
        assertThat(rows(tree(march), "nyckeltal"))
                .contains("Upparbetat men inte utfärdat|802 233,62||");
        assertThat(rows(tree(march), "kontroller"))
                .anyMatch(
                        row ->
                                row.startsWith(
                                        "Budgeten till och med mars 2023 utom det som inte är"
                                                + " utfärdat, och det som har utfärdats av den|"));
        assertThat(text(new Books().issue(MARCH.minusMonths(2), new SmallInput().inputs())))
                .doesNotContain("Inte utfärdat", "Upparbetat men inte utfärdat");
    }
}
