package se.gits.costshare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

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
        try {
            Files.createDirectories(FIGURES);
            Files.write(
                    FIGURES.resolve(subject + ".txt"),
                    figures,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
