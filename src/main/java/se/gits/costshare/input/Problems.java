package se.gits.costshare.input;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import se.gits.costshare.money.Money;

/**
 * Collects what is wrong with the input, so that everything is told at once.
 *
 * <p>Of each kind the first are kept, by file and row, and the rest counted: a column in the wrong
 * format is one thing to mend, not two thousand.
 */
public final class Problems {

    /** So many of a kind are told one by one. */
    public static final int TOLD_OF_A_KIND = 20;

    private final Map<ProblemKind, OfAKind> problemsOfKind = new EnumMap<>(ProblemKind.class);
    private final Set<String> filesTold = new HashSet<>();
    private final Map<String, IntFunction<String>> rowTextOfFile = new HashMap<>();

    private final TableRoom room = new TableRoom(this);
    private final boolean ofKeptInput;

    public Problems() {
        this(false);
    }

    private Problems(boolean ofKeptInput) {
        this.ofKeptInput = ofKeptInput;
    }

    /**
     * Of input that an act was issued on and that was kept since. What later versions of the
     * program ask of how things are sent and booked is no fault of it; amounts are not touched.
     */
    public static Problems ofKeptInput() {
        return new Problems(true);
    }

    /** Whether the input was issued on before, and is read again. */
    public boolean areOfKeptInput() {
        return ofKeptInput;
    }

    private static final class OfAKind {
        private final TreeSet<InputProblem> first = new TreeSet<>();
        private final Set<String> files = new HashSet<>();

        /** Where each was found, and at what value: what is found twice is one. */
        private final Set<Long> found = new HashSet<>();

        int count() {
            return Math.max(found.size(), first.size());
        }
    }

    /** Tells how a file's rows read, so that a problem can quote its row. */
    public void quote(String file, IntFunction<String> rowText) {
        rowTextOfFile.put(file, rowText);
    }

    /** What tables may still be read. */
    public TableRoom room() {
        return room;
    }

    /**
     * Adds a problem; the same one twice is one.
     *
     * @param details what the kind's words refer to; they are made text only if they are shown
     */
    public void add(Place place, String value, ProblemKind kind, Object... details) {
        filesTold.add(place.file());
        OfAKind same = problemsOfKind.computeIfAbsent(kind, k -> new OfAKind());
        same.files.add(place.file());
        same.found.add((long) place.hashCode() << 32 | value.hashCode() & 0xFFFFFFFFL);
        if (same.first.size() == TOLD_OF_A_KIND && place.compareTo(same.first.last().place()) > 0) {
            return;
        }
        InputProblem problem =
                new InputProblem(
                        place,
                        value,
                        kind,
                        Arrays.stream(details).map(Problems::text).toList(),
                        excerpt(place));
        same.first.add(problem);
        if (same.first.size() > TOLD_OF_A_KIND) {
            same.first.pollLast();
        }
    }

    private String excerpt(Place place) {
        return place.row() == 0
                ? ""
                : rowTextOfFile.getOrDefault(place.file(), row -> "").apply(place.row());
    }

    private static String text(Object detail) {
        return detail instanceof Money amount ? amount.inSwedish() : detail.toString();
    }

    /** Whether a fault of that file was told already. */
    public boolean tellOf(String file) {
        return filesTold.contains(file);
    }

    /**
     * Whether something was told already of a file whose name begins so, in any case of letters.
     */
    public boolean tellOfTable(String baseName) {
        String start = baseName.toLowerCase(Locale.ROOT);
        return filesTold.stream().anyMatch(file -> file.toLowerCase(Locale.ROOT).startsWith(start));
    }

    public boolean hasFaults() {
        return problemsOfKind.keySet().stream()
                .anyMatch(kind -> kind.isFault() && !(ofKeptInput && kind.isOfDelivery()));
    }

    /** Sorted by file, row and column; of each kind the first. */
    public List<InputProblem> faults() {
        return sorted(ProblemKind.Severity.FAULT);
    }

    /** Sorted by file, row and column; of each kind the first. */
    public List<InputProblem> warnings() {
        return sorted(ProblemKind.Severity.WARNING);
    }

    private List<InputProblem> sorted(ProblemKind.Severity severity) {
        return problemsOfKind.entrySet().stream()
                .filter(entry -> entry.getKey().severity() == severity)
                .flatMap(entry -> entry.getValue().first.stream())
                .sorted()
                .toList();
    }

    /** How many of a kind there are beyond those told one by one. */
    public int beyondTold(ProblemKind kind) {
        OfAKind same = problemsOfKind.get(kind);
        return same == null ? 0 : same.count() - same.first.size();
    }

    /** How many problems there are, also those not told one by one. */
    public int count(ProblemKind.Severity severity) {
        return problemsOfKind.entrySet().stream()
                .filter(entry -> entry.getKey().severity() == severity)
                .mapToInt(entry -> entry.getValue().count())
                .sum();
    }

    /** How many files they are in. */
    public int files(ProblemKind.Severity severity) {
        return (int)
                problemsOfKind.entrySet().stream()
                        .filter(entry -> entry.getKey().severity() == severity)
                        .flatMap(entry -> entry.getValue().files.stream())
                        .distinct()
                        .count();
    }
}
