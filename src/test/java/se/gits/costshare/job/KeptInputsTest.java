package se.gits.costshare.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.register.Actor;
import se.gits.costshare.register.Register;
import se.gits.costshare.register.RegisterAddress;
import se.gits.costshare.register.RunIdentity;
import se.gits.costshare.run.Causes;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.IssuingRun;
import se.gits.costshare.run.RunTerms;
import se.gits.costshare.run.SmallInput;

/** Whoever asks what has changed since an act gets today's own inputs where nothing has. */
class KeptInputsTest {

    private static final YearMonth JANUARY = YearMonth.of(2023, 1);
    private static final YearMonth FEBRUARY = YearMonth.of(2023, 2);

    private final SmallInput input = new SmallInput();

    private Register register;
    private KeptInputs kept;

    @BeforeEach
    void open(@TempDir Path folder) {
        register =
                Register.openOrMake(
                        RegisterAddress.ofOutput(folder).orElseThrow(),
                        Clock.fixed(Instant.parse("2023-01-31T12:00:00Z"), ZoneOffset.UTC),
                        new Actor("anna", "dator-1", "1.0.0", "17.0.15"));
        kept = new KeptInputs(register);
    }

    @AfterEach
    void close() {
        register.close();
    }

    private static RunTerms terms(YearMonth month) {
        return RunTerms.ofMonth(month, LocalDate.of(2023, 2, 28), "Tillägg");
    }

    private void issue(YearMonth month, SmallInput from) {
        RunIdentity run = RunIdentity.of(terms(month), from.files(), register.head());
        register.receive(run, from.files());
        register.issue(
                run,
                IssuingRun.calculate(
                        terms(month), from.inputs(), register.issued(Year.of(2023)), Causes.UNTOLD),
                month.toString(),
                "1",
                InputFile.sha256(new byte[] {1}),
                Optional.empty());
    }

    private SmallInput dearer() {
        return new SmallInput()
                .change("budget-2023.csv", "möten;100;", "möten;200;")
                .change("budget-2023.csv", "7 601 100,01", "7 601 200,01");
    }

    @Test
    void actsOfTheSameFilesHaveTheSameInputs() {
        issue(JANUARY, input);
        issue(FEBRUARY, input);

        assertThat(kept.of(1)).isSameAs(kept.of(2));
    }

    @Test
    void whatWasReadFromTheSameFilesIsNotReadAgain() {
        issue(JANUARY, input);
        Inputs today = input.inputs();
        kept.know(terms(FEBRUARY), input.files(), today);

        assertThat(kept.of(1)).isSameAs(today);
    }

    @Test
    void otherFilesAreOtherInputs() {
        issue(JANUARY, input);
        kept.know(terms(FEBRUARY), dearer().files(), dearer().inputs());
        assertThat(kept.of(1).line("3").orElseThrow().line().amount()).hasToString("100.00");

        issue(FEBRUARY, dearer());

        assertThat(kept.of(2).line("3").orElseThrow().line().amount()).hasToString("200.00");
    }

    @Test
    void aSettlementIsReadWithItsOutcome() {
        issue(JANUARY, input);
        SmallInput settled = new SmallInput().withOutcome();
        RunTerms settlement = RunTerms.ofSettlement(Year.of(2023), LocalDate.of(2024, 1, 31), "");
        kept.know(settlement, input.files(), settled.inputsForSettlement());

        assertThat(kept.of(1).outcome()).isEmpty();
    }
}
