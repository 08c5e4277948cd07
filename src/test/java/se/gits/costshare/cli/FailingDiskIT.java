package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.gits.costshare.Endurance;
import se.gits.costshare.EnduranceCases;
import se.gits.costshare.cli.DisturbedAct.Place;
import se.gits.costshare.disk.DiskFault;
import se.gits.costshare.disk.FailingDisk;

/**
 * The disk is full, cannot be written, or is gone with the network, or another program has a file
 * open, from any of the changes on that the real process makes.
 */
class FailingDiskIT {

    /** Cases of each act in the share that always runs; of other commands there is one. */
    private static final int SHARE = 2;

    /**
     * Moments of each of them in the whole, with every fault: some nine hundred cases. It matters
     * less where a disk fails than where a process dies, since the program lives to tell of it.
     */
    private static final int WHOLE = 20;

    /** Whose turn among the faults it is. */
    private static final AtomicInteger TURN = new AtomicInteger();

    private static DisturbedYear year;

    private static final Endurance.Figures FIGURES = new Endurance.Figures("failing-disk");

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
    void isToldAndTheSameCommandFinishesWhenItIsMended(DisturbedAct act, @TempDir Path folder)
            throws Exception {
        Path calm = Files.createDirectory(folder.resolve("lugn"));
        Place undisturbed = act.prepare(calm);
        List<String> changes = year.changes(undisturbed, act.command());
        atMoments(
                act.command(),
                List.of(DiskFault.FULL, DiskFault.READ_ONLY, DiskFault.VANISHED, DiskFault.IN_USE),
                changes,
                SHARE,
                folder,
                (fault, change, here) -> fail(act, fault, change, here));
    }

    /** What is tried with a disk that fails. */
    @FunctionalInterface
    private interface Tried {

        /** Tries it in a folder of its own, and returns how the program ended. */
        int with(DiskFault fault, int change, Path folder) throws Exception;
    }

    private static void atMoments(
            String command,
            List<DiskFault> faults,
            List<String> changes,
            int share,
            Path folder,
            Tried tried)
            throws InterruptedException {
        EnduranceCases cases = new EnduranceCases(FIGURES, command);
        for (Case one : cases(faults, changes.size(), share)) {
            cases.add(
                    one.fault() + " at change " + one.change(),
                    changes.get(one.change() - 1),
                    () -> {
                        Path here = folder.resolve(one.fault() + "-" + one.change());
                        int exitCode =
                                tried.with(one.fault(), one.change(), Files.createDirectory(here));
                        return "%s, %s, exit %d"
                                .formatted(command.split(" ")[0], one.fault(), exitCode);
                    });
        }
        cases.run();
    }

    private record Case(DiskFault fault, int change) {}

    /** Each fault at moments that are spread over all; of the share, the faults take turns. */
    private static List<Case> cases(List<DiskFault> faults, int changes, int share) {
        List<Integer> all = IntStream.rangeClosed(1, changes).boxed().toList();
        List<Case> cases = new ArrayList<>();
        if (Endurance.isWhole()) {
            for (DiskFault fault : faults) {
                for (int change : Endurance.of(all, WHOLE, WHOLE)) {
                    cases.add(new Case(fault, change));
                }
            }
            return cases;
        }
        List<DiskFault> turns = new ArrayList<>(faults);
        Collections.rotate(turns, -TURN.getAndAdd(share));
        // Not the last ones, from where on there is little to fail.
        List<Integer> moments = Endurance.of(all.subList(0, changes * 3 / 4), share, share);
        for (int i = 0; i < share; i++) {
            cases.add(new Case(turns.get(i % turns.size()), moments.get(i)));
        }
        return cases;
    }

    private static int fail(DisturbedAct act, DiskFault fault, int change, Path folder)
            throws Exception {
        Place place = act.prepare(folder);
        FailingDisk disk = new FailingDisk(place.output(), fault, change, folder);
        Program.Ended ended = year.program(disk).run(place.words(act.command()));
        boolean isSeen = act.demandAllOrNothing(place);
        // What fails when all is done, such as to clear up, need not be told.
        if (!isSeen || ended.exitCode() != ExitCode.OK) {
            demandTold(ended);
        }
        act.demandFinished(place);
        return ended.exitCode();
    }

    private static void demandTold(Program.Ended ended) {
        ended.exits(ExitCode.SURROUNDINGS);
        assertThat(ended.err())
                .contains("Kontrollera att det finns plats på disken")
                .doesNotContain("\tat ");
    }

    /** Where the system lets a file go while it is open, what is committed to it would be lost. */
    @Test
    void nothingIsIssuedInARegisterThatIsTakenAwayMeanwhile(@TempDir Path folder) throws Exception {
        DisturbedAct december = year.december();
        Path calm = Files.createDirectory(folder.resolve("lugn"));
        List<String> changes = year.changes(december.prepare(calm), december.command());
        // The first of the act's files: the register is open, and its commit is to come.
        int writes =
                IntStream.rangeClosed(1, changes.size())
                        .filter(i -> changes.get(i - 1).startsWith("open /.under-arbete/"))
                        .findFirst()
                        .orElseThrow();
        Place place = december.prepare(folder);
        FailingDisk disk = new FailingDisk(place.output(), DiskFault.PAUSED, writes, folder);
        Program.Running running = year.program(disk).start(place.words(december.command()));
        assertThat(disk.awaitPause(running.process())).isTrue();
        Path register = place.output().resolve("register/gits.mv.db");
        Path away = Files.move(register, folder.resolve("undanflyttad"));
        disk.goOn();

        assertThat(running.ended().exits(ExitCode.SURROUNDINGS).err())
                .contains("gits.mv.db finns inte, eller inte längre");
        assertThat(december.demandAllOrNothing(place)).isFalse();
        Files.move(away, register);
        december.demandFinished(place);
    }

    /** What issues nothing is there whole, or as it was. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "preview 2023-12 --date 2023-12-31 --reason Dyrare",
                "simulate 2023 --against INPUT",
                "report 2023",
                "rerun 2023-03",
                "package 2023-03",
            })
    void leavesNothingHalfDone(String line, @TempDir Path folder) throws Exception {
        DisturbedAct december = year.december();
        String command = line.replace("INPUT", december.input().toString());
        Path calm = Files.createDirectory(folder.resolve("lugn"));
        Place undisturbed = december.prepare(calm);
        List<String> changes = year.changes(undisturbed, command);
        SortedMap<String, String> before = Session.files(december.before());
        SortedMap<String, String> after = Session.files(undisturbed.output());
        assertThat(after).hasSizeGreaterThan(before.size());
        atMoments(
                line,
                List.of(DiskFault.FULL, DiskFault.VANISHED, DiskFault.KILLED),
                changes,
                1,
                folder,
                (fault, change, here) -> {
                    Place place = december.prepare(here);
                    FailingDisk disk = new FailingDisk(place.output(), fault, change, here);
                    Program.Ended ended = year.program(disk).run(place.words(command));
                    if (fault != DiskFault.KILLED && ended.exitCode() != ExitCode.OK) {
                        demandTold(ended);
                    }
                    SortedMap<String, String> seen = new TreeMap<>(Session.files(place.output()));
                    seen.keySet().removeIf(name -> name.contains(DisturbedAct.ASIDE));
                    assertThat(seen)
                            .isIn(
                                    ended.exitCode() == ExitCode.OK
                                            ? List.of(after)
                                            : List.of(before, after));
                    new Program(here).run(place.words(command)).exits(ExitCode.OK);
                    assertThat(Session.files(place.output())).isEqualTo(after);
                    return ended.exitCode();
                });
    }

    /** What is done with a register as a whole, and what tells that it is. */
    enum Rearranging {
        ATTESTED("attest 2023-01 --by Eva", "") {
            @Override
            void prepare(Place place) throws IOException {
                place.run("preview 2023-01 --date 2023-01-31").exits(ExitCode.OK);
            }

            @Override
            void demandDone(Place place) {
                assertThat(place.run("invoice 2023-01").exits(ExitCode.OK).out())
                        .contains("Attesterad av Eva");
            }
        },
        MOVED("move --to jdbc:h2:file:OUTPUT/flyttat/gits", "flyttat/gits") {
            @Override
            void prepare(Place place) throws IOException {
                ATTESTED.prepare(place);
                place.run("attest 2023-01 --by Eva").exits(ExitCode.OK);
                place.run("invoice 2023-01").exits(ExitCode.OK);
            }

            @Override
            void demandDone(Place place) {
                super.demandDone(place);
                assertThat(place.run("status").exits(ExitCode.REFUSED).err())
                        .contains("är flyttat");
            }
        },
        REBUILT("rebuild OUTPUT", "register/gits") {
            @Override
            void prepare(Place place) throws IOException {
                MOVED.prepare(place);
                place.run("package 2023-01").exits(ExitCode.OK);
                Session.delete(place.output().resolve("register"));
            }
        };

        private final String command;
        private final String register;

        Rearranging(String command, String register) {
            this.command = command;
            this.register = register;
        }

        abstract void prepare(Place place) throws IOException;

        String command(Place place) {
            return command.replace("OUTPUT", place.output().toString());
        }

        /** The acts of the register that it leaves, and that all is well with them. */
        void demandDone(Place place) {
            String url = "jdbc:h2:file:" + place.output().resolve(register);
            Place left = new Place(place.input(), place.output(), List.of("--register", url));
            assertThat(left.run("status").exits(ExitCode.OK).out()).contains("2023-01");
            assertThat(left.run("verify").exits(ExitCode.OK).out()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavesARegisterThatTheSameCommandFinishes(Rearranging how, @TempDir Path folder)
            throws Exception {
        Session session = DisturbedYear.withAttest(folder);
        Place before = new Place(session.input(), session.output(), List.of());
        how.prepare(before);
        Place undisturbed = copy(before, Files.createDirectory(folder.resolve("lugn")));
        List<String> changes = year.changes(undisturbed, how.command(undisturbed));
        how.demandDone(undisturbed);
        atMoments(
                how.command,
                List.of(DiskFault.FULL, DiskFault.VANISHED, DiskFault.KILLED),
                changes,
                1,
                folder,
                (fault, change, here) -> {
                    Place place = copy(before, here);
                    FailingDisk disk = new FailingDisk(place.output(), fault, change, here);
                    String command = how.command(place);
                    Program.Ended ended = year.program(disk).run(place.words(command));
                    if (fault != DiskFault.KILLED && ended.exitCode() != ExitCode.OK) {
                        demandTold(ended);
                    }
                    // Refused where it was done the first time.
                    assertThat(place.run(command).exitCode()).isIn(ExitCode.OK, ExitCode.REFUSED);
                    how.demandDone(place);
                    return ended.exitCode();
                });
    }

    private static Place copy(Place from, Path folder) throws IOException {
        Path output = folder.resolve("resultat");
        Session.copy(from.output(), output);
        return new Place(from.input(), output, List.of());
    }
}
