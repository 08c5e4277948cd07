package se.gits.costshare.difference;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntFunction;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.Causes;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.YearCosts;

/**
 * Tells why earlier months come to something else today: what today's input differs in from those
 * that the months were last computed on.
 *
 * <p>To be asked by one thread: what was found is kept, since there are few earlier inputs and many
 * lines.
 */
public final class ChangedInputs implements Causes {

    private final Inputs today;
    private final LastWord lastWord;
    private final IntFunction<Inputs> inputsOfAct;

    /** By instance: inputs are too large to be compared, and the same one is asked of. */
    private final Map<Inputs, ChangesSince> changesSince = new IdentityHashMap<>();

    /** Found when first asked for, since most months have no adjustment. */
    private Optional<Side> sideOfToday = Optional.empty();

    /**
     * @param inputsOfAct the inputs that an act of the year was computed from, by its place in the
     *     chain; the same instance for all that had the same
     */
    public ChangedInputs(Inputs today, LastWord lastWord, IntFunction<Inputs> inputsOfAct) {
        this.today = today;
        this.lastWord = lastWord;
        this.inputsOfAct = inputsOfAct;
    }

    @Override
    public List<Cause> told(PartyCode party, String row, SortedSet<YearMonth> months) {
        List<Inputs> inOrder = new ArrayList<>();
        Map<Inputs, SortedSet<YearMonth>> monthsOf = new IdentityHashMap<>();
        for (YearMonth month : months) {
            lastWord.of(party, month)
                    .ifPresent(
                            earlier ->
                                    monthsOf.computeIfAbsent(
                                                    earlier,
                                                    inputs -> {
                                                        inOrder.add(inputs);
                                                        return new TreeSet<>();
                                                    })
                                            .add(month));
        }
        Set<Cause> causes = new LinkedHashSet<>();
        for (Inputs earlier : inOrder) {
            causes.addAll(since(earlier).of(party, row, monthsOf.get(earlier)));
        }
        return List.copyOf(causes);
    }

    @Override
    public List<Cause> ofSplitSince(
            int act, PartyCode party, String row, SortedSet<YearMonth> months) {
        return changesSince(act).map(of -> of.ofSplit(party, row, months)).orElse(List.of());
    }

    @Override
    public List<Cause> ofInvoicingSince(
            int act, PartyCode party, String row, SortedSet<YearMonth> months) {
        return changesSince(act).map(of -> of.ofInvoicing(party, row, months)).orElse(List.of());
    }

    /** Empty where the act was computed from today's input. */
    private Optional<ChangesSince> changesSince(int act) {
        Inputs earlier = inputsOfAct.apply(act);
        return earlier == today ? Optional.empty() : Optional.of(since(earlier));
    }

    private ChangesSince since(Inputs earlier) {
        ChangesSince found = changesSince.get(earlier);
        if (found == null) {
            found = new ChangesSince(side(earlier), today());
            changesSince.put(earlier, found);
        }
        return found;
    }

    private Side today() {
        if (sideOfToday.isEmpty()) {
            sideOfToday = Optional.of(side(today));
        }
        return sideOfToday.get();
    }

    private static Side side(Inputs inputs) {
        return new Side(inputs, YearCosts.of(inputs));
    }
}
