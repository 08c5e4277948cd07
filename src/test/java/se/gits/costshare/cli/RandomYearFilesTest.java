package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.RandomYear;
import se.gits.costshare.run.SmallInput;

/** Random years with the program's own commands: what is issued never changes by a byte. */
class RandomYearFilesTest {

    @TempDir Path folder;

    /** Uses the program, and looks at every file after every command. */
    private static final class Commands implements RandomYear.Office {

        private final Session session;
        private SortedMap<String, String> issued = new TreeMap<>();

        Commands(Session session) {
            this.session = session;
        }

        @Override
        public void issue(YearMonth month, SmallInput input) {
            run(input, "invoice", month.toString(), "--reason", "skäl").exits(0);
        }

        @Override
        public boolean credit(YearMonth month, String party, SmallInput input) {
            Session.Answer answer =
                    run(input, "credit", month.toString(), "--party", party, "--reason", "skäl");
            if (answer.exitCode() != 0) {
                answer.exits(5);
                assertThat(answer.err())
                        .containsAnyOf("inte fakturerats något", "redan krediterad");
            }
            return answer.exitCode() == 0;
        }

        @Override
        public void reissue(YearMonth month, String party, SmallInput input) {
            run(input, "invoice", month.toString(), "--party", party).exits(0);
        }

        @Override
        public void settle(SmallInput input) {
            run(input, "settle", "2023").exits(0);
        }

        private Session.Answer run(SmallInput input, String... command) {
            try {
                Session.Answer answer = session.with(input).run(command);
                SortedMap<String, String> now = session.files();
                assertThat(now).as(String.join(" ", command)).containsAllEntriesOf(issued);
                issued = now;
                return answer;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whatIsIssuedNeverChangesAndTheYearIsItsOutcome(long seed) throws IOException {
        Session session = new Session(folder).on("2023-12-31");

        new RandomYear(seed, 7, new Commands(session)).happen();

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
