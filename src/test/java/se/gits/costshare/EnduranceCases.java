package se.gits.costshare;

import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Many cases that each wait for a process of its own: as many at once as there are processors. What
 * each came to is kept at once, so that a run that is cut off has not been for nothing.
 */
public final class EnduranceCases {

    private final Endurance.Figures figures;
    private final String of;
    private final Map<String, Case> caseOfName = new LinkedHashMap<>();
    private final Map<String, String> remarkOfName = new HashMap<>();

    /** What is tried in one case. */
    @FunctionalInterface
    public interface Case {

        /**
         * Throws what is wrong.
         *
         * @return what it came to, which is counted
         */
        String run() throws Exception;
    }

    /**
     * @param figures where what they come to is counted
     * @param of what tells these cases from others of the same names
     */
    public EnduranceCases(Endurance.Figures figures, String of) {
        this.figures = figures;
        this.of = of;
    }

    /**
     * Adds a case.
     *
     * @param remark what is told of it if it fails, and may be another the next time
     */
    public void add(String name, String remark, Case tried) {
        String full = of + ", " + name;
        if (caseOfName.put(full, tried) != null) {
            throw new IllegalArgumentException(name);
        }
        remarkOfName.put(full, remark);
    }

    /**
     * Runs all but those that a run before this one has tried, and fails with every one that did.
     */
    public void run() throws InterruptedException {
        caseOfName.keySet().removeIf(figures::wasTried);
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            run(threads);
        } finally {
            // Whoever was interrupted leaves nobody at work in folders that are to be deleted.
            threads.shutdownNow();
        }
    }

    private void run(String name, Case tried) throws Exception {
        try {
            figures.count(name, tried.run());
        } catch (Exception | AssertionError e) {
            figures.tellFailure(name + ", " + remarkOfName.get(name), e);
            throw e;
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
                                            run(name, tried);
                                            return null;
                                        })));
        List<String> failed = new ArrayList<>();
        for (Map.Entry<String, Future<?>> one : running.entrySet()) {
            try {
                one.getValue().get();
            } catch (ExecutionException e) {
                failed.add(
                        "%s, %s: %s"
                                .formatted(
                                        one.getKey(),
                                        remarkOfName.get(one.getKey()),
                                        e.getCause()));
            }
        }
        if (!failed.isEmpty()) {
            fail("%d of %d:%n%s", failed.size(), running.size(), String.join("\n", failed));
        }
    }
}
