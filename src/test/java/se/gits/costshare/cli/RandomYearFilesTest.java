package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.gits.costshare.Endurance;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.RandomYear;

/** Random years with the program's own commands: what is issued never changes by a byte. */
class RandomYearFilesTest {

    @TempDir Path folder;

    /** Looks at every file after every command. */
    private static final class WatchedOffice extends CommandOffice {

        private final Session session;
        private SortedMap<String, String> issued = new TreeMap<>();

        WatchedOffice(Session session) {
            super(session);
            this.session = session;
        }

        @Override
        void done(String command) throws IOException {
            SortedMap<String, String> now = session.files();
            assertThat(now).as(command).containsAllEntriesOf(issued);
            issued = now;
        }
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Endurance.count(20, 1));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsIssuedNeverChangesAndTheYearIsItsOutcome(long seed) throws IOException {
        Session session = new Session(folder).on("2023-12-31");

        new RandomYear(seed, 7, new WatchedOffice(session)).happen();

        SortedMap<String, BigDecimal> issuedOfRow = new TreeMap<>();
        for (String file : session.files().keySet()) {
            if (file.endsWith("fordelning.csv")) {
                for (String[] row : session.table(file)) {
                    BigDecimal amount = new BigDecimal(row[7].replace(',', '.'));
                    issuedOfRow.merge(row[2], amount, BigDecimal::add);
                }
            }
        }
        Inputs lastWord = RandomYear.lastWord(seed);
        lastWord.outcome()
                .orElseThrow()
                .costOfRow()
                .forEach(
                        (row, outcome) ->
                                assertThat(issuedOfRow.getOrDefault(row, BigDecimal.ZERO))
                                        .as("row " + row)
                                        .isEqualByComparingTo(outcome.kronor()));
    }
}
