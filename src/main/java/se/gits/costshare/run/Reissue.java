package se.gits.costshare.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import se.gits.costshare.invoice.LineKind;

/**
 * A month that was credited, issued anew to its party: what it comes to under today's input, less
 * what is still invoiced for it, which after a credit is nothing (ny faktura).
 *
 * @see "CONTRACT 3, When earlier months change"
 */
final class Reissue {

    private Reissue() {}

    /**
     * @throws RunRefused if the month is not issued, or not credited
     */
    static void refuseByState(RunTerms terms, Issued issued) {
        PartyMonth anew = new PartyMonth(terms.party().orElseThrow(), terms.month());
        if (!issued.months().contains(terms.month())) {
            throw new RunRefused(RunRefused.Cause.MONTH_NOT_ISSUED, terms.month());
        }
        if (!issued.credited().contains(anew)) {
            throw new RunRefused(RunRefused.Cause.NOT_CREDITED, terms.month(), anew.party());
        }
    }

    /**
     * The amounts of the new invoice; none where the party has nothing to pay under today's input.
     */
    static List<Amount> of(RunTerms terms, Inputs inputs, Issued issued) {
        PartyMonth anew = new PartyMonth(terms.party().orElseThrow(), terms.month());
        Reckoning reckoning =
                new Reckoning(
                        inputs.parties(),
                        Set.of(terms.month()),
                        anew::equals,
                        LineKind.ORDINARY,
                        issued);
        List<Amount> amounts = new ArrayList<>();
        inputs.lines().forEach(line -> amounts.addAll(reckoning.of(line)));
        return amounts;
    }
}
