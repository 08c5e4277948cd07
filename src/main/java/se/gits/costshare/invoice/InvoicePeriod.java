package se.gits.costshare.invoice;

import java.time.Year;
import java.time.YearMonth;

/**
 * What an invoice is for (fakturaperiod): a month, or for a settlement its whole year.
 *
 * @param from the first month
 * @param to the last month, included
 */
public record InvoicePeriod(YearMonth from, YearMonth to) {

    public InvoicePeriod {
        boolean isYear = to.getYear() == from.getYear() && months(from, to) == 12;
        if (!from.equals(to) && !isYear) {
            throw new IllegalArgumentException(from + "–" + to + " is neither month nor year");
        }
    }

    private static int months(YearMonth from, YearMonth to) {
        return to.getMonthValue() - from.getMonthValue() + 1;
    }

    public static InvoicePeriod ofMonth(YearMonth month) {
        return new InvoicePeriod(month, month);
    }

    public static InvoicePeriod ofYear(Year year) {
        return new InvoicePeriod(year.atMonth(1), year.atMonth(12));
    }

    /** Whether it is a single month. */
    public boolean isMonth() {
        return from.equals(to);
    }

    /** As files have it, {@code 2023-01} or {@code 2023}. */
    @Override
    public String toString() {
        return isMonth() ? from.toString() : Year.from(from).toString();
    }
}
