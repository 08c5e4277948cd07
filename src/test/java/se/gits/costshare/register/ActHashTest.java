package se.gits.costshare.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ActHashTest {

    private static StoredRow invoice(int act, String party, boolean internal) {
        return new StoredRow(
                Map.of(
                        "act", Integer.toString(act),
                        "party", party,
                        "series_internal", Boolean.toString(internal)));
    }

    /** In whatever order a database gives them; a party may have one of each kind. */
    @Test
    void invoicesAreHashedByActPartyAndKind() {
        List<StoredRow> inOrder =
                List.of(
                        invoice(2, "1440", false),
                        invoice(2, "1440", true),
                        invoice(2, "VGR", true),
                        invoice(10, "0114", false),
                        invoice(10, "0114", true));
        for (int seed = 0; seed < 20; seed++) {
            List<StoredRow> invoices = new ArrayList<>(inOrder);
            Collections.shuffle(invoices, new Random(seed));

            invoices.sort(ActHash.ORDER_OF_INVOICES);

            assertThat(invoices).isEqualTo(inOrder);
        }
    }
}
