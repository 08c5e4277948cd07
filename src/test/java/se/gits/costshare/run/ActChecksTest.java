package se.gits.costshare.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.money.Money;
import se.gits.costshare.money.VatRate;
import se.gits.costshare.run.ActChecks.Kind;

/** What an act is held to, and that each check finds what it is for. */
class ActChecksTest {

    private static final YearMonth MARCH = YearMonth.of(2023, 3);

    private final Books books = new Books();

    private static List<Kind> failing(Issuance issuance) {
        return ActChecks.of(issuance).sums().stream()
                .filter(check -> !check.holds())
                .map(ActChecks.SumCheck::kind)
                .toList();
    }

    /** March has a cost that is carried centrally, a line without VAT, and both series. */
    private Issuance march() {
        return books.issue(MARCH, new SmallInput().inputs());
    }

    @Test
    void everyActHoldsAndTellsTheSameSumTwice() {
        Issuance march = march();
        Issuance credit = books.credit(MARCH, "1480", new SmallInput().inputs());
        Issuance again = books.reissue(MARCH, "1480", new SmallInput().inputs());

        assertThat(ActChecks.of(march).sums())
                .extracting(check -> check.kind() + " " + check.one() + " " + check.other())
                .containsExactly(
                        "BUDGET_AND_SHARES 633675.00 633675.00",
                        "LINES_AND_SHARES 633563.89 633563.89",
                        "REST_AND_CENTRAL 111.11 111.11",
                        "VAT_AND_SHARES 47502.09 47502.09",
                        "PAYABLE_AND_SHARES 681065.98 681065.98");
        assertThat(ActChecks.of(march).numbers())
                .extracting(ActChecks.SeriesCheck::toString)
                .hasSize(2);
        assertThat(ActChecks.of(credit).sums())
                .extracting(check -> check.kind() + " " + check.one() + " " + check.other())
                .contains("DUE_AND_ISSUED 0.00 0.00");
        assertThat(ActChecks.of(again).sums()).allMatch(ActChecks.SumCheck::holds);
        assertThat(ActChecks.of(again).numbers())
                .extracting(check -> check.expected() + " " + check.first() + " " + check.span())
                .containsExactly("202300005 202300005 1");
    }

    /** Each invoice to the krona: 681 065,98 kr to the öre. */
    @Test
    void whatIsPaidInWholeKronorIsPaidSoByTheSharesToo() {
        SmallInput wholeKronor =
                new SmallInput()
                        .change("installningar.yml", "öresavrundning: nej", "öresavrundning: ja");

        assertThat(ActChecks.of(books.issue(MARCH, wholeKronor.inputs())).sums())
                .extracting(check -> check.kind() + " " + check.one() + " " + check.other())
                .last()
                .isEqualTo("PAYABLE_AND_SHARES 681066.00 681066.00");
    }

    @Test
    void aDraftHasNoNumbersToCheck() {
        Issuance draft =
                IssuingRun.calculate(
                        RunTerms.ofMonth(MARCH, MARCH.atEndOfMonth(), "").asDraft(),
                        new SmallInput().inputs(),
                        Issued.NOTHING,
                        Causes.UNTOLD);

        assertThat(ActChecks.of(draft).numbers()).isEmpty();
    }

    /** What becomes of a month that is tampered with. */
    static Stream<Arguments> tamperedWith() {
        return Stream.of(
                wrong(
                        "an invoice is left out",
                        invoices -> invoices.subList(1, invoices.size()),
                        Kind.LINES_AND_SHARES,
                        Kind.REST_AND_CENTRAL,
                        Kind.VAT_AND_SHARES,
                        Kind.PAYABLE_AND_SHARES),
                wrong(
                        "a line is one öre dearer, and so much that its VAT rounds up",
                        changed(ActChecksTest::oneOreMore),
                        Kind.LINES_AND_SHARES,
                        Kind.REST_AND_CENTRAL,
                        Kind.VAT_AND_SHARES,
                        Kind.PAYABLE_AND_SHARES),
                wrong(
                        "a line has another VAT rate",
                        changed(ActChecksTest::taxedLower),
                        Kind.VAT_AND_SHARES,
                        Kind.PAYABLE_AND_SHARES));
    }

    private static Arguments wrong(
            String what, UnaryOperator<List<Invoice>> change, Kind... failing) {
        return Arguments.of(what, change, List.of(failing));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tamperedWith")
    void whatIsWrongIsFound(String what, UnaryOperator<List<Invoice>> change, List<Kind> expected) {
        Issuance wrong = with(march(), change);

        assertThat(failing(wrong)).isEqualTo(expected);
        assertThatIllegalStateException().isThrownBy(() -> ActChecks.of(wrong).demand());
    }

    @Test
    void aShareThatIsLeftOutIsFound() {
        Issuance march = march();
        List<Amount> fewer = new ArrayList<>(march.amounts());
        fewer.remove(0);
        Issuance wrong =
                new Issuance(
                        march.terms(),
                        march.inputs(),
                        fewer,
                        march.invoices(),
                        march.before(),
                        march.causes());

        assertThat(failing(wrong)).contains(Kind.BUDGET_AND_SHARES, Kind.LINES_AND_SHARES);
    }

    /** A gap, a repeat, and a series that does not go on where it ended. */
    @ParameterizedTest(name = "{0} as the last of 202300001–202300003")
    @MethodSource("wrongNumbers")
    void aNumberOutOfOrderIsFound(String number) {
        Issuance wrong =
                with(
                        march(),
                        invoices -> {
                            List<Invoice> renumbered = new ArrayList<>(invoices);
                            renumbered.set(
                                    2, numbered(invoices.get(2), InvoiceNumber.parse(number)));
                            return renumbered;
                        });

        assertThat(ActChecks.of(wrong).numbers().get(0).holds()).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> ActChecks.of(wrong).demand());
    }

    /** From 1 through 3 as there should be, and yet only two numbers. */
    @Test
    void aNumberThatIsUsedTwiceIsFound() {
        Issuance wrong =
                with(
                        march(),
                        invoices -> {
                            List<Invoice> renumbered = new ArrayList<>(invoices);
                            renumbered.set(
                                    1, numbered(invoices.get(1), InvoiceNumber.parse("202300003")));
                            return renumbered;
                        });

        ActChecks.SeriesCheck series = ActChecks.of(wrong).numbers().get(0);
        assertThat(series.span()).isEqualTo(series.documents()).isEqualTo(3);
        assertThat(series.count()).isEqualTo(2);
        assertThat(series.holds()).isFalse();
    }

    static Stream<String> wrongNumbers() {
        return Stream.of("202300004", "202300002", "202300001");
    }

    @Test
    void aSeriesThatBeginsElsewhereIsFound() {
        Issuance wrong =
                with(
                        march(),
                        invoices ->
                                invoices.stream()
                                        .map(
                                                invoice ->
                                                        numbered(
                                                                invoice,
                                                                invoice.number()
                                                                        .orElseThrow()
                                                                        .next()))
                                        .toList());

        assertThat(ActChecks.of(wrong).numbers()).noneMatch(ActChecks.SeriesCheck::holds);
    }

    private static Issuance with(Issuance issuance, UnaryOperator<List<Invoice>> change) {
        return new Issuance(
                issuance.terms(),
                issuance.inputs(),
                issuance.amounts(),
                change.apply(issuance.invoices()),
                issuance.before(),
                issuance.causes());
    }

    private static UnaryOperator<List<Invoice>> changed(UnaryOperator<InvoiceLine> change) {
        return invoices -> {
            List<Invoice> all = new ArrayList<>(invoices);
            Invoice first = all.get(0);
            List<InvoiceLine> lines = new ArrayList<>(first.lines());
            lines.set(0, change.apply(lines.get(0)));
            all.set(0, invoice(first, first.number(), lines));
            return all;
        };
    }

    private static Invoice numbered(Invoice invoice, InvoiceNumber number) {
        return invoice(invoice, Optional.of(number), invoice.lines());
    }

    private static Invoice invoice(
            Invoice invoice, Optional<InvoiceNumber> number, List<InvoiceLine> lines) {
        return new Invoice(
                number,
                invoice.period(),
                invoice.issueDate(),
                invoice.issuer(),
                invoice.terms(),
                invoice.recipient(),
                lines,
                invoice.follows());
    }

    private static InvoiceLine oneOreMore(InvoiceLine line) {
        return line(line, line.amount().plus(new Money(1)), line.vat());
    }

    private static InvoiceLine taxedLower(InvoiceLine line) {
        return line(line, line.amount(), VatRate.ofPercent(6));
    }

    private static InvoiceLine line(InvoiceLine line, Money amount, VatRate vat) {
        return new InvoiceLine(
                line.objectCode(),
                line.objectName(),
                line.budgetRow(),
                line.text(),
                line.kind(),
                line.keyCode(),
                amount,
                vat,
                line.concernsMonths(),
                line.concernsInvoices(),
                line.cause(),
                line.decision());
    }
}
