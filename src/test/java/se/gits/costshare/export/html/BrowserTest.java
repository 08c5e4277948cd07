package se.gits.costshare.export.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.gits.costshare.Endurance;
import se.gits.costshare.export.Exported;
import se.gits.costshare.export.excel.SampleIssuances;
import se.gits.costshare.report.AnnualReport;
import se.gits.costshare.report.SmallYear;
import se.gits.costshare.run.Books;
import se.gits.costshare.run.RunTerms;
import se.gits.costshare.run.SettledYear;
import se.gits.costshare.run.SmallInput;

/**
 * Every kind of page in a browser: what it asks for and complains of, and whether all can use it.
 */
class BrowserTest {

    private static final YearMonth JANUARY = YearMonth.of(2023, 1);

    /** A telephone's, in pixels. */
    private static final int NARROW = 390;

    private static final Map<String, byte[]> PAGES = new TreeMap<>();

    @TempDir static Path folder;

    private static Browser browser;

    @BeforeAll
    static void open() throws IOException {
        Browser.assumeInstalled();
        MonthPage month = new MonthPage();
        PAGES.put("manad.html", Exported.by(month, SampleIssuances.january()));
        PAGES.put("utkast.html", Exported.by(month, SampleIssuances.januaryDraft()));
        PAGES.put(
                "justering.html",
                Exported.by(month, SampleIssuances.february("Tillägg", SampleIssuances::dearer)));
        PAGES.put("kredit.html", Exported.by(month, SampleIssuances.credit("Fel folkmängd")));
        PAGES.put(
                "ny.html",
                Exported.by(
                        month,
                        SampleIssuances.reissue(
                                SampleIssuances.reissueTerms(), SampleIssuances::dearer)));
        PAGES.put("stor.html", Exported.by(new MonthPage(0), SampleIssuances.january()));
        hostile(month);
        PAGES.put(
                "avrakning.html",
                Exported.by(
                        new SettlementPage(),
                        SettledYear.settled(
                                new SmallInput(), SettledYear.terms(), SettledYear.OUTCOME)));
        AnnualReport report = SmallYear.settled();
        PAGES.put("arsrapport.html", new ReportPage().export(report, SmallYear.sources(report)));
        PAGES.put("simulering.html", SimulationPageTest.sixtyFortyAgainstToday());
        for (Map.Entry<String, byte[]> page : PAGES.entrySet()) {
            Files.write(folder.resolve(page.getKey()), page.getValue());
        }
        browser = new Browser(true);
    }

    /** Names, decisions and reasons of those who mean no good. */
    private static void hostile(MonthPage month) {
        SmallInput input =
                new SmallInput()
                        .change("parter.csv", "Göteborgs stad", "<img src=x onerror=alert(1)>")
                        .change(
                                "parter.csv",
                                "Ale kommun",
                                "Ale '><script>document.title='x'</script>" + "å".repeat(150))
                        .change("parter.csv", "Alingsås kommun", "\uD83D\uDE00 & {{x}}")
                        .change(
                                "budget-2023.csv",
                                "Drift och licens",
                                "</style><svg onload=alert(2)>")
                        .change(
                                "nycklar.csv",
                                "Plan 2023, 4.2",
                                "javascript:alert(3)//<a href='x' onclick='alert(4)'>");
        Books books = new Books();
        books.issue(JANUARY, input.inputs());
        RunTerms february =
                RunTerms.ofMonth(
                        JANUARY.plusMonths(1),
                        LocalDate.of(2023, 12, 31),
                        "</script><script>document.title='y'</script>");
        PAGES.put(
                "fientlig.html",
                Exported.by(
                        month,
                        books.issue(
                                february,
                                input.change("budget-2023.csv", "möten;100;", "möten;200;")
                                        .change("budget-2023.csv", "7 601 100,01", "7 601 200,01")
                                        .inputs())));
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest(name = "{0} at {1} px")
    @CsvSource({
        "manad.html, 1280",
        "manad.html, 390",
        "utkast.html, 1280",
        "utkast.html, 390",
        "justering.html, 1280",
        "justering.html, 390",
        "kredit.html, 1280",
        "kredit.html, 390",
        "ny.html, 1280",
        "ny.html, 390",
        "stor.html, 1280",
        "stor.html, 390",
        "fientlig.html, 1280",
        "fientlig.html, 390",
        "avrakning.html, 1280",
        "avrakning.html, 390",
        "arsrapport.html, 1280",
        "arsrapport.html, 390",
        "simulering.html, 1280",
        "simulering.html, 390"
    })
    void everyPageIsQuietClosedAndOpenToAll(String name, int width) {
        Path page = folder.resolve(name);
        browser.requests();
        browser.open(page, width);

        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests())
                .as("asks for itself alone")
                .containsExactly(page.toUri().toString());
        assertThat(browser.overflow()).isZero();
        // The rules take long over a page. In every build it is as it comes on a wide screen, and
        // with all that can be opened on a narrow one.
        if (width > NARROW || Endurance.isWhole()) {
            assertThat(browser.accessibilityViolations()).isEmpty();
        }

        browser.run("document.querySelectorAll('details').forEach((of) => { of.open = true; });");
        assertThat(browser.overflow()).as("with all that can be opened").isZero();
        if (width == NARROW || Endurance.isWhole()) {
            assertThat(browser.accessibilityViolations()).as("likewise").isEmpty();
        }
    }

    /** A page's policy lets nothing but its own style and script through. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"manad.html", "avrakning.html", "arsrapport.html", "simulering.html"})
    void aPageLetsNothingElseIn(String name) {
        browser.open(folder.resolve(name), 1_280);

        browser.run(
                """
                const script = document.createElement("script");
                script.textContent = "document.title = 'x'";
                const image = document.createElement("img");
                image.src = "data:image/gif;base64,R0lGODlhAQABAAAAACw=";
                document.body.append(script, image);
                document.body.insertAdjacentHTML("beforeend", "<p id='p' style='color: red'>x</p>");
                """);

        assertThat(browser.run("return document.title")).isNotEqualTo("x");
        assertThat(browser.run("return getComputedStyle(document.getElementById('p')).color"))
                .isNotEqualTo("rgb(255, 0, 0)");
        assertThat(browser.complaints())
                .hasSizeGreaterThanOrEqualTo(3)
                .allMatch(complaint -> complaint.contains("Content Security Policy"));
    }

    /** What the tests above rest on is found where it is. */
    @Test
    void aPageThatMisbehavesIsFoundOut() throws IOException {
        Path bad =
                Files.writeString(
                        folder.resolve("dalig.html"),
                        """
                        <!DOCTYPE html><html><head><title>x</title></head><body>
                        <img src="https://example.invalid/a.png">
                        <div style="width:2000px">bred</div>
                        <script>console.warn("fel");</script></body></html>
                        """);
        browser.requests();
        browser.open(bad, 390);

        assertThat(browser.complaints()).anyMatch(complaint -> complaint.contains("fel"));
        assertThat(browser.requests()).contains("https://example.invalid/a.png");
        assertThat(browser.overflow()).isPositive();
        assertThat(browser.accessibilityViolations()).contains("image-alt", "html-has-lang");
    }

    @Test
    void whatSomeoneWroteIsTextAndRunsNothing() {
        browser.open(folder.resolve("fientlig.html"), 1_280);

        assertThat(browser.run("return document.title")).isEqualTo("Februari 2023");
        assertThat(browser.elements("img, svg[onload], a[onclick], main script")).isEmpty();
        assertThat(browser.elements("a[href^='javascript']")).isEmpty();
        String text = browser.run("return document.body.textContent").toString();
        assertThat(text)
                .contains(
                        "<img src=x onerror=alert(1)>",
                        "Ale '><script>document.title='x'</script>åå",
                        "\uD83D\uDE00 & {{x}}",
                        "</style><svg onload=alert(2)>",
                        "javascript:alert(3)//<a href='x' onclick='alert(4)'>",
                        "</script><script>document.title='y'</script>");
    }

    static List<String> printed() {
        return List.copyOf(PAGES.keySet());
    }

    /**
     * In print no heading and no heading of a table stands at a page's end, and pages are counted.
     */
    @ParameterizedTest(name = "{0}")
    @MethodSource("printed")
    void onPaperNoHeadingIsAlone(String name) throws IOException {
        browser.open(folder.resolve(name), 1_280);
        List<String> headings =
                browser.elements("h1, h2, h3, caption, thead tr").stream()
                        .map(element -> String.valueOf(element.getDomProperty("textContent")))
                        .map(text -> text.replace('\u00A0', ' ').strip())
                        .toList();

        List<List<String>> pages = browser.print();

        assertThat(headings).hasSizeGreaterThan(5);
        for (int i = 0; i < pages.size(); i++) {
            List<String> lines = pages.get(i);
            assertThat(lines).last().isEqualTo("Sida " + (i + 1) + " av " + pages.size());
            assertThat(lines).as("page %d", i + 1).hasSizeGreaterThan(1);
            String last = lines.get(lines.size() - 2);
            assertThat(headings).as("page %d", i + 1).doesNotContain(last);
            assertThat(headings)
                    .as("page %d ends with %s", i + 1, last)
                    .noneMatch(heading -> heading.replace(" ", "").equals(last.replace(" ", "")));
        }
    }
}
