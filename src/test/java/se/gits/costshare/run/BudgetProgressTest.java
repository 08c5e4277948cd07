package se.gits.costshare.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How far 2023 has come: row 1 costs 7 600 000 kr, row 2 1 000,01 in March–May, row 3 100. */
class BudgetProgressTest {

    private final Books books = new Books();
    private final Inputs inputs = new SmallInput().inputs();

    private static YearMonth month(int number) {
        return YearMonth.of(2023, number);
    }

    private static List<String> print(BudgetProgress progress) {
        return progress.lines().stream()
                .map(
                        line ->
                                "%s: %d months %s, not issued %s; before %s + now %s = %s"
                                        .formatted(
                                                line.line().line().row(),
                                                line.monthsSoFar(),
                                                line.budgetSoFar(),
                                                line.notIssued(),
                                                line.issuedBefore(),
                                                line.issuedNow(),
                                                line.issuedSoFar()))
                .toList();
    }

    /** January and February, then April: March is passed over, with a third of row 2. */
    @Test
    void aMonthThatIsPassedOverIsNotIssued() {
        books.issue(month(1), inputs);
        books.issue(month(2), inputs);

        BudgetProgress progress = BudgetProgress.of(books.issue(month(4), inputs));

        assertThat(progress.through()).isEqualTo(month(4));
        assertThat(progress.months()).containsExactly(month(1), month(2), month(3), month(4));
        assertThat(progress.passedOver()).containsExactly(month(3));
        assertThat(progress.credited()).isEmpty();
        assertThat(print(progress))
                .containsExactly(
                        "1: 4 months 2533333.33, not issued 633333.33; before 1266666.67 + now"
                                + " 633333.33 = 1900000.00",
                        "2: 2 months 666.67, not issued 333.34; before 0.00 + now 333.33 = 333.33",
                        "3: 4 months 33.33, not issued 8.33; before 16.67 + now 8.33 = 25.00");
        assertThat(progress.notIssued()).hasToString("633675.00");
        assertThat(progress.remaining()).hasToString("5700741.68");
        assertThat(progress.budgetThrough(month(1))).hasToString("633341.66");
        assertThat(progress.budgetThrough(month(4))).hasToString("2534033.33");
    }

    /** Issued in any order: through is the last month, whichever came last. */
    @Test
    void anEarlierMonthThatIsIssuedLaterIsPassedOverNoMore() {
        books.issue(month(2), inputs);

        BudgetProgress progress = BudgetProgress.of(books.issue(month(1), inputs));

        assertThat(progress.through()).isEqualTo(month(2));
        assertThat(progress.passedOver()).isEmpty();
        assertThat(progress.notIssued()).hasToString("0.00");
    }

    @Test
    void aMonthWithoutACostIsNotPassedOver() {
        Inputs cardsAlone =
                new SmallInput()
                        .put(
                                "budget-2023.csv",
                                """
                                rad;objekt;benämning;kostnadsslag;belopp;nyckel;från;till;beslut;kommun;vgr
                                2;KORT;Kort;kort;1 000,01;KORT;2023-03;2023-05;Plan 2023, 4.1;;
                                """)
                        .inputs();

        BudgetProgress progress = BudgetProgress.of(books.issue(month(5), cardsAlone));

        assertThat(progress.passedOver()).containsExactly(month(3), month(4));
    }

    @Test
    void aLineThatIsOverBeforeAnyOfItWasIssuedIsWhollyNotIssued() {
        BudgetProgress progress = BudgetProgress.of(books.issue(month(6), inputs));

        assertThat(print(progress).get(1))
                .isEqualTo(
                        "2: 3 months 1000.01, not issued 1000.01; before 0.00 + now 0.00 = 0.00");
    }

    /** A credit takes back what is invoiced: what is carried centrally of the month stands. */
    @Test
    void whatStandsOfACreditedMonthDoesNotWaitForItsNewInvoice() {
        Amount central =
                books.issue(month(3), inputs).amounts().stream()
                        .filter(amount -> amount.party().value().equals("VASTKOM"))
                        .findFirst()
                        .orElseThrow();
        Issued issued =
                new Issued(
                        List.of(
                                new IssuedAct(
                                        1,
                                        ActKind.MONTH,
                                        month(3),
                                        Optional.empty(),
                                        List.of(
                                                new IssuedAct.IssuedAmount(
                                                        central, Optional.empty()))),
                                new IssuedAct(
                                        2,
                                        ActKind.CREDIT,
                                        month(3),
                                        Optional.of(central.party()),
                                        List.of())),
                        Map.of(),
                        "");
        Issuance april =
                new Issuance(
                        RunTerms.ofMonth(month(4), LocalDate.of(2023, 4, 30), ""),
                        inputs,
                        List.of(),
                        List.of(),
                        issued,
                        Causes.UNTOLD);

        assertThat(print(BudgetProgress.of(april)).get(1)).contains("not issued 0.00;");
    }

    /** Göteborg's January waits: its part is not issued until its new invoice is. */
    @Test
    void aCreditThatWaitsForItsNewInvoiceIsNotIssued() {
        books.issue(month(1), inputs);
        books.credit(month(1), "1480", inputs);

        BudgetProgress waits = BudgetProgress.of(books.issue(month(2), inputs));

        assertThat(waits.credited())
                .extracting(PartyMonth::toString)
                .containsExactly("2023-01 1480");
        assertThat(waits.notIssued()).hasToString("168891.94");
        BudgetProgress waitsOn = BudgetProgress.of(books.issue(month(3), inputs));
        assertThat(waitsOn.notIssued()).as("February stands, of January").hasToString("168891.94");
        books.reissue(month(1), "1480", inputs);
        BudgetProgress done = BudgetProgress.of(books.issue(month(4), inputs));
        assertThat(done.credited()).isEmpty();
        assertThat(done.notIssued()).hasToString("0.00");
    }

    /** Dearer since: what waits is what today's input makes of it. */
    @Test
    void whatWaitsOfALineThatIsOverIsWhatStillStandsOfIt() {
        books.issue(month(3), inputs);
        books.credit(month(3), "1480", inputs);
        Inputs cardsFromMay =
                new SmallInput()
                        .change("budget-2023.csv", "KORT;2023-03;2023-05", "KORT;2023-05;2023-05")
                        .inputs();

        BudgetProgress progress = BudgetProgress.of(books.issue(month(4), cardsFromMay));

        assertThat(print(progress).get(1))
                .isEqualTo("2: 0 months 0.00, not issued 0.00; before 112.35 + now -112.35 = 0.00");
    }

    /** March's third of VästKom, and what was issued with each month's own act. */
    @Test
    void whatIsIssuedOfALineIsToldByMonthAndWhetherItIsInvoiced() {
        books.issue(month(3), inputs);
        books.credit(month(3), "1480", inputs);

        LineIssued cards = BudgetProgress.of(books.issue(month(4), inputs)).lines().get(1).issued();

        assertThat(cards.in(month(3))).as("less its credit").hasToString("112.35");
        assertThat(cards.in(month(4))).hasToString("333.33");
        assertThat(cards.in(month(5))).hasToString("0.00");
        assertThat(cards.central()).as("a third of 666,67").hasToString("222.22");
        assertThat(cards.invoiced()).hasToString("223.46");
    }

    @Test
    void onlyAMonthIsFollowedUp() {
        books.issue(month(1), inputs);
        Issuance credit = books.credit(month(1), "1480", inputs);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> BudgetProgress.of(credit))
                .withMessage("CREDIT is no month");
    }
}
