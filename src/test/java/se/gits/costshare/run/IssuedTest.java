package se.gits.costshare.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.gits.costshare.party.PartyCode;

class IssuedTest {

    private static final YearMonth JANUARY = YearMonth.of(2023, 1);

    private static IssuedAct act(int sequence, ActKind kind, YearMonth month, String party) {
        return new IssuedAct(
                sequence,
                kind,
                month,
                Optional.of(party).filter(p -> !p.isEmpty()).map(PartyCode::new),
                List.of());
    }

    private static Issued issued(IssuedAct... acts) {
        return new Issued(List.of(acts), Map.of(), "");
    }

    /** What is about a month of one party, or about the year, issues no month. */
    @Test
    void aMonthIsIssuedByItsOwnActAlone() {
        Issued issued =
                issued(
                        act(1, ActKind.MONTH, JANUARY, ""),
                        act(2, ActKind.CREDIT, YearMonth.of(2023, 2), "1480"),
                        act(3, ActKind.REISSUE, YearMonth.of(2023, 2), "1480"),
                        act(4, ActKind.SETTLEMENT, YearMonth.of(2023, 12), ""));

        assertThat(issued.months()).containsExactly(JANUARY);
        assertThat(issued.isSettled()).isTrue();
    }

    @Test
    void aMonthIsPassedOverWhereTheBudgetHasACostAndNoActHasIssuedIt() {
        Inputs inputs = new SmallInput().inputs();
        Issued issued = issued(act(1, ActKind.MONTH, YearMonth.of(2023, 2), ""));

        assertThat(issued.passedOver(inputs, YearMonth.of(2023, 3)))
                .containsExactly(JANUARY, YearMonth.of(2023, 3));
        assertThat(issued.passedOver(inputs, JANUARY)).containsExactly(JANUARY);
    }
}
