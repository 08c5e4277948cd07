package se.gits.costshare.simulation;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.Inputs;

/** Two inputs of a year, and what was found that they differ in. */
final class Sides {

    /** More than these are counted and not named. */
    private static final int MOST_NAMED = 10;

    private final Inputs today;
    private final Inputs proposal;
    private final List<Difference> found = new ArrayList<>();

    Sides(Inputs today, Inputs proposal) {
        this.today = today;
        this.proposal = proposal;
    }

    Inputs today() {
        return today;
    }

    Inputs proposal() {
        return proposal;
    }

    /** What was found, in the order it was. */
    List<Difference> found() {
        return List.copyOf(found);
    }

    /**
     * Adds a difference.
     *
     * @param details what the kind's words need, in their order
     */
    void add(DifferenceKind kind, Object... details) {
        List<String> texts = new ArrayList<>();
        for (Object detail : details) {
            texts.add(detail.toString());
        }
        found.add(new Difference(kind, texts));
    }

    /** The first and the last of them. */
    static String monthsText(SortedMap<YearMonth, ?> months) {
        return monthsText(months.firstKey(), months.lastKey());
    }

    static String monthsText(YearMonth from, YearMonth to) {
        return from.equals(to) ? from.toString() : from + "–" + to;
    }

    /** The months of the year. */
    List<YearMonth> months() {
        List<YearMonth> months = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            months.add(today.year().atMonth(month));
        }
        return months;
    }

    /** Tells a difference once for all months in a row that have it alike. */
    <T> void eachRun(Function<YearMonth, Optional<T>> differenceIn, BiConsumer<String, T> tell) {
        Optional<T> running = Optional.empty();
        YearMonth since = today.year().atMonth(1);
        for (YearMonth month : months()) {
            Optional<T> now = differenceIn.apply(month);
            if (!now.equals(running)) {
                tellRun(running, since, month.minusMonths(1), tell);
                running = now;
                since = month;
            }
        }
        tellRun(running, since, today.year().atMonth(12), tell);
    }

    private static <T> void tellRun(
            Optional<T> difference, YearMonth from, YearMonth to, BiConsumer<String, T> tell) {
        difference.ifPresent(what -> tell.accept(monthsText(from, to), what));
    }

    /** Those of some codes that are not among others. */
    static List<PartyCode> without(Collection<PartyCode> these, Collection<PartyCode> those) {
        return these.stream().filter(code -> !those.contains(code)).toList();
    }

    /** What parties are called. */
    String names(List<PartyCode> codes) {
        return named(
                codes.stream()
                        .map(
                                code ->
                                        proposal.parties()
                                                .find(code)
                                                .or(() -> today.parties().find(code))
                                                .map(Party::name)
                                                .orElse(code.value()))
                        .toList());
    }

    /** The first of them, and how many more there are. */
    static String named(List<String> names) {
        if (names.size() <= MOST_NAMED) {
            return String.join(", ", names);
        }
        return String.join(", ", names.subList(0, MOST_NAMED))
                + ", + "
                + (names.size() - MOST_NAMED);
    }
}
