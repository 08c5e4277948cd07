package se.gits.costshare.export.peppol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.gits.costshare.Endurance;
import se.gits.costshare.input.InputProblem;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.invoice.Delivery;
import se.gits.costshare.invoice.Delivery.Need;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceKind;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.money.Money;
import se.gits.costshare.run.Books;
import se.gits.costshare.run.Causes;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.Issued;
import se.gits.costshare.run.IssuingRun;
import se.gits.costshare.run.RandomYear;
import se.gits.costshare.run.RunTerms;
import se.gits.costshare.run.SmallInput;

/** What a receiver's system is sent, and finds in it. */
class PeppolInvoiceTest {

    private static final YearMonth JANUARY = YearMonth.of(2023, 1);
    private static final YearMonth MARCH = YearMonth.of(2023, 3);

    private final Books books = new Books();

    /** Months in any order, credits, new invoices, adjustments, three rates and a settlement. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyDocumentOfARandomYearIsAcceptedAndSaysTheSameAmounts(long seed) {
        new RandomYear(seed, 1, new OfficeWithEInvoices(books.office())).happen();

        int documents = 0;
        for (Issuance issuance : books.issuances()) {
            for (EInvoices.Document document : new EInvoices(issuance).all()) {
                assertThat(PeppolRules.official().brokenBy(document.xml()))
                        .as(
                                "seed %d, %s:%n%s",
                                seed,
                                document.invoice().number(),
                                new String(document.xml(), StandardCharsets.UTF_8))
                        .isEmpty();
                DocumentCheck.check("e-invoice", document.xml(), document.invoice());
                assertReads(document);
                documents++;
            }
        }
        assertThat(documents).isPositive();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Endurance.count(100, 4));
    }

    private static void assertReads(EInvoices.Document document) {
        Invoice invoice = document.invoice();
        boolean isCreditNote = invoice.kind() == InvoiceKind.CREDIT_NOTE;
        UblReader read = UblReader.of(document.xml(), isCreditNote);
        int sign = isCreditNote ? -1 : 1;
        assertThat(read.number()).isEqualTo(invoice.number().orElseThrow().toString());
        assertThat(read.buyerReference()).isEqualTo(invoice.recipient().reference());
        assertThat(read.lines()).hasSameSizeAs(invoice.lines());
        for (int i = 0; i < invoice.lines().size(); i++) {
            InvoiceLine line = invoice.lines().get(i);
            assertThat(ore(read.lines().get(i).amount())).isEqualTo(sign * line.amount().ore());
            assertThat(read.lines().get(i).percent().intValueExact())
                    .isEqualTo(line.vat().percent());
        }
        assertThat(ore(read.net())).isEqualTo(sign * invoice.net().ore());
        assertThat(ore(read.vatAmount())).isEqualTo(sign * invoice.vat().ore());
        assertThat(ore(read.rounding())).isEqualTo(sign * invoice.rounding().ore());
        assertThat(ore(read.payable())).isEqualTo(sign * invoice.payable().ore());
        if (isCreditNote) {
            assertThat(read.concerns())
                    .containsAll(
                            invoice.concernsInvoices().stream().map(Object::toString).toList());
        }
    }

    private static long ore(BigDecimal kronor) {
        return kronor.movePointRight(2).longValueExact();
    }

    @Test
    void aLineShowsWhatIsSharedAndTheRecipientsPartOfIt() {
        UblReader invoice = january("1480");

        assertThat(invoice.lines().get(0))
                .isEqualTo(
                        new UblReader.Line(
                                new BigDecimal("168891.94"),
                                new BigDecimal("596841"),
                                new BigDecimal("671434"),
                                new BigDecimal("190000.00"),
                                new BigDecimal("25"),
                                "Drift och licens"));
    }

    /** Price times own part of the whole is the amount but for the öre left over, in any line. */
    @ParameterizedTest
    @MethodSource("seeds")
    void theProductIsTheAmountButForTheOreLeftOver(long seed) {
        new RandomYear(seed, 2, new OfficeWithEInvoices(books.office())).happen();

        for (Issuance issuance : books.issuances()) {
            for (EInvoices.Document document : new EInvoices(issuance).all()) {
                boolean isCreditNote = document.invoice().kind() == InvoiceKind.CREDIT_NOTE;
                for (UblReader.Line line : UblReader.of(document.xml(), isCreditNote).lines()) {
                    BigDecimal product =
                            line.price()
                                    .multiply(line.quantity())
                                    .divide(line.baseQuantity(), 6, RoundingMode.HALF_UP);
                    assertThat(product.subtract(line.amount()).abs())
                            .as("seed %d: %s", seed, line)
                            .isLessThan(new BigDecimal("0.02"));
                    assertThat(line.price()).isNotNegative();
                }
            }
        }
    }

    @Test
    void aCreditNoteSaysWhatIsGivenBackAndOfWhichInvoice() {
        books.issue(JANUARY, new SmallInput().inputs());
        Issuance credit = books.credit(JANUARY, "1480", new SmallInput().inputs());

        EInvoices.Document document = new EInvoices(credit).all().get(0);
        UblReader read = UblReader.of(document.xml(), true);

        assertThat(read.concerns()).containsExactly("202300002");
        assertThat(read.payable()).isPositive();
        assertThat(read.lines()).allMatch(line -> line.amount().signum() > 0);
        assertThat(text(document))
                .contains("<cbc:PaymentDueDate>2024-01-30</cbc:PaymentDueDate>")
                .doesNotContain("<cbc:DueDate>", "<cbc:PaymentID>");
    }

    @Test
    void aNewInvoiceRefersToTheCreditNoteThatItFollows() {
        books.issue(JANUARY, new SmallInput().inputs());
        books.credit(JANUARY, "1480", new SmallInput().inputs());
        Issuance anew = books.reissue(JANUARY, "1480", new SmallInput().inputs());

        assertThat(UblReader.of(new EInvoices(anew).all().get(0).xml(), false).concerns())
                .containsExactly("202300004");
    }

    @Test
    void anAdjustmentIsALineOfItsOwnThatNamesMonthsInvoicesAndCause() {
        books.issue(JANUARY, new SmallInput().inputs());
        Issuance february =
                books.issue(JANUARY.plusMonths(1), new SmallInput().withDearerMeetings().inputs());

        String xml = text(new EInvoices(february).all().get(0));

        assertThat(xml)
                .contains(
                        "<cbc:Description>Samordnad hälsa, vård och omsorg. Justering, avser januari"
                                + " 2023</cbc:Description>",
                        "<cbc:Name>Avser faktura</cbc:Name>\n        <cbc:Value>202300001<",
                        "<cbc:Name>Avser period</cbc:Name>\n        <cbc:Value>2023-01<",
                        "<cbc:Name>Orsak</cbc:Name>\n        <cbc:Value>skäl. ");
    }

    @Test
    void whatIsExemptSaysWhyWithItsSumAndOnItsLine() {
        Issuance march = books.issue(MARCH, new SmallInput().inputs());

        UblReader read = UblReader.of(new EInvoices(march).all().get(0).xml(), false);
        String xml = text(new EInvoices(march).all().get(0));

        assertThat(read.vat()).extracting(UblReader.Vat::category).containsExactly("S", "E");
        assertThat(xml)
                .contains(
                        "<cbc:TaxExemptionReason>3 kap. ML</cbc:TaxExemptionReason>",
                        "<cbc:Name>Momsgrund</cbc:Name>\n        <cbc:Value>3 kap. ML<");
    }

    /** The rules know one sum of what is exempt, however many the grounds. */
    @Test
    void severalGroundsStandTogetherWithTheirSum() {
        SmallInput input =
                new SmallInput().change("objekt.csv", "alla;25;", "alla;undantag 10 kap. ML;");
        Issuance march = books.issue(MARCH, input.inputs());

        EInvoices.Document document = new EInvoices(march).all().get(0);

        assertThat(PeppolRules.official().brokenBy(document.xml())).isEmpty();
        DocumentCheck.check("e-invoice", document.xml(), document.invoice());
        assertThat(UblReader.of(document.xml(), false).vat()).hasSize(1);
        assertThat(text(document))
                .contains("<cbc:TaxExemptionReason>10 kap. ML; 3 kap. ML</cbc:TaxExemptionReason>");
    }

    @Test
    void roundingToWholeKronorIsOfThePayableAmountAlone() {
        SmallInput input =
                new SmallInput()
                        .change("installningar.yml", "öresavrundning: nej", "öresavrundning: ja");
        Issuance january = books.issue(JANUARY, input.inputs());

        for (EInvoices.Document document : new EInvoices(january).all()) {
            assertThat(PeppolRules.official().brokenBy(document.xml())).isEmpty();
            assertReads(document);
            assertThat(UblReader.of(document.xml(), false).payable().remainder(BigDecimal.ONE))
                    .isEqualByComparingTo("0");
        }
    }

    @Test
    void aPlusgiroIsNamedAsOne() {
        SmallInput input =
                new SmallInput()
                        .change("installningar.yml", "bankgiro: 5050-1055", "plusgiro: 28 65 43-4");
        EInvoices.Document document =
                new EInvoices(books.issue(JANUARY, input.inputs())).all().get(0);

        assertThat(PeppolRules.official().brokenBy(document.xml())).isEmpty();
        assertThat(text(document))
                .contains("<cbc:ID>2865434</cbc:ID>", "<cbc:ID>SE:PLUSGIRO</cbc:ID>");
    }

    @Test
    void aDraftHasNoNumberToPayByAndSaysThatItIsOne() {
        RunTerms terms = RunTerms.ofMonth(JANUARY, LocalDate.of(2023, 1, 31), "").asDraft();
        Issuance draft =
                IssuingRun.calculate(
                        terms, new SmallInput().inputs(), Issued.NOTHING, Causes.UNTOLD);
        EInvoices.Document document = new EInvoices(draft).all().get(0);

        assertThat(PeppolRules.official().brokenBy(document.xml())).isEmpty();
        assertThat(text(document))
                .contains("<cbc:ID>UTKAST</cbc:ID>", "<cbc:Note>UTKAST – inte en faktura.")
                .doesNotContain("PaymentID");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lacks")
    void withoutWhatItNeedsThereIsNone(String from, String to, Set<Delivery.Need> missing) {
        String file = from.startsWith("  peppol_id") ? "installningar.yml" : "parter.csv";
        Issuance january = books.issue(JANUARY, new SmallInput().change(file, from, to).inputs());
        Invoice invoice =
                january.invoices().stream()
                        .filter(of -> of.recipient().code().value().equals("1480"))
                        .findFirst()
                        .orElseThrow();

        assertThat(invoice.missingForEInvoice()).isEqualTo(missing);
        assertThat(invoice.delivery()).isEqualTo(Delivery.PDF);
        assertThat(new EInvoices(january).all())
                .noneMatch(document -> document.invoice().equals(invoice));
    }

    static Stream<Arguments> lacks() {
        return Stream.of(
                lack("0007:2120001355;REF2", ";REF2", Need.RECIPIENTS_ADDRESS),
                lack("0007:2120001355;REF2", "0007:2120001355;", Need.REFERENCE),
                lack("0007:2120001355;REF2", ";", Need.RECIPIENTS_ADDRESS, Need.REFERENCE),
                lack("  peppol_id: \"0007:2321000131\"\n", "", Need.ISSUERS_ADDRESS));
    }

    private static Arguments lack(String from, String to, Need... missing) {
        return Arguments.of(from, to, Set.of(missing));
    }

    /** XML's own signs, right to left, beyond the first plane, and very long. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "A & B <Ltd> \"C\" 'D' ]]>",
                "<cbc:ID>1</cbc:ID>",
                "&amp; &#0; &lt;!--",
                "Räksmörgås 😀 𝒳 שלום ＜",
                "{{number}} {{{kind}}}",
                "a=b`c"
            })
    void aHostileNameIsReadAsItWasWritten(String name) {
        assertNameIsRead(name);
    }

    @Test
    void aNameAsLongAsItMayBeIsReadWholeAndALongerOneIsRefused() {
        assertNameIsRead("Å &<😀".repeat(33) + "å");

        SmallInput input = new SmallInput().change("parter.csv", "Göteborgs stad", "Å".repeat(300));
        assertThat(input.problems().faults())
                .extracting(InputProblem::kind)
                .containsExactly(ProblemKind.VALUE_TOO_LONG);
    }

    private void assertNameIsRead(String name) {
        String cell = "\"" + name.replace("\"", "\"\"") + "\"";
        SmallInput input =
                new SmallInput()
                        .change("parter.csv", "Göteborgs stad", cell)
                        .change("budget-2023.csv", "Drift och licens", cell);
        Issuance january = books.issue(JANUARY, input.inputs());
        EInvoices.Document document = new EInvoices(january).all().get(1);

        assertThat(document.invoice().recipient().name()).isEqualTo(name);
        assertThat(PeppolRules.official().brokenBy(document.xml())).isEmpty();
        assertThat(UblReader.of(document.xml(), false).lines().get(0).name()).isEqualTo(name);
    }

    /** An öre more or less anywhere, which the official rules may accept, is found. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "LineExtensionAmount",
                "TaxableAmount",
                "TaxAmount",
                "TaxExclusiveAmount",
                "TaxInclusiveAmount",
                "PayableAmount"
            })
    void anAmountThatIsAnotherIsFound(String element) {
        Issuance january = books.issue(JANUARY, new SmallInput().inputs());
        EInvoices.Document document = new EInvoices(january).all().get(0);
        String xml = text(document);
        String open = "<cbc:" + element + " currencyID=\"SEK\">";
        assertThat(xml).contains(open);
        for (int at = xml.indexOf(open); at >= 0; at = xml.indexOf(open, at + 1)) {
            int from = at + open.length();
            int to = xml.indexOf('<', from);
            Money other =
                    Money.ofKronor(new BigDecimal(xml.substring(from, to))).plus(new Money(1));
            byte[] wrong =
                    (xml.substring(0, from) + other + xml.substring(to))
                            .getBytes(StandardCharsets.UTF_8);

            assertThatThrownBy(() -> DocumentCheck.check("x.xml", wrong, document.invoice()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("x.xml has the ");
        }
    }

    /** What the rules do not ask for, and receivers do. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
            # what it has                            | what is put there instead
              <cbc:ID>202300001<                     | <cbc:ID>202300002<
              <cbc:IssueDate>2023-12-31<             | <cbc:IssueDate>2023-12-30<
              <cbc:DueDate>2024-01-30<               | <cbc:DueDate>2024-01-31<
              <cbc:BuyerReference>REF1<              | <cbc:BuyerReference>REF2<
              <cbc:StartDate>2023-01-01<             | <cbc:StartDate>2023-01-02<
              <cbc:EndDate>2023-01-31<               | <cbc:EndDate>2023-01-30<
              <cbc:PaymentID>20230000117<            | <cbc:PaymentID>20230000118<
              <cbc:ID>50501055<                      | <cbc:ID>50501056<
              2120001439</cbc:EndpointID>            | 2120001355</cbc:EndpointID>
              Godkänd för F-skatt                    | Har F-skatt
              <cbc:Percent>25</cbc:Percent>          | <cbc:Percent>12</cbc:Percent>
              <cbc:Percent>25</cbc:Percent>          | <cbc:Percent></cbc:Percent>
              Invoice-2                              | CreditNote-2
              <cac:AccountingSupplierParty>          | <cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>1</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference><cac:AccountingSupplierParty>
            """)
    void whatIsSaidOtherwiseIsFound(String from, String to) {
        EInvoices.Document document =
                new EInvoices(books.issue(JANUARY, new SmallInput().inputs())).all().get(0);
        String xml = text(document);
        DocumentCheck.check("x.xml", document.xml(), document.invoice());
        assertThat(xml).contains(from);
        String wrong =
                from.equals("Invoice-2")
                        ? xml.replaceAll("(</?)Invoice(?=[ >])", "$1CreditNote")
                        : xml.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to));

        assertThatThrownBy(
                        () ->
                                DocumentCheck.check(
                                        "x.xml",
                                        wrong.getBytes(StandardCharsets.UTF_8),
                                        document.invoice()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aCreditNoteWithoutItsInvoiceIsFound() {
        books.issue(JANUARY, new SmallInput().inputs());
        EInvoices.Document document =
                new EInvoices(books.credit(JANUARY, "1480", new SmallInput().inputs()))
                        .all()
                        .get(0);
        String wrong =
                text(document)
                        .replaceFirst(
                                "(?s)  <cac:BillingReference>.*?</cac:BillingReference>\n", "");

        assertThat(PeppolRules.official().brokenBy(wrong.getBytes(StandardCharsets.UTF_8)))
                .as("which the official rules do not mind")
                .isEmpty();
        assertThatThrownBy(
                        () ->
                                DocumentCheck.check(
                                        "x.xml",
                                        wrong.getBytes(StandardCharsets.UTF_8),
                                        document.invoice()))
                .hasMessage("x.xml has the earlier documents [], not [202300002]");
    }

    /** What a line shows of the key: population, parts of a third, a party's own percent. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # key row of the municipality       | price      | own    | of all  | unit | amount
              VGK;100;folkmängd                 | 633333.33  | 32394  | 671434  | IE   | 30555.79
              VGK;100;lika                      | 633333.33  | 1      | 3       | C62  | 211111.11
              1440;100;                         | 633333.33  | 100    | 100     | P1   | 633333.33
            """)
    void aLineIsPricedByItsKey(
            String row, String price, String own, String all, String unit, String amount) {
        SmallInput input =
                new SmallInput()
                        .change("nycklar.csv", "70/30;2023-01;;VGR;70;;Plan 2023, 4.2\n", "")
                        .change("nycklar.csv", "VGK;30;folkmängd", row)
                        .change("budget-2023.csv", "2 280 000;5 320 000\n2;", ";\n2;")
                        .change("budget-2023.csv", ";2 280 000;5 320 000\n", ";;\n");
        EInvoices.Document document =
                new EInvoices(books.issue(JANUARY, input.inputs())).all().get(0);
        UblReader.Line line = UblReader.of(document.xml(), false).lines().get(0);

        assertThat(line.price()).isEqualByComparingTo(price);
        assertThat(line.quantity()).isEqualByComparingTo(own);
        assertThat(line.baseQuantity()).isEqualByComparingTo(all);
        assertThat(line.amount()).isEqualByComparingTo(amount);
        assertThat(text(document)).contains("unitCode=\"" + unit + "\">" + own + "<");
    }

    /** What several rows of a key bring is one amount, and the line says how it is made up. */
    @Test
    void aLineOfSeveralKeyRowsSaysHowItIsMadeUp() {
        SmallInput input =
                new SmallInput()
                        .change(
                                "nycklar.csv",
                                "NORR;2023-01;;NORR;100;lika;",
                                "NORR;2023-01;;NORR;75;lika;Plan\nNORR;2023-01;;1440;25;;");
        EInvoices.Document document =
                new EInvoices(books.issue(JANUARY, input.inputs())).all().get(0);
        UblReader.Line line = UblReader.of(document.xml(), false).lines().get(1);

        assertThat(line.amount()).isEqualByComparingTo("5.21");
        assertThat(line.quantity()).isEqualByComparingTo("1");
        assertThat(text(document).replace('\u00A0', ' '))
                .contains(
                        "<cbc:Note>25 % av 8,33 kr. Det blir 2,08 kr. 75 % av 8,33 kr är 6,25 kr,"
                                + " varav 1 av 2 lika delar. Det blir 3,13 kr.</cbc:Note>");
    }

    @Test
    void anAdjustmentSaysWhatIsDueTodayAndWhatWasIssued() {
        books.issue(JANUARY, new SmallInput().inputs());
        Issuance february =
                books.issue(JANUARY.plusMonths(1), new SmallInput().withDearerMeetings().inputs());

        assertThat(text(new EInvoices(february).all().get(0)).replace('\u00A0', ' '))
                .contains(
                        "<cbc:Note>8,34 kr i dag, varav 4,17 kr är utfärdat tidigare.</cbc:Note>");
    }

    @Test
    void withoutOcrTheNumberTellsThePayment() {
        SmallInput input = new SmallInput().change("installningar.yml", "luhn+längd", "nej");
        EInvoices.Document document =
                new EInvoices(books.issue(JANUARY, input.inputs())).all().get(0);

        assertThat(PeppolRules.official().brokenBy(document.xml())).isEmpty();
        assertThat(text(document)).contains("<cbc:PaymentID>202300001</cbc:PaymentID>");
    }

    private UblReader january(String party) {
        Issuance january = books.issue(JANUARY, new SmallInput().inputs());
        EInvoices.Document document =
                new EInvoices(january)
                        .all().stream()
                                .filter(of -> of.invoice().recipient().code().value().equals(party))
                                .findFirst()
                                .orElseThrow();
        return UblReader.of(document.xml(), false);
    }

    private static String text(EInvoices.Document document) {
        return new String(document.xml(), StandardCharsets.UTF_8);
    }
}
