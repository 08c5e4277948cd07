package se.gits.costshare.run;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.gits.costshare.invoice.LineKind;

/**
 * The year's outcome less what was invoiced (avräkning): the months' own computation with the
 * outcome in place of the budget, over all twelve months.
 *
 * @see "CONTRACT 3, Settlement"
 */
final class Settlement {

    private Settlement() {}

    /**
     * @throws RunRefused if December is not issued, or a credited month waits for its new invoice
     */
    static void refuseByState(RunTerms terms, Issued issued) {
        YearMonth december = terms.year().atMonth(12);
        if (!issued.months().contains(december)) {
            throw new RunRefused(RunRefused.Cause.YEAR_NOT_OVER, terms.year(), december);
        }
        SortedSet<PartyMonth> credited = issued.credited();
        if (!credited.isEmpty()) {
            PartyMonth first = credited.first();
            throw new RunRefused(
                    RunRefused.Cause.CREDIT_WAITS,
                    credited.stream().map(PartyMonth::toString).collect(Collectors.joining(", ")),
                    first.month(),
                    first.party());
        }
    }

    /** The settlement's amounts; none where the outcome is what was invoiced. */
    static List<Amount> of(RunTerms terms, Inputs inputs, Issued issued) {
        Reckoning reckoning =
                new Reckoning(
                        inputs.parties(),
                        IntStream.rangeClosed(1, 12).mapToObj(terms.year()::atMonth).toList(),
                        partyMonth -> true,
                        LineKind.SETTLEMENT,
                        issued);
        List<Amount> amounts = new ArrayList<>();
        inputs.linesAtOutcome().forEach(line -> amounts.addAll(reckoning.of(line)));
        return amounts;
    }
}
