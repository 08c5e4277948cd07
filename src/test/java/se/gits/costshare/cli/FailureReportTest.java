package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import se.gits.costshare.register.Actor;
import se.gits.costshare.register.Register;
import se.gits.costshare.register.RegisterAddress;

class FailureReportTest {

    /**
     * H2 closes what a thread of its own could not write, and tells nobody why: whoever asks next
     * finds it closed.
     */
    @Test
    void aRegisterThatH2ClosesAmongTheWorkIsTheDisksFault(@TempDir Path folder) {
        RegisterAddress address = RegisterAddress.ofOutput(folder).orElseThrow();
        Actor anna = new Actor("anna", "dator", "1", "17");
        Register register = Register.openOrMake(address, Clock.systemUTC(), anna);
        new JdbcTemplate(register.dataSource()).execute("shutdown immediately");
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(told, true, StandardCharsets.UTF_8);

        Exception e = catchThrowableOfType(RuntimeException.class, register::acts);
        int exitCode =
                new FailureReport(
                                new Console(to, to, false),
                                new Messages(Locale.forLanguageTag("sv")))
                        .failed(e, null, null);

        assertThat(exitCode).isEqualTo(ExitCode.SURROUNDINGS);
        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains(
                        "Registret hålls inte längre av den här körningen",
                        "Kontrollera att det finns plats på disken")
                .doesNotContain("\tat ");
    }
}
