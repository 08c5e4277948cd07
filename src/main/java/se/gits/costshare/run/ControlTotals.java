package se.gits.costshare.run;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.money.Money;

/** The sums that must agree before anything is written (avstämningssummor). */
final class ControlTotals {

    private ControlTotals() {}

    /**
     * @throws IllegalStateException if a sum disagrees, which is a defect of the program
     */
    static void check(Issuance issuance) {
        YearMonth period = issuance.terms().month();
        Map<String, Money> ordinaryOfRow = new HashMap<>();
        issuance.amounts().stream()
                .filter(ControlTotals::isOrdinary)
                .forEach(a -> ordinaryOfRow.merge(a.row(), a.money(), Money::plus));
        Money budgeted = Money.ZERO;
        for (ResolvedLine line : issuance.inputs().linesIn(period)) {
            Money cost = line.costOf(period);
            String row = line.line().row();
            budgeted = budgeted.plus(cost);
            demand("row " + row, cost, ordinaryOfRow.getOrDefault(row, Money.ZERO));
        }
        demand("the month's budget", budgeted, Money.total(ordinaryOfRow.values()));
        demand(
                "invoices and what is not invoiced",
                Money.total(issuance.amounts().stream().map(Amount::money).toList()),
                issuance.invoiced().plus(issuance.notInvoiced()));
    }

    private static boolean isOrdinary(Amount amount) {
        return amount.kind() == LineKind.ORDINARY;
    }

    private static void demand(String what, Money expected, Money found) {
        if (!expected.equals(found)) {
            throw new IllegalStateException(
                    "Control total of " + what + ": " + expected + " is not " + found);
        }
    }
}
