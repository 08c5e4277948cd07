package se.gits.costshare.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActSumsTest {

    private final Books books = new Books();

    /** What is kept of an act comes to what its invoices did, VAT and all. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anActComesToTheSameOnceItIsIssued(long seed) {
        new RandomYear(seed, 1, books.office()).happen();

        Issuance last = null;
        for (Issuance issuance : books.issuances()) {
            if (last != null) {
                int acts = issuance.before().acts().size();
                assertThat(ActSums.of(issuance.before().acts().get(acts - 1)))
                        .as("seed %d, %s", seed, last.terms())
                        .isEqualTo(ActSums.of(last));
            }
            last = issuance;
        }
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }
}
