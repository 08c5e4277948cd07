package se.gits.costshare.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceKind;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.money.Money;
import se.gits.costshare.money.VatRate;
import se.gits.costshare.party.Invoicing;
import se.gits.costshare.party.PartyCode;

/**
 * Settling the year of a small input: three lines, four payers and one that is carried centrally.
 */
class SettlementTest {

    private static final Year YEAR = Year.of(2023);

    /** What the rows of the budget are: 7 600 000, 1 000,01 and 100 kr. */
    private static SmallInput withOutcome(String one, String two, String three) {
        return new SmallInput()
                .put(
                        "utfall-2023.csv",
                        "rad;utfall\n1;%s\n2;%s\n3;%s\n".formatted(one, two, three));
    }

    private final Books books = new Books();
    private final Inputs budget = new SmallInput().inputs();

    private void issueTheYear() {
        IntStream.rangeClosed(1, 12).forEach(n -> books.issue(YEAR.atMonth(n), budget));
    }

    private Money issued(String row) {
        return Money.total(
                books.issued()
                        .amounts()
                        .map(IssuedAct.IssuedAmount::amount)
                        .filter(amount -> amount.row().equals(row))
                        .map(Amount::money)
                        .toList());
    }

    private static Optional<Invoice> to(String party, Issuance issuance) {
        return issuance.invoices().stream()
                .filter(invoice -> invoice.recipient().code().value().equals(party))
                .findFirst();
    }

    private static RunTerms terms() {
        return RunTerms.ofSettlement(YEAR, LocalDate.of(2024, 1, 31), "");
    }

    private void assertRefused(RunRefused.Cause cause, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        RunRefused.class, e -> assertThat(e.cause()).isEqualTo(cause));
    }

    @ParameterizedTest(name = "outcome {0}, {1}, {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # row 1       | row 2    | row 3   | why
                    7 600 000     | 1 000,01 | 100     | as budgeted
                    7 412 350,55  | 1 000,01 | 100     | a surplus
                    8 000 000,01  | 1 200,00 | 0       | dearer, and a line that cost nothing
                    0             | 0        | 0       | nothing at all
                    -12,34        | 0,01     | -0,07   | an income
                    """)
    void theYearComesToTheOutcomeOfEachLine(String one, String two, String three, String why) {
        issueTheYear();
        Inputs settled = withOutcome(one, two, three).inputsForSettlement();

        books.settle(settled);

        Outcomes expected = new Outcomes(settled);
        for (String row : List.of("1", "2", "3")) {
            assertThat(issued(row)).as("row " + row).isEqualTo(expected.of(row));
        }
        assertThat(books.totals()).isEqualTo(expected.byRowAndParty());
    }

    @Test
    void anOutcomeAsBudgetedIssuesNothingAndClosesTheYear() {
        issueTheYear();
        Inputs settled = withOutcome("7 600 000", "1 000,01", "100").inputsForSettlement();

        Issuance settlement = books.settle(settled);

        assertThat(settlement.amounts()).isEmpty();
        assertThat(settlement.invoices()).isEmpty();
        assertThat(books.issued().isSettled()).isTrue();
    }

    @Test
    void aSurplusGivesCreditNotesThatNameTheirInvoices() {
        issueTheYear();
        Inputs settled = withOutcome("7 000 000", "1 000,01", "100").inputsForSettlement();

        Issuance settlement = books.settle(settled);

        Invoice goteborg = to("1480", settlement).orElseThrow();
        assertThat(goteborg.kind()).isEqualTo(InvoiceKind.CREDIT_NOTE);
        assertThat(goteborg.period()).hasToString("2023");
        InvoiceLine line = goteborg.lines().get(0);
        assertThat(goteborg.lines()).hasSize(1);
        assertThat(line.kind()).isEqualTo(LineKind.SETTLEMENT);
        assertThat(line.concernsMonths()).hasSize(12);
        assertThat(line.concernsInvoices())
                .containsExactlyElementsOf(
                        books.issuances().stream()
                                .limit(12)
                                .map(month -> to("1480", month).orElseThrow().number().get())
                                .toList());
        assertThat(line.cause())
                .isEqualTo("Utfall 7\u00A0000\u00A0000,00 kr mot budget 7\u00A0600\u00A0000,00 kr");
        assertThat(to("VGR", settlement).orElseThrow().net())
                .as("70 % of the 600 000 kr that were not used")
                .isEqualTo(new Money(-420_000_00));
    }

    @Test
    void whatIsCarriedCentrallyIsSettledThereToo() {
        issueTheYear();
        Inputs settled = withOutcome("7 600 000", "1 300,01", "100").inputsForSettlement();

        Issuance settlement = books.settle(settled);

        assertThat(
                        settlement.amounts().stream()
                                .filter(amount -> amount.invoicing() == Invoicing.NONE)
                                .map(Amount::money)
                                .reduce(Money.ZERO, Money::plus))
                .as("VästKom's third of 300 kr")
                .isEqualTo(new Money(100_00));
        assertThat(to("VASTKOM", settlement)).isEmpty();
        assertThat(to("1480", settlement).orElseThrow().lines().get(0).vat())
                .isEqualTo(VatRate.exempt("3 kap. ML"));
    }

    @Test
    void aKeyCorrectedAfterDecemberGoesIntoTheSettlement() {
        issueTheYear();
        SmallInput corrected =
                withOutcome("7 600 000", "1 000,01", "100")
                        .change("nycklar.csv", "VGR;70", "VGR;60")
                        .change("nycklar.csv", "VGK;30", "VGK;40")
                        .change("budget-2023.csv", "4.1;2 280 000;5 320 000", "4.1;;")
                        .change("budget-2023.csv", ";2 280 000;5 320 000\n", ";;\n");

        Issuance settlement = books.settle(corrected.inputsForSettlement());

        assertThat(to("VGR", settlement).orElseThrow().net()).isEqualTo(new Money(-760_000_00));
        assertThat(Money.total(settlement.amounts().stream().map(Amount::money)))
                .isEqualTo(Money.ZERO);
    }

    /** Allowed with a warning: its cost comes in the settlement, or nobody would ever pay it. */
    @Test
    void aMonthThatWasNeverIssuedIsInTheSettlement() {
        IntStream.rangeClosed(1, 12)
                .filter(number -> number != 3)
                .forEach(number -> books.issue(YEAR.atMonth(number), budget));
        Inputs settled = withOutcome("7 600 000", "1 000,01", "100").inputsForSettlement();

        books.settle(settled);

        assertThat(books.totals()).isEqualTo(new Outcomes(settled).byRowAndParty());
    }

    // what is refused

    @Test
    void aYearWithoutDecemberIsNotOver() {
        IntStream.rangeClosed(1, 11).forEach(n -> books.issue(YEAR.atMonth(n), budget));
        Inputs settled = withOutcome("7 600 000", "1 000,01", "100").inputsForSettlement();

        assertRefused(RunRefused.Cause.YEAR_NOT_OVER, () -> books.settle(settled));
    }

    @Test
    void aYearIsSettledOnceAndThenClosed() {
        issueTheYear();
        Inputs settled = withOutcome("7 000 000", "1 000,01", "100").inputsForSettlement();
        books.settle(settled);

        assertRefused(RunRefused.Cause.SETTLED_ALREADY, () -> books.settle(settled));
        assertRefused(
                RunRefused.Cause.YEAR_SETTLED,
                () -> books.credit(YearMonth.of(2023, 5), "1480", budget));
        assertRefused(
                RunRefused.Cause.YEAR_SETTLED,
                () -> books.reissue(YearMonth.of(2023, 5), "1480", budget));
    }

    @Test
    void aMonthThatWasLeftOutIsNotIssuedOnceTheYearIsClosed() {
        IntStream.rangeClosed(2, 12).forEach(n -> books.issue(YEAR.atMonth(n), budget));
        books.settle(withOutcome("7 600 000", "1 000,01", "100").inputsForSettlement());

        assertRefused(
                RunRefused.Cause.YEAR_SETTLED, () -> books.issue(YearMonth.of(2023, 1), budget));
    }

    @Test
    void aCreditThatWaitsForItsNewInvoiceKeepsTheYearOpen() {
        issueTheYear();
        books.credit(YearMonth.of(2023, 5), "1480", budget);
        Inputs settled = withOutcome("7 000 000", "1 000,01", "100").inputsForSettlement();

        assertRefused(RunRefused.Cause.CREDIT_WAITS, () -> books.settle(settled));

        books.reissue(YearMonth.of(2023, 5), "1480", budget);
        books.settle(settled);
        assertThat(books.totals()).isEqualTo(new Outcomes(settled).byRowAndParty());
    }

    @Test
    void aDraftOfASettlementIsTheSettlementWithoutNumbers() {
        issueTheYear();
        Inputs settled = withOutcome("7 000 000", "1 000,01", "100").inputsForSettlement();
        Issued before = books.issued();

        Issuance draft = IssuingRun.calculate(terms().asDraft(), settled, before, Causes.UNTOLD);
        Issuance issued = IssuingRun.calculate(terms(), settled, before, Causes.UNTOLD);

        assertThat(draft.invoices()).allMatch(invoice -> invoice.number().isEmpty());
        assertThat(draft.contentHash()).isEqualTo(issued.contentHash());
        assertThat(draft.amounts()).isEqualTo(issued.amounts());
        assertThat(new ArrayList<>(issued.invoices()))
                .allMatch(invoice -> invoice.recipient().code().compareTo(new PartyCode("1")) > 0);
    }
}
