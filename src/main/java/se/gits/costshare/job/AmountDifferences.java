package se.gits.costshare.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.gits.costshare.money.Money;
import se.gits.costshare.run.IssuedAct.IssuedAmount;

/** Holds the amounts that were kept of an act against those that its input gives. */
final class AmountDifferences {

    private AmountDifferences() {}

    /** What an amount is of; its money is what is compared. */
    private record Of(IssuedAmount issued) {

        Of {
            issued = new IssuedAmount(issued.amount().withMoney(Money.ZERO), issued.invoice());
        }
    }

    /** Every amount that differs, in the order that they were kept; then what is new. */
    static List<AmountDifference> between(
            List<IssuedAmount> keptAmounts, List<IssuedAmount> computed) {
        Map<Of, Money> kept = byWhatTheyAreOf(keptAmounts);
        Map<Of, Money> now = byWhatTheyAreOf(computed);
        Set<Of> all = new LinkedHashSet<>(kept.keySet());
        all.addAll(now.keySet());
        List<AmountDifference> differences = new ArrayList<>();
        for (Of of : all) {
            Money one = kept.getOrDefault(of, Money.ZERO);
            Money other = now.getOrDefault(of, Money.ZERO);
            if (!one.equals(other)) {
                differences.add(
                        new AmountDifference(
                                of.issued().amount().row(),
                                of.issued().amount().party(),
                                of.issued().amount().concerns(),
                                one,
                                other));
            }
        }
        return differences;
    }

    private static Map<Of, Money> byWhatTheyAreOf(List<IssuedAmount> amounts) {
        Map<Of, Money> moneyOf = new LinkedHashMap<>();
        amounts.forEach(
                issued -> moneyOf.merge(new Of(issued), issued.amount().money(), Money::plus));
        return moneyOf;
    }
}
