package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import se.gits.costshare.register.Actor;
import se.gits.costshare.register.PostgresTestServer;
import se.gits.costshare.register.Register;
import se.gits.costshare.register.RegisterAddress;

/** A server that lets go of the register while a run is at work is told as a server. */
class LostServerTest {

    private static Register register() {
        RegisterAddress address =
                RegisterAddress.parse(PostgresTestServer.get().emptySchema()).orElseThrow();
        return Register.openOrMake(
                address, Clock.systemUTC(), new Actor("anna", "dator", "1", "17"));
    }

    private static void letGo(String which) {
        PostgresTestServer.get()
                .execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity"
                                + " where application_name = 'gits' and "
                                + which);
    }

    @ParameterizedTest
    @CsvSource({
        "sv, Registret kan inte användas, 'Kontrollera att databasservern är igång och kan nås. Kör'",
        "en, The register cannot be used, Check that the database server is up and can be reached. "
    })
    void amongItsWork(String language, String what, String remedy) {
        Register register = register();
        letGo("true");

        Exception e = catchThrowableOfType(RuntimeException.class, register::acts);

        assertThat(Session.told(e, language).exits(ExitCode.SURROUNDINGS).err())
                .contains(what, remedy)
                .doesNotContain("disk");
    }

    /** So that another run may have it; the act's folder is then not moved into place. */
    @Test
    void afterACommit() {
        Register register = register();
        letGo("pid in (select pid from pg_locks where locktype = 'advisory')");

        Exception e = catchThrowableOfType(RuntimeException.class, register::force);

        assertThat(Session.told(e, "sv").exits(ExitCode.SURROUNDINGS).err())
                .contains("Registret hålls inte längre av den här körningen", "databasservern")
                .doesNotContain("disk", "the connection");
    }

    /** Its keeper can restore it; there is no file to move aside. */
    @Test
    void withDamagedTables() {
        JdbcTemplate server = new JdbcTemplate(register().dataSource());

        Exception e =
                catchThrowableOfType(
                        RuntimeException.class,
                        () ->
                                server.execute(
                                        "do $$ begin raise 'invalid page in block 7'"
                                                + " using errcode = 'data_corrupted'; end $$"));

        assertThat(Session.told(e, "sv").exits(ExitCode.SURROUNDINGS).err())
                .contains(
                        "Registret på databasservern är skadat: ERROR: invalid page in block 7",
                        "gits rebuild")
                .doesNotContain("Flytta undan filen");
    }
}
