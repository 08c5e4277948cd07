package se.gits.costshare.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.gits.costshare.run.RunRefused;

class ActFolderTest {

    private static final String KEY = "0123456789abcdef0123";
    private static final Set<String> OWN = Set.of("a.txt");

    @TempDir Path output;

    private ActFolder folder() {
        return new ActFolder(output, "2023-simulering", KEY);
    }

    private static void write(ActFolder folder, String text) throws IOException {
        folder.writeInsteadOfEarlier(
                place -> OWN, () -> folder.write("a.txt", text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theEarlierFilesAreBackWhenTheNewOnesCannotBeMoved() throws IOException {
        write(folder(), "tidigare");

        // Nothing was written aside, so the second move has nothing to move.
        assertThatThrownBy(
                        () ->
                                folder().writeInsteadOfEarlier(
                                                place -> OWN,
                                                () ->
                                                        Files.delete(
                                                                output.resolve(
                                                                        ".under-arbete/2023-simulering-"
                                                                                + KEY.substring(
                                                                                        0, 16)))))
                .isInstanceOf(NoSuchFileException.class);

        assertThat(output.resolve("2023-simulering/a.txt")).hasContent("tidigare");
        assertThat(output.resolve(".under-arbete")).doesNotExist();
    }

    @Test
    void whoAsksForTheLockWithinItIsToldEvenInTheSameProcess() throws IOException {
        ActFolder folder = folder();
        List<RunRefused.Cause> told = new ArrayList<>();

        folder.writeInsteadOfEarlier(
                place -> OWN,
                () -> {
                    for (int time = 0; time < 2; time++) {
                        assertThatThrownBy(() -> write(folder(), "annan"))
                                .isInstanceOfSatisfying(RunRefused.class, e -> told.add(e.cause()));
                    }
                    folder.write("a.txt", "min".getBytes(StandardCharsets.UTF_8));
                });

        assertThat(told).containsOnly(RunRefused.Cause.BUSY).hasSize(2);
        assertThat(output.resolve("2023-simulering/a.txt")).hasContent("min");
    }

    @Test
    void ofManyAtOnceOneAtATimeIsAtWork() throws Exception {
        AtomicInteger atWork = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Boolean>> runs = new ArrayList<>();
        for (int number = 0; number < 400; number++) {
            runs.add(threads.submit(() -> wasAloneAtWork(atWork)));
        }
        threads.shutdown();

        int done = 0;
        for (Future<Boolean> run : runs) {
            done += run.get() ? 1 : 0;
        }
        assertThat(done).isPositive();
        assertThat(output.resolve("2023-simulering/a.txt")).hasContent("min");
        assertThat(output.resolve(".under-arbete")).doesNotExist();
    }

    private boolean wasAloneAtWork(AtomicInteger atWork) throws IOException {
        ActFolder folder = folder();
        try {
            folder.writeInsteadOfEarlier(
                    place -> OWN,
                    () -> {
                        assertThat(atWork.incrementAndGet()).isOne();
                        folder.write("a.txt", "min".getBytes(StandardCharsets.UTF_8));
                        atWork.decrementAndGet();
                    });
            return true;
        } catch (RunRefused e) {
            assertThat(e.cause()).isEqualTo(RunRefused.Cause.BUSY);
            return false;
        }
    }
}
