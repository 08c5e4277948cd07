package se.gits.costshare.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceKind;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.money.Money;
import se.gits.costshare.money.VatRate;
import se.gits.costshare.party.PartyCode;

class IssuingRunTest {

    private static final YearMonth JANUARY = YearMonth.of(2023, 1);
    private static final YearMonth MARCH = YearMonth.of(2023, 3);

    private static RunTerms terms(YearMonth month) {
        return RunTerms.ofMonth(month, LocalDate.of(2023, 1, 31), "");
    }

    private static Invoice invoiceTo(String party, Issuance issuance) {
        return issuance.invoices().stream()
                .filter(invoice -> invoice.recipient().code().value().equals(party))
                .findFirst()
                .orElseThrow();
    }

    // what a month is

    @Test
    void eachPartyIsInvoicedForTheLinesItShares() {
        Issuance issuance =
                IssuingRun.calculate(
                        terms(MARCH), new SmallInput().inputs(), Issued.NOTHING, Causes.UNTOLD);

        assertThat(
                        issuance.invoices().stream()
                                .map(i -> i.recipient().code() + " " + i.number().get()))
                .containsExactly(
                        "1440 202300001", "1480 202300002", "1489 202300003", "VGR I202300001");
        // Row 2 is 1 000,01 over three months: 333,34 in the first; a third of it is VästKom's.
        assertThat(issuance.notInvoiced()).isEqualTo(new Money(111_11));
        List<String> carriers = new ArrayList<>();
        issuance.forEachShare((share, amount) -> carriers.add(share.party().value()));
        assertThat(carriers).containsOnlyOnce("VASTKOM");
        assertThat(issuance.invoiced().plus(issuance.notInvoiced()))
                .isEqualTo(
                        Money.total(
                                issuance.inputs().linesIn(MARCH).stream()
                                        .map(l -> l.costOf(MARCH))
                                        .toList()));
    }

    @Test
    void anInternalInvoiceCarriesNoVatAndAnExemptObjectSaysWhy() {
        Issuance issuance =
                IssuingRun.calculate(
                        terms(MARCH), new SmallInput().inputs(), Issued.NOTHING, Causes.UNTOLD);

        assertThat(invoiceTo("VGR", issuance).kind()).isEqualTo(InvoiceKind.INTERNAL);
        assertThat(invoiceTo("VGR", issuance).vat()).isEqualTo(Money.ZERO);
        assertThat(invoiceTo("VGR", issuance).lines())
                .allSatisfy(line -> assertThat(line.vat()).isEqualTo(VatRate.INTERNAL));
        assertThat(invoiceTo("1480", issuance).lines().get(1).vat())
                .isEqualTo(VatRate.exempt("3 kap. ML"));
    }

    @Test
    void aLineOutsideItsMonthsCostsNothing() {
        Issuance issuance =
                IssuingRun.calculate(
                        terms(JANUARY), new SmallInput().inputs(), Issued.NOTHING, Causes.UNTOLD);

        assertThat(issuance.amounts()).noneMatch(amount -> amount.row().equals("2"));
    }

    @Test
    void aNegativeLineGivesACreditNoteInTheSameSeries() {
        Inputs inputs =
                new SmallInput()
                        .change("budget-2023.csv", "möten;100;", "möten;-9 000 000;")
                        .change("budget-2023.csv", "7 601 100,01", "-1 398 999,99")
                        .inputs();

        Issuance issuance =
                IssuingRun.calculate(terms(JANUARY), inputs, Issued.NOTHING, Causes.UNTOLD);

        assertThat(invoiceTo("1440", issuance).kind()).isEqualTo(InvoiceKind.CREDIT_NOTE);
        assertThat(invoiceTo("1440", issuance).number()).contains(InvoiceNumber.parse("202300001"));
        assertThat(invoiceTo("1440", issuance).paymentReference()).isEmpty();
        assertThat(invoiceTo("1480", issuance).kind()).isEqualTo(InvoiceKind.INVOICE);
        assertThat(invoiceTo("1480", issuance).number()).contains(InvoiceNumber.parse("202300002"));
    }

    @Test
    void aLineOfNothingIsNotWrittenAndAPartyWithoutALineGetsNoInvoice() {
        Inputs inputs =
                new SmallInput()
                        .change(
                                "budget-2023.csv",
                                "7 600 000;70/30;;;Plan 2023, 4.1;2 280 000;5 320 000",
                                "0;70/30;;;Plan 2023, 4.1;0;0")
                        .change(
                                "budget-2023.csv",
                                "7 601 100,01;;;;;2 280 000;5 320 000",
                                "1 100,01;;;;;0;0")
                        .inputs();

        Issuance issuance =
                IssuingRun.calculate(terms(JANUARY), inputs, Issued.NOTHING, Causes.UNTOLD);

        assertThat(issuance.invoices().stream().map(invoice -> invoice.recipient().code().value()))
                .containsExactly("1440", "1489");
    }

    @Test
    void aDraftHasNoNumbersButTheSameAmounts() {
        Inputs inputs = new SmallInput().inputs();
        RunTerms draft = terms(MARCH).asDraft();

        Issuance issuance = IssuingRun.calculate(draft, inputs, Issued.NOTHING, Causes.UNTOLD);

        assertThat(issuance.invoices()).allMatch(invoice -> invoice.number().isEmpty());
        assertThat(issuance.amounts())
                .isEqualTo(
                        IssuingRun.calculate(terms(MARCH), inputs, Issued.NOTHING, Causes.UNTOLD)
                                .amounts());
    }

    /** It is kept with an attest, so it must be the same with a later version and on any JDK. */
    @Test
    void theHashOfWhatIsIssuedStaysWhatItIs() {
        Inputs inputs = new SmallInput().inputs();
        Issuance march = IssuingRun.calculate(terms(MARCH), inputs, Issued.NOTHING, Causes.UNTOLD);

        assertThat(march.contentHash())
                .isEqualTo("b667954959aae422ce576029bc4f727d72cd0d07abc0653a18c29dc47b9093d6");
        assertThat(
                        IssuingRun.calculate(
                                        terms(MARCH).asDraft(),
                                        inputs,
                                        Issued.NOTHING,
                                        Causes.UNTOLD)
                                .contentHash())
                .isEqualTo(march.contentHash());
        for (String[] change :
                new String[][] {
                    {"parter.csv", "Göteborgs stad", "Göteborg"},
                    {"parter.csv", "REF2", "REF9"},
                    {"installningar.yml", "enligt räntelagen", "åtta procent"},
                    {"installningar.yml", "ocr: luhn+längd", "ocr: luhn"},
                    {"installningar.yml", "Lillhagsparken 5", "Lillhagsparken 7"},
                    {"budget-2023.csv", "Drift och licens", "Drift"}
                }) {
            Inputs changed = new SmallInput().change(change[0], change[1], change[2]).inputs();
            assertThat(
                            IssuingRun.calculate(
                                            terms(MARCH), changed, Issued.NOTHING, Causes.UNTOLD)
                                    .contentHash())
                    .as(change[2])
                    .isNotEqualTo(march.contentHash());
        }
    }

    // earlier months change

    @ParameterizedTest(name = "{0}: {1} becomes {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # file          | from              | to               | is row 1 adjusted for Göteborg
                    nycklar.csv     | VGR;70            | VGR;60           | true
                    nycklar.csv     | VGR;70            | VGR;70,0         | false
                    folkmangd.csv   | ;587549;596841    | ;587549;600000   | true
                    folkmangd.csv   | ;587549;596841    | ;600000;596841   | false
                    parter.csv      | Göteborgs stad    | Göteborg         | false
                    """)
    void onlyWhatTheAmountsRestOnIsAdjusted(
            String file, String from, String to, boolean isAdjusted) {
        Books books = new Books();
        books.issue(JANUARY, new SmallInput().inputs());
        SmallInput changed = new SmallInput().change(file, from, to);
        if (file.equals("nycklar.csv")) {
            changed.change("nycklar.csv", "VGK;30;", to.equals("VGR;60") ? "VGK;40;" : "VGK;30;");
        }
        changed.change("budget-2023.csv", "4.1;2 280 000;5 320 000", "4.1;;")
                .change("budget-2023.csv", ";2 280 000;5 320 000\n", ";;\n");
        Money before = ofRowOne(books.issuances().get(0), JANUARY);
        Inputs today = changed.inputs();

        Issuance february = books.issue(YearMonth.of(2023, 2), today);

        Money expected =
                today.line("1").orElseThrow().amountsOf(JANUARY).get(new PartyCode("1480"));
        Money adjusted =
                Money.total(
                        february.amounts().stream()
                                .filter(a -> a.kind() == LineKind.ADJUSTMENT)
                                .filter(
                                        a ->
                                                a.party().value().equals("1480")
                                                        && a.row().equals("1"))
                                .map(Amount::money)
                                .toList());
        assertThat(adjusted).isEqualTo(expected.minus(before));
        assertThat(adjusted.isZero()).isEqualTo(!isAdjusted);
    }

    private static Money ofRowOne(Issuance issuance, YearMonth concerns) {
        return Money.total(
                issuance.amounts().stream()
                        .filter(a -> a.party().value().equals("1480") && a.row().equals("1"))
                        .filter(a -> a.concerns().equals(concerns))
                        .map(Amount::money)
                        .toList());
    }

    @Test
    void aChangedVatRateGivesTwoLines() {
        Books books = new Books();
        books.issue(JANUARY, new SmallInput().inputs());
        Inputs today = new SmallInput().change("objekt.csv", "alla;25", "alla;6").inputs();

        Issuance february = books.issue(YearMonth.of(2023, 2), today);

        List<InvoiceLine> adjustments =
                invoiceTo("1480", february).lines().stream()
                        .filter(line -> line.kind() == LineKind.ADJUSTMENT)
                        .toList();
        assertThat(adjustments).hasSize(2);
        assertThat(adjustments.get(0).amount()).isEqualTo(adjustments.get(1).amount().negated());
        assertThat(adjustments.stream().map(line -> line.vat().percent())).containsExactly(25, 6);
        assertThat(adjustments.get(0).concernsInvoices())
                .containsExactly(InvoiceNumber.parse("202300002"));
    }

    @Test
    void anAdjustmentNeedsAReason() {
        Books books = new Books();
        books.issue(JANUARY, new SmallInput().inputs());
        Inputs today = new SmallInput().change("objekt.csv", "alla;25", "alla;6").inputs();
        RunTerms withoutReason =
                RunTerms.ofMonth(YearMonth.of(2023, 2), LocalDate.of(2023, 12, 31), " ");

        assertThatThrownBy(() -> books.issue(withoutReason, today))
                .isInstanceOfSatisfying(
                        RunRefused.class,
                        e -> {
                            assertThat(e.cause()).isEqualTo(RunRefused.Cause.REASON_MISSING);
                            assertThat(e.details())
                                    .as("months, rows, their sum and how many parties")
                                    .containsExactly("2023-01", "1, 3", "0,00", "3");
                        });
    }

    @Test
    void aLineIsFoundByItsRow() {
        Inputs inputs = new SmallInput().inputs();

        assertThat(inputs.line("3").orElseThrow().line().text()).isEqualTo("Möten");
        assertThat(inputs.line("4")).isEmpty();
    }

    @Test
    void aPartyThatIsGoneCannotBeAdjusted() {
        Books books = new Books();
        books.issue(JANUARY, new SmallInput().inputs());
        Inputs today =
                new SmallInput()
                        .change(
                                "parter.csv",
                                "1489;Alingsås kommun;kommun;212000-1553;faktura;NORR;0007:2120001553;REF3;;441 81;Alingsås;\n",
                                "")
                        .inputs();

        assertThatThrownBy(() -> books.issue(YearMonth.of(2023, 2), today))
                .isInstanceOfSatisfying(
                        RunRefused.class,
                        e -> assertThat(e.cause()).isEqualTo(RunRefused.Cause.PARTY_VANISHED));
    }

    @Test
    void aSeriesThatIsFullIsNotGoneRound() {
        Inputs inputs =
                new SmallInput()
                        .change(
                                "installningar.yml",
                                "nummerserie_från: 1",
                                "nummerserie_från: 99998")
                        .inputs();

        assertThatThrownBy(
                        () ->
                                IssuingRun.calculate(
                                        terms(MARCH), inputs, Issued.NOTHING, Causes.UNTOLD))
                .isInstanceOfSatisfying(
                        RunRefused.class,
                        e -> assertThat(e.cause()).isEqualTo(RunRefused.Cause.SERIES_FULL));
    }
}
