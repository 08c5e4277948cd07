package se.gits.costshare.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineKindTest {

    @ParameterizedTest(name = "{1} is {0}")
    @CsvSource({
        "ORDINARY, ordinarie",
        "ADJUSTMENT, justering",
        "CREDIT, kredit",
        "SETTLEMENT, avräkning"
    })
    void everyKindHasItsWord(LineKind kind, String word) {
        assertThat(kind.swedish()).isEqualTo(word);
        assertThat(LineKind.ofSwedish(word)).isEqualTo(kind);
    }

    @ParameterizedTest(name = "»{0}« is none of them")
    @ValueSource(strings = {"", "Ordinarie", "ORDINARY", "faktura"})
    void refusesOtherWords(String word) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LineKind.ofSwedish(word))
                .withMessage("Not a kind of line: " + word);
    }

    @Test
    void theKindsOfInvoiceHaveTheirWordsToo() {
        assertThat(InvoiceKind.values())
                .extracting(InvoiceKind::swedish)
                .containsExactly("faktura", "internfaktura", "kreditfaktura");
    }
}
