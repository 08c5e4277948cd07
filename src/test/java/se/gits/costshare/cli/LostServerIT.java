package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.gits.costshare.Endurance;
import se.gits.costshare.cli.DisturbedAct.Place;
import se.gits.costshare.cli.DisturbedAct.Where;
import se.gits.costshare.disk.DiskFault;
import se.gits.costshare.disk.FailingDisk;
import se.gits.costshare.register.PostgresTestServer;

/**
 * The server lets go of the real process among its work, and answers again at once: it may have
 * been restarted, or something between them cut the connections.
 */
class LostServerIT {

    private static DisturbedYear year;

    private static final Endurance.Figures FIGURES = new Endurance.Figures("lost-server");

    @BeforeAll
    static void undisturbed(@TempDir Path calm) throws Exception {
        year = DisturbedYear.of(calm);
    }

    @AfterAll
    static void tell() {
        FIGURES.tell();
    }

    static Stream<DisturbedAct> acts() {
        return Endurance.of(year.acts(), year.acts().size(), 2).stream();
    }

    @ParameterizedTest
    @MethodSource("acts")
    void isToldAndTheSameCommandFinishes(DisturbedAct act, @TempDir Path folder) throws Exception {
        Place undisturbed =
                Where.ON_A_SERVER.prepare(act, Files.createDirectory(folder.resolve("lugn")));
        List<String> changes = year.changes(undisturbed, act.command());
        List<Integer> moments = IntStream.rangeClosed(1, changes.size()).boxed().toList();
        for (int change : Endurance.of(moments, 20, 2)) {
            String name = act + ", at change " + change;
            if (FIGURES.wasTried(name)) {
                continue;
            }
            Path here = Files.createDirectory(folder.resolve("bruten" + change));
            Place place = Where.ON_A_SERVER.prepare(act, here);
            FailingDisk disk = new FailingDisk(place.output(), DiskFault.PAUSED, change, here);
            Program.Running running = year.program(disk).start(place.words(act.command()));
            assertThat(disk.awaitPause(running.process())).isTrue();
            PostgresTestServer.get()
                    .execute(
                            "select pg_terminate_backend(pid) from pg_stat_activity"
                                    + " where application_name = 'gits'");
            disk.goOn();
            Program.Ended ended = running.ended();

            boolean isSeen = act.demandAllOrNothing(place);
            if (ended.exitCode() == ExitCode.OK) {
                assertThat(isSeen).isTrue();
            } else {
                assertThat(ended.exits(ExitCode.SURROUNDINGS).err())
                        .as(changes.get(change - 1))
                        .contains("databasservern")
                        .doesNotContain("\tat ");
            }
            act.demandFinished(place);
            FIGURES.count(name, "cut, exit " + ended.exitCode());
        }
    }
}
