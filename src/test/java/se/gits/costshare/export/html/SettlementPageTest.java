package se.gits.costshare.export.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import se.gits.costshare.export.Exported;
import se.gits.costshare.run.Books;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.RunTerms;
import se.gits.costshare.run.SettledYear;
import se.gits.costshare.run.SmallInput;

/** The page of a settlement, read as text and as a tree. */
class SettlementPageTest {

    private static final String EVEN = "rad;utfall\n1;7 600 000\n2;1 000,01\n3;100\n";

    private static String page(SmallInput input, RunTerms terms, String outcome) {
        Issuance settlement = SettledYear.settled(input, terms, outcome);
        return new String(Exported.by(new SettlementPage(), settlement), StandardCharsets.UTF_8);
    }

    private static String page() {
        return page(new SmallInput(), SettledYear.terms(), SettledYear.OUTCOME);
    }

    @Test
    void tellsInWordsWhatTheYearCostAndWhoPays() {
        assertThat(page().replace('\u00A0', ' '))
                .contains(
                        "Utfallet 2023 blev 7 001 300,01 kr. Det är 599 800,00 kr lägre än budgeten"
                                + " och 599 800,00 kr lägre än det som tidigare är fakturerat.",
                        "4 parter får tillbaka 599 899,99 kr, utan moms.",
                        "Av avräkningen bärs 99,99 kr centralt och faktureras inte.");
    }

    @Test
    void tellsWhoGetsBackAndWhoPaysWhereSomeDoBoth() {
        String page =
                page(
                        new SmallInput(),
                        SettledYear.terms(),
                        "rad;utfall\n1;7 600 000\n2;101 000,01\n3;0\n");

        assertThat(page.replace('\u00A0', ' '))
                .contains(
                        "99 900,00 kr högre än budgeten",
                        "1 part får tillbaka 50,00 kr och 2 parter betalar");
    }

    @Test
    void tellsThatNothingIsToBeSettled() {
        String page = page(new SmallInput(), SettledYear.terms(), EVEN).replace('\u00A0', ' ');

        assertThat(page)
                .contains(
                        "Det är lika med budgeten och lika med det som tidigare är fakturerat.",
                        "Ingen part betalar mer eller får något tillbaka.")
                .doesNotContain("STÄMMER INTE", "Avräkning per budgetrad.");
    }

    /** The settlement takes in what the months have not: its reader is told so first. */
    @Test
    void tellsWhichMonthsWereNeverInvoiced() {
        Books books = new Books();
        for (int month = 3; month <= 12; month++) {
            YearMonth of = SettledYear.YEAR.atMonth(month);
            books.issue(of, new SmallInput().inputs());
        }
        Issuance settlement =
                books.settle(SettledYear.inputs(new SmallInput(), SettledYear.OUTCOME));

        assertThat(
                        new String(
                                Exported.by(new SettlementPage(), settlement),
                                StandardCharsets.UTF_8))
                .contains(
                        "Aldrig fakturerat, och därför med i avräkningen: januari–februari 2023.");
        assertThat(page()).doesNotContain("Aldrig fakturerat");
    }

    @Test
    void putsBudgetOutcomeAndInvoicesSideBySide() {
        Document tree = OpenedPage.tree(page());

        assertThat(OpenedPage.rows(tree, "rader"))
                .containsExactly(
                        "1 Drift och licens|7 600 000,00|7 000 000,01|7 600 000,00|-599 999,99",
                        "2 Kort|1 000,01|1 300,00|1 000,01|299,99",
                        "3 Möten|100,00|0,00|100,00|-100,00",
                        "Summa|7 601 100,01|7 001 300,01|7 601 100,01|-599 800,00");
        assertThat(OpenedPage.rows(tree, "objekt"))
                .contains(
                        "SHVO Samordnad hälsa, vård och omsorg"
                                + "|7 600 100,00|7 000 000,01|7 600 100,00|-600 099,99");
        assertThat(OpenedPage.rows(tree, "betalare"))
                .contains(
                        "Regionen|4 900 000,01|5 320 000,00|-419 999,99",
                        "Summa|7 001 300,01|7 601 100,01|-599 800,00");
        assertThat(OpenedPage.rows(tree, "parter"))
                .hasSize(6)
                .contains(
                        "VGR Västra Götalandsregionen|4 900 000,01|5 320 000,00|-419 999,99"
                                + "|I202400001|-419 999,99",
                        "VASTKOM VästKom|433,33|333,34|99,99|–|–");
        assertThat(OpenedPage.rows(tree, "part-1440"))
                .hasSize(4)
                .last()
                .asString()
                .startsWith("Summa|");
        assertThat(OpenedPage.rows(tree, "part-VASTKOM"))
                .containsExactly("2 Kort|433,33|333,34|99,99");
        assertThat(OpenedPage.rows(tree, "kontroller"))
                .hasSize(2 + 5 + 2 * 2)
                .allMatch(row -> row.endsWith("|STÄMMER"));
    }

    @Test
    void aDraftSaysSoFirst() {
        String draft = page(new SmallInput(), SettledYear.terms().asDraft(), SettledYear.OUTCOME);

        assertThat(draft)
                .contains("<title>UTKAST: Avräkning 2023", "UTKAST – inga fakturor är utfärdade");
        assertThat(OpenedPage.rows(OpenedPage.tree(draft), "parter"))
                .anyMatch(row -> row.startsWith("1480 ") && row.contains("|utkast|"));
        assertThat(page()).doesNotContain("UTKAST");
    }

    @Test
    void tellsTheReasonWhereThereIsOne() {
        RunTerms terms =
                RunTerms.ofSettlement(
                        SettledYear.YEAR, LocalDate.of(2024, 1, 31), "Bokslut <b>2023</b>");

        assertThat(page(new SmallInput(), terms, SettledYear.OUTCOME))
                .contains("Orsak: Bokslut &lt;b&gt;2023&lt;/b&gt;");
        assertThat(page()).doesNotContain("Orsak:");
    }

    @Test
    void writesNamesAsText() {
        String name = "<script>alert('1')</script> \"\"{{year}} {{{year}}} & Co";
        String shown = "<script>alert('1')</script> \"{{year}} {{{year}}} & Co";
        SmallInput hostile =
                new SmallInput()
                        .change("parter.csv", "Ale kommun", '"' + name + '"')
                        .change("objekt.csv", "SITHS-kort", '"' + name + '"')
                        .change("budget-2023.csv", ";Kort;kort", ";\"" + name + "\";kort");

        String page = page(hostile, SettledYear.terms(), SettledYear.OUTCOME);

        assertThat(page).doesNotContain("<script", "alert('");
        Document tree = OpenedPage.tree(page);
        assertThat(OpenedPage.rows(tree, "parter")).anyMatch(r -> r.startsWith("1440 " + shown));
        assertThat(OpenedPage.rows(tree, "objekt")).anyMatch(r -> r.startsWith("KORT " + shown));
        assertThat(OpenedPage.rows(tree, "rader")).anyMatch(r -> r.startsWith("2 " + shown));
    }

    @Test
    void isTheSameBytesWhereverItIsMade() {
        String once = page();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(page()).isEqualTo(once);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        assertThat(once).doesNotContain("\r");
    }

    @Test
    void asksForNothingOutsideItself() {
        assertThat(page())
                .doesNotContain("http:", "https:", "src=", "url(", "@import", "<script", "<link")
                .contains(
                        "content=\"default-src &#39;none&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;; ");
        assertThat(OpenedPage.elements(OpenedPage.tree(page()), "a"))
                .isNotEmpty()
                .allMatch(link -> link.getAttribute("href").startsWith("#"));
    }

    @Test
    void canBeReadAloud() {
        Document tree = OpenedPage.tree(page());

        assertThat(tree.getDocumentElement().getAttribute("lang")).isEqualTo("sv");
        assertThat(OpenedPage.elements(tree, "table"))
                .allMatch(table -> table.getElementsByTagName("caption").getLength() == 1);
        assertThat(OpenedPage.elements(tree, "th")).allMatch(cell -> cell.hasAttribute("scope"));
        assertThat(OpenedPage.elements(tree, "svg"))
                .hasSize(3)
                .allMatch(svg -> svg.getAttribute("role").equals("img"))
                .allMatch(svg -> svg.getElementsByTagName("title").getLength() == 1)
                .allMatch(svg -> svg.getElementsByTagName("desc").getLength() == 1);
        assertThat(
                        OpenedPage.elements(tree, "*").stream()
                                .map(Element::getTagName)
                                .filter(name -> name.matches("h[1-6]")))
                .containsExactly("h1", "h2", "h2", "h2", "h2", "h2", "h3", "h2");
        OpenedPage.assertEveryNamePointsSomewhere(tree);
    }
}
