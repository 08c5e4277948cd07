package se.gits.costshare;

import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many cases that each wait for a process of its own: as many at once as there are processors. */
public final class SideBySide {

    private final Map<String, Case> caseOfName = new LinkedHashMap<>();

    /** What is tried in one case. */
    @FunctionalInterface
    public interface Case {

        /** Throws what is wrong. */
        void run() throws Exception;
    }

    /** Adds a case. */
    public void add(String name, Case tried) {
        if (caseOfName.put(name, tried) != null) {
            throw new IllegalArgumentException(name);
        }
    }

    /** Runs all, and fails with every case that did. */
    public void run() throws InterruptedException {
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            run(threads);
        } finally {
            // Whoever was interrupted leaves nobody at work in folders that are to be deleted.
            threads.shutdownNow();
        }
    }

    private void run(ExecutorService threads) throws InterruptedException {
        Map<String, Future<?>> running = new LinkedHashMap<>();
        caseOfName.forEach(
                (name, tried) ->
                        running.put(
                                name,
                                threads.submit(
                                        () -> {
                                            tried.run();
                                            return null;
                                        })));
        List<String> failed = new ArrayList<>();
        for (Map.Entry<String, Future<?>> one : running.entrySet()) {
            try {
                one.getValue().get();
            } catch (ExecutionException e) {
                failed.add(one.getKey() + ": " + e.getCause());
            }
        }
        if (!failed.isEmpty()) {
            fail("%d of %d:%n%s", failed.size(), running.size(), String.join("\n", failed));
        }
    }
}
