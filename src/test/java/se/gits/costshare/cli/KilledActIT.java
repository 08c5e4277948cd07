package se.gits.costshare.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.gits.costshare.Endurance;
import se.gits.costshare.EnduranceCases;
import se.gits.costshare.run.SmallInput;

/** Credits, new invoices and settlements on the real process: killed, and two at once. */
class KilledActIT {

    private static final String CREDIT =
            "credit 2023-05 --party 1480 --reason Fel --date 2024-01-15";
    private static final String ANEW = "invoice 2023-05 --party 1480 --date 2024-01-15";
    private static final String SETTLE = "settle 2023 --date 2024-01-31";

    /**
     * A year that is issued, with a credit that waits, with its new invoice: before each command.
     */
    private static Path before;

    private static SortedMap<String, String> undisturbed;

    private static long undisturbedMillis;

    private static final Endurance.Figures FIGURES = new Endurance.Figures("killed-acts");

    @TempDir Path folder;

    @AfterAll
    static void tell() {
        FIGURES.tell();
    }

    @BeforeAll
    static void issueTheYear(@TempDir Path calm) throws Exception {
        before = calm;
        Session session = new Session(calm).with(new SmallInput()).on("2023-12-31");
        for (int number = 1; number <= 12; number++) {
            session.run("invoice", "2023-%02d".formatted(number)).exits(0);
        }
        Files.writeString(
                session.input().resolve("utfall-2023.csv"),
                "rad;utfall\n1;7 000 000,05\n2;1 500\n3;0\n");
        Path done = Files.createDirectories(calm.resolve("gjort"));
        Session.copy(calm.resolve("resultat"), done.resolve("resultat"));
        long start = System.nanoTime();
        for (String command : List.of(CREDIT, ANEW, SETTLE)) {
            new Program(done).run(words(command, done)).exits(0);
        }
        undisturbedMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) / 3;
        undisturbed = Session.files(done.resolve("resultat"));
    }

    private static String[] words(String command, Path folder) {
        List<String> words = new ArrayList<>(Arrays.asList(command.split(" ")));
        words.addAll(
                List.of(
                        "--input",
                        before.resolve("underlag").toString(),
                        "--output",
                        folder.resolve("resultat").toString()));
        return words.toArray(String[]::new);
    }

    /**
     * Whichever command is killed, the year ends with the bytes of a year that nobody disturbed.
     */
    @Test
    void killedAtAnyMomentTheSameCommandFinishes() throws InterruptedException {
        EnduranceCases kills = new EnduranceCases(FIGURES, "at a random moment");
        for (int seed = 1; seed <= Endurance.count(50, 1); seed++) {
            for (String killed : List.of(CREDIT, ANEW, SETTLE)) {
                String name = killed.split(" ")[0] + (killed.equals(ANEW) ? " anew" : "");
                Random random = new Random(killed.hashCode() + seed);
                Path place = folder.resolve(name + "-" + seed);
                kills.add(name + ", seed " + seed, killed, () -> kill(killed, random, place));
            }
        }
        kills.run();
    }

    /**
     * Others are at work beside it, and it takes longer than alone.
     *
     * @return whether it was killed
     */
    private static String kill(String killed, Random random, Path place) throws Exception {
        boolean wasKilled = false;
        Session.copy(before.resolve("resultat"), place.resolve("resultat"));
        for (String command : List.of(CREDIT, ANEW, SETTLE)) {
            if (command.equals(killed)) {
                Program.Running running = new Program(place).start(words(command, place));
                wasKilled = running.killedAfter(random.nextLong(undisturbedMillis * 3 / 2));
                assertThat(undisturbed.entrySet())
                        .as("only whole acts, with the right bytes")
                        .containsAll(
                                Session.files(place.resolve("resultat")).entrySet().stream()
                                        .filter(file -> !file.getKey().startsWith(".under-arbete"))
                                        .toList());
            }
            Program.Ended again = new Program(place).run(words(command, place));
            boolean wasDone =
                    command.equals(killed)
                            && again.exitCode() == 5
                            && again.err().matches("(?s).*redan (krediterad|avräknat).*");
            assertThat(again.exitCode() == 0 || wasDone).as(again.out() + again.err()).isTrue();
        }
        assertThat(Session.files(place.resolve("resultat"))).isEqualTo(undisturbed);
        Session.delete(place);
        return wasKilled ? "killed" : "done before it could be killed";
    }

    @Test
    void ofTwoCreditsAtOnceOneIsIssuedAndTheOtherIsTold() throws Exception {
        Session.copy(before.resolve("resultat"), folder.resolve("resultat"));
        Program.Running one = new Program(folder).start(words(CREDIT, folder));
        Program.Running two = new Program(folder).start(words(CREDIT, folder));

        List<Integer> codes = List.of(one.ended().exitCode(), two.ended().exitCode());

        assertThat(codes).containsExactlyInAnyOrder(0, 5);
        assertThat(folder.resolve("resultat/2023-05-kredit-1")).isDirectory();
        assertThat(folder.resolve("resultat/2023-05-kredit-2")).doesNotExist();
    }
}
