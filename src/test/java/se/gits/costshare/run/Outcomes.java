package se.gits.costshare.run;

import java.util.Map;
import java.util.TreeMap;
import se.gits.costshare.allocation.MonthlyAllocation;
import se.gits.costshare.money.Money;

/** What a settled year must have come to: each line's outcome, split over the line's own months. */
final class Outcomes {

    private final Map<String, Money> ofRow = new TreeMap<>();
    private final Map<String, Money> ofRowAndParty = new TreeMap<>();

    Outcomes(Inputs settled) {
        for (ResolvedLine line : settled.lines()) {
            String row = line.line().row();
            Money outcome = settled.outcome().orElseThrow().costOfRow().get(row);
            ofRow.put(row, outcome);
            MonthlyAllocation allocation = line.allocation().withCost(outcome);
            allocation
                    .ofAllMonths()
                    .forEach((party, part) -> ofRowAndParty.put(row + " " + party, part));
        }
        ofRowAndParty.values().removeIf(Money::isZero);
    }

    Money of(String row) {
        return ofRow.get(row);
    }

    Map<String, Money> byRowAndParty() {
        return ofRowAndParty;
    }
}
