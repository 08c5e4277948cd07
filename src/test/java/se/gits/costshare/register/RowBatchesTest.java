package se.gits.costshare.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowBatchesTest {

    @ParameterizedTest
    @CsvSource({
        "0,    ''",
        "1,    1",
        "999,  999",
        "1000, 1000",
        "1001, 1000 1",
        "2000, 1000 1000",
        "2500, 1000 1000 500"
    })
    void areSentAThousandAtATimeInTheirOrder(int count, String sizes) {
        List<String> sent = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        RowBatches batches =
                new RowBatches(
                        rows -> {
                            sent.add(Integer.toString(rows.size()));
                            rows.forEach(row -> values.add(row[0]));
                        });
        List<Object> rows = new ArrayList<>();
        for (int row = 0; row < count; row++) {
            batches.add(new Object[] {row});
            rows.add(row);
        }

        batches.end();

        assertThat(String.join(" ", sent)).isEqualTo(sizes);
        assertThat(values).isEqualTo(rows);
    }
}
