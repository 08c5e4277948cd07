package se.gits.costshare.export.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.gits.costshare.export.html.OpenedPage.tree;

import com.samskivert.mustache.MustacheException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import se.gits.costshare.run.SmallInput;
import se.gits.costshare.simulation.Simulation;

/** The page of a simulation, read as text and as a tree. */
class SimulationPageTest {

    private static SmallInput sixtyForty() {
        return new SmallInput()
                .change("nycklar.csv", "VGR;70", "VGR;60")
                .change("nycklar.csv", "VGK;30", "VGK;40")
                .change("budget-2023.csv", "2 280 000;5 320 000\n2;", ";\n2;")
                .change("budget-2023.csv", "2 280 000;5 320 000", ";");
    }

    /** A page for whoever looks at all kinds. */
    static byte[] sixtyFortyAgainstToday() {
        return bytes(new SmallInput(), sixtyForty());
    }

    private static String page(SmallInput today, SmallInput proposal) {
        return new String(bytes(today, proposal), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(SmallInput today, SmallInput proposal) {
        return new SimulationPage()
                .export(
                        Simulation.of(today.inputs(), proposal.inputs()),
                        today.files(),
                        proposal.files());
    }

    @Test
    void tellsWhoPaysMoreAndWhoLess() {
        String page = page(new SmallInput(), sixtyForty()).replace('\u00A0', ' ');

        assertThat(page)
                .contains(
                        "Regionens kostnad minskar med 760 000,00 kr (-14,3 %), kommunernas kostnad"
                                + " ökar med 760 000,00 kr (33,3 %), det som bärs centralt ändras"
                                + " inte; totalt oförändrat.",
                        "Högre kostnad för 3 parter, lägre för 1 part, oförändrad för 1 part.",
                        "VGK (folkmängd) 30 % → 40 %, VGR 70 % → 60 %");
    }

    @Test
    void tellsThatTheWholeCostsMore() {
        SmallInput dearer =
                new SmallInput()
                        .change("budget-2023.csv", "Möten;möten;100;", "Möten;möten;1 000 100;")
                        .changeAll("budget-2023.csv", "Totalt.*\n", "");

        assertThat(page(new SmallInput(), dearer).replace('\u00A0', ' '))
                .contains("; totalt ökar kostnaden med 1 000 000,00 kr (13,2 %).");
    }

    @Test
    void putsTodayAndProposalSideBySide() {
        Document tree = OpenedPage.tree(page(new SmallInput(), sixtyForty()));

        // 760 000 kr over 32 394 + 596 841 + 42 199 = 671 434 inhabitants is 1,13 kr each.
        assertThat(OpenedPage.rows(tree, "betalare"))
                .contains(
                        "Regionen|5 320 000,00|4 560 000,00|-760 000,00|-14,3 %|-1,13",
                        "Summa|7 601 100,01|7 601 100,01|0,00|0,0 %|0,00");
        assertThat(OpenedPage.rows(tree, "objekt"))
                .containsExactly(
                        "SHVO Samordnad hälsa, vård och omsorg"
                                + "|7 600 100,00|7 600 100,00|0,00|0,0 %|0,00",
                        "KORT SITHS-kort|1 000,01|1 000,01|0,00|0,0 %|0,00",
                        "Summa|7 601 100,01|7 601 100,01|0,00|0,0 %|0,00");
        assertThat(OpenedPage.rows(tree, "parter"))
                .hasSize(6)
                .contains(
                        "VGR Västra Götalandsregionen"
                                + "|5 320 000,00|4 560 000,00|-760 000,00|-14,3 %|-1,13",
                        "VASTKOM VästKom|333,34|333,34|0,00|0,0 %|–");
        assertThat(OpenedPage.rows(tree, "part-VASTKOM"))
                .containsExactly("KORT SITHS-kort|333,34|333,34|0,00|0,0 %|–");
        assertThat(OpenedPage.rows(tree, "part-1480"))
                .hasSize(3)
                .anyMatch(row -> row.startsWith("KORT SITHS-kort|"))
                .anyMatch(row -> row.startsWith("Summa|"));
        assertThat(OpenedPage.rows(tree, "kontroller"))
                .hasSize(6)
                .allMatch(r -> r.endsWith("|STÄMMER"));
    }

    @Test
    void tellsTheFilesThatDiffer() {
        SmallInput proposal = sixtyForty().without("folkmangd.csv");
        proposal.put("folkmangd-2022.csv", new SmallInput().text("folkmangd.csv"));

        List<String> files =
                OpenedPage.rows(OpenedPage.tree(page(new SmallInput(), proposal)), "filer");

        assertThat(files)
                .hasSize(8)
                .anyMatch(row -> row.startsWith("nycklar.csv|SKILJER|"))
                .anyMatch(row -> row.matches("folkmangd\\.csv\\|bara i dag\\|[0-9a-f]{64}\\|–"))
                .anyMatch(row -> row.startsWith("folkmangd-2022.csv|bara i förslaget|–|"))
                .anyMatch(row -> row.startsWith("parter.csv|lika|"));
    }

    @Test
    void saysThatNothingDiffers() {
        String page = page(new SmallInput(), new SmallInput()).replace('\u00A0', ' ');

        assertThat(page)
                .contains(
                        "Förslaget ändrar ingen parts kostnad: totalt 7 601 100,01 kr",
                        "Ingenting som påverkar kostnaden skiljer sig.")
                .doesNotContain("SKILJER", "STÄMMER INTE");
        assertThat(OpenedPage.rows(OpenedPage.tree(page), "kontroller")).hasSize(6);
    }

    @Test
    void doesWithoutInhabitants() {
        SmallInput equal = new SmallInput().changeAll("nycklar.csv", "folkmängd", "lika");
        equal.changeAll("installningar.yml", "från: 2023-01", "från: 2024-01");

        Document tree = OpenedPage.tree(page(new SmallInput(), equal));

        assertThat(tree.getDocumentElement().getTextContent())
                .contains(
                        "Skillnaden per invånare kan inte visas",
                        "kronor per invånare kan inte räknas");
        assertThat(OpenedPage.rows(tree, "parter")).allMatch(row -> row.endsWith("|–"));
    }

    @Test
    void writesNamesAsText() {
        String name = "<script>alert('1')</script> \"\"{{year}} {{{year}}} & Co";
        String shown = "<script>alert('1')</script> \"{{year}} {{{year}}} & Co";
        SmallInput proposal =
                sixtyForty()
                        .change("parter.csv", "Ale kommun", '"' + name + '"')
                        .change("objekt.csv", "SITHS-kort", '"' + name + '"')
                        .change("budget-2023.csv", ";Kort;kort;1 000,01", ";\"" + name + "\";k;5")
                        .changeAll("budget-2023.csv", "Totalt.*\n", "");

        String page = page(new SmallInput(), proposal);

        assertThat(page).doesNotContain("<script", "alert('");
        Document tree = OpenedPage.tree(page);
        assertThat(OpenedPage.rows(tree, "parter"))
                .anyMatch(row -> row.startsWith("1440 " + shown + "|"));
        assertThat(OpenedPage.rows(tree, "objekt"))
                .anyMatch(row -> row.startsWith("KORT " + shown + "|"));
        assertThat(OpenedPage.elements(tree, "li"))
                .anyMatch(li -> li.getTextContent().contains(shown));
    }

    @Test
    void isTheSameBytesWhereverItIsMade() {
        byte[] once = bytes(new SmallInput(), sixtyForty());
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(bytes(new SmallInput(), sixtyForty())).isEqualTo(once);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
        assertThat(new String(once, StandardCharsets.UTF_8)).doesNotContain("\r");
    }

    @Test
    void asksForNothingOutsideItself() {
        String page = page(new SmallInput(), sixtyForty());

        assertThat(page)
                .doesNotContain("http:", "https:", "src=", "url(", "@import", "<script", "<link")
                .contains(
                        "content=\"default-src &#39;none&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;; ");
        assertThat(OpenedPage.elements(OpenedPage.tree(page), "a"))
                .isNotEmpty()
                .allMatch(link -> link.getAttribute("href").startsWith("#"));
    }

    @Test
    void canBeReadAloud() {
        Document tree = OpenedPage.tree(page(new SmallInput(), sixtyForty()));

        assertThat(tree.getDocumentElement().getAttribute("lang")).isEqualTo("sv");
        assertThat(OpenedPage.elements(tree, "table"))
                .allMatch(table -> table.getElementsByTagName("caption").getLength() == 1);
        assertThat(OpenedPage.elements(tree, "th")).allMatch(cell -> cell.hasAttribute("scope"));
        assertThat(OpenedPage.elements(tree, "svg"))
                .isNotEmpty()
                .allMatch(svg -> svg.getAttribute("role").equals("img"))
                .allMatch(svg -> svg.getElementsByTagName("title").getLength() == 1)
                .allMatch(svg -> svg.getElementsByTagName("desc").getLength() == 1);
        assertThat(OpenedPage.headings(tree))
                .containsExactly("h1", "h2", "h2", "h2", "h2", "h2", "h3", "h2", "h2");
        OpenedPage.assertEveryNamePointsSomewhere(tree);
    }

    @Test
    void aPlaceWithoutAValueStopsTheProgram() {
        HtmlTemplate template = new HtmlTemplate("simulation.mustache");

        assertThatThrownBy(() -> template.fill(Map.of("year", "2023")))
                .isInstanceOf(MustacheException.class)
                .hasMessageContaining("policy");
    }
}
