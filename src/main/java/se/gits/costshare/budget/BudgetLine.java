package se.gits.costshare.budget;

import java.time.YearMonth;
import java.util.Optional;
import se.gits.costshare.money.Money;

/**
 * An agreed cost (budgetrad), spread evenly over its months.
 *
 * @param row the line's identity within the year (rad)
 * @param text what it is for (benämning)
 * @param costType the type of cost (kostnadsslag), for book-keeping; may be empty
 * @param amount for all its months together, without VAT; negative for a deduction
 * @param from the first month
 * @param to the last month, included
 * @param municipalControl what the municipalities must come to together (kommun), where stated
 * @param regionControl what the region must come to (vgr), where stated
 * @param fileRow where it stands in the budget file
 */
public record BudgetLine(
        String row,
        String objectCode,
        String text,
        String costType,
        Money amount,
        String keyCode,
        YearMonth from,
        YearMonth to,
        String decision,
        Optional<Money> municipalControl,
        Optional<Money> regionControl,
        int fileRow) {

    /** The same line at another amount; control sums are of the amount that it had. */
    public BudgetLine withAmount(Money other) {
        return new BudgetLine(
                row,
                objectCode,
                text,
                costType,
                other,
                keyCode,
                from,
                to,
                decision,
                Optional.empty(),
                Optional.empty(),
                fileRow);
    }

    /** How many months the amount is spread over. */
    public int months() {
        return monthIndex(to);
    }

    /** The month's place among the line's months, from 1; outside 1–{@link #months} if not one. */
    public int monthIndex(YearMonth month) {
        return (month.getYear() - from.getYear()) * 12
                + month.getMonthValue()
                - from.getMonthValue()
                + 1;
    }

    public boolean includes(YearMonth month) {
        return !month.isBefore(from) && !month.isAfter(to);
    }

    /** The line's month of that place. */
    public YearMonth monthAt(int index) {
        return from.plusMonths(index - 1);
    }
}
