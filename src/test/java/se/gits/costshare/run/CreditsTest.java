package se.gits.costshare.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceKind;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.PartyCode;

/** Crediting a party's month and issuing it anew: Göteborg (1480) in a small input. */
class CreditsTest {

    private static final YearMonth JANUARY = YearMonth.of(2023, 1);
    private static final YearMonth FEBRUARY = YearMonth.of(2023, 2);
    private static final YearMonth MARCH = YearMonth.of(2023, 3);
    private static final YearMonth APRIL = YearMonth.of(2023, 4);
    private static final String GOTEBORG = "1480";

    /** Row 1 is dearer from the whole year's start: 7 900 000 kr instead of 7 600 000. */
    private static SmallInput dearer() {
        return new SmallInput()
                .change(
                        "budget-2023.csv",
                        "7 600 000;70/30;;;Plan 2023, 4.1;2 280 000;5 320 000",
                        "7 900 000;70/30;;;Plan 2023, 4.1;;")
                .change("budget-2023.csv", "7 601 100,01;;;;;2 280 000;5 320 000", ";;;;;;");
    }

    private final Books books = new Books();
    private final Inputs before = new SmallInput().inputs();
    private final Inputs today = dearer().inputs();

    private static Invoice only(Issuance issuance) {
        assertThat(issuance.invoices()).hasSize(1);
        return issuance.invoices().get(0);
    }

    /** What stands invoiced to Göteborg for a month, all acts together. */
    private Money standing(YearMonth month) {
        return Money.total(
                books.issued()
                        .amounts()
                        .map(IssuedAct.IssuedAmount::amount)
                        .filter(amount -> amount.party().value().equals(GOTEBORG))
                        .filter(amount -> amount.concerns().equals(month))
                        .map(Amount::money)
                        .toList());
    }

    private static Money todays(Inputs inputs, YearMonth month) {
        return Money.total(
                inputs.linesIn(month).stream()
                        .map(line -> line.amountsOf(month))
                        .map(amounts -> amounts.getOrDefault(new PartyCode(GOTEBORG), Money.ZERO))
                        .toList());
    }

    private static List<Amount> adjustmentsTo(String party, Issuance issuance) {
        return issuance.amounts().stream()
                .filter(amount -> amount.kind() == LineKind.ADJUSTMENT)
                .filter(amount -> amount.party().value().equals(party))
                .toList();
    }

    // the credit

    @Test
    void aCreditMirrorsTheInvoiceLineByLine() {
        Issuance march = books.issue(MARCH, before);
        Invoice invoice =
                march.invoices().stream()
                        .filter(i -> i.recipient().code().value().equals(GOTEBORG))
                        .findFirst()
                        .orElseThrow();

        Invoice credit = only(books.credit(MARCH, GOTEBORG, before));

        assertThat(credit.kind()).isEqualTo(InvoiceKind.CREDIT_NOTE);
        assertThat(credit.net()).isEqualTo(invoice.net().negated());
        assertThat(credit.vat()).isEqualTo(invoice.vat().negated());
        assertThat(credit.payable()).isEqualTo(invoice.payable().negated());
        assertThat(credit.lines()).hasSameSizeAs(invoice.lines()).hasSize(2);
        for (int i = 0; i < invoice.lines().size(); i++) {
            InvoiceLine charged = invoice.lines().get(i);
            InvoiceLine taken = credit.lines().get(i);
            assertThat(taken.kind()).isEqualTo(LineKind.CREDIT);
            assertThat(taken.budgetRow()).isEqualTo(charged.budgetRow());
            assertThat(taken.amount()).isEqualTo(charged.amount().negated());
            assertThat(taken.vat()).isEqualTo(charged.vat());
            assertThat(taken.concernsMonths()).containsExactly(MARCH);
            assertThat(taken.concernsInvoices()).containsExactly(invoice.number().orElseThrow());
            assertThat(taken.cause()).isEqualTo("skäl");
        }
        assertThat(standing(MARCH)).isEqualTo(Money.ZERO);
    }

    @Test
    void aCreditGoesOnInTheSeriesOfInvoices() {
        books.issue(JANUARY, before);

        assertThat(only(books.credit(JANUARY, GOTEBORG, before)).number())
                .contains(InvoiceNumber.parse("202300004"));
        assertThat(only(books.credit(JANUARY, "VGR", before)).number())
                .contains(InvoiceNumber.parse("I202300002"));
    }

    /** January stands on two invoices: its own, and February's that adjusted it. */
    @Test
    void aCreditTakesBackWhatLaterInvoicesAdjustedAndNamesEachOfThem() {
        books.issue(JANUARY, before);
        books.issue(FEBRUARY, today);

        Invoice credit = only(books.credit(JANUARY, GOTEBORG, today));

        assertThat(credit.net()).isEqualTo(todays(today, JANUARY).negated());
        assertThat(credit.concernsInvoices())
                .containsExactly(
                        InvoiceNumber.parse("202300002"), InvoiceNumber.parse("202300005"));
        assertThat(standing(JANUARY)).isEqualTo(Money.ZERO);
        assertThat(standing(FEBRUARY)).isEqualTo(todays(today, FEBRUARY));
    }

    @Test
    void aCreditIsOfWhatStandsWhateverTheInputIsNow() {
        books.issue(JANUARY, before);

        assertThat(only(books.credit(JANUARY, GOTEBORG, today)).net())
                .isEqualTo(todays(before, JANUARY).negated());
    }

    /** VästKom's third of 333,34 kr in March, by the object that it was then of. */
    private void issueMarchToVastKom(String invoicing) {
        books.issue(MARCH, vastKom(invoicing, new SmallInput()).inputs());
    }

    private static SmallInput vastKom(String invoicing, SmallInput input) {
        return input.change("parter.csv", "VästKom;övrig;;ingen", "VästKom;övrig;;" + invoicing);
    }

    /** The cards are of another object now, without VAT as they were. */
    private static SmallInput ofAnotherObject(String cost) {
        return new SmallInput()
                .add("objekt.csv", "KORT2;Kort;uppdrag;2023-01;;1440 1480;undantag 3 kap. ML;Plan")
                .change(
                        "budget-2023.csv",
                        "2;KORT;Kort;kort;1 000,01;",
                        "2;KORT2;Kort;kort;" + cost + ";")
                .changeAll("budget-2023.csv", "Totalt.*\n", "");
    }

    @Test
    void whatWasAdjustedToNothingIsNotCreditedThoughItsObjectIsAnother() {
        issueMarchToVastKom("faktura");
        Inputs without = vastKom("faktura", ofAnotherObject("0")).inputs();
        books.issue(APRIL, without);

        assertRefused(
                RunRefused.Cause.NOTHING_INVOICED, () -> books.credit(MARCH, "VASTKOM", without));
    }

    /** What the internal invoices come to nothing on together needs no credit note of its own. */
    @Test
    void whatIsInvoicedOtherwiseSinceIsCreditedWhereItStands() {
        issueMarchToVastKom("intern");
        Inputs outside = vastKom("faktura", ofAnotherObject("1 000,01")).inputs();
        books.issue(APRIL, outside);

        Invoice credit = only(books.credit(MARCH, "VASTKOM", outside));

        assertThat(credit.kind()).isEqualTo(InvoiceKind.CREDIT_NOTE);
        assertThat(credit.lines())
                .extracting(line -> line.budgetRow() + " " + line.amount())
                .containsExactly("2 -111.11");
    }

    /** Carried centrally in March, invoiced for it in April: the credit is of the latter. */
    @Test
    void whatIsCarriedCentrallyIsNotCredited() {
        issueMarchToVastKom("ingen");
        SmallInput half =
                vastKom("faktura", new SmallInput())
                        .change("budget-2023.csv", ";1 000,01;", ";500;")
                        .changeAll("budget-2023.csv", "Totalt.*\n", "");
        books.issue(APRIL, half.inputs());

        Issuance credit = books.credit(MARCH, "VASTKOM", half.inputs());

        assertThat(credit.invoiced()).hasToString("-55.56");
        assertThat(Reconciliation.of(credit).total().before()).hasToString("55.56");
        assertThat(books.issue(YearMonth.of(2023, 5), half.inputs()).amounts())
                .noneMatch(amount -> amount.concerns().equals(MARCH));
    }

    // the new invoice

    @Test
    void theNewInvoiceIsTodaysInput() {
        books.issue(JANUARY, before);
        books.credit(JANUARY, GOTEBORG, before);

        Invoice anew = only(books.reissue(JANUARY, GOTEBORG, today));

        assertThat(anew.kind()).isEqualTo(InvoiceKind.INVOICE);
        assertThat(anew.number()).contains(InvoiceNumber.parse("202300005"));
        assertThat(anew.period()).hasToString("2023-01");
        assertThat(anew.lines()).allMatch(line -> line.kind() == LineKind.ORDINARY);
        assertThat(anew.net()).isEqualTo(todays(today, JANUARY));
        assertThat(standing(JANUARY)).isEqualTo(todays(today, JANUARY));
    }

    @Test
    void theNewInvoiceFollowsTheLastCreditOfItsMonth() {
        books.issue(JANUARY, before);
        books.issue(FEBRUARY, before);
        Invoice first = only(books.credit(JANUARY, GOTEBORG, before));
        Invoice anew = only(books.reissue(JANUARY, GOTEBORG, before));
        books.credit(FEBRUARY, GOTEBORG, before);
        Invoice second = only(books.credit(JANUARY, GOTEBORG, before));
        Invoice last = only(books.reissue(JANUARY, GOTEBORG, today));

        assertThat(anew.follows()).containsExactly(first.number().orElseThrow());
        assertThat(last.follows()).containsExactly(second.number().orElseThrow());
        assertThat(second.follows()).isEmpty();
        assertThat(books.issue(MARCH, today).invoices()).allMatch(i -> i.follows().isEmpty());
    }

    @Test
    void aPartyWithNothingToPayGetsNoNewInvoiceAndItsCreditIsDoneWith() {
        Inputs without =
                new SmallInput()
                        .change(
                                "objekt.csv",
                                "KORT;SITHS-kort;uppdrag;2023-01;;1440 1480;",
                                "KORT;SITHS-kort;uppdrag;2023-01;;1440;")
                        .change("objekt.csv", "2023-12;alla;25", "2023-12;1440 1489;25")
                        .change("budget-2023.csv", "4.1;2 280 000;5 320 000", "4.1;;")
                        .change("budget-2023.csv", ";2 280 000;5 320 000\n", ";;\n")
                        .inputs();
        books.issue(MARCH, before);
        books.credit(MARCH, GOTEBORG, without);

        Issuance anew = books.reissue(MARCH, GOTEBORG, without);

        assertThat(anew.invoices()).isEmpty();
        assertThat(anew.amounts()).isEmpty();
        assertThat(books.issued().credited()).isEmpty();
        assertThat(standing(MARCH)).isEqualTo(Money.ZERO);
    }

    @Test
    void whatWasIssuedAnewCanBeCreditedOnceMoreAndItsCreditNamesTheNewInvoiceAlone() {
        books.issue(JANUARY, before);
        books.credit(JANUARY, GOTEBORG, before);
        InvoiceNumber anew = only(books.reissue(JANUARY, GOTEBORG, today)).number().orElseThrow();

        Invoice again = only(books.credit(JANUARY, GOTEBORG, today));

        assertThat(again.concernsInvoices()).containsExactly(anew);
        assertThat(standing(JANUARY)).isEqualTo(Money.ZERO);
    }

    // adjustments meanwhile

    @Test
    void aCreditedMonthIsLeftOutOfAdjustmentsForThatPartyAlone() {
        books.issue(JANUARY, before);
        books.credit(JANUARY, GOTEBORG, before);

        Issuance february = books.issue(FEBRUARY, today);

        assertThat(adjustmentsTo(GOTEBORG, february)).isEmpty();
        assertThat(adjustmentsTo("1489", february)).isNotEmpty();
        assertThat(standing(JANUARY)).isEqualTo(Money.ZERO);
    }

    @Test
    void nothingIsBilledTwiceByAnAdjustmentAndANewInvoice() {
        books.issue(JANUARY, before);
        books.credit(JANUARY, GOTEBORG, before);
        books.issue(FEBRUARY, today);
        books.reissue(JANUARY, GOTEBORG, today);

        Issuance march = books.issue(MARCH, today);

        assertThat(march.amounts()).noneMatch(amount -> amount.kind() == LineKind.ADJUSTMENT);
        assertThat(standing(JANUARY)).isEqualTo(todays(today, JANUARY));
    }

    @Test
    void whatWasIssuedAnewIsAdjustedAsAnyMonthAndTheAdjustmentNamesTheNewInvoice() {
        books.issue(JANUARY, before);
        books.credit(JANUARY, GOTEBORG, before);
        InvoiceNumber anew = only(books.reissue(JANUARY, GOTEBORG, before)).number().orElseThrow();

        Issuance february = books.issue(FEBRUARY, today);

        InvoiceLine adjustment =
                february.invoices().stream()
                        .filter(i -> i.recipient().code().value().equals(GOTEBORG))
                        .flatMap(i -> i.lines().stream())
                        .filter(line -> line.kind() == LineKind.ADJUSTMENT)
                        .findFirst()
                        .orElseThrow();
        assertThat(adjustment.concernsInvoices()).containsExactly(anew);
        assertThat(standing(JANUARY)).isEqualTo(todays(today, JANUARY));
    }

    // which act had the last word

    @Test
    void theLastWordOfAMonthIsTheActThatLastComputedIt() {
        books.issue(JANUARY, before); // 1
        assertThat(lastWord(GOTEBORG, JANUARY)).contains(1);
        assertThat(lastWord(GOTEBORG, FEBRUARY)).isEmpty();
        books.credit(JANUARY, GOTEBORG, before); // 2
        books.issue(FEBRUARY, today); // 3
        assertThat(lastWord(GOTEBORG, JANUARY)).isEmpty();
        assertThat(lastWord("1489", JANUARY)).contains(3);
        assertThat(lastWord(GOTEBORG, FEBRUARY)).contains(3);
        books.reissue(JANUARY, GOTEBORG, today); // 4
        assertThat(lastWord(GOTEBORG, JANUARY)).contains(4);
        assertThat(lastWord("1489", JANUARY)).contains(3);
        books.issue(MARCH, today); // 5
        assertThat(lastWord(GOTEBORG, JANUARY)).contains(5);
    }

    private Optional<Integer> lastWord(String party, YearMonth month) {
        return books.issued().lastWord(new PartyCode(party), month).map(IssuedAct::sequence);
    }

    // what is refused

    private void assertRefused(RunRefused.Cause cause, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        RunRefused.class, e -> assertThat(e.cause()).isEqualTo(cause));
    }

    @Test
    void aMonthThatIsNotIssuedIsNeitherCreditedNorIssuedAnew() {
        books.issue(JANUARY, before);

        assertRefused(
                RunRefused.Cause.MONTH_NOT_ISSUED, () -> books.credit(FEBRUARY, GOTEBORG, before));
        assertRefused(
                RunRefused.Cause.MONTH_NOT_ISSUED, () -> books.reissue(FEBRUARY, GOTEBORG, before));
    }

    @Test
    void aCreditIsNotCredited() {
        books.issue(JANUARY, before);
        books.credit(JANUARY, GOTEBORG, before);

        assertRefused(
                RunRefused.Cause.CREDITED_ALREADY, () -> books.credit(JANUARY, GOTEBORG, before));
    }

    @Test
    void whatIsNotCreditedIsNotIssuedAnew() {
        books.issue(JANUARY, before);
        assertRefused(
                RunRefused.Cause.NOT_CREDITED, () -> books.reissue(JANUARY, GOTEBORG, before));
        books.credit(JANUARY, GOTEBORG, before);
        books.reissue(JANUARY, GOTEBORG, before);

        assertRefused(
                RunRefused.Cause.NOT_CREDITED, () -> books.reissue(JANUARY, GOTEBORG, before));
    }

    @Test
    void whoHasNothingInvoicedIsNotCredited() {
        books.issue(MARCH, before);

        assertRefused(
                RunRefused.Cause.NOTHING_INVOICED, () -> books.credit(MARCH, "VASTKOM", before));
        assertRefused(RunRefused.Cause.NOTHING_INVOICED, () -> books.credit(MARCH, "9999", before));
    }

    @Test
    void aCreditNeedsAReason() {
        books.issue(JANUARY, before);
        RunTerms withoutReason =
                RunTerms.ofCredit(
                        JANUARY, new PartyCode(GOTEBORG), LocalDate.of(2023, 12, 31), " ");

        assertRefused(
                RunRefused.Cause.CREDIT_REASON_MISSING, () -> books.issue(withoutReason, before));
    }

    @Test
    void aRowThatWasInvoicedAndVanishedIsToldToEveryKindOfAct() {
        books.issue(JANUARY, before);
        Inputs withoutRowThree =
                new SmallInput()
                        .changeAll("budget-2023.csv", "3;SHVO;Möten[^\n]*\n", "")
                        .changeAll("budget-2023.csv", "Totalt[^\n]*\n", "")
                        .inputs();

        assertRefused(RunRefused.Cause.ROW_VANISHED, () -> books.issue(FEBRUARY, withoutRowThree));
        assertRefused(
                RunRefused.Cause.ROW_VANISHED,
                () -> books.credit(JANUARY, GOTEBORG, withoutRowThree));
    }

    @Test
    void creditsCountByPartyAndMonth() {
        books.issue(JANUARY, before);
        books.issue(FEBRUARY, before);
        books.credit(JANUARY, GOTEBORG, before);
        books.credit(JANUARY, "1489", before);
        books.credit(FEBRUARY, GOTEBORG, before);
        books.reissue(JANUARY, "1489", before);

        assertThat(books.issued().credited())
                .extracting(PartyMonth::toString)
                .containsExactly("2023-01 1480", "2023-02 1480");
        assertThat(new TreeMap<>(books.totals())).doesNotContainKey("1 1480").containsKey("1 1489");
    }
}
