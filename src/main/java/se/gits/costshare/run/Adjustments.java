package se.gits.costshare.run;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.money.Money;

/**
 * What earlier issued months would be under today's input, less what was issued for them
 * (justeringar).
 *
 * @see "CONTRACT 3, When earlier months change"
 */
final class Adjustments {

    private Adjustments() {}

    /**
     * The adjustments of all issued months but the run's own. A party's month that is credited and
     * not yet issued anew is left out: its new invoice brings what it comes to.
     *
     * @throws RunRefused if there are any and no reason is given
     */
    static List<Amount> of(RunTerms terms, Inputs inputs, Issued issued) {
        SortedSet<YearMonth> months = new TreeSet<>(issued.months());
        months.remove(terms.month());
        if (months.isEmpty()) {
            return List.of();
        }
        Set<PartyMonth> credited = issued.credited();
        Reckoning reckoning =
                new Reckoning(
                        inputs.parties(),
                        months,
                        partyMonth -> !credited.contains(partyMonth),
                        LineKind.ADJUSTMENT,
                        issued);
        List<Amount> adjustments = new ArrayList<>();
        inputs.lines().forEach(line -> adjustments.addAll(reckoning.of(line)));
        if (!adjustments.isEmpty() && terms.reason().isBlank()) {
            refuseWithoutReason(adjustments);
        }
        return adjustments;
    }

    private static void refuseWithoutReason(List<Amount> adjustments) {
        SortedSet<YearMonth> months = new TreeSet<>();
        SortedSet<String> rows = new TreeSet<>();
        adjustments.forEach(
                adjustment -> {
                    months.add(adjustment.concerns());
                    rows.add(adjustment.row());
                });
        throw new RunRefused(
                RunRefused.Cause.REASON_MISSING,
                String.join(" ", months.stream().map(YearMonth::toString).toList()),
                String.join(", ", rows),
                Money.total(adjustments.stream().map(Amount::money)),
                Math.toIntExact(adjustments.stream().map(Amount::party).distinct().count()));
    }
}
