package se.gits.costshare.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.money.Money;

class IssuanceTest {

    private static final YearMonth JANUARY = YearMonth.of(2023, 1);
    private static final YearMonth FEBRUARY = YearMonth.of(2023, 2);

    private static final YearMonth MARCH = YearMonth.of(2023, 3);

    private final Books books = new Books();

    private static List<String> ofEarlierKind(Issuance issuance) {
        return issuance.invoices().stream()
                .filter(issuance::isOfEarlierKind)
                .map(invoice -> invoice.recipient().code() + " " + invoice.number().get())
                .toList();
    }

    /** The region's January is taken back within the organisation, and charged outside it. */
    @Test
    void whatIsTakenBackFromWhoIsInvoicedOtherwiseNowIsOfAnEarlierKind() {
        Issuance january = books.issue(JANUARY, new SmallInput().inputs());
        Inputs outside =
                new SmallInput()
                        .change("parter.csv", "232100-0131;intern", "232100-0131;faktura")
                        .inputs();

        Issuance february = books.issue(FEBRUARY, outside);

        assertThat(ofEarlierKind(january)).isEmpty();
        assertThat(ofEarlierKind(february)).containsExactly("VGR I202300002");
    }

    @Test
    void whoIsInvoicedWithinTheOrganisationNowIsPaidBackOutsideIt() {
        SmallInput outside =
                new SmallInput().change("parter.csv", "övrig;;ingen", "övrig;;faktura");
        SmallInput within = new SmallInput().change("parter.csv", "övrig;;ingen", "övrig;;intern");
        books.issue(MARCH, outside.inputs());

        assertThat(ofEarlierKind(books.issue(YearMonth.of(2023, 4), within.inputs())))
                .containsExactly("VASTKOM 202300008");
    }

    @Test
    void whoIsNoPartyAnyMoreHasNoOtherKind() {
        Issuance january = books.issue(JANUARY, new SmallInput().inputs());
        Inputs without = new SmallInput().changeAll("parter.csv", "1489;[^\n]*\n", "").inputs();
        Issuance otherwise =
                new Issuance(
                        january.terms(),
                        without,
                        january.amounts(),
                        january.invoices(),
                        january.before(),
                        january.causes());
        Invoice toWhoIsGone =
                january.invoices().stream()
                        .filter(invoice -> invoice.recipient().code().value().equals("1489"))
                        .findFirst()
                        .orElseThrow();

        assertThat(otherwise.isOfEarlierKind(toWhoIsGone)).isFalse();
    }

    @Test
    void everyShareOfALineIsToldOnceAndNoneThatIsNothing() {
        Issuance january = books.issue(JANUARY, new SmallInput().inputs());
        Amount amount = january.amounts().get(0);
        List<Amount> sameShare = List.of(amount, amount);
        List<Amount> nothing = List.of(amount, amount.withMoney(amount.money().negated()));

        assertThat(shares(january, january.amounts()))
                .containsExactlyElementsOf(
                        january.amounts().stream()
                                .map(a -> share(a, a.money()))
                                .filter(share -> !share.endsWith(" 0.00"))
                                .toList());
        assertThat(shares(january, sameShare))
                .containsExactly(share(amount, amount.money().plus(amount.money())));
        assertThat(shares(january, nothing)).isEmpty();
    }

    /** Else all of a country's shares would be held, where a line's are told before the next. */
    @Test
    void aLineIsToldWhenTheNextBegins() {
        Issuance january = books.issue(JANUARY, new SmallInput().inputs());
        Amount one = january.amounts().get(0);
        Amount ofOtherLine =
                january.amounts().stream()
                        .filter(amount -> !amount.row().equals(one.row()))
                        .findFirst()
                        .orElseThrow();
        Amount ofOtherKind =
                new Amount(
                        one.row(),
                        one.objectCode(),
                        one.party(),
                        one.invoicing(),
                        LineKind.ADJUSTMENT,
                        one.concerns(),
                        one.vat(),
                        one.money());

        for (Amount next : List.of(ofOtherLine, ofOtherKind)) {
            assertThat(shares(january, List.of(one, next, one)))
                    .containsExactly(
                            share(one, one.money()),
                            share(next, next.money()),
                            share(one, one.money()));
        }
    }

    private static List<String> shares(Issuance like, List<Amount> amounts) {
        List<String> told = new ArrayList<>();
        new Issuance(
                        like.terms(),
                        like.inputs(),
                        amounts,
                        like.invoices(),
                        like.before(),
                        like.causes())
                .forEachShare(
                        (share, money) ->
                                told.add(
                                        String.join(
                                                " ",
                                                share.row(),
                                                share.objectCode(),
                                                share.party().value(),
                                                share.invoicing().name(),
                                                share.kind().name(),
                                                money.toString())));
        return told;
    }

    private static String share(Amount of, Money money) {
        return String.join(
                " ",
                of.row(),
                of.objectCode(),
                of.party().value(),
                of.invoicing().name(),
                of.kind().name(),
                money.toString());
    }

    /** They are kept with an attest, so they are the same with a later version and on any JDK. */
    @ParameterizedTest(name = "act {0}")
    @CsvSource({
        "1, 10e04b04e1ca34ff9ed03a1f129c017fea4937b3b56f688c1e008826f4c2602b",
        "2, 4980f1d7418b26bfd5a1ec170805bea5acaf656387f3c33d896ed58f7b53eae0",
        "3, e58b4ee2def76949c1d5eeffa8a87d8c9453c4933843766218787519b08a76c7"
    })
    void theHashOfACreditAndOfANewInvoiceStaysWhatItIs(int act, String hash) {
        Inputs inputs = new SmallInput().inputs();
        books.issue(JANUARY, inputs);
        books.credit(JANUARY, "1440", inputs);
        books.reissue(JANUARY, "1440", inputs);

        assertThat(books.issuances().get(act - 1).contentHash()).isEqualTo(hash);
    }

    /** The number alone is not of what is approved; which it credits is. */
    @Test
    void theHashIsOverTheInvoicesThatALineConcerns() {
        Inputs inputs = new SmallInput().inputs();
        Inputs laterNumbers =
                new SmallInput()
                        .change("installningar.yml", "nummerserie_från: 1", "nummerserie_från: 11")
                        .inputs();
        Books others = new Books();

        assertThat(others.issue(JANUARY, laterNumbers).contentHash())
                .isEqualTo(books.issue(JANUARY, inputs).contentHash());
        assertThat(others.credit(JANUARY, "1440", laterNumbers).contentHash())
                .isNotEqualTo(books.credit(JANUARY, "1440", inputs).contentHash());
    }

    /** A plusgiro of the same digits is another account. */
    @Test
    void theHashIsOverTheAccountThatIsPaidTo() {
        SmallInput plusgiro =
                new SmallInput()
                        .change("installningar.yml", "bankgiro: 5050-1055", "plusgiro: 50501055");
        RunTerms terms = RunTerms.ofMonth(JANUARY, LocalDate.of(2023, 1, 31), "");

        assertThat(
                        IssuingRun.calculate(
                                        terms, plusgiro.inputs(), Issued.NOTHING, Causes.UNTOLD)
                                .contentHash())
                .isNotEqualTo(
                        IssuingRun.calculate(
                                        terms,
                                        new SmallInput().inputs(),
                                        Issued.NOTHING,
                                        Causes.UNTOLD)
                                .contentHash());
    }
}
