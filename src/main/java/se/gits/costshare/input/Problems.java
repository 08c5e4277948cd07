package se.gits.costshare.input;

import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import se.gits.costshare.money.Money;

/** Collects what is wrong with the input, so that everything is told at once. */
public final class Problems {

    private final SortedSet<InputProblem> problems = new TreeSet<>();

    public void add(Place place, String value, ProblemKind kind, Object... details) {
        List<String> texts = Arrays.stream(details).map(Problems::text).toList();
        problems.add(new InputProblem(place, value, kind, texts));
    }

    private static String text(Object detail) {
        return detail instanceof Money amount ? amount.inSwedish() : detail.toString();
    }

    /** Whether a fault of that file was told already. */
    public boolean tellOf(String file) {
        return problems.stream().anyMatch(problem -> problem.place().file().equals(file));
    }

    public boolean hasFaults() {
        return problems.stream().anyMatch(InputProblem::isFault);
    }

    /** Sorted by file, row and column. */
    public List<InputProblem> faults() {
        return problems.stream().filter(InputProblem::isFault).toList();
    }

    /** Sorted by file, row and column. */
    public List<InputProblem> warnings() {
        return problems.stream().filter(problem -> !problem.isFault()).toList();
    }
}
