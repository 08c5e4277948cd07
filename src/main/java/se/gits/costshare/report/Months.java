package se.gits.costshare.report;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.money.Money;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.Amount;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.Issued;
import se.gits.costshare.run.IssuedAct;
import se.gits.costshare.run.ResolvedLine;

/** Adds up a year month by month: an adjustment to the month that it was issued with. */
final class Months {

    private final Inputs today;
    private final Issued issued;

    Months(Inputs today, Issued issued) {
        this.today = today;
        this.issued = issued;
    }

    List<MonthReport> reports() {
        List<MonthReport> reports = new ArrayList<>();
        Money budgetThrough = Money.ZERO;
        Money chargedThrough = Money.ZERO;
        for (int number = 1; number <= 12; number++) {
            YearMonth month = today.year().atMonth(number);
            Sums sums = new Sums();
            issued.acts().stream()
                    .filter(act -> act.kind() != ActKind.SETTLEMENT)
                    .filter(act -> act.month().equals(month))
                    .forEach(sums::add);
            Money budget =
                    Money.total(
                            today.linesIn(month).stream()
                                    .map((ResolvedLine line) -> line.costOf(month))
                                    .toList());
            budgetThrough = budgetThrough.plus(budget);
            chargedThrough = chargedThrough.plus(sums.total());
            reports.add(
                    new MonthReport(
                            month,
                            issued.months().contains(month),
                            budget,
                            sums.ordinary,
                            sums.adjustments,
                            sums.credits,
                            sums.anew,
                            sums.central,
                            budgetThrough,
                            chargedThrough));
        }
        return List.copyOf(reports);
    }

    /** What was issued for one month. */
    private static final class Sums {

        private Money ordinary = Money.ZERO;
        private Money adjustments = Money.ZERO;
        private Money credits = Money.ZERO;
        private Money anew = Money.ZERO;
        private Money central = Money.ZERO;

        void add(IssuedAct act) {
            act.amounts().forEach(one -> add(act.kind(), one.amount()));
        }

        private void add(ActKind act, Amount amount) {
            Money money = amount.money();
            if (!amount.isInvoiced()) {
                central = central.plus(money);
            } else if (act == ActKind.CREDIT) {
                credits = credits.plus(money);
            } else if (act == ActKind.REISSUE) {
                anew = anew.plus(money);
            } else if (amount.kind() == LineKind.ADJUSTMENT) {
                adjustments = adjustments.plus(money);
            } else {
                ordinary = ordinary.plus(money);
            }
        }

        Money total() {
            return Money.total(List.of(ordinary, adjustments, credits, anew, central));
        }
    }
}
