package se.gits.costshare.report;

import java.time.YearMonth;
import se.gits.costshare.money.Money;

/**
 * A month of the year: what the budget says of it, and what was issued for it or with it.
 *
 * @param isIssued whether it is issued
 * @param budget what today's budget lines cost in the month
 * @param ordinary the month's own invoiced cost
 * @param adjustments what the month's invoices adjusted of earlier months
 * @param credits what was credited for the month; negative
 * @param anew what was invoiced anew for the month, after a credit
 * @param central what is carried centrally, of all of these
 * @param budgetThrough the budget of the year's months through this one
 * @param chargedThrough what was invoiced and carried centrally in the months through this one
 */
public record MonthReport(
        YearMonth month,
        boolean isIssued,
        Money budget,
        Money ordinary,
        Money adjustments,
        Money credits,
        Money anew,
        Money central,
        Money budgetThrough,
        Money chargedThrough) {

    /** What was invoiced, and what is carried centrally. */
    public Charge charge() {
        return new Charge(ordinary.plus(adjustments).plus(credits).plus(anew), central);
    }
}
