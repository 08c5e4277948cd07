package se.gits.costshare.run;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import se.gits.costshare.money.Money;

/** What has been issued of a budget line, all parties together. */
public final class LineIssued {

    private final Map<YearMonth, Money> ofMonth = new HashMap<>();
    private Money before = Money.ZERO;
    private Money now = Money.ZERO;
    private Money central = Money.ZERO;

    LineIssued() {}

    void addBefore(YearMonth with, Amount amount) {
        before = before.plus(amount.money());
        add(with, amount);
    }

    void addNow(YearMonth with, Amount amount) {
        now = now.plus(amount.money());
        add(with, amount);
    }

    private void add(YearMonth with, Amount amount) {
        ofMonth.merge(with, amount.money(), Money::plus);
        if (!amount.isInvoiced()) {
            central = central.plus(amount.money());
        }
    }

    /** What was issued before the month that is followed up. */
    public Money before() {
        return before;
    }

    /** What is issued with that month. */
    public Money now() {
        return now;
    }

    /** What was issued with a month: its own act, its credits and its new invoices. */
    public Money in(YearMonth month) {
        return ofMonth.getOrDefault(month, Money.ZERO);
    }

    /** What of it all is carried centrally. */
    public Money central() {
        return central;
    }

    /** What of it all stands on invoices. */
    public Money invoiced() {
        return before.plus(now).minus(central);
    }
}
