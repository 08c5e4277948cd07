package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.gits.costshare.register.Actor;
import se.gits.costshare.register.RefusedWrite;
import se.gits.costshare.register.Register;
import se.gits.costshare.register.RegisterAddress;

class FailureReportTest {

    /**
     * H2 closes what a thread of its own could not write, and tells nobody why: whoever asks next
     * finds it closed.
     */
    @ParameterizedTest
    @EnumSource
    void aRegisterThatH2ClosesAmongTheWorkIsTheDisksFault(
            RefusedWrite write, @TempDir Path folder) {
        RegisterAddress address = RegisterAddress.ofOutput(folder).orElseThrow();
        Actor anna = new Actor("anna", "dator", "1", "17");
        Register register = Register.openOrMake(address, Clock.systemUTC(), anna);
        write.in(register.dataSource());

        Exception e = catchThrowableOfType(RuntimeException.class, register::acts);

        assertThat(Session.told(e, "sv").exits(ExitCode.SURROUNDINGS).err())
                .contains(said(write), "Kontrollera att det finns plats på disken")
                .doesNotContain("\tat ");
    }

    /**
     * What the store was refused it keeps; a statement tells the one whose it was, and no other.
     */
    private static String said(RefusedWrite write) {
        return switch (write) {
            case OF_THE_STORE -> "Det gick inte att läsa eller skriva: disken är full";
            case OF_A_STATEMENT -> "Registret hålls inte längre av den här körningen";
        };
    }
}
