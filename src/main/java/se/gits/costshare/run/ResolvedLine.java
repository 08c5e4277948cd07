package se.gits.costshare.run;

import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import se.gits.costshare.allocation.MonthlyAllocation;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.budget.ServiceObject;
import se.gits.costshare.money.Money;
import se.gits.costshare.money.VatRate;
import se.gits.costshare.party.Invoicing;
import se.gits.costshare.party.PartyCode;

/**
 * A budget line with its object and key resolved for each of its months.
 *
 * @param objectOfMonth the object as it stands in each of the line's months
 */
public record ResolvedLine(
        BudgetLine line, List<ServiceObject> objectOfMonth, MonthlyAllocation allocation) {

    public ResolvedLine {
        objectOfMonth = List.copyOf(objectOfMonth);
    }

    /** The same line, with the same months, objects and keys, at another amount. */
    public ResolvedLine withAmount(Money amount) {
        return new ResolvedLine(
                line.withAmount(amount), objectOfMonth, allocation.withCost(amount));
    }

    /** The object as it stands in one of the line's months. */
    public ServiceObject objectIn(YearMonth month) {
        return objectOfMonth.get(line.monthIndex(month) - 1);
    }

    /** The object in a month, or in the line's month that lies nearest before or after it. */
    public ServiceObject objectAround(YearMonth month) {
        int index = Math.max(1, Math.min(line.months(), line.monthIndex(month)));
        return objectOfMonth.get(index - 1);
    }

    /**
     * The VAT rate of one of its months, for a party that is invoiced so; none within the issuer.
     */
    public VatRate vatOf(YearMonth month, Invoicing invoicing) {
        return invoicing == Invoicing.INTERNAL ? VatRate.INTERNAL : objectIn(month).vat();
    }

    /** The line's cost in one of its months. */
    public Money costOf(YearMonth month) {
        return allocation.costOfMonth(line.monthIndex(month));
    }

    /** What each party bears of the line in one of its months. */
    public SortedMap<PartyCode, Money> amountsOf(YearMonth month) {
        return allocation.ofMonth(line.monthIndex(month));
    }
}
