package se.gits.costshare.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActSumsTest {

    private static final YearMonth MARCH = YearMonth.of(2023, 3);

    /**
     * March with a cost that is carried centrally, and Göteborg's part of it taken back and anew.
     */
    @ParameterizedTest(name = "act {0}: {1} invoiced, {2} central, {3} VAT")
    @CsvSource({
        "1,  633563.89, 111.11,  47502.09",
        "2, -169112.93,   0.00, -42222.99",
        "3,  178001.98,   0.00,  44445.25"
    })
    void anActComesToTheSameBeforeItIsIssuedAndOnceItIs(
            int act, String invoiced, String central, String vat) {
        Books books = new Books();
        Inputs inputs = new SmallInput().inputs();
        books.issue(MARCH, inputs);
        books.credit(MARCH, "1480", inputs);
        books.reissue(MARCH, "1480", dearer());
        Issuance issuance = books.issuances().get(act - 1);
        IssuedAct issued = books.issued().acts().get(act - 1);

        assertThat(Stream.of(ActSums.of(issuance), ActSums.of(issued)))
                .allSatisfy(
                        sums -> {
                            assertThat(sums.invoiced()).hasToString(invoiced);
                            assertThat(sums.central()).hasToString(central);
                            assertThat(sums.vat()).hasToString(vat);
                        });
    }

    private static Inputs dearer() {
        return new SmallInput()
                .change("budget-2023.csv", "7 600 000;70/30", "8 000 000;70/30")
                .change("budget-2023.csv", "4.1;2 280 000;5 320 000\n2", "4.1;;\n2")
                .changeAll("budget-2023.csv", "Totalt.*\n", "")
                .inputs();
    }

    /** Half an öre of each rate is rounded by itself, on each invoice: two of 0,5 are 2 öre. */
    @Test
    void vatIsRoundedOncePerRateAndInvoice() {
        Books books = new Books();
        Inputs inputs =
                new SmallInput()
                        .put(
                                "budget-2023.csv",
                                """
                                rad;objekt;benämning;kostnadsslag;belopp;nyckel;från;till;beslut;kommun;vgr
                                3;SHVO;Möten;möten;0,04;NORR;2023-03;2023-03;Plan 2023, 4.1;;
                                """)
                        .inputs();
        books.issue(MARCH, inputs);

        assertThat(ActSums.of(books.issued().acts().get(0)).vat()).hasToString("0.02");
    }
}
