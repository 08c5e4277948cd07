package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import se.gits.costshare.disk.FailingDisk;
import se.gits.costshare.register.PostgresTestServer;
import se.gits.costshare.run.SmallInput;

/**
 * A command that issues, to be disturbed: what there is before it, and what it comes to where
 * nothing disturbs.
 *
 * @param command without the common options
 * @param input the folder of its input
 * @param before the output folder as it is before
 * @param after each file afterwards, but the register, with its hash
 * @param status what {@code status} says afterwards; the head of the acts' chain is in it
 */
record DisturbedAct(
        String command, Path input, Path before, SortedMap<String, String> after, String status) {

    /** What is not seen. */
    static final String ASIDE = ".under-arbete";

    /** What whoever comes second is told. */
    static final String BUSY = "används av en annan körning";

    private static final int ATTEMPTS = 100;
    private static final int PAUSE_MILLIS = 100;

    /** How each refuses to be done a second time. */
    private static final String DONE = "(?s).*redan (krediterad|avräknat).*";

    /** The first month, one that adjusts earlier ones, a credit, its new invoice, a settlement. */
    static List<DisturbedAct> ofAYear(Path folder) throws IOException {
        SmallInput input =
                new SmallInput()
                        .change("installningar.yml", "  peppol_id: \"0007:2321000131\"\n", "");
        Session session = new Session(folder).with(input);
        List<DisturbedAct> acts = new ArrayList<>();
        acts.add(next(session, folder, "invoice 2023-01 --date 2023-01-31"));
        for (int month = 2; month <= 11; month++) {
            session.on("2023-%02d-28".formatted(month))
                    .run("invoice", "2023-%02d".formatted(month))
                    .exits(0);
        }
        session.with(input.withDearerMeetings().withOutcome());
        acts.add(next(session, folder, "invoice 2023-12 --date 2023-12-31 --reason Dyrare"));
        acts.add(
                next(
                        session,
                        folder,
                        "credit 2023-05 --party 1480 --reason Fel --date 2024-01-15"));
        acts.add(next(session, folder, "invoice 2023-05 --party 1480 --date 2024-01-15"));
        acts.add(next(session, folder, "settle 2023 --date 2024-01-31"));
        return acts;
    }

    private static DisturbedAct next(Session session, Path folder, String command)
            throws IOException {
        Path kept = Files.createTempDirectory(folder, "innan");
        Path before = Files.createDirectory(kept.resolve("resultat"));
        Path input = kept.resolve("underlag");
        copy(session.input(), input);
        if (Files.exists(session.output())) {
            copy(session.output(), before);
        }
        session.run(command.split(" ")).exits(0);
        return new DisturbedAct(
                command,
                input,
                before,
                Session.files(session.output()),
                withoutTimes(session.run("status").exits(0).out()));
    }

    /** The history has when things were done, which no two runs have in common. */
    private static String withoutTimes(String status) {
        return status.replaceAll("(?m)^Behandlingshistorikens .*\\R", "");
    }

    /** Copies a folder's files into another. */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path copied = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copied);
                } else {
                    Files.copy(path, copied);
                }
            }
        }
    }

    /** Takes a folder away. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /**
     * Where an act is disturbed: a copy of what there is before it.
     *
     * @param register the option that tells where the register is; none where it lies in the folder
     */
    record Place(Path input, Path output, List<String> register) {

        /** A command with its options. */
        String[] words(String line) {
            List<String> words = new ArrayList<>(List.of(line.split(" ")));
            words.addAll(List.of("--input", input.toString(), "--output", output.toString()));
            words.addAll(register);
            return words.toArray(String[]::new);
        }

        /** Runs a command within the test's own process, which is sooner done. */
        Session.Answer run(String line) {
            // Spring Batch tells jobs apart by their ids: two registers at once in one process
            // have the same ones.
            synchronized (DisturbedAct.class) {
                return Session.runAlone(words(line));
            }
        }
    }

    /** Where the register is. */
    enum Where {
        IN_A_FILE {
            @Override
            Place prepare(DisturbedAct act, Path folder) throws IOException {
                return act.prepare(folder);
            }
        },
        /** That several machines share: a connection holds it, and no file. */
        ON_A_SERVER {
            @Override
            Place prepare(DisturbedAct act, Path folder) throws IOException {
                return act.prepareOnServer(folder);
            }
        };

        abstract Place prepare(DisturbedAct act, Path folder) throws IOException;
    }

    /** Copies what there is before. */
    Place prepare(Path folder) throws IOException {
        Path output = folder.resolve("resultat");
        copy(before, output);
        return new Place(input, output, List.of());
    }

    /** The same with the register on a server, in a schema of its own. */
    Place prepareOnServer(Path folder) throws IOException {
        Place place = prepare(folder);
        String url = PostgresTestServer.get().emptySchema();
        if (Files.exists(place.output().resolve("register"))) {
            place.run("move --to " + url).exits(ExitCode.OK);
        }
        return new Place(input, place.output(), List.of("--register", url));
    }

    @Override
    public String toString() {
        return command;
    }

    /** The program on a disk that fails, begun from an archive of loaded classes. */
    static Program program(Path folder, FailingDisk disk, Path archive) throws IOException {
        return new Program(folder).with("-XX:SharedArchiveFile=" + archive).on(disk);
    }

    /** Makes the archive, which takes half of its time from each of many starts. */
    Path archive(Path folder) throws Exception {
        Path archive = folder.resolve("klasser.jsa");
        Place place = prepare(Files.createDirectory(folder.resolve("arkiv")));
        new Program(folder)
                .with(
                        FailingDisk.seenByTheJdk(),
                        "-Xlog:disable",
                        "-XX:ArchiveClassesAtExit=" + archive)
                .run(place.words(command))
                .exits(ExitCode.OK);
        return archive;
    }

    /**
     * Demands that whoever looks sees the act whole, or nothing of it, and all before it as it was.
     *
     * @return whether it is seen
     */
    boolean demandAllOrNothing(Place place) throws IOException {
        SortedMap<String, String> seen = new TreeMap<>(Session.files(place.output()));
        seen.keySet().removeIf(name -> name.startsWith(ASIDE));
        boolean isDone = seen.keySet().equals(after.keySet());
        assertThat(seen).isEqualTo(isDone ? after : Session.files(before));
        return isDone;
    }

    /** Demands that the same command, run again, brings the act to what it is undisturbed. */
    void demandFinished(Place place) throws IOException, InterruptedException {
        Session.Answer again = place.run(command);
        // A server takes a moment to see that whoever held the register is no more.
        for (int i = 0; i < ATTEMPTS && again.err().contains(BUSY); i++) {
            Thread.sleep(PAUSE_MILLIS);
            again = place.run(command);
        }
        assertThat(
                        again.exitCode() == ExitCode.OK
                                || again.exitCode() == ExitCode.REFUSED
                                        && again.err().matches(DONE))
                .as("%d: %s%s", again.exitCode(), again.out(), again.err())
                .isTrue();
        assertThat(differences(Session.files(place.output()))).isEmpty();
        assertThat(withoutTimes(place.run("status").exits(ExitCode.OK).out())).isEqualTo(status);
        assertThat(place.run("verify").exits(ExitCode.OK).out()).isEmpty();
    }

    private Map<String, String> differences(SortedMap<String, String> files) {
        Map<String, String> different = new TreeMap<>(after);
        files.forEach(
                (name, hash) -> different.merge(name, hash, (a, b) -> a.equals(b) ? null : b));
        return different;
    }
}
