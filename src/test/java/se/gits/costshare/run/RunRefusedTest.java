package se.gits.costshare.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import se.gits.costshare.money.Money;

class RunRefusedTest {

    /** Terms stay what they are: what act they ask for is told in the reader's language. */
    @Test
    void whatTheWordsReferToIsTextButForTerms() {
        RunTerms terms = RunTerms.ofMonth(YearMonth.of(2023, 1), LocalDate.of(2023, 1, 31), "");

        RunRefused refused =
                new RunRefused(
                        RunRefused.Cause.ATTEST_MISSING,
                        terms,
                        new Money(123_456_78),
                        YearMonth.of(2023, 1),
                        7);

        assertThat(refused.details()).containsExactly(terms, "123\u00A0456,78", "2023-01", "7");
        assertThat(refused).hasMessageStartingWith("ATTEST_MISSING [");
    }
}
