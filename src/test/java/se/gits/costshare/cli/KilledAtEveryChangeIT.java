package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.gits.costshare.Endurance;
import se.gits.costshare.EnduranceCases;
import se.gits.costshare.cli.DisturbedAct.Place;
import se.gits.costshare.cli.DisturbedAct.Where;
import se.gits.costshare.disk.DiskFault;
import se.gits.costshare.disk.FailingDisk;
import se.gits.costshare.export.ActFolder;

/**
 * The real process is gone before each change that it makes to a file, the register's among them,
 * or in the middle of a write: every step and every commit stand between two such changes.
 *
 * <p>To kill as many processes takes hours. What each would leave is copied while one of them runs,
 * and every copy is gone on with; that a kill leaves the same is tried at some of the changes.
 */
class KilledAtEveryChangeIT {

    /** Changes of each act in the share that always runs; the whole is all of them. */
    private static final int SHARE = 6;

    /** Those at which the process is in truth killed. */
    private static final int KILLS = 20;

    private static final int SHARE_OF_KILLS = 1;

    /** Some thousand copies of a year. */
    private static final Duration LONGEST_COPYING = Duration.ofMinutes(8);

    private static DisturbedYear year;

    /** What each act changes where nothing disturbs it. */
    private static final Map<List<Object>, List<String>> UNDISTURBED = new HashMap<>();

    private static final Endurance.Figures FIGURES =
            new Endurance.Figures("killed-at-every-change");

    @BeforeAll
    static void undisturbed(@TempDir Path calm) throws Exception {
        year = DisturbedYear.of(calm);
    }

    @AfterAll
    static void tell() {
        FIGURES.tell();
    }

    static Stream<DisturbedAct> acts() {
        return year.acts().stream();
    }

    @ParameterizedTest
    @MethodSource("acts")
    void theSameCommandFinishesWhatIsLeft(DisturbedAct act, @TempDir Path folder) throws Exception {
        Path calm = Files.createDirectory(folder.resolve("lugn"));
        int every = Endurance.isWhole() ? 1 : changes(act, Where.IN_A_FILE, calm).size() / SHARE;
        Place place = act.prepare(folder);
        FailingDisk disk = FailingDisk.copying(place.output(), every, folder);
        year.program(disk)
                .start(place.words(act.command()))
                .ended(LONGEST_COPYING)
                .exits(ExitCode.OK);
        assertThat(act.demandAllOrNothing(place)).isTrue();
        cases(
                act,
                "left",
                disk.changes(),
                moments(disk.changes()).filter(change -> change % every == 0).toList(),
                (fault, change) -> goOn(act, disk, fault, change));
    }

    @ParameterizedTest
    @MethodSource("acts")
    void theSameCommandFinishes(DisturbedAct act, @TempDir Path folder) throws Exception {
        kill(act, Where.IN_A_FILE, folder);
    }

    /** A server lets go of the register when the connection of the one that is gone ends. */
    @ParameterizedTest
    @MethodSource("acts")
    void soItDoesWithTheRegisterOnAServer(DisturbedAct act, @TempDir Path folder) throws Exception {
        kill(act, Where.ON_A_SERVER, folder);
    }

    private static void kill(DisturbedAct act, Where where, Path folder) throws Exception {
        Path calm = Files.createDirectory(folder.resolve("lugn"));
        List<String> changes = changes(act, where, calm);
        cases(
                act,
                where.toString(),
                changes,
                Endurance.of(moments(changes).toList(), KILLS, SHARE_OF_KILLS),
                (fault, change) ->
                        kill(
                                act,
                                where.prepare(act, folder.resolve(fault + "-" + change)),
                                fault,
                                change));
    }

    /** What is tried at a change: what the process comes to that is gone there. */
    @FunctionalInterface
    private interface Tried {

        String at(DiskFault fault, int change) throws Exception;
    }

    /** To whoever comes next it is one whether what was written was also forced. */
    private static Stream<Integer> moments(List<String> changes) {
        return IntStream.rangeClosed(1, changes.size())
                .filter(change -> !changes.get(change - 1).startsWith("force"))
                .boxed();
    }

    private static void cases(
            DisturbedAct act, String how, List<String> changes, List<Integer> moments, Tried tried)
            throws InterruptedException {
        EnduranceCases cases = new EnduranceCases(FIGURES, act + ", " + how);
        for (int change : moments) {
            String what = changes.get(change - 1);
            for (DiskFault fault : List.of(DiskFault.KILLED, DiskFault.TORN)) {
                if (fault == DiskFault.KILLED || what.startsWith("write")) {
                    cases.add(fault + " at change " + change, what, () -> tried.at(fault, change));
                }
            }
        }
        cases.run();
    }

    /** A kill leaves what was written to the system; the power takes all that is not forced. */
    @ParameterizedTest
    @MethodSource("acts")
    void allOfItIsOnTheDiskBeforeTheActIsSeen(DisturbedAct act, @TempDir Path folder)
            throws Exception {
        List<String> changes = changes(act, Where.IN_A_FILE, folder);

        demandForcedBeforeSeen(changes);
        demandForcedBeforeNamed(changes);
    }

    /**
     * A run that goes on where it was interrupted asks for names alone. What seals the act is
     * written anew each time.
     */
    private static void demandForcedBeforeNamed(List<String> changes) {
        assertThat(changes.stream().filter(c -> c.matches("write /\\.under-arbete/.+/.+")))
                .hasSizeGreaterThan(5)
                .allMatch(
                        c -> c.endsWith(".ofardig") || c.matches(".*/(manifest.json|SHA256SUMS)"));
        assertThat(changes.stream().filter(c -> c.matches("move /\\.under-arbete/.+/.+")))
                .hasSizeGreaterThan(5)
                .allSatisfy(
                        named -> {
                            String file = named.substring(named.indexOf('/'));
                            assertThat(changes.lastIndexOf("force " + file))
                                    .as(named)
                                    .isGreaterThan(changes.lastIndexOf("write " + file))
                                    .isLessThan(changes.indexOf(named));
                        });
    }

    /** A run that was killed after the commit leaves the folder to the next. */
    @ParameterizedTest
    @MethodSource("acts")
    void soItIsWhereTheFolderIsMadeAgain(DisturbedAct act, @TempDir Path folder) throws Exception {
        Place place = act.prepare(folder);
        place.run(act.command()).exits(ExitCode.OK);
        for (String name : ActFolder.issuedIn(place.output())) {
            if (!Files.exists(act.before().resolve(name))) {
                Session.delete(place.output().resolve(name));
            }
        }
        List<String> changes = year.changes(place, act.command());

        assertThat(act.demandAllOrNothing(place)).isTrue();
        demandForcedBeforeSeen(changes);
    }

    private static void demandForcedBeforeSeen(List<String> changes) {
        int seen =
                IntStream.range(0, changes.size())
                        .filter(i -> changes.get(i).matches("move /\\.under-arbete/[^/]+"))
                        .findFirst()
                        .orElseThrow();
        List<String> before = changes.subList(0, seen);
        assertThat(before.stream().filter(c -> c.startsWith("write ") && !c.endsWith(".lock")))
                .hasSizeGreaterThan(10)
                .contains("write /register/gits.mv.db")
                .allSatisfy(
                        write ->
                                assertThat(before.lastIndexOf(write.replace("write", "force")))
                                        .as(write)
                                        .isGreaterThan(before.lastIndexOf(write)));
        // What has not its name on the disk is not there.
        assertThat(before.stream().filter(c -> isNaming(c, before)))
                .hasSizeGreaterThan(10)
                .allSatisfy(named -> demandNameForced(before, named));
        // A register that was made aside, too.
        assertThat(before.stream().filter(c -> c.startsWith("move /register/")))
                .allSatisfy(moved -> demandNameForced(before, moved));
        assertThat(changes.subList(seen, changes.size())).contains("force ");
    }

    /** Whether something comes to have a name aside: one that is moved to has it from then on. */
    private static boolean isNaming(String change, List<String> changes) {
        return change.matches("(make|open|move) /\\.under-arbete/.+/.+")
                && !changes.contains(change.replaceFirst("open", "move") + ".ofardig");
    }

    /** A file is opened again to be forced, when it has its name. */
    private static void demandNameForced(List<String> changes, String change) {
        String folder = change.substring(change.indexOf('/'), change.lastIndexOf('/'));
        assertThat(changes.lastIndexOf("force " + folder))
                .as(change)
                .isGreaterThan(changes.indexOf(change));
    }

    /** What an act changes where nothing disturbs it; tried once, in the folder given. */
    private static List<String> changes(DisturbedAct act, Where where, Path folder)
            throws Exception {
        List<String> known = UNDISTURBED.get(List.of(act, where));
        if (known != null) {
            return known;
        }
        Place place = where.prepare(act, folder);
        List<String> changes = year.changes(place, act.command());
        assertThat(act.demandAllOrNothing(place)).isTrue();
        assertThat(changes).hasSizeGreaterThan(50).anyMatch(c -> c.startsWith("move"));
        UNDISTURBED.put(List.of(act, where), changes);
        return changes;
    }

    private static String goOn(DisturbedAct act, FailingDisk disk, DiskFault fault, int change)
            throws Exception {
        Place left = new Place(act.input(), disk.image(fault, change), List.of());
        if (fault == DiskFault.TORN && disk.isUndivided(change)) {
            return "a single byte, which has no half";
        }
        assertThat(left.output().getParent()).isDirectory();
        boolean isSeen = act.demandAllOrNothing(left);
        act.demandFinished(left);
        Session.delete(left.output());
        return isSeen
                ? "gone on with after the act was seen"
                : "gone on with before the act was seen";
    }

    private static String kill(DisturbedAct act, Place place, DiskFault fault, int change)
            throws Exception {
        Path folder = place.output().getParent();
        FailingDisk disk = new FailingDisk(place.output(), fault, change, folder);
        Program.Ended ended = year.program(disk).run(place.words(act.command()));
        boolean isSeen = act.demandAllOrNothing(place);
        // The database does not write in the same pieces each time: of the last ones some are not.
        assertThat(ended.exitCode() == FailingDisk.KILLED || isSeen)
                .as(ended.out() + ended.err())
                .isTrue();
        act.demandFinished(place);
        if (ended.exitCode() != FailingDisk.KILLED) {
            return "done before it could be killed";
        }
        return isSeen ? "killed after the act was seen" : "killed before the act was seen";
    }
}
