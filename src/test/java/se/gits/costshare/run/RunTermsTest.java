package se.gits.costshare.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.gits.costshare.party.PartyCode;

class RunTermsTest {

    @ParameterizedTest(name = "{0} of one party: {1}")
    @CsvSource({"MONTH, true", "SETTLEMENT, true", "CREDIT, false", "REISSUE, false"})
    void aCreditAndANewInvoiceAreOfOnePartyAndNothingElseIs(ActKind kind, boolean ofOneParty) {
        Optional<PartyCode> party =
                ofOneParty ? Optional.of(new PartyCode("1480")) : Optional.empty();

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new RunTerms(
                                        kind,
                                        YearMonth.of(2023, 1),
                                        party,
                                        LocalDate.of(2023, 1, 31),
                                        "",
                                        false))
                .withMessage(kind + " of party " + party);
    }

    @ParameterizedTest
    @EnumSource
    void theWordInTheRegisterTellsTheKindOfAct(ActKind kind) {
        assertThat(ActKind.ofSwedish(kind.swedish())).isEqualTo(kind);
    }

    @Test
    void anotherWordIsNoKindOfAct() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ActKind.ofSwedish("påminnelse"))
                .withMessage("Not a kind of act: påminnelse");
    }
}
