package se.gits.costshare.difference;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import se.gits.costshare.input.Period;
import se.gits.costshare.keys.Distribution;
import se.gits.costshare.keys.KeyShare;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;

/** Two inputs of a year, and what was found that they differ in. */
final class Sides {

    /** More than these are counted and not named. */
    private static final int MOST_NAMED = 10;

    /** The same on an invoice line. */
    private static final int MOST_NAMED_IN_SHORT = 3;

    /** Changes what is shown, and no line's split. */
    static final SortedSet<String> NO_ROWS = Collections.emptySortedSet();

    private final Side before;
    private final Side after;
    private final List<Difference> found = new ArrayList<>();

    Sides(Side before, Side after) {
        this.before = before;
        this.after = after;
    }

    Side before() {
        return before;
    }

    Side after() {
        return after;
    }

    /** What was found, in the order it was. */
    List<Difference> found() {
        return List.copyOf(found);
    }

    void add(Difference difference) {
        found.add(difference);
    }

    /** Who bears a line on either side by some of its key's shares. */
    Difference.Whose whoBears(Predicate<KeyShare> shares) {
        return (party, row, month) ->
                before.bears(party, row, month, shares) || after.bears(party, row, month, shares);
    }

    /** Who bears a line on either side by a part that is distributed so. */
    Difference.Whose whoBears(Distribution distribution) {
        return whoBears(share -> share.distribution().equals(Optional.of(distribution)));
    }

    /** Whether a share is a group's that has any of some parties as members on either side. */
    boolean isOfGroupWithAny(Collection<PartyCode> those, KeyShare share) {
        PartyCode group = new PartyCode(share.recipient().part());
        return those.stream()
                .anyMatch(
                        party ->
                                before.inputs().parties().membersOf(group).contains(party)
                                        || after.inputs()
                                                .parties()
                                                .membersOf(group)
                                                .contains(party));
    }

    /** The lines of both sides. */
    LineMonths both(Function<Side, LineMonths> of) {
        return of.apply(before).and(of.apply(after));
    }

    /** Months in order, those that follow on each other by their first and last. */
    static String monthsText(Collection<YearMonth> months) {
        return String.join(", ", Period.inWords(months));
    }

    /** The months of the year. */
    List<YearMonth> months() {
        List<YearMonth> months = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            months.add(before.inputs().year().atMonth(month));
        }
        return months;
    }

    /** Tells a difference once for all months in a row that have it alike. */
    <T> void eachRun(
            Function<YearMonth, Optional<T>> differenceIn, BiConsumer<List<YearMonth>, T> tell) {
        Optional<T> running = Optional.empty();
        List<YearMonth> run = new ArrayList<>();
        for (YearMonth month : months()) {
            Optional<T> now = differenceIn.apply(month);
            if (!now.equals(running)) {
                tellRun(running, run, tell);
                running = now;
                run = new ArrayList<>();
            }
            run.add(month);
        }
        tellRun(running, run, tell);
    }

    private static <T> void tellRun(
            Optional<T> difference, List<YearMonth> run, BiConsumer<List<YearMonth>, T> tell) {
        difference.ifPresent(what -> tell.accept(run, what));
    }

    /** Those of some codes that are not among others. */
    static List<PartyCode> without(Collection<PartyCode> these, Collection<PartyCode> those) {
        return these.stream().filter(code -> !those.contains(code)).toList();
    }

    /** What parties are called. */
    List<String> names(List<PartyCode> codes) {
        return codes.stream()
                .map(
                        code ->
                                after.inputs()
                                        .parties()
                                        .find(code)
                                        .or(() -> before.inputs().parties().find(code))
                                        .map(Party::name)
                                        .orElse(code.value()))
                .toList();
    }

    /** Whether so many are named one by one. */
    static boolean canBeNamed(int names) {
        return names <= MOST_NAMED;
    }

    /** The first of them, and how many more there are. */
    static String named(List<String> names) {
        return named(names, MOST_NAMED);
    }

    /** So few of them that an invoice line has room, and how many more there are. */
    static String inShort(List<String> names) {
        return named(names, MOST_NAMED_IN_SHORT);
    }

    private static String named(List<String> names, int most) {
        if (names.size() <= most) {
            return String.join(", ", names);
        }
        return String.join(", ", names.subList(0, most)) + " … (+" + (names.size() - most) + ")";
    }
}
