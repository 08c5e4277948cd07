package se.gits.costshare.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SideBySideTest {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final AtomicInteger atWork = new AtomicInteger();

    @AfterEach
    void letNoOtherTestBeInterrupted() {
        Thread.interrupted();
    }

    @Test
    void whatEachCameToStandsInTheirOrder() throws IOException {
        List<Integer> numbers = IntStream.range(0, 100).boxed().toList();

        assertThat(SideBySide.results(3, numbers, number -> 2 * number))
                .isEqualTo(numbers.stream().map(number -> 2 * number).toList());
        assertThat(SideBySide.results(3, List.of(), number -> number)).isEmpty();
    }

    @Test
    void aFailureIsToldWhenNothingIsAtWorkAnyMoreAndTheRestIsLeft() {
        AtomicInteger done = new AtomicInteger();
        List<String> all = new ArrayList<>(List.of("long", "fails"));
        all.addAll(Collections.nCopies(1_000, "short"));

        assertThatThrownBy(
                        () ->
                                SideBySide.each(
                                        2,
                                        all,
                                        one -> {
                                            atWork.incrementAndGet();
                                            try {
                                                work(one);
                                            } finally {
                                                atWork.decrementAndGet();
                                            }
                                            done.incrementAndGet();
                                        }))
                .isInstanceOf(IOException.class)
                .hasMessage("full");

        assertThat(atWork).hasValue(0);
        // The long one, though it was asked before, and what was begun before it was noticed.
        assertThat(done.get()).isBetween(1, 50);
    }

    private void work(String one) throws IOException {
        if (one.equals("long")) {
            begun.countDown();
            sleep(300);
        } else if (one.equals("fails")) {
            await();
            throw new IOException("full");
        } else {
            sleep(1);
        }
    }

    @Test
    void defectsAreToldAsTheyAre() {
        for (Throwable defect : List.of(new IllegalStateException(), new StackOverflowError())) {
            assertThatThrownBy(
                            () ->
                                    SideBySide.each(
                                            1,
                                            List.of(defect),
                                            one -> {
                                                if (one instanceof Error error) {
                                                    throw error;
                                                }
                                                throw (RuntimeException) one;
                                            }))
                    .isSameAs(defect);
        }
    }

    @Test
    void whoIsInterruptedWaitsForWhatIsAtWorkAndIsToldSo() {
        Thread caller = Thread.currentThread();

        assertThatThrownBy(
                        () ->
                                SideBySide.each(
                                        1,
                                        List.of("long"),
                                        one -> {
                                            atWork.incrementAndGet();
                                            caller.interrupt();
                                            sleep(300);
                                            atWork.decrementAndGet();
                                        }))
                .isInstanceOf(InterruptedIOException.class);

        assertThat(atWork).hasValue(0);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    private void await() {
        try {
            begun.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
