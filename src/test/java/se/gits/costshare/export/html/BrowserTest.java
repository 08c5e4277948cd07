package se.gits.costshare.export.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import se.gits.costshare.input.InputFolder;
import se.gits.costshare.input.Problems;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.report.AnnualReport;
import se.gits.costshare.report.SmallYear;
import se.gits.costshare.run.Books;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.InputsReader;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.SettledYear;
import se.gits.costshare.run.SmallInput;

/** Every page in a browser: what it shows, asks for, complains of, and does when it is used. */
class BrowserTest {

    private static final YearMonth JANUARY = YearMonth.of(2023, 1);

    @TempDir static Path folder;

    private static Browser browser;
    private static Issuance january;

    @BeforeAll
    static void open() throws IOException {
        boolean installed = Browser.isInstalled();
        if ("true".equals(System.getenv("CI"))) {
            assertThat(installed).as("Chromium and its driver are installed").isTrue();
        }
        Assumptions.assumeTrue(
                installed, "Chromium and its driver are not installed: no page is opened");
        for (Map.Entry<String, byte[]> page : pages().entrySet()) {
            Files.write(folder.resolve(page.getKey()), page.getValue());
        }
        browser = new Browser(true);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private static Map<String, byte[]> pages() throws IOException {
        Map<String, byte[]> pages = new TreeMap<>();
        MonthPage month = new MonthPage();
        Books real = new Books();
        january = real.issue(JANUARY, samples());
        pages.put("januari.html", month.export(january));
        Books books = new Books();
        books.issue(JANUARY, hostile().inputs());
        pages.put(
                "justering.html",
                month.export(
                        books.issue(
                                JANUARY.plusMonths(1),
                                hostile()
                                        .change("budget-2023.csv", "möten;100;", "möten;200;")
                                        .change("budget-2023.csv", "7 601 100,01", "7 601 200,01")
                                        .inputs())));
        pages.put("kredit.html", month.export(books.credit(JANUARY, "1480", hostile().inputs())));
        pages.put("ny.html", month.export(books.reissue(JANUARY, "1480", hostile().inputs())));
        pages.put(
                "avrakning.html",
                new SettlementPage()
                        .export(
                                SettledYear.settled(
                                        new SmallInput(),
                                        SettledYear.terms(),
                                        SettledYear.OUTCOME)));
        AnnualReport report = SmallYear.settled();
        pages.put("arsrapport.html", new ReportPage().export(report, SmallYear.sources(report)));
        pages.put("simulering.html", SimulationPageTest.sixtyFortyAgainstToday());
        return pages;
    }

    private static Inputs samples() throws IOException {
        Problems problems = new Problems();
        return InputsReader.read(
                        InputFolder.read(Path.of("input-samples"), problems),
                        Year.of(2023),
                        problems)
                .orElseThrow();
    }

    /** Names and decisions of those who mean no good. */
    private static SmallInput hostile() {
        return new SmallInput()
                .change("parter.csv", "Göteborgs stad", "<img src=x onerror=alert(1)>")
                .change(
                        "parter.csv",
                        "Ale kommun",
                        "Ale '><script>document.title='x'</script>" + "å".repeat(150))
                .change("budget-2023.csv", "Drift och licens", "</style><svg onload=alert(2)>😀");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "januari.html",
                "justering.html",
                "kredit.html",
                "ny.html",
                "avrakning.html",
                "arsrapport.html",
                "simulering.html"
            })
    void everyPageIsQuietClosedAndOpenToAll(String name) {
        for (int width : List.of(1_280, 390)) {
            browser.requests();
            browser.open(folder.resolve(name), width);

            assertThat(browser.complaints()).as("%s at %d", name, width).isEmpty();
            assertThat(browser.requests())
                    .as("%s asks for itself alone", name)
                    .containsExactly(folder.resolve(name).toUri().toString());
            assertThat(browser.overflow()).as("%s at %d", name, width).isZero();
            assertThat(browser.accessibilityViolations()).as("%s at %d", name, width).isEmpty();
        }
    }

    /** What the tests above rest on can be found. */
    @Test
    void aPageThatMisbehavesIsFoundOut() throws IOException {
        Path bad =
                Files.writeString(
                        folder.resolve("dalig.html"),
                        """
                        <!DOCTYPE html><html><head><title>x</title></head><body>
                        <img src="https://example.invalid/a.png">
                        <div style="width:2000px">bred</div>
                        <script>console.error("fel");</script></body></html>
                        """);
        browser.open(bad, 390);

        assertThat(browser.complaints()).isNotEmpty();
        assertThat(browser.requests()).contains("https://example.invalid/a.png");
        assertThat(browser.overflow()).isPositive();
        assertThat(browser.accessibilityViolations()).contains("image-alt", "html-has-lang");
    }

    private static List<String> column(int number) {
        return browser
                .elements("#fakturor tbody tr:not([hidden]) > :nth-child(" + number + ")")
                .stream()
                .map(WebElement::getText)
                .toList();
    }

    @Test
    void theInvoicesSortByNumberAndBySwedishLetters() {
        browser.open(folder.resolve("januari.html"), 1_280);

        browser.element("#fakturor th:nth-child(5) button").click();
        assertThat(column(1)).first().isEqualTo("Dals-Eds kommun");
        assertThat(browser.element("#fakturor th:nth-child(5)").getAttribute("aria-sort"))
                .isEqualTo("ascending");
        browser.element("#fakturor th:nth-child(5) button").sendKeys(Keys.ENTER);
        assertThat(column(1)).first().isEqualTo("Västra Götalandsregionen");

        browser.element("#fakturor th:nth-child(1) button").click();
        assertThat(column(1)).first().isEqualTo("Ale kommun");
        assertThat(column(1)).last().isEqualTo("Öckerö kommun");
        assertThat(column(1)).containsSubsequence("Vårgårda kommun", "Vänersborgs kommun");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void theSearchFindsPartiesNumbersLinesAndDecisions() {
        browser.open(folder.resolve("januari.html"), 1_280);
        WebElement search = browser.element("#sok");

        search.sendKeys("göteborg");
        assertThat(column(1)).containsExactly("Göteborgs stad");
        assertThat(browser.element("[role=status]").getText()).isEqualTo("1 av 50 fakturor");
        assertThat(browser.element("#part-1480").getAttribute("open")).isNotNull();
        search.sendKeys(Keys.chord(Keys.CONTROL, "a"), "202300003");
        assertThat(column(1)).containsExactly("Öckerö kommun");
        search.sendKeys(Keys.chord(Keys.CONTROL, "a"), "förvaltningsplan");
        assertThat(column(1)).hasSize(50);
        search.sendKeys(Keys.chord(Keys.CONTROL, "a"), "finns inte");
        assertThat(column(1)).isEmpty();
        assertThat(browser.element("[role=status]").getText()).isEqualTo("0 av 50 fakturor");
        search.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
        assertThat(column(1)).hasSize(50);
    }

    @Test
    void aPartysAmountsAreOpenedByClickAndByKey() {
        browser.open(folder.resolve("januari.html"), 1_280);

        browser.element("#fakturor tbody a[href='#part-1480']").click();
        assertThat(browser.element("#part-1480 .proof").getText())
                .contains("596 841 av 1 758 656 invånare")
                .contains("64 480,94 kr");
        browser.element("#part-1480 summary").sendKeys(Keys.ENTER);
        assertThat(browser.element("#part-1480").getAttribute("open")).isNull();
        browser.element("#part-1401 summary").sendKeys(Keys.ENTER);
        assertThat(browser.element("#part-1401").getAttribute("open")).isNotNull();
    }

    @Test
    void onPaperItIsAFewPagesWithEveryInvoice() throws IOException {
        browser.open(folder.resolve("januari.html"), 1_280);

        String printed = new String(browser.print(), StandardCharsets.ISO_8859_1);

        long pages = Pattern.compile("/Type\\s*/Page\\b").matcher(printed).results().count();
        assertThat(pages).isBetween(4L, 9L);
    }

    @Test
    void withoutScriptsEveryFigureIsThere() {
        try (Browser plain = new Browser(false)) {
            plain.open(folder.resolve("januari.html"), 1_280);

            assertThat(plain.elements("#sok")).isEmpty();
            String page =
                    plain.elements("main").stream()
                            .map(main -> main.getDomProperty("textContent"))
                            .collect(Collectors.joining());
            for (Invoice invoice : january.invoices()) {
                assertThat(page).contains(invoice.net().inSwedish(), invoice.payable().inSwedish());
                for (InvoiceLine line : invoice.lines()) {
                    assertThat(page).contains(line.amount().inSwedish());
                }
            }
            plain.element("#part-1480 summary").click();
            assertThat(plain.element("#part-1480").getAttribute("open")).isNotNull();
        }
    }

    @Test
    void whatSomeoneWroteIsTextAndRunsNothing() {
        browser.open(folder.resolve("justering.html"), 1_280);

        assertThat(browser.run("return document.title")).isEqualTo("Februari 2023");
        assertThat(browser.elements("img, svg[onload]")).isEmpty();
        assertThat(column(1)).contains("<img src=x onerror=alert(1)>");
    }
}
