package se.gits.costshare.explanation;

import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import se.gits.costshare.budget.ServiceObject;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.money.Money;
import se.gits.costshare.run.ResolvedLine;

/**
 * How the amount of an invoice line came about: what the party has to bear for some months, less
 * what was issued to it for them before. For a month's own line nothing was; for a credit nothing
 * is due.
 *
 * @param line the invoice line
 * @param budgetLine what it is a part of; in a settlement at its outcome
 * @param months those whose cost it is made of, also where nothing is due for one
 * @param due what the party has to bear, the earliest months first; of the line's VAT rate alone
 * @param nothingDue the months of which nothing is due on it, by why that is; none of a credit
 * @param before what was issued of it before, in the order it was issued; of the line's VAT rate
 *     alone
 */
public record Explanation(
        InvoiceLine line,
        ResolvedLine budgetLine,
        SortedSet<YearMonth> months,
        List<Stretch> due,
        List<NothingDue> nothingDue,
        List<Earlier> before) {

    /**
     * @throws IllegalStateException if the amounts do not come to the line's, which is a defect
     */
    public Explanation {
        months = Collections.unmodifiableSortedSet(new TreeSet<>(months));
        due = List.copyOf(due);
        nothingDue = List.copyOf(nothingDue);
        before = List.copyOf(before);
        Money explained = dueAmount(due).minus(beforeAmount(before));
        if (!explained.equals(line.amount())) {
            throw new IllegalStateException(
                    "Row "
                            + line.budgetRow()
                            + " is invoiced with "
                            + line.amount()
                            + ", explained are "
                            + explained);
        }
    }

    /** The object as it stands in the first months that something is due for, or else at first. */
    public ServiceObject object() {
        return budgetLine.objectAround(due.isEmpty() ? budgetLine.line().from() : due.get(0).to());
    }

    /** What the party has to bear for the months. */
    public Money dueAmount() {
        return dueAmount(due);
    }

    /** What was issued to it for them before. */
    public Money beforeAmount() {
        return beforeAmount(before);
    }

    /** What the party has to bear for one of the months. */
    public Money dueFor(YearMonth month) {
        return Money.total(due.stream().map(stretch -> stretch.amountFor(month)));
    }

    private static Money dueAmount(List<Stretch> due) {
        return Money.total(due.stream().map(Stretch::amount));
    }

    private static Money beforeAmount(List<Earlier> before) {
        return Money.total(before.stream().map(Earlier::amount));
    }
}
