package se.gits.costshare.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InvoicingTest {

    @ParameterizedTest
    @EnumSource
    void isFoundByItsWord(Invoicing invoicing) {
        assertThat(Invoicing.ofSwedish(invoicing.swedish())).isEqualTo(invoicing);
    }

    @Test
    void anotherWordIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Invoicing.ofSwedish("kanske"));
    }
}
