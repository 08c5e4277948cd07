package se.gits.costshare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much the long tests do. All of it in the profile {@code endurance}; else a share that is
 * spread over the whole, the same each time.
 */
public final class Endurance {

    private static final Path FIGURES = Path.of("target/endurance");

    private Endurance() {}

    /** Whether everything is done. */
    public static boolean isWhole() {
        return Boolean.getBoolean("gits.endurance");
    }

    /** How many of something are done. */
    public static int count(int whole, int share) {
        return isWhole() ? whole : share;
    }

    /** So many of them, spread over all: each from the middle of its part. */
    public static <T> List<T> of(List<T> all, int whole, int share) {
        int number = Math.min(all.size(), count(whole, share));
        List<T> chosen = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            chosen.add(all.get(Math.toIntExact((2L * i + 1) * all.size() / (2L * number))));
        }
        return chosen;
    }

    /**
     * Keeps what a test came to, for the page of promises.
     *
     * @param subject the figures' file in {@code target/endurance}
     */
    public static void tell(String subject, List<String> figures) {
        write(FIGURES.resolve(subject + ".txt"), figures, StandardOpenOption.TRUNCATE_EXISTING);
    }

    private static void write(Path file, List<String> lines, StandardOpenOption how) {
        try {
            Files.createDirectories(FIGURES);
            Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * How often cases came to what. Of the whole, which takes hours, each case is kept in a list of
     * its own, and a run that goes on from one that was cut off leaves out what is there. Whoever
     * changes the program takes the list away.
     */
    public static final class Figures {

        private final String subject;
        private final Path list;
        private final SortedMap<String, String> outcomeOfCase = new TreeMap<>();

        /**
         * @param subject the figures' file in {@code target/endurance}
         */
        public Figures(String subject) {
            this.subject = subject;
            this.list = FIGURES.resolve(subject + "-tried.txt");
            if (isWhole() && Files.exists(list)) {
                readList();
            }
        }

        private void readList() {
            try {
                for (String line : Files.readAllLines(list)) {
                    String[] parts = line.split("\t");
                    outcomeOfCase.put(parts[0], parts[1]);
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Whether a run that was cut off has tried a case. */
        public synchronized boolean wasTried(String name) {
            return outcomeOfCase.containsKey(name);
        }

        /** Keeps what a case came to. */
        public synchronized void count(String name, String outcome) {
            outcomeOfCase.put(name, outcome);
            if (isWhole()) {
                write(list, List.of(name + "\t" + outcome), StandardOpenOption.APPEND);
            }
        }

        /** Tells of the whole at once what has failed, since it ends hours later. */
        synchronized void tellFailure(String name, Throwable failure) {
            if (isWhole()) {
                Path failed = FIGURES.resolve(subject + "-failed.txt");
                write(failed, List.of(name + "\t" + failure), StandardOpenOption.APPEND);
            }
        }

        /** Keeps them for the page of promises. */
        public synchronized void tell() {
            SortedMap<String, Integer> times = new TreeMap<>();
            outcomeOfCase.values().forEach(outcome -> times.merge(outcome, 1, Integer::sum));
            Endurance.tell(
                    subject,
                    times.entrySet().stream().map(e -> e.getKey() + ": " + e.getValue()).toList());
        }
    }
}
