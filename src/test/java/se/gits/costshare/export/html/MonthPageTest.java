package se.gits.costshare.export.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Base64;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.money.Money;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.Books;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.RandomYear;
import se.gits.costshare.run.SmallInput;

class MonthPageTest {

    private static final YearMonth JANUARY = YearMonth.of(2023, 1);

    private final Books books = new Books();

    private static String page(Issuance issuance) {
        return new String(new MonthPage().export(issuance), StandardCharsets.UTF_8);
    }

    private static Document tree(Issuance issuance) {
        return OpenedPage.tree(page(issuance));
    }

    private static String plain(String text) {
        return text.replace('\u00A0', ' ').replace("&#x3D;", "=");
    }

    @Test
    void tellsTheMonthInFiguresThatAreThoseOfTheInvoices() {
        Issuance january = books.issue(JANUARY, new SmallInput().inputs());
        Document tree = tree(january);

        assertThat(OpenedPage.rows(tree, "fakturor"))
                .hasSize(january.invoices().size() + 1)
                .anySatisfy(
                        row ->
                                assertThat(plain(row))
                                        .contains("Göteborgs stad", "202300002", "168 891,94"));
        assertThat(plain(tree.getDocumentElement().getTextContent()))
                .contains(
                        "Januari 2023",
                        "4 fakturor på tillsammans "
                                + plain(january.invoiced().inSwedish())
                                + " kr utan moms");
    }

    @Test
    void provesEachAmountInWords() {
        books.issue(JANUARY, new SmallInput().inputs());
        Issuance february = books.issue(JANUARY.plusMonths(1), new SmallInput().inputs());

        assertThat(plain(page(february)))
                .contains(
                        "7 600 000,00 kr för 12 månader, till och med februari 2023 (månad 2 av"
                                + " 12): 1 266 666,67 kr.",
                        "Nyckel 70/30 (beslut: Plan 2023, 4.2): VGK bär 30 %, 380 000,00 kr. Resten"
                                + " är 0,1000 öre, plats 2 av 2; 1 öre blev över, inget hit.",
                        "596 841 av 671 434 invånare: 337 783,88 kr. Resten är 0,7492 öre, plats 1"
                                + " av 3; 2 öre blev över, ett hit.",
                        "För februari 2023: 337 783,88 kr − 168 891,94 kr till och med januari 2023"
                                + " = 168 891,94 kr.");
    }

    @Test
    void tellsWhatChangedAndWhy() {
        books.issue(JANUARY, new SmallInput().inputs());
        Issuance february =
                books.issue(
                        JANUARY.plusMonths(1),
                        new SmallInput()
                                .change("budget-2023.csv", "möten;100;", "möten;200;")
                                .change("budget-2023.csv", "7 601 100,01", "7 601 200,01")
                                .inputs());

        assertThat(
                        OpenedPage.rows(tree(february), "forandringar").stream()
                                .map(MonthPageTest::plain))
                .anyMatch(
                        row ->
                                row.contains("1440 Ale kommun")
                                        && row.contains("8,33")
                                        && row.contains("beloppet 100,00 kr → 200,00 kr"));
    }

    @Test
    void aCreditAndANewInvoiceHavePagesOfTheirOwn() {
        books.issue(JANUARY, new SmallInput().inputs());
        Issuance credit = books.credit(JANUARY, "1480", new SmallInput().inputs());
        Issuance again = books.reissue(JANUARY, "1480", new SmallInput().inputs());

        assertThat(plain(page(credit)))
                .contains("Kreditering av Göteborgs stad för januari 2023", "Att få tillbaka är")
                .contains("Tidigare fakturerat: 202300002 (2023-01) 168 891,94 kr.")
                .doesNotContain("h-forandringar");
        assertThat(plain(page(again))).contains("Ny faktura till Göteborgs stad för januari 2023");
    }

    @Test
    void aMonthOfTooManyLinesTellsWhereTheProofsAre() {
        Issuance january = books.issue(JANUARY, new SmallInput().inputs());
        int lines = january.invoices().stream().mapToInt(i -> i.lines().size()).sum();

        String all = new String(new MonthPage(lines).export(january), StandardCharsets.UTF_8);
        String none = new String(new MonthPage(lines - 1).export(january), StandardCharsets.UTF_8);

        assertThat(all).contains("<details");
        assertThat(none)
                .doesNotContain("<details", "href=\"#part-")
                .contains("bladet Specifikation", "fordelning.csv");
    }

    @Test
    void hostileTextIsText() {
        Issuance january =
                books.issue(
                        JANUARY,
                        new SmallInput()
                                .change(
                                        "parter.csv",
                                        "Göteborgs stad",
                                        "<script>alert(1)</script>&amp{{x}}")
                                .inputs());

        assertThat(page(january))
                .doesNotContain("<script>alert")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("&amp;amp{{x}}");
    }

    @Test
    void theScriptIsTheOneThatThePageAllows() {
        String page = page(books.issue(JANUARY, new SmallInput().inputs()));
        String script = page.substring(page.indexOf("<script>") + 8, page.indexOf("</script>"));

        assertThat(page.replace("&#x3D;", "="))
                .contains(
                        "script-src 'sha256-"
                                + Base64.getEncoder()
                                        .encodeToString(
                                                InputFile.newDigest()
                                                        .digest(
                                                                script.getBytes(
                                                                        StandardCharsets.UTF_8)))
                                + "'");
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
            List<String> controls = OpenedPage.rows(tree, "kontroller");
            assertThat(controls)
                    .isNotEmpty()
                    .allMatch(control -> control.contains("STÄMMER"))
                    .noneMatch(control -> control.contains("INTE"));
            for (Invoice invoice : issuance.invoices()) {
                Money payable = invoice.payable();
                assertThat(page).contains(payable.inSwedish());
            }
        }
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }
}
