package se.gits.costshare.export;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Does the same with many files at once, and goes on when nothing of it is at work any more: what
 * failed may then be taken away.
 */
final class SideBySide {

    private SideBySide() {}

    /** What is done with one of them. */
    @FunctionalInterface
    interface Action<T> {
        void with(T one) throws IOException;
    }

    /** What is found out about one of them. */
    @FunctionalInterface
    interface Work<T, R> {
        R with(T one) throws IOException;
    }

    /**
     * Does something with each.
     *
     * @param threads so many at once
     * @throws IOException if it failed so with one of them; what was not begun is left
     */
    static <T> void each(int threads, Collection<T> all, Action<T> action) throws IOException {
        results(
                threads,
                all,
                one -> {
                    action.with(one);
                    return Optional.empty();
                });
    }

    /**
     * Finds out something about each.
     *
     * @param threads so many at once
     * @return in their order
     * @throws IOException if it failed so with one of them; what was not begun is left
     */
    static <T, R> List<R> results(int threads, Collection<T> all, Work<T, R> work)
            throws IOException {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        List<Future<R>> asked = new ArrayList<>();
        CompletionService<R> ended = new ExecutorCompletionService<>(executor);
        try {
            for (T one : all) {
                asked.add(ended.submit(() -> work.with(one)));
            }
            // One that fails may well end before one that was asked earlier.
            for (int count = 0; count < asked.size(); count++) {
                ended.take().get();
            }
            List<R> results = new ArrayList<>();
            for (Future<R> one : asked) {
                results.add(one.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted");
        } finally {
            asked.forEach(one -> one.cancel(false));
            end(executor);
        }
    }

    private static IOException failure(Throwable cause) {
        if (cause instanceof IOException failure) {
            return failure;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) cause;
    }

    /** A file that is being written is soon done, so an interruption is only passed on. */
    private static void end(ExecutorService executor) {
        executor.shutdown();
        boolean isInterrupted = false;
        boolean isEnded = false;
        while (!isEnded) {
            try {
                isEnded = executor.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
