package se.gits.costshare.export.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.gits.costshare.export.excel.SampleInvoices;
import se.gits.costshare.export.excel.SampleIssuances;
import se.gits.costshare.export.pdf.OpenedPdf.Tag;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.invoice.OcrControl;
import se.gits.costshare.invoice.PaymentTerms;
import se.gits.costshare.money.Money;
import se.gits.costshare.money.VatRate;
import se.gits.costshare.run.Issuance;

class InvoicePdfTest {

    private static final String TO_PAY = "Att betala, SEK";

    /**
     * All of an ordinary invoice in the order that it is read aloud, one line a paragraph or row.
     */
    @Test
    void saysWhatTheLawAndTheReaderAskOfAnInvoice() {
        assertThat(lines(PdfInvoices.ORDINARY))
                .containsExactly(
                        "Västra Götalandsregionen, GITS",
                        "Lillhagsparken 5",
                        "405 44 Göteborg",
                        "Faktura",
                        "Fakturanummer | 202300031",
                        "Fakturadatum | 2023-01-31",
                        "Period | januari 2023",
                        "Valuta | SEK",
                        "Er kod | 1480",
                        "Ert organisationsnummer | 212000-1355",
                        "Er e-post | stadsledningskontoret@stadshuset.goteborg.se",
                        "Göteborgs stad",
                        "404 82 Göteborg",
                        "Att betala | Förfallodatum | Bankgiro | OCR",
                        "177 110,46 SEK | 2023-03-02 | 5050-1055 | 20230003111",
                        "Rad | Benämning | Nyckel | Momssats | Belopp, SEK",
                        "SHVO  Samordnad hälsa, vård och omsorg",
                        "1 | Drift och licens | 70/30 | 25 % | 64 480,94",
                        "2 | Processledare/Funktionskoordinatorer (400 %) | 50/50 | 25 % | 50 906,00",
                        "3 | Utveckling inkluderat teknisk resurs | 70/30 | 25 % | 7 466,21",
                        "4 | Support | 70/30 | 25 % | 16 968,67",
                        "5 | Möten, utbildning, kommunikation | 70/30 | 25 % | 1 866,55",
                        "Momssats | Underlag, SEK | Moms, SEK",
                        "25 % | 141 688,37 | 35 422,09",
                        "Summa exklusive moms | 141 688,37",
                        "Summa moms | 35 422,09",
                        "Att betala, SEK | 177 110,46",
                        "Utställare",
                        "Organisationsnummer | 232100-0131",
                        "Momsregistreringsnummer | SE232100013101",
                        "Skatteform | Godkänd för F-skatt",
                        "E-post | gits@vgregion.se",
                        "Villkor",
                        "Betalningsvillkor | 30 dagar netto",
                        "Dröjsmålsränta | enligt räntelagen");
    }

    @Test
    void anInternalInvoiceIsBookedAndNotPaid() {
        Issuance january = SampleIssuances.january();

        assertThat(lines(SampleIssuances.invoiceTo("VGR", january)))
                .contains(
                        "Internfaktura",
                        "Fakturanummer | I202300001",
                        "Att betala | Betalningssätt",
                        "774 166,66 SEK | bokförs internt",
                        "0 % | 774 166,66 | 0,00",
                        "Ingen moms: intern fakturering")
                .noneMatch(line -> line.contains("Bankgiro") || line.contains("Förfallodatum"))
                .noneMatch(line -> line.contains("Betalningsvillkor") || line.contains("OCR"));
    }

    @Test
    void aDraftSaysSoOnEveryPageAndHasNoNumber() {
        OpenedPdf draft = open(SampleIssuances.invoiceTo("1480", SampleIssuances.januaryDraft()));

        assertThat(draft.title()).isEqualTo("UTKAST – inte en faktura, Göteborgs stad");
        assertThat(lines(draft))
                .contains(
                        "Utkast till faktura",
                        "UTKAST – inte en faktura",
                        "Fakturanummer | saknas i utkast",
                        "Att betala | Förfallodatum | Bankgiro");
        assertThat(draft.text()).doesNotContain("202300", "OCR");
        assertThat(draft.artifacts())
                .containsExactly(
                        "Header: UTKAST – inte en faktura",
                        "Footer: UTKAST – inte en faktura, Göteborgs stadSida 1 av 1",
                        "Watermark: UTKAST");
    }

    @Test
    void anAdjustmentTellsMonthsInvoicesCauseAndDecision() {
        assertThat(lines(PdfInvoices.adjusted()))
                .contains(
                        "Avser faktura: 202300031",
                        "4 | Support"
                                + " / Justering, avser januari 2023"
                                + " / Avser faktura: 202300031"
                                + " / Orsak: Tillägg. Budgetrad 4: beloppet 2 000 000,00 kr →"
                                + " 2 400 000,00 kr (beslut: Förvaltningsplan 2023, 4.1)"
                                + " / Beslut: Förvaltningsplan 2023, 4.1"
                                + " | 70/30 | 25 % | 3 393,73");
    }

    @Test
    void aCreditNoteTellsWhatItTakesBackAndWhy() {
        Invoice credit =
                SampleIssuances.credit("Kommunen var inte med i samarbetet").invoices().get(0);

        assertThat(lines(credit))
                .contains(
                        "Kreditfaktura",
                        "Period | januari 2023",
                        "Att få tillbaka",
                        "−181 352,63 SEK",
                        "Avser faktura: 202300031, 202300080",
                        "Orsak: Kommunen var inte med i samarbetet",
                        // One of its lines stands on both invoices, so each says its own.
                        "4 | Support"
                                + " / Kredit, avser januari 2023"
                                + " / Avser faktura: 202300031, 202300080"
                                + " / Beslut: Förvaltningsplan 2023, 4.1"
                                + " | 70/30 | 25 % | −20 362,40",
                        "Att få tillbaka, SEK | −181 352,63")
                .noneMatch(line -> line.contains("Bankgiro") || line.contains("Betalningsvillkor"));
    }

    @Test
    void aSettlementSaysThatItIsOneAndRefersToTheYearsInvoices() {
        assertThat(lines(PdfInvoices.settled()))
                .contains(
                        "Kreditfaktura",
                        "Avräkning av 2023",
                        "Period | 2023",
                        "Avser faktura: 202300031, 202300080, 202300129, 202300178, 202300227,"
                                + " 202300276, 202300325, 202300374, 202300423, 202300472,"
                                + " 202300521, 202300570",
                        "1 | Drift och licens"
                                + " / Avräkning, avser januari–december 2023"
                                + " / Orsak: Utfall 6 900 000,01 kr mot budget 7 600 000,00 kr"
                                + " / Beslut: Förvaltningsplan 2023, 4.1"
                                + " | 70/30 | 25 % | −71 268,41");
        assertThat(lines(PdfInvoices.ORDINARY)).noneMatch(line -> line.contains("Avräkning"));
    }

    @Test
    void severalGroundsForNoVatAreToldApart() {
        assertThat(lines(PdfInvoices.rates()))
                .contains(
                        "25 % | 80,00 | 20,00",
                        "6 % | 40,10 | 2,41",
                        "undantag 1 | 10,00 | 0,00",
                        "undantag 2 | 20,00 | 0,00",
                        "Ingen moms, undantag 1: grund A",
                        "Ingen moms, undantag 2: grund B",
                        "1 | Drift | 70/30 | undantag 1 | 10,00");
    }

    @Test
    void wholeKronorChangeOnlyTheAmountToPay() {
        assertThat(lines(PdfInvoices.rates()))
                .contains(
                        "Summa exklusive moms | 150,10",
                        "Summa moms | 22,41",
                        "Öresavrundning | 0,49",
                        TO_PAY + " | 173,00");
        assertThat(lines(PdfInvoices.ORDINARY)).noneMatch(line -> line.startsWith("Öresavr"));
    }

    @Test
    void withoutAnOcrTheNumberTellsThePayment() {
        Invoice invoice = PdfInvoices.ORDINARY;
        PaymentTerms terms = new PaymentTerms(30, "enligt räntelagen", false, OcrControl.NONE);

        assertThat(
                        lines(
                                new Invoice(
                                        invoice.number(),
                                        invoice.period(),
                                        invoice.issueDate(),
                                        invoice.issuer(),
                                        terms,
                                        invoice.recipient(),
                                        invoice.lines(),
                                        invoice.follows())))
                .contains(
                        "Att betala | Förfallodatum | Bankgiro | Ange vid betalning",
                        "177 110,46 SEK | 2023-03-02 | 5050-1055 | 202300031");
    }

    /** Thousands are parted and the currency is kept by spaces at which no line breaks. */
    @Test
    void figuresAreWrittenAsSwedishReadersExpect() {
        InvoiceContent content =
                new InvoiceWords(
                                PdfInvoices.of(
                                        SampleInvoices.line(
                                                new Money(-1_234_567_89), VatRate.ofPercent(25))))
                        .content();

        assertThat(content.sums().get(0).value()).isEqualTo("\u22121\u00A0234\u00A0567,89");
        assertThat(content.vat().get(0).rate()).isEqualTo("25\u00A0%");
    }

    @Test
    void isInSwedishAndNamedAfterItsNumberAndRecipient() {
        OpenedPdf opened = open(PdfInvoices.ORDINARY);

        assertThat(opened.language()).isEqualTo("sv-SE");
        assertThat(opened.title()).isEqualTo("Faktura 202300031, Göteborgs stad");
    }

    @Test
    void headingsOfTablesAreTaggedOnceThoughTheyArePrintedOnEveryPage() {
        OpenedPdf opened = open(PdfInvoices.ofLines(400));

        assertThat(opened.pageCount()).isGreaterThan(10);
        assertThat(opened.text().split("Benämning", -1)).hasSize(opened.pageCount() + 1);
        List<Tag> heads = opened.tags().all("THead").toList();
        assertThat(heads.stream().map(Tag::text))
                .containsExactly(
                        "Att betalaFörfallodatumBankgiroOCR",
                        "RadBenämningNyckelMomssatsBelopp, SEK",
                        "MomssatsUnderlag, SEKMoms, SEK");
        assertThat(heads.stream().flatMap(head -> head.all("TH")).map(Tag::scope))
                .hasSize(12)
                .containsOnly("Column");
        assertThat(opened.tags().all("TFoot")).isEmpty();
        assertThat(opened.artifacts())
                .filteredOn(artifact -> artifact.equals("-: Benämning"))
                .hasSize(opened.pageCount() - 1);
        assertThat(opened.artifacts())
                .contains(
                        "Footer: Faktura 202300031, Göteborgs stadSida 2 av " + opened.pageCount());
    }

    /** Row and column of a cell are told by its headings. */
    @Test
    void everyLineHasAHeadingOfItsOwn() {
        List<Tag> headings =
                open(PdfInvoices.ORDINARY)
                        .tags()
                        .all("TBody")
                        .flatMap(body -> body.all("TH"))
                        .toList();

        assertThat(headings)
                .filteredOn(heading -> heading.text().equals("Drift och licens"))
                .singleElement()
                .satisfies(heading -> assertThat(heading.scope()).isEqualTo("Row"));
    }

    /** What the words of a line come to is never cut, over however many pages it goes. */
    @ParameterizedTest(name = "{0} letters")
    @ValueSource(ints = {300, 5_000, 40_000})
    void aLongCauseIsShownInFull(int letters) {
        String cause = "Orsaken är att nyckeln ändrades. ".repeat(letters / 33 + 1).strip();
        InvoiceLine line = PdfInvoices.ORDINARY.lines().get(0);

        for (Invoice invoice :
                List.of(
                        PdfInvoices.of(because(line, cause)),
                        PdfInvoices.of(because(line, cause), because(line, "annan orsak")))) {
            assertThat(OpenedPdf.packed(open(invoice).readAloud()))
                    .contains("Orsak:" + OpenedPdf.packed(cause));
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
    void everyLineOfALongInvoiceIsThere() {
        Invoice invoice = PdfInvoices.ofLines(400);
        String text = OpenedPdf.packed(open(invoice).text());

        for (InvoiceLine line : invoice.lines()) {
            String amount = line.amount().inSwedish();
            assertThat(text)
                    .contains(
                            OpenedPdf.packed(line.budgetRow() + line.text()),
                            OpenedPdf.packed("25 %" + amount));
            if (line.kind() == LineKind.ADJUSTMENT) {
                assertThat(text).contains(OpenedPdf.packed("Orsak: " + line.cause()));
            }
        }
    }

    @Test
    void linesThatAreMoreThanAnybodyReadsStandTogether() {
        Invoice invoice = PdfInvoices.ofLines(40_000);

        assertThat(lines(invoice))
                .contains(
                        "Antal rader: 40 000, som här står tillsammans; en och en står de i fakturans"
                                + " arbetsbok och CSV-fil, med samma namn som denna fil.",
                        "  Flera objekt",
                        "flera | 32 000 rader |  | 25 % | " + sum(invoice, LineKind.ORDINARY),
                        "flera | 8 000 rader / Justering, avser januari 2023"
                                + " / Orsak: Ny folkmängd 5; och 7 999 till, som står i arbetsboken"
                                + " / Beslut: Beslut 5; och 7 999 till, som står i arbetsboken"
                                + " |  | 25 % | "
                                + sum(invoice, LineKind.ADJUSTMENT));
    }

    private static String sum(Invoice invoice, LineKind kind) {
        return Money.total(
                        invoice.lines().stream()
                                .filter(line -> line.kind() == kind)
                                .map(InvoiceLine::amount))
                .inSwedish()
                .replace('\u00A0', ' ');
    }

    @Test
    void everyAmountToPayOfAMonthIsWhatIsIssued() {
        for (Invoice invoice : SampleIssuances.january().invoices()) {
            assertThat(lines(invoice))
                    .contains(
                            TO_PAY + " | " + invoice.payable().inSwedish().replace('\u00A0', ' '));
        }
    }

    private static OpenedPdf open(Invoice invoice) {
        return new OpenedPdf(PdfInvoices.exporter().export(invoice));
    }

    private static List<String> lines(Invoice invoice) {
        return lines(open(invoice));
    }

    /** Headings, paragraphs and rows in the order of reading, with a mark between cells. */
    private static List<String> lines(OpenedPdf opened) {
        List<String> lines = new ArrayList<>();
        addLines(opened.tags(), lines);
        return lines.stream().map(line -> line.replace('\u00A0', ' ')).toList();
    }

    private static void addLines(Tag tag, List<String> lines) {
        switch (tag.type()) {
            case "P", "H1", "H2" -> lines.add(tag.text());
            case "TR" ->
                    lines.add(
                            tag.kids().stream()
                                    .map(InvoicePdfTest::cell)
                                    .collect(Collectors.joining(" | ")));
            default -> tag.kids().forEach(kid -> addLines(kid, lines));
        }
    }

    /** A cell's text, and its notes. */
    private static String cell(Tag cell) {
        return Stream.concat(Stream.of(cell.own()), cell.kids().stream().map(Tag::text))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" / "));
    }
}
