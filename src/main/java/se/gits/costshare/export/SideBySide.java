package se.gits.costshare.export;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
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
    interface Work<T, R> {
        R with(T one) throws IOException;
    }

    /**
     * @param threads so many at once
     * @return what each came to, in their order
     * @throws IOException if the work with one of them failed so; what was not begun is left
     */
    static <T, R> List<R> each(int threads, Collection<T> all, Work<T, R> work) throws IOException {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        List<Future<R>> asked = new ArrayList<>();
        try {
            for (T one : all) {
                asked.add(executor.submit(() -> work.with(one)));
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
            throw new InterruptedIOException();
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
