package se.gits.costshare.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.gits.costshare.run.Causes.Subject;

class CausesTest {

    @ParameterizedTest
    @EnumSource
    void howAPartIsInvoicedMovesNobodysPartAndAllElseDoes(Subject subject) {
        assertThat(subject.movesSplit())
                .isEqualTo(!EnumSet.of(Subject.INVOICING, Subject.VAT).contains(subject));
    }
}
