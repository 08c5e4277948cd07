package se.gits.costshare.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.run.RunRefused;
import se.gits.costshare.run.RunTerms;

/** A register copied to another address is the same register, and goes on there. */
class RegisterMoveTest {

    @TempDir Path folder;
    @TempDir Path elsewhere;

    private RegisterOffice from;
    private RegisterOffice to;

    @BeforeEach
    void open() {
        from = new RegisterOffice(folder);
        to = new RegisterOffice(elsewhere);
    }

    @AfterEach
    void close() {
        from.close();
        to.close();
    }

    @Test
    void hasTheSameActsAndHeadsAndGoesOn() {
        from.withFourActs();

        RegisterMove.copy(from.register(), to.register());

        assertThat(to.register().head()).isEqualTo(from.register().head());
        assertThat(to.register().headOfHistory()).isEqualTo(from.register().headOfHistory());
        assertThat(to.register().acts()).isEqualTo(from.register().acts());
        assertThat(to.register().notes(to.register().acts()))
                .isEqualTo(from.register().notes(from.register().acts()));
        RunTerms march = RunTerms.ofMonth(YearMonth.of(2023, 3), RegisterOffice.DATE, "");
        to.register()
                .attest(
                        to.run(march),
                        to.input().files(),
                        "Eva Ek",
                        "c".repeat(64),
                        "d".repeat(64));
        to.issue(march, Optional.of(to.register().attests().get(1)));
        assertThat(RegisterAudit.of(to.register())).isEmpty();
    }

    @Test
    void aRegisterOfNothingIsCopiedToo() {
        RegisterMove.copy(from.register(), to.register());

        assertThat(to.register().head()).isEqualTo(RunIdentity.NO_ACT);
    }

    /** Rows are sent a thousand at a time; files are the table that is easiest filled. */
    @Test
    void noRowIsLostHoweverManyThereAre() {
        for (int i = 0; i < 2_001; i++) {
            from.register()
                    .keep(new InputFile("fil" + i, ("" + i).getBytes(StandardCharsets.UTF_8)));
        }

        RegisterMove.copy(from.register(), to.register());

        assertThat(count(to, "input_file")).isEqualTo(2_001);
    }

    private static int count(RegisterOffice office, String table) {
        return new JdbcTemplate(office.register().dataSource())
                .queryForObject("select count(*) from " + table, Integer.class);
    }

    @Test
    void whatIsNotWhatItsHashesSayIsNotCopied() throws SQLException {
        from.withFourActs();
        from.change("update run set reason = 'Annat' where kind = 'kredit'");

        assertThatThrownBy(() -> RegisterMove.copy(from.register(), to.register()))
                .isInstanceOfSatisfying(
                        RunRefused.class,
                        refused ->
                                assertThat(refused.cause())
                                        .isEqualTo(RunRefused.Cause.REGISTER_CHANGED));
        assertThat(count(to, "run")).isZero();
    }

    /** Where there is something already the two would be neither. */
    @Test
    void whatDoesNotBecomeTheSameIsNotKept() {
        from.withFourActs();
        RunTerms march = RunTerms.ofMonth(YearMonth.of(2023, 3), RegisterOffice.DATE, "");
        RunIdentity run = to.run(march);
        to.register().receive(run, to.input().files());

        assertThatThrownBy(() -> RegisterMove.copy(from.register(), to.register()));
        assertThat(to.register().acts()).isEmpty();
    }

    /** A file that is not what its hash says, among what is copied there. */
    @Test
    void aCopyThatIsNotWhatItsHashesSayIsNotKept() {
        new JdbcTemplate(to.register().dataSource())
                .update("insert into input_file (sha256, content) values (repeat('a', 64), X'00')");
        from.withFourActs();

        assertThatIllegalStateException()
                .isThrownBy(() -> RegisterMove.copy(from.register(), to.register()))
                .withMessage("The copy is another register");
        assertThat(to.register().acts()).isEmpty();
    }

    /** Something was done there before: the history's last hash is another. */
    @Test
    void aHistoryThatDoesNotEndAsItDidIsNotKept() {
        RunTerms march = RunTerms.ofMonth(YearMonth.of(2023, 3), RegisterOffice.DATE, "");
        RunIdentity run = to.run(march);
        to.register().receive(run, to.input().files());
        to.register().note(run, RunEvent.STARTED);

        assertThatIllegalStateException()
                .isThrownBy(() -> RegisterMove.copy(from.register(), to.register()))
                .withMessage("The copy is another register");
    }

    /** Acts were issued there before: the last act's hash is another. */
    @Test
    void actsThatAreOthersAreNotKept() {
        to.issue(
                RunTerms.ofMonth(YearMonth.of(2023, 3), RegisterOffice.DATE, ""), Optional.empty());

        assertThatIllegalStateException()
                .isThrownBy(() -> RegisterMove.copy(from.register(), to.register()))
                .withMessage("The copy is another register");
    }
}
