package se.gits.costshare.cli;

import java.time.YearMonth;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.RunTerms;

/** Months of the year that have a cost and should have been issued before. */
final class EarlierMonths {

    private EarlierMonths() {}

    /** Warns of those that are not issued when a month is, or when the year is settled. */
    static void warn(Gits gits, RunTerms terms, Inputs inputs, Collection<YearMonth> issued) {
        if (terms.kind().isOfOneParty()) {
            return;
        }
        SortedSet<String> missing = new TreeSet<>();
        for (int number = 1; number < terms.month().getMonthValue(); number++) {
            YearMonth earlier = terms.month().withMonth(number);
            if (!issued.contains(earlier) && !inputs.linesIn(earlier).isEmpty()) {
                missing.add(earlier.toString());
            }
        }
        if (!missing.isEmpty()) {
            String warning =
                    terms.kind() == ActKind.SETTLEMENT
                            ? "warning.monthInSettlement"
                            : "warning.earlierMonth";
            gits.console.err().println(gits.messages.of(warning, String.join(", ", missing)));
        }
    }
}
