package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.gits.costshare.Endurance;
import se.gits.costshare.EnduranceCases;
import se.gits.costshare.cli.DisturbedAct.Place;
import se.gits.costshare.cli.DisturbedAct.Where;
import se.gits.costshare.disk.DiskFault;
import se.gits.costshare.disk.FailingDisk;

/**
 * Real processes that meet: one is held at a change that it makes, wherever that is, while others
 * come. One wins, and the others are told.
 */
class TwoAtOnceIT {

    /** What whoever comes second may be told, with exit 5. */
    private static final String TOLD =
            "(?s).*("
                    + DisturbedAct.BUSY
                    + "|redan (krediterad|avräknat)|Det finns inget register).*";

    private static DisturbedYear year;

    private static final Endurance.Figures FIGURES = new Endurance.Figures("two-at-once");

    @BeforeAll
    static void undisturbed(@TempDir Path calm) throws Exception {
        year = DisturbedYear.of(calm);
    }

    @AfterAll
    static void tell() {
        FIGURES.tell();
    }

    static Stream<Arguments> meetings() {
        return Endurance.of(year.acts(), year.acts().size(), 3).stream()
                .flatMap(act -> Stream.of(Where.values()).map(where -> Arguments.of(act, where)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("meetings")
    void oneWinsAndTheOthersAreTold(DisturbedAct act, Where where, @TempDir Path folder)
            throws Exception {
        Path calm = Files.createDirectory(folder.resolve("lugn"));
        Place undisturbed = where.prepare(act, calm);
        List<String> changes = year.changes(undisturbed, act.command());
        EnduranceCases meetings = new EnduranceCases(FIGURES, act + ", " + where);
        List<Integer> moments = IntStream.rangeClosed(1, changes.size()).boxed().toList();
        for (int change : Endurance.of(moments, 20, 1)) {
            meetings.add(
                    "at change " + change,
                    changes.get(change - 1),
                    () -> meet(act, where, change, folder.resolve("möte" + change)));
        }
        meetings.run();
    }

    private static String meet(DisturbedAct act, Where where, int change, Path folder)
            throws Exception {
        Place place = where.prepare(act, folder);
        FailingDisk disk = new FailingDisk(place.output(), DiskFault.PAUSED, change, folder);
        Program.Running first = year.program(disk).start(place.words(act.command()));
        boolean isHeld = disk.awaitPause(first.process());
        List<Program.Ended> all = new ArrayList<>();
        for (String line : List.of(act.command(), "verify")) {
            all.add(new Program(folder).run(place.words(line)));
        }
        disk.goOn();
        all.add(first.ended());

        assertThat(all)
                .allSatisfy(
                        one ->
                                assertThat(
                                                one.exitCode() == ExitCode.OK
                                                        || one.exitCode() == ExitCode.REFUSED
                                                                && one.err().matches(TOLD))
                                        .as("%s", one)
                                        .isTrue());
        assertThat(all.stream().filter(one -> one.out().contains(" är utfärdad"))).hasSize(1);
        act.demandFinished(place);
        long told = all.stream().filter(one -> one.err().contains(DisturbedAct.BUSY)).count();
        return isHeld ? "meetings with %d told to wait".formatted(told) : "not met";
    }

    @Test
    void whoInvoicesDuringAVerifyIsTold(@TempDir Path folder) throws Exception {
        DisturbedAct december = year.december();
        Path calm = Files.createDirectory(folder.resolve("lugn"));
        Place undisturbed = december.prepare(calm);
        List<String> changes = year.changes(undisturbed, "verify");
        Place place = december.prepare(folder);
        // The first is to open the register, the last to close it.
        int between = changes.size() / 2;
        FailingDisk disk = new FailingDisk(place.output(), DiskFault.PAUSED, between, folder);
        Program.Running verify = year.program(disk).start(place.words("verify"));
        assertThat(disk.awaitPause(verify.process())).isTrue();

        Program.Ended invoice = new Program(folder).run(place.words(december.command()));
        disk.goOn();

        assertThat(invoice.exits(ExitCode.REFUSED).err()).contains(DisturbedAct.BUSY);
        verify.ended().exits(ExitCode.OK);
        december.demandFinished(place);
    }

    @Test
    void whoInvoicesDuringAnAttestIsTold(@TempDir Path folder) throws Exception {
        Session session = DisturbedYear.withAttest(folder);
        Place place = new Place(session.input(), session.output(), List.of());
        place.run("preview 2023-01 --date 2023-01-31").exits(ExitCode.OK);
        String command = "attest 2023-01 --by Eva";
        Path calm = Files.createDirectory(folder.resolve("lugn"));
        Session.copy(place.output(), calm.resolve("resultat"));
        Place undisturbed = new Place(place.input(), calm.resolve("resultat"), List.of());
        List<String> changes = year.changes(undisturbed, command);
        // Between where the register is opened and where it is closed.
        int opened = changes.indexOf("open /register/gits.mv.db");
        int between = (opened + changes.size()) / 2;
        Path attested = Files.createDirectory(folder.resolve("attest"));
        FailingDisk disk = new FailingDisk(place.output(), DiskFault.PAUSED, between, attested);
        Program.Running attest = year.program(disk).start(place.words(command));
        assertThat(disk.awaitPause(attest.process())).isTrue();

        Program.Ended invoice = new Program(folder).run(place.words("invoice 2023-01"));
        disk.goOn();

        assertThat(invoice.exits(ExitCode.REFUSED).err()).contains(DisturbedAct.BUSY);
        attest.ended().exits(ExitCode.OK);
        assertThat(new Program(folder).run(place.words("invoice 2023-01")).exits(0).out())
                .contains("2023-01 är utfärdad", "Attesterad");
    }
}
