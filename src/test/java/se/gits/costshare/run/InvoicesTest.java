package se.gits.costshare.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.invoice.LineKind;

/** What an invoice line says: why it is there, and which invoices it concerns. */
class InvoicesTest {

    private static final YearMonth JANUARY = YearMonth.of(2023, 1);
    private static final YearMonth FEBRUARY = YearMonth.of(2023, 2);
    private static final LocalDate LAST_DAY = LocalDate.of(2023, 12, 31);

    private final Books books = new Books();
    private final Inputs inputs = new SmallInput().inputs();

    private static Invoice to(String party, Issuance issuance) {
        return issuance.invoices().stream()
                .filter(invoice -> invoice.recipient().code().value().equals(party))
                .findFirst()
                .orElseThrow();
    }

    private static List<InvoiceLine> lines(Issuance issuance, String party, LineKind kind) {
        return to(party, issuance).lines().stream().filter(line -> line.kind() == kind).toList();
    }

    private static Inputs withDearerMeetings() {
        return new SmallInput().withDearerMeetings().inputs();
    }

    // why a line is there

    /** What the administrator says, and then what has changed; one full stop between them. */
    @ParameterizedTest(name = "“{0}”")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Dyrare möten     | Dyrare möten. Budgetrad 3: beloppet 100,00 kr → 200,00 kr (beslut: Plan 2023, 4.1)
            Dyrare möten.    | Dyrare möten. Budgetrad 3: beloppet 100,00 kr → 200,00 kr (beslut: Plan 2023, 4.1)
            'Dyrare ... '    | Dyrare. Budgetrad 3: beloppet 100,00 kr → 200,00 kr (beslut: Plan 2023, 4.1)
            """)
    void anAdjustmentTellsTheReasonAndWhatHasChanged(String reason, String cause) {
        books.issue(JANUARY, inputs);

        Issuance february =
                books.issue(RunTerms.ofMonth(FEBRUARY, LAST_DAY, reason), withDearerMeetings());

        assertThat(lines(february, "1440", LineKind.ADJUSTMENT))
                .extracting(InvoiceLine::cause)
                .extracting(told -> told.replace('\u00A0', ' '))
                .containsExactly(cause);
        assertThat(lines(february, "1440", LineKind.ORDINARY))
                .as("a month's own lines need no reason")
                .extracting(InvoiceLine::cause)
                .containsOnly("");
    }

    @Test
    void anAdjustmentThatNothingExplainsSaysSo() {
        books.issue(JANUARY, inputs);

        Issuance february =
                IssuingRun.calculate(
                        RunTerms.ofMonth(FEBRUARY, LAST_DAY, "skäl"),
                        withDearerMeetings(),
                        books.issued(),
                        Causes.UNTOLD);

        assertThat(lines(february, "1440", LineKind.ADJUSTMENT))
                .extracting(InvoiceLine::cause)
                .containsExactly("skäl. Skillnader mellan månader som tidigare tog ut varandra");
    }

    @Test
    void aCreditTellsItsReasonAsItWasWrittenAndNotWhatHasChanged() {
        books.issue(JANUARY, inputs);

        Issuance credit =
                books.issue(
                        RunTerms.ofCredit(
                                JANUARY,
                                to("1440", books.monthOf(JANUARY)).recipient().code(),
                                LAST_DAY,
                                "Fel mottagare."),
                        withDearerMeetings());

        assertThat(lines(credit, "1440", LineKind.CREDIT))
                .extracting(InvoiceLine::cause)
                .containsOnly("Fel mottagare.");
    }

    @Test
    void aNewInvoiceTellsItsReasonOnEveryLine() {
        books.issue(JANUARY, inputs);
        books.credit(JANUARY, "1440", inputs);

        Issuance anew =
                books.issue(
                        RunTerms.ofReissue(
                                JANUARY,
                                to("1440", books.monthOf(JANUARY)).recipient().code(),
                                LAST_DAY,
                                "Rättad"),
                        inputs);

        assertThat(lines(anew, "1440", LineKind.ORDINARY))
                .hasSize(2)
                .extracting(InvoiceLine::cause)
                .containsOnly("Rättad");
    }

    /** In their order: the outcome, months that were never issued, and what has changed since. */
    @ParameterizedTest(name = "reason “{0}”, without month {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ''       | 0 | Utfall 240,00 kr mot budget 200,00 kr. Budgetrad 3: beloppet 100,00 kr → 200,00 kr (beslut: Plan 2023, 4.1)
            ''       | 3 | Utfall 240,00 kr mot budget 200,00 kr. Månader som inte har fakturerats ingår: 2023-03. Budgetrad 3: beloppet 100,00 kr → 200,00 kr (beslut: Plan 2023, 4.1)
            Avslut   | 0 | Avslut. Utfall 240,00 kr mot budget 200,00 kr. Budgetrad 3: beloppet 100,00 kr → 200,00 kr (beslut: Plan 2023, 4.1)
            """)
    void aSettlementTellsTheOutcomeAndWhatWasNeverIssued(String reason, int without, String cause) {
        IntStream.rangeClosed(1, 12)
                .filter(month -> month != without)
                .forEach(month -> books.issue(Year.of(2023).atMonth(month), inputs));
        Inputs settled =
                new SmallInput()
                        .withDearerMeetings()
                        .put("utfall-2023.csv", "rad;utfall\n1;7 600 000\n2;1 000,01\n3;240\n")
                        .inputsForSettlement();

        Issuance settlement =
                books.issue(RunTerms.ofSettlement(Year.of(2023), LAST_DAY, reason), settled);

        assertThat(lines(settlement, "1440", LineKind.SETTLEMENT))
                .filteredOn(line -> line.budgetRow().equals("3"))
                .extracting(InvoiceLine::cause)
                .extracting(told -> told.replace('\u00A0', ' '))
                .containsExactly(cause);
    }

    // which invoices a line concerns

    private List<String> concerned(Issuance issuance, String row) {
        return lines(issuance, "1440", LineKind.ADJUSTMENT).stream()
                .filter(line -> line.budgetRow().equals(row))
                .flatMap(line -> line.concernsInvoices().stream())
                .map(InvoiceNumber::toString)
                .toList();
    }

    @Test
    void aNewRowConcernsTheMonthsOwnInvoiceAndNotWhatAdjustedItLater() {
        books.issue(JANUARY, inputs);
        books.issue(FEBRUARY, withDearerMeetings());
        Inputs withOneMore =
                new SmallInput()
                        .withDearerMeetings()
                        .add(
                                "budget-2023.csv",
                                "4;SHVO;Extra;drift;1 200;NORR;2023-01;2023-01;Plan;;")
                        .changeAll("budget-2023.csv", "Totalt.*\n", "")
                        .inputs();

        Issuance march = books.issue(YearMonth.of(2023, 3), withOneMore);

        assertThat(concerned(march, "4")).containsExactly("202300001");
    }

    /** Row 3's January stands on its own invoice at 25 %, and on February's at 6 %. */
    @Test
    void aLineConcernsTheInvoicesThatHaveItsCostAtItsRate() {
        books.issue(JANUARY, inputs);
        SmallInput lower = new SmallInput().change("objekt.csv", "alla;25", "alla;6");
        Issuance february = books.issue(FEBRUARY, lower.inputs());
        assertThat(concerned(february, "3"))
                .as("taken back at 25 % and charged at 6 %, which stands on none yet")
                .containsExactly("202300001", "202300001");

        Issuance march = books.issue(YearMonth.of(2023, 3), lower.withDearerMeetings().inputs());

        assertThat(concerned(march, "3"))
                .as("at 6 %: January's adjustment and February")
                .containsExactly("202300004");
    }

    // numbers

    @Test
    void noInvoiceIsDatedBeforeTheLastOfItsSeries() {
        books.issue(RunTerms.ofMonth(JANUARY, LocalDate.of(2023, 1, 31), ""), inputs);

        assertThatThrownBy(
                        () ->
                                books.issue(
                                        RunTerms.ofMonth(FEBRUARY, LocalDate.of(2023, 1, 30), ""),
                                        inputs))
                .isInstanceOfSatisfying(
                        RunRefused.class,
                        refused -> {
                            assertThat(refused.cause())
                                    .isEqualTo(RunRefused.Cause.DATE_BEFORE_LAST);
                            assertThat(refused.details())
                                    .containsExactly("2023-01-30", "202300003", "2023-01-31");
                        });
        assertThat(
                        books.issue(
                                        RunTerms.ofMonth(FEBRUARY, LocalDate.of(2023, 1, 31), ""),
                                        inputs)
                                .invoices())
                .as("the same day is as good")
                .hasSize(4);
    }
}
