package se.gits.costshare.export.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceKind;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.invoice.OcrControl;
import se.gits.costshare.invoice.PaymentTerms;
import se.gits.costshare.money.Money;
import se.gits.costshare.money.VatRate;
import se.gits.costshare.party.Address;
import se.gits.costshare.party.Party;
import se.gits.costshare.run.Issuance;

class InvoiceWorkbookTest {

    private static final Issuance JANUARY = SampleIssuances.january();
    private static final Invoice GOTEBORG = SampleIssuances.invoiceTo("1480", JANUARY);

    @Test
    void holdsWhatTheLawAsksOfAnInvoice() {
        OpenedWorkbook opened = open(GOTEBORG);

        assertThat(opened.sheetNames()).containsExactly("Faktura");
        assertThat(opened.texts())
                .contains("FAKTURA", "Västra Götalandsregionen, GITS", "Lillhagsparken 5")
                .contains("405 44 Göteborg", "Godkänd för F-skatt", "Göteborgs stad")
                .contains("SHVO  Samordnad hälsa, vård och omsorg", "Drift och licens");
        assertThat(opened.textAfter("Fakturanummer")).contains("202300031");
        assertThat(opened.textAfter("Period")).contains("januari 2023");
        assertThat(opened.textAfter("Organisationsnummer")).contains("232100-0131");
        assertThat(opened.textAfter("Momsregistreringsnummer")).contains("SE232100013101");
        assertThat(opened.textAfter("Er kod")).contains("1480");
        assertThat(opened.textAfter("Ert organisationsnummer")).contains("212000-1355");
        assertThat(opened.textBelow("Bankgiro")).contains("5050-1055");
        assertThat(opened.textBelow("OCR")).contains(GOTEBORG.paymentReference());
        assertThat(opened.textAfter("Betalningsvillkor")).contains("30 dagar netto");
        assertThat(opened.textAfter("Dröjsmålsränta")).contains("enligt räntelagen");
        assertThat(opened.amountAfter("Summa exklusive moms")).isEqualTo(GOTEBORG.net());
        assertThat(opened.after("Moms 25 %")).hasSize(3);
        assertThat(OpenedWorkbook.money(opened.after("Moms 25 %").get(0)))
                .isEqualTo(GOTEBORG.net());
        assertThat(opened.after("Moms 25 %").get(1).getNumericCellValue()).isEqualTo(25);
        assertThat(OpenedWorkbook.money(opened.after("Moms 25 %").get(2)))
                .isEqualTo(GOTEBORG.vat());
        assertThat(opened.amountAfter("Att betala, SEK")).isEqualTo(GOTEBORG.payable());
        assertThat(opened.amountBelow("Att betala")).isEqualTo(GOTEBORG.payable());
        assertThat(opened.texts()).noneMatch(text -> text.contains("UTKAST"));
    }

    @Test
    void datesAreDatesAndAmountsAreNumbers() {
        OpenedWorkbook opened = open(GOTEBORG);

        Cell issued = opened.after("Fakturadatum").get(0);
        assertThat(DateUtil.isCellDateFormatted(issued)).isTrue();
        assertThat(issued.getLocalDateTimeCellValue().toLocalDate())
                .isEqualTo(LocalDate.of(2023, 1, 31));
        assertThat(
                        opened.below("Förfallodatum")
                                .orElseThrow()
                                .getLocalDateTimeCellValue()
                                .toLocalDate())
                .isEqualTo(LocalDate.of(2023, 3, 2));
        assertThat(opened.after("Drift och licens").get(2).getNumericCellValue())
                .isEqualTo(64480.94);
    }

    /** Its lines go straight into the file, between rows that are kept. */
    @Test
    void aLongInvoiceHasItsRowsInOrderAndItsSumsBelow() throws IOException {
        byte[] workbook = SampleWorkbooks.all().get("lang-faktura-1480.xlsx");
        String sheet = OpenedWorkbook.part(workbook, "xl/worksheets/sheet1.xml");
        List<Integer> rows =
                Pattern.compile("<row r=\"(\\d+)\"")
                        .matcher(sheet)
                        .results()
                        .map(row -> Integer.valueOf(row.group(1)))
                        .toList();

        assertThat(rows).hasSizeGreaterThan(150).isSorted().doesNotHaveDuplicates();
        assertThat(sheet).contains("<dimension ref=\"A1:F" + rows.get(rows.size() - 1) + "\"/>");
        OpenedWorkbook opened = new OpenedWorkbook(workbook);
        List<Cell> lines =
                opened.cells().stream()
                        .filter(cell -> OpenedWorkbook.place(cell).matches("Faktura!B\\d+"))
                        .filter(cell -> cell.getStringCellValue().matches("\\d+"))
                        .toList();
        assertThat(lines).hasSize(150);
        Money sum =
                Money.total(
                        lines.stream()
                                .map(line -> OpenedWorkbook.money(line.getRow().getCell(5)))
                                .toList());
        assertThat(opened.amountAfter("Summa exklusive moms")).isEqualTo(sum);
    }

    @Test
    void isOneSheetOfA4AsWideAsThePage() {
        Sheet sheet = open(GOTEBORG).sheet("Faktura");

        assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
        assertThat(sheet.getPrintSetup().getLandscape()).isFalse();
        assertThat(sheet.getFitToPage()).isTrue();
        assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
        assertThat(sheet.getPrintSetup().getFitHeight()).isEqualTo((short) 0);
        assertThat(sheet.getRepeatingRows()).isNotNull();
        assertThat(sheet.getFooter().getLeft()).isEqualTo("Faktura 202300031, Göteborgs stad");
        assertThat(sheet.getFooter().getRight()).isEqualTo("Sida &P av &N");
        assertThat(sheet.getHeader().getCenter()).isEmpty();
    }

    @Test
    void aDraftSaysSoOnScreenAndPaperAndHasNoNumber() {
        Issuance draft = SampleIssuances.januaryDraft();
        OpenedWorkbook opened = open(SampleIssuances.invoiceTo("1480", draft));

        assertThat(opened.texts()).contains("UTKAST – inte en faktura");
        assertThat(opened.sheet("Faktura").getHeader().getCenter())
                .contains("UTKAST – inte en faktura");
        assertThat(opened.textAfter("Fakturanummer")).contains("saknas i utkast");
        assertThat(opened.below("OCR")).isEmpty();
        assertThat(opened.texts()).noneMatch(text -> text.contains("2023000"));
    }

    @Test
    void anInternalInvoiceIsBookedAndNotPaid() {
        OpenedWorkbook opened = open(SampleIssuances.invoiceTo("VGR", JANUARY));

        assertThat(opened.texts()).contains("INTERNFAKTURA", "Ingen moms: intern fakturering");
        assertThat(opened.textAfter("Fakturanummer")).contains("I202300001");
        assertThat(opened.below("Förfallodatum")).isEmpty();
        assertThat(opened.below("Bankgiro")).isEmpty();
    }

    @Test
    void aCreditNoteTellsWhatItTakesBackAndWhy() {
        Issuance february = SampleIssuances.februaryOfCredits();
        Invoice credit = SampleIssuances.invoiceTo("1480", february);
        OpenedWorkbook opened = open(credit);

        assertThat(credit.kind()).isEqualTo(InvoiceKind.CREDIT_NOTE);
        assertThat(opened.texts()).contains("KREDITFAKTURA");
        assertThat(opened.textAfter("Avser faktura")).contains("202300031");
        assertThat(opened.texts())
                .contains(
                        "Justering, avser januari 2023\nAvser faktura: 202300031\n"
                                + "Orsak: Avtalet om drift sades upp. Budgetrad 1: beloppet"
                                + " 7\u00A0600\u00A0000,00 kr → 760\u00A0000,00 kr (beslut:"
                                + " Förvaltningsplan 2023, 4.1)\n"
                                + "Beslut: Förvaltningsplan 2023, 4.1");
        assertThat(opened.amountBelow("Att få tillbaka")).isEqualTo(credit.payable());
        assertThat(opened.amountBelow("Att få tillbaka").isNegative()).isTrue();
        assertThat(opened.below("Förfallodatum")).isEmpty();
        assertThat(opened.below("Bankgiro")).isEmpty();
        opened.assertFormulasGiveTheirCachedValues();
    }

    @Test
    void aCreditRefersToEveryInvoiceItTakesBackAndSaysOnceWhy() {
        Issuance issuance = SampleIssuances.credit("Kommunen var inte med i samarbetet");
        Invoice credit = issuance.invoices().get(0);
        OpenedWorkbook opened = open(credit);

        assertThat(opened.texts()).contains("KREDITFAKTURA");
        assertThat(opened.textAfter("Period")).contains("januari 2023");
        assertThat(opened.textAfter("Avser faktura")).contains("202300031, 202300080");
        assertThat(opened.textAfter("Orsak")).contains("Kommunen var inte med i samarbetet");
        assertThat(opened.amountBelow("Att få tillbaka")).isEqualTo(credit.payable());
        // Only one of its lines stands on both invoices, so each line says its own.
        assertThat(opened.texts())
                .contains(
                        "Kredit, avser januari 2023\nAvser faktura: 202300031\n"
                                + "Beslut: Förvaltningsplan 2023, 4.1",
                        "Kredit, avser januari 2023\nAvser faktura: 202300031, 202300080\n"
                                + "Beslut: Förvaltningsplan 2023, 4.1")
                .noneMatch(text -> text.contains("Orsak: "));
        opened.assertFormulasGiveTheirCachedValues();
    }

    @Test
    void aSettlementRefersToEachOfTheYearsInvoicesByItsWholeNumber() {
        Issuance issuance = SampleIssuances.settlement();
        Invoice settlement = SampleIssuances.invoiceTo("1480", issuance);
        OpenedWorkbook opened = open(settlement);

        assertThat(opened.texts()).contains("KREDITFAKTURA", "Avräkning 2023");
        assertThat(opened.textAfter("Period")).contains("2023");
        assertThat(opened.textAfter("Avser faktura"))
                .contains(
                        "202300031, 202300080, 202300129, 202300178, 202300227, 202300276,"
                                + " 202300325, 202300374, 202300423, 202300472, 202300521,"
                                + " 202300570");
        assertThat(settlement.concernsInvoices()).hasSize(12);
        assertThat(opened.texts())
                .contains(
                        "Avräkning, avser januari–december 2023\n"
                                + "Orsak: Utfall 6\u00A0900\u00A0000,01 kr mot budget"
                                + " 7\u00A0600\u00A0000,00 kr\n"
                                + "Beslut: Förvaltningsplan 2023, 4.1");
        opened.assertFormulasGiveTheirCachedValues();
    }

    @Test
    void aNewInvoiceNamesTheCreditNoteItFollows() {
        Issuance issuance =
                SampleIssuances.reissue(SampleIssuances.reissueTerms(), SampleIssuances::dearer);
        Invoice anew = issuance.invoices().get(0);
        OpenedWorkbook opened = open(anew);

        assertThat(opened.texts()).contains("FAKTURA");
        assertThat(opened.textAfter("Följer på kreditfaktura")).contains("202300099");
        assertThat(opened.after("Avser faktura")).isEmpty();
        assertThat(open(GOTEBORG).after("Följer på kreditfaktura")).isEmpty();
    }

    @Test
    void severalLinesOfAnObjectHaveTheirSumWhereThereAreOthers() {
        InvoiceLine drift = SampleInvoices.line("10.00", VatRate.ofPercent(25));
        InvoiceLine archive = of("EARK", SampleInvoices.line("40.00", VatRate.ofPercent(6)));
        OpenedWorkbook opened = open(SampleInvoices.of(drift, archive, drift));

        opened.assertFormulasGiveTheirCachedValues();
        assertThat(opened.amountAfter("Summa SHVO")).isEqualTo(new Money(20_00));
        assertThat(opened.after("Summa EARK")).as("its only line says it").isEmpty();
        assertThat(opened.amountAfter("Summa exklusive moms")).isEqualTo(new Money(60_00));
        assertThat(open(SampleInvoices.of(drift, drift)).after("Summa SHVO"))
                .as("the invoice's sum says it")
                .isEmpty();
        assertThat(opened.texts().stream().filter(text -> text.startsWith("SHVO  "))).hasSize(1);
    }

    private static InvoiceLine of(String object, InvoiceLine line) {
        return new InvoiceLine(
                object,
                "Objektet " + object,
                line.budgetRow(),
                line.text(),
                line.kind(),
                line.keyCode(),
                line.amount(),
                line.vat(),
                line.concernsMonths(),
                line.concernsInvoices(),
                line.cause(),
                line.decision());
    }

    @Test
    void aDeficitIsAnInvoiceToPay() {
        Issuance issuance =
                SampleIssuances.settlement(
                        SampleIssuances.settlementTerms(), SampleIssuances.DEFICIT, text -> text);
        OpenedWorkbook opened = open(SampleIssuances.invoiceTo("1480", issuance));

        assertThat(opened.texts()).contains("FAKTURA", "Avräkning 2023");
        assertThat(opened.amountBelow("Att betala").isNegative()).isFalse();
        assertThat(opened.below("Förfallodatum")).isPresent();
        assertThat(opened.textBelow("Bankgiro")).contains("5050-1055");
        opened.assertFormulasGiveTheirCachedValues();
    }

    @Test
    void aDraftOfASettlementSaysSo() {
        Issuance draft =
                SampleIssuances.settlement(
                        SampleIssuances.settlementTerms().asDraft(),
                        SampleIssuances.SURPLUS,
                        text -> text);
        OpenedWorkbook opened = open(SampleIssuances.invoiceTo("1480", draft));

        assertThat(opened.texts())
                .contains(
                        "UTKAST TILL KREDITFAKTURA", "Avräkning 2023", "UTKAST – inte en faktura");
        assertThat(opened.texts()).noneMatch(text -> text.contains("202400"));
    }

    /** The words that a line and a head can get are never cut, whatever their length. */
    @ParameterizedTest(name = "{0} letters")
    @ValueSource(ints = {100, 600, 5_000, 40_000})
    void aLongCauseIsShownInFull(int letters) {
        String cause = "Orsaken är att nyckeln ändrades. ".repeat(letters / 33 + 1).strip();
        InvoiceLine line = SampleInvoices.line("10.00", VatRate.ofPercent(25));
        Invoice shared = SampleInvoices.of(because(line, cause), because(line, cause));
        Invoice own = SampleInvoices.of(because(line, cause), because(line, "annan orsak"));

        for (Invoice invoice : List.of(shared, own)) {
            OpenedWorkbook opened = open(invoice);
            String shown =
                    opened.texts().stream()
                            .filter(
                                    text ->
                                            text.contains("Orsaken är")
                                                    || text.contains("ändrades"))
                            .map(text -> text.replace("Kredit\nOrsak: ", ""))
                            .map(text -> text.replace("\nBeslut: Beslut 1", ""))
                            .collect(Collectors.joining(" "));
            assertThat(shown).isEqualTo(cause);
            for (Row row : opened.sheet("Faktura")) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.STRING) {
                        assertThat(row.getHeightInPoints())
                                .as(cell.getStringCellValue())
                                .isGreaterThanOrEqualTo(
                                        cell.getStringCellValue().length() / 100 * 11.5f);
                    }
                }
            }
        }
    }

    private static InvoiceLine because(InvoiceLine line, String cause) {
        return new InvoiceLine(
                line.objectCode(),
                line.objectName(),
                line.budgetRow(),
                line.text(),
                LineKind.CREDIT,
                line.keyCode(),
                line.amount(),
                line.vat(),
                line.concernsMonths(),
                line.concernsInvoices(),
                cause,
                line.decision());
    }

    @Test
    void withoutVatTheGroundIsStated() {
        Issuance exempt =
                SampleIssuances.january(
                        text -> text.replace("alla;25;", "alla;undantag 10 kap. 6 § ML;"));
        Invoice invoice = SampleIssuances.invoiceTo("1480", exempt);
        OpenedWorkbook opened = open(invoice);

        assertThat(opened.texts()).contains("Ingen moms: 10 kap. 6 § ML");
        assertThat(opened.amountAfter("Summa moms")).isEqualTo(Money.ZERO);
        assertThat(opened.amountAfter("Att betala, SEK")).isEqualTo(invoice.net());
        opened.assertFormulasGiveTheirCachedValues();
    }

    @Test
    void severalGroundsAreToldApart() {
        Invoice invoice =
                SampleInvoices.of(
                        SampleInvoices.line("10.00", VatRate.exempt("grund A")),
                        SampleInvoices.line("20.00", VatRate.exempt("grund B")),
                        SampleInvoices.line("40.00", VatRate.ofPercent(6)),
                        SampleInvoices.line("80.00", VatRate.exempt("grund A")));
        OpenedWorkbook opened = open(invoice);

        opened.assertFormulasGiveTheirCachedValues();
        assertThat(OpenedWorkbook.money(opened.after("Ingen moms: grund A").get(0)))
                .isEqualTo(new Money(90_00));
        assertThat(OpenedWorkbook.money(opened.after("Ingen moms: grund B").get(0)))
                .isEqualTo(new Money(20_00));
        assertThat(opened.amountAfter("Summa moms")).isEqualTo(new Money(2_40));
    }

    @Test
    void wholeKronorChangeOnlyTheAmountToPay() {
        Issuance whole =
                SampleIssuances.january(
                        text -> text.replace("öresavrundning: nej", "öresavrundning: ja"));
        Invoice invoice = SampleIssuances.invoiceTo("1480", whole);
        OpenedWorkbook opened = open(invoice);

        assertThat(invoice.rounding()).isEqualTo(new Money(-46));
        assertThat(opened.amountAfter("Öresavrundning")).isEqualTo(invoice.rounding());
        assertThat(opened.amountAfter("Att betala, SEK")).isEqualTo(new Money(177_110_00));
        assertThat(opened.amountAfter("Summa moms")).isEqualTo(GOTEBORG.vat());
        opened.assertFormulasGiveTheirCachedValues();
        assertThat(open(GOTEBORG).after("Öresavrundning")).isEmpty();
    }

    @Test
    void withoutAnOcrThereIsNone() {
        PaymentTerms terms = new PaymentTerms(30, "enligt räntelagen", false, OcrControl.NONE);
        OpenedWorkbook opened =
                open(
                        new Invoice(
                                GOTEBORG.number(),
                                GOTEBORG.period(),
                                GOTEBORG.issueDate(),
                                GOTEBORG.issuer(),
                                terms,
                                GOTEBORG.recipient(),
                                GOTEBORG.lines(),
                                GOTEBORG.follows()));

        assertThat(opened.below("OCR")).isEmpty();
        assertThat(opened.textBelow("Ange vid betalning")).contains("202300031");
    }

    @Test
    void aPartyOfWhichLittleIsKnownGetsAnInvoiceAllTheSame() {
        Party party = GOTEBORG.recipient();
        Party bare =
                new Party(
                        party.code(),
                        party.name(),
                        party.type(),
                        Optional.empty(),
                        party.invoicing(),
                        new TreeSet<>(),
                        "",
                        "",
                        Address.UNKNOWN);
        OpenedWorkbook opened = open(to(bare));

        assertThat(opened.texts()).contains("Göteborgs stad");
        assertThat(opened.after("Er referens")).isEmpty();
        opened.assertFormulasGiveTheirCachedValues();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://example.org\";\"Klicka\")",
                "+46 31 1",
                "-1+1",
                "@SUM(A1)",
                "'citat",
                "_x003D_1+1",
                "</t></is><f>1+1</f>",
                "&P av &N",
                "Två\nrader\toch tab",
                "𝔾öteborg"
            })
    void textIsNothingButText(String text) {
        Party party = GOTEBORG.recipient();
        Party hostile =
                new Party(
                        party.code(),
                        text,
                        party.type(),
                        party.organisationNumber(),
                        party.invoicing(),
                        party.groups(),
                        "",
                        text,
                        new Address(text, text, "", text));
        OpenedWorkbook opened = open(to(hostile));

        List<Cell> cells =
                opened.cells().stream()
                        .filter(cell -> cell.getCellType() == CellType.STRING)
                        .filter(cell -> cell.getStringCellValue().equals(text))
                        .toList();
        assertThat(cells).hasSize(5);
        assertThat(cells).allMatch(cell -> cell.getCellStyle().getQuotePrefixed());
        assertThat(opened.formulas()).hasSameSizeAs(open(GOTEBORG).formulas());
        opened.assertFormulasGiveTheirCachedValues();
    }

    /** A row is as high as its text, and a page's foot is one line. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Kommunen, 200, 4",
        "ÅÄÖ , 200, 4",
        "🏛️, 60, 3",
        "東京都, 60, 3",
        "مدينة , 200, 3",
        "x, 1, 1"
    })
    void aNameIsShownInFullWhateverItsLetters(String part, int letters, int lines) {
        String name = part.repeat(letters / part.length() + 1).strip();
        Party party = GOTEBORG.recipient();
        Sheet sheet =
                open(to(
                                new Party(
                                        party.code(),
                                        name,
                                        party.type(),
                                        party.organisationNumber(),
                                        party.invoicing(),
                                        party.groups(),
                                        "",
                                        "",
                                        party.address())))
                        .sheet("Faktura");

        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.STRING
                        && cell.getStringCellValue().equals(name)) {
                    assertThat(row.getHeightInPoints()).isGreaterThanOrEqualTo(lines * 13f);
                }
            }
        }
        String foot = sheet.getFooter().getLeft();
        assertThat(foot).startsWith("Faktura 202300031, " + part.strip());
        assertThat(foot.codePointCount(0, foot.length())).isLessThanOrEqualTo(80);
    }

    @Test
    void textThatNoSpreadsheetHoldsIsCut() {
        InvoiceLine line = GOTEBORG.lines().get(0);
        InvoiceLine endless =
                new InvoiceLine(
                        line.objectCode(),
                        line.objectName(),
                        line.budgetRow(),
                        "lång ".repeat(10_000),
                        line.kind(),
                        line.keyCode(),
                        line.amount(),
                        line.vat(),
                        line.concernsMonths(),
                        line.concernsInvoices(),
                        line.cause(),
                        line.decision());

        assertThat(open(SampleInvoices.of(endless)).texts())
                .anyMatch(text -> text.length() == SheetWriter.LONGEST_TEXT && text.endsWith("…"));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void formulasAgreeToTheOreWhateverTheAmounts(long seed) {
        Random random = new Random(seed);
        List<VatRate> rates =
                List.of(
                        VatRate.ofPercent(25),
                        VatRate.ofPercent(12),
                        VatRate.ofPercent(6),
                        VatRate.exempt("grund"));
        List<InvoiceLine> lines = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            long ore = random.nextLong(-1_000_000_000L, 10_000_000_000L);
            lines.add(SampleInvoices.line(new Money(ore), rates.get(random.nextInt(rates.size()))));
        }

        open(SampleInvoices.of(lines.toArray(InvoiceLine[]::new)))
                .assertFormulasGiveTheirCachedValues();
    }

    @Test
    void halfAnOreIsRoundedUp() {
        OpenedWorkbook opened = open(SampleInvoices.halfOre());

        opened.assertFormulasGiveTheirCachedValues();
        assertThat(OpenedWorkbook.money(opened.after("Moms 25 %").get(2)))
                .isEqualTo(new Money(308_641_97));
        assertThat(OpenedWorkbook.money(opened.after("Moms 6 %").get(2))).isEqualTo(new Money(-2));
    }

    private static OpenedWorkbook open(Invoice invoice) {
        return new OpenedWorkbook(SampleInvoices.alone(invoice));
    }

    private static Invoice to(Party recipient) {
        return new Invoice(
                GOTEBORG.number(),
                GOTEBORG.period(),
                GOTEBORG.issueDate(),
                GOTEBORG.issuer(),
                GOTEBORG.terms(),
                recipient,
                GOTEBORG.lines(),
                GOTEBORG.follows());
    }
}
