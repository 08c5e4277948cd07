package se.gits.costshare.export.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import se.gits.costshare.export.Exported;
import se.gits.costshare.export.excel.SampleIssuances;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.money.Money;
import se.gits.costshare.run.Issuance;

/** The month's page as it is used: sorted, searched, opened, printed, and without its script. */
class MonthPageInBrowserTest {

    @TempDir static Path folder;

    private static final String PAGE = "rapport.html";

    private static Browser browser;
    private static Issuance january;

    @BeforeAll
    static void write() throws IOException {
        Browser.assumeInstalled();
        january = SampleIssuances.january();
        Files.write(folder.resolve(PAGE), Exported.by(new MonthPage(), january));
        browser = new Browser(true);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void open() {
        browser.open(folder.resolve(PAGE), 1_280);
    }

    private static String heading(int column) {
        return "#fakturor thead th:nth-child(" + column + ")";
    }

    private static void sortBy(int column) {
        browser.element(heading(column) + " button").click();
    }

    private static List<String> column(int number) {
        return column("fakturor", number);
    }

    /** What a reader sees of a column. */
    private static List<String> column(String table, int number) {
        return browser
                .elements("#" + table + " tbody tr:not([hidden]) > :nth-child(" + number + ")")
                .stream()
                .map(WebElement::getText)
                .toList();
    }

    @Test
    void amountsSortAsNumbersBothWays() {
        List<Money> net = january.invoices().stream().map(Invoice::net).sorted().toList();

        sortBy(5);
        assertThat(column(5)).isEqualTo(net.stream().map(MonthPageInBrowserTest::plain).toList());
        assertThat(browser.element(heading(5)).getDomAttribute("aria-sort")).isEqualTo("ascending");

        browser.element(heading(5) + " button").sendKeys(Keys.ENTER);
        assertThat(column(5))
                .isEqualTo(
                        net.stream()
                                .sorted(Comparator.reverseOrder())
                                .map(MonthPageInBrowserTest::plain)
                                .toList());
        assertThat(browser.element(heading(5)).getDomAttribute("aria-sort"))
                .isEqualTo("descending");
        assertThat(browser.element("#fakturor tfoot").getText()).startsWith("Summa");
    }

    @Test
    void namesSortAsInSwedish() {
        sortBy(1);

        assertThat(column(1)).startsWith("Ale kommun", "Alingsås kommun", "Bengtsfors kommun");
        assertThat(column(1))
                .containsSubsequence(
                        "Vara kommun",
                        "Vårgårda kommun",
                        "Vänersborgs kommun",
                        "Västra Götalandsregionen",
                        "Åmåls kommun",
                        "Öckerö kommun");
        assertThat(column(1)).last().isEqualTo("Öckerö kommun");
        sortBy(3);
        assertThat(browser.element(heading(1)).getDomAttribute("aria-sort")).isNull();
        assertThat(column(3)).startsWith("202300001").endsWith("I202300001");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void otherTablesSortToo() {
        browser.element("#rader thead th:nth-child(4) button").click();

        assertThat(column("rader", 1))
                .startsWith("5 Möten, utbildning, kommunikation")
                .endsWith("1 Drift och licens");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    göteborg             | 1 av 50 fakturor, 5 av 250 rader    | Göteborgs stad
                    GÖTEBORG drift       | 1 av 50 fakturor, 1 av 250 rader    | Göteborgs stad
                    1401 härryda         | 1 av 50 fakturor, 5 av 250 rader    | Härryda kommun
                    202300003            | 1 av 50 fakturor, 5 av 250 rader    | Öckerö kommun
                    9 439,39             | 1 av 50 fakturor, 5 av 250 rader    | Härryda kommun
                    64 480,94            | 1 av 50 fakturor, 1 av 250 rader    | Göteborgs stad
                    ale support          | 1 av 50 fakturor, 1 av 250 rader    | Ale kommun
                    finns inte           | 0 av 50 fakturor, 0 av 250 rader    |
                    """)
    void theSearchFinds(String asked, String told, String first) {
        browser.element("#sok").sendKeys(asked);

        assertThat(browser.element("#traffar").getText()).isEqualTo(told);
        assertThat(column(1)).isEqualTo(first == null ? List.of() : List.of(first));
    }

    /** A decision stands once, with the budget line, and is found with every line of it. */
    @Test
    void theSearchFindsDecisionsAndOpensWhatIsFound() {
        WebElement search = browser.element("#sok");
        search.sendKeys("förvaltningsplan 4.2 ale support");

        assertThat(browser.element("#traffar").getText())
                .isEqualTo("1 av 50 fakturor, 1 av 250 rader");
        assertThat(shownLines()).containsExactly("4 Support nyckel 70/30, moms 25 % 920,99 kr");
        assertThat(browser.element("#part-1440 .line[open] .proof").getText())
                .contains("32 394 av 1 758 656 invånare");
        assertThat(browser.element("#fakturor tfoot").isDisplayed()).isFalse();

        search.sendKeys(Keys.ESCAPE);
        assertThat(column(1)).hasSize(50);
        assertThat(browser.element("#traffar").getText()).isEmpty();
        assertThat(browser.elements("#bevis details[open]")).isEmpty();
        assertThat(browser.element("#fakturor tfoot").isDisplayed()).isTrue();
        assertThat(browser.complaints()).isEmpty();
    }

    private static List<String> shownLines() {
        return browser.elements("#bevis .line > summary").stream()
                .filter(WebElement::isDisplayed)
                .map(line -> line.getText().replaceAll("\\s+", " "))
                .toList();
    }

    @Test
    void theKeyboardGoesFromTheSearchToItsFirstHit() {
        browser.element("#sok").sendKeys("göteborg", Keys.ENTER);

        assertThat(browser.focused().getText()).isEqualTo("Göteborgs stad");
        browser.focused().sendKeys(Keys.ENTER);
        assertThat(browser.element("#part-1480").isDisplayed()).isTrue();
    }

    @Test
    void anAmountsWayIsOpenedByClickAndByKey() {
        browser.element("#fakturor tbody a[href='#part-1480']").click();
        WebElement line = browser.element("#part-1480 .line summary");
        line.click();

        assertThat(browser.element("#part-1480 .proof").getText().replace('\u00A0', ' '))
                .isEqualTo(
                        """
                        VGK:s del av raden till och med januari 2023: 190 000,00 kr.
                        596 841 av 1 758 656 invånare: 64 480,938853 kr. Resten är 0,8853 öre, \
                        plats 5 av 49; 25 öre blev över, ett hit. Det blir 64 480,94 kr.
                        Januari 2023: 64 480,94 kr, och ingenting dessförinnan.""");
        line.sendKeys(Keys.ENTER);
        assertThat(browser.element("#part-1480 .proof").isDisplayed()).isFalse();
        line.sendKeys(Keys.SPACE);
        browser.element("#part-1480 .proof a").click();

        assertThat(browser.element("#rad-1").isDisplayed()).isTrue();
        assertThat(browser.element("#rad-1").getText().replace('\u00A0', ' '))
                .contains(
                        "7 600 000,00 kr för 12 månader, 2023-01–2023-12. Beslut:"
                                + " Förvaltningsplan 2023, 4.1.",
                        "Nyckel 70/30: VGK bär 30 %, fördelat på 49 parter efter invånare enligt SCB"
                                + " 2022-12-31");
    }

    @Test
    void everythingIsOpenedAndClosedAtOnce() {
        browser.elements("#oppna button").get(0).click();
        assertThat(browser.elements("#bevis details[open]")).hasSize(50 + 250);
        browser.elements("#oppna button").get(1).click();
        assertThat(browser.elements("details[open]")).isEmpty();
    }

    /** What was open on the screen is on paper, and every line's amount; other proofs are not. */
    @Test
    void onPaperItHasEveryAmountAndTheProofsThatAreOpen() throws IOException {
        List<List<String>> pages = browser.print();
        String text = text(pages);

        assertThat(pages).hasSizeBetween(6, 13);
        assertThat(january.invoices())
                .allSatisfy(
                        invoice -> {
                            assertThat(text).contains(plain(invoice.payable()));
                            for (InvoiceLine line : invoice.lines()) {
                                assertThat(text).contains(plain(line.amount()));
                            }
                        });
        assertThat(text).doesNotContain("öre blev över", "Visa alla", "Sök part");

        browser.element("#fakturor tbody a[href='#part-1480']").click();
        browser.element("#part-1480 .line summary").click();
        assertThat(text(browser.print())).containsOnlyOnce("596 841 av 1 758 656 invånare");
    }

    private static String text(List<List<String>> pages) {
        return pages.stream()
                .map(lines -> String.join(" ", lines))
                .collect(Collectors.joining(" "));
    }

    private static String plain(Money amount) {
        return amount.inSwedish().replace('\u00A0', ' ');
    }

    @Test
    void withoutScriptsEveryFigureIsThereAndCanBeOpened() {
        try (Browser plain = new Browser(false)) {
            plain.open(folder.resolve(PAGE), 1_280);

            assertThat(plain.element("#sokning").isDisplayed()).isFalse();
            assertThat(plain.element("#oppna").isDisplayed()).isFalse();
            assertThat(plain.elements("th button")).isEmpty();
            String text = plain.element("main").getDomProperty("textContent");
            for (Invoice invoice : january.invoices()) {
                assertThat(text)
                        .contains(invoice.number().orElseThrow().toString())
                        .contains(invoice.dueDate().toString(), invoice.paymentReference())
                        .contains(invoice.net().inSwedish(), invoice.vat().inSwedish())
                        .contains(invoice.payable().inSwedish());
                for (InvoiceLine line : invoice.lines()) {
                    assertThat(text).contains(line.amount().inSwedish());
                }
            }
            List<String> shares = new ArrayList<>();
            january.forEachShare((share, amount) -> shares.add(amount.inSwedish()));
            assertThat(shares)
                    .hasSizeGreaterThan(200)
                    .allSatisfy(share -> assertThat(text).contains(share));
            plain.elements("#bevis .party > summary").get(0).click();
            plain.elements("#bevis .line > summary").get(0).click();
            assertThat(plain.elements("#bevis .proof").get(0).isDisplayed()).isTrue();
        }
    }
}
