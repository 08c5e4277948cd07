package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import se.gits.costshare.register.PostgresTestServer;

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

    /** The history has when things were done, which no two runs have in common. */
    static String withoutTimes(String status) {
        return status.replaceAll("(?m)^Behandlingshistorikens .*\\R", "");
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
        Session.copy(before, output);
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
