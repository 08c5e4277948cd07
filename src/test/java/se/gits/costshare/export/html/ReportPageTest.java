package se.gits.costshare.export.html;

import static org.assertj.core.api.Assertions.assertThat;
import static se.gits.costshare.export.html.OpenedPage.assertEveryNamePointsSomewhere;
import static se.gits.costshare.export.html.OpenedPage.elements;
import static se.gits.costshare.export.html.OpenedPage.headings;
import static se.gits.costshare.export.html.OpenedPage.rows;
import static se.gits.costshare.export.html.OpenedPage.tree;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import se.gits.costshare.report.AnnualReport;
import se.gits.costshare.report.SmallYear;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.Issued;
import se.gits.costshare.run.SmallInput;

/** The page of an annual report, read as text and as a tree. */
class ReportPageTest {

    private static byte[] bytes(AnnualReport report) {
        return new ReportPage().export(report, SmallYear.sources(report));
    }

    private static String page(AnnualReport report) {
        return new String(bytes(report), StandardCharsets.UTF_8);
    }

    private static String text(AnnualReport report) {
        return page(report).replace('\u00A0', ' ');
    }

    @Test
    void tellsTheYearInASentence() {
        assertThat(text(SmallYear.ofApril()))
                .contains(
                        "Budgeten är 1 680,00 kr, varav 120,00 kr har kommit till under året."
                                + " Fakturerat är 520,00 kr, centralt bärs 40,00 kr, och 1 120,00"
                                + " kr återstår.",
                        "<p>Utfärdat: januari–april 2023.</p>",
                        "Kronor per invånare räknas med folkmängden 2022-12-31");
        assertThat(text(SmallYear.settled()))
                .contains(
                        "centralt bärs 130,00 kr. Utfallet blev 1 610,00 kr och året är avräknat.",
                        "Året är avräknat och stängt.");
    }

    @Test
    void tellsWhatWaitsForANewInvoice() {
        assertThat(text(SmallYear.report(SmallYear.throughCredit(), SmallYear.withAddition())))
                .contains("Krediterat och inte fakturerat på nytt: 1480 februari 2023.");
    }

    @Test
    void putsBudgetAndInvoicedSideBySide() {
        Document tree = tree(page(SmallYear.ofApril()));

        assertThat(rows(tree, "nyckeltal"))
                .containsExactly(
                        "Ursprunglig budget|1 560,00",
                        "Tillägg och ändringar|120,00",
                        "Budget|1 680,00",
                        "Fakturerat|520,00",
                        "Bärs centralt, faktureras inte|40,00",
                        "Återstår av budgeten|1 120,00");
        assertThat(rows(tree, "betalare"))
                .containsExactly(
                        "Regionen|308,00|3,08",
                        "Kommunerna|212,00|2,12",
                        "Bärs centralt, faktureras inte|40,00|0,40",
                        "Summa|560,00|5,60");
        assertThat(rows(tree, "objekt"))
                .contains("KORT SITHS-kort|360,00|0,00|360,00|80,00|40,00|240,00");
        assertThat(rows(tree, "tillagg"))
                .containsExactly("4 Tillägg|SHVO|tillägg|SITIV maj|120,00", "Summa||||120,00");
        assertThat(rows(tree, "rader"))
                .hasSize(4)
                .contains("4 Tillägg|SHVO|0,00|120,00|120,00|40,00|0,00|80,00");
        assertThat(rows(tree, "parter"))
                .contains(
                        "1480 Göteborgs stad|84,00|0,00|84,00|40|2,10",
                        "VASTKOM VästKom|0,00|40,00|40,00|–|–",
                        "Summa|520,00|40,00|560,00|100|5,60");
        assertThat(rows(tree, "part-VASTKOM")).containsExactly("KORT SITHS-kort|0,00|40,00|40,00");
        assertThat(rows(tree, "part-1480"))
                .containsExactly(
                        "SHVO Samordnad hälsa, vård och omsorg|44,00|0,00|44,00",
                        "KORT SITHS-kort|40,00|0,00|40,00",
                        "Summa|84,00|0,00|84,00");
        assertThat(rows(tree, "manader"))
                .hasSize(13)
                .contains(
                        "februari 2023|140,00|120,00|0,00|-21,00|21,00|120,00|10,00",
                        "maj 2023, inte utfärdad|140,00|0,00|0,00|0,00|0,00|0,00|0,00",
                        "Summa|1 680,00|490,00|30,00|-21,00|21,00|520,00|40,00");
        assertThat(rows(tree, "hittills")).contains("april 2023|560,00|560,00|0,00");
        assertThat(rows(tree, "kontroller")).hasSize(12).allMatch(r -> r.endsWith("|STÄMMER"));
    }

    @Test
    void onceSettledTheOutcomeIsThere() {
        Document tree = tree(page(SmallYear.settled()));

        assertThat(rows(tree, "nyckeltal"))
                .contains("Utfall|1 610,00", "Återstår av utfallet|0,00");
        assertThat(rows(tree, "objekt"))
                .contains("KORT SITHS-kort|360,00|0,00|360,00|260,00|130,00|-30,00|390,00");
        assertThat(rows(tree, "manader")).contains("Avräkning||||||-80,00|10,00");
        assertThat(rows(tree, "hittills")).contains("Med avräkningen|1 680,00|1 610,00|70,00");
        assertThat(rows(tree, "kontroller")).hasSize(13);
    }

    @Test
    void tellsWhatItRestsOn() {
        Document tree = tree(page(SmallYear.ofApril()));

        assertThat(rows(tree, "utfardat"))
                .hasSize(6)
                .contains("mapp-5|kredit|februari 2023|1480|2023-12-31|=skäl|-21,00|0,00");
        assertThat(rows(tree, "filer"))
                .anyMatch(row -> row.matches("budget-2023\\.csv\\|ändrad\\|[0-9a-f]{64}\\|.*"))
                .anyMatch(row -> row.startsWith("parter.csv|lika|"));
    }

    @Test
    void doesWithoutAnythingIssued() {
        Inputs today = SmallYear.planned().inputs();
        String page = text(AnnualReport.of(today, today, Issued.NOTHING, Optional.empty()));

        assertThat(page)
                .contains(
                        "Budgeten är 1 560,00 kr, som vid årets första faktura.",
                        "Ingen månad är utfärdad ännu.",
                        "Ingenting är fakturerat ännu.",
                        "Kronor per invånare kan inte visas",
                        "Ingen budgetrad har kommit till");
        assertThat(rows(tree(page), "manader")).hasSize(13);
    }

    @Test
    void writesNamesAsText() {
        String name = "<script>alert('1')</script> \"\"{{year}} & Co";
        String shown = "<script>alert('1')</script> \"{{year}} & Co";
        SmallInput today =
                SmallYear.withAddition()
                        .change("parter.csv", "Ale kommun", '"' + name + '"')
                        .change("objekt.csv", "SITHS-kort", '"' + name + '"')
                        .change("budget-2023.csv", "Tillägg", '"' + name + '"');

        String page = page(SmallYear.report(SmallYear.throughApril(), today));

        assertThat(page).doesNotContain("<script", "alert('");
        Document tree = tree(page);
        assertThat(rows(tree, "parter")).anyMatch(row -> row.startsWith("1440 " + shown + "|"));
        assertThat(rows(tree, "objekt")).anyMatch(row -> row.startsWith("KORT " + shown + "|"));
        assertThat(rows(tree, "tillagg")).anyMatch(row -> row.startsWith("4 " + shown + "|"));
    }

    @Test
    void isTheSameBytesWhereverItIsMade() {
        byte[] once = bytes(SmallYear.ofApril());
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(bytes(SmallYear.ofApril())).isEqualTo(once);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void asksForNothingOutsideItselfAndCanBeReadAloud() {
        String page = page(SmallYear.settled());
        Document tree = tree(page);

        assertThat(page)
                .doesNotContain("http:", "https:", "src=", "url(", "@import", "<script", "<link")
                .contains(
                        "content=\"default-src &#39;none&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;; ");
        assertThat(tree.getDocumentElement().getAttribute("lang")).isEqualTo("sv");
        assertThat(elements(tree, "table"))
                .allMatch(table -> table.getElementsByTagName("caption").getLength() == 1);
        assertThat(elements(tree, "th")).allMatch(cell -> cell.hasAttribute("scope"));
        assertThat(elements(tree, "svg"))
                .hasSizeGreaterThan(3)
                .allMatch(svg -> svg.getAttribute("role").equals("img"))
                .allMatch(svg -> svg.getElementsByTagName("title").getLength() == 1)
                .allMatch(svg -> svg.getElementsByTagName("desc").getLength() == 1);
        assertThat(headings(tree))
                .containsExactly(
                        "h1", "h2", "h3", "h2", "h2", "h2", "h3", "h2", "h3", "h2", "h3", "h2",
                        "h2", "h3");
        assertEveryNamePointsSomewhere(tree);
    }

    /** A month that is not issued has a budget alone, and its bar shares the line of its name. */
    @Test
    void chartsTellTheMonthsThatAreIssuedFromThoseThatAreNot() {
        Document tree = tree(page(SmallYear.ofApril()));

        assertThat(elements(tree, "text").stream().map(Element::getTextContent))
                .contains("april 2023", "maj 2023, budget")
                .doesNotContain("maj 2023");
    }
}
