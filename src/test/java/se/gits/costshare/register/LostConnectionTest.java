package se.gits.costshare.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.gits.costshare.run.Causes;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.Issued;
import se.gits.costshare.run.IssuingRun;
import se.gits.costshare.run.RunTerms;
import se.gits.costshare.run.SmallInput;

/** A lock on a server is the connection's: who loses it issues nothing more. */
class LostConnectionTest {

    private final SmallInput input = new SmallInput();
    private final RunTerms terms =
            RunTerms.ofMonth(YearMonth.of(2023, 1), LocalDate.of(2023, 1, 31), "");
    private final Issuance january =
            IssuingRun.calculate(terms, input.inputs(), Issued.NOTHING, Causes.UNTOLD);

    private void issue(Register register) {
        RunIdentity run = RunIdentity.of(terms, input.files(), RunIdentity.NO_ACT);
        register.receive(run, input.files());
        register.inTransaction(
                () ->
                        register.issue(
                                run, january, "2023-01", "1", "a".repeat(64), Optional.empty()));
    }

    @Test
    void whoLosesItIssuesNothingAndWhoComesNextDoes() {
        RegisterAddress address =
                RegisterAddress.parse(PostgresTestServer.get().emptySchema()).orElseThrow();
        Register first =
                Register.openOrMake(address, Clock.systemUTC(), new Actor("anna", "a", "1", "17"));

        PostgresTestServer.get()
                .execute(
                        "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'");

        assertThatThrownBy(() -> issue(first)).isInstanceOf(RegisterFailure.class);
        try (Register second =
                Register.openOrMake(address, Clock.systemUTC(), new Actor("eva", "b", "1", "17"))) {
            assertThat(second.acts()).isEmpty();
            issue(second);
            assertThat(second.acts()).hasSize(1);
            assertThat(RegisterAudit.of(second)).isEmpty();
        }
    }
}
