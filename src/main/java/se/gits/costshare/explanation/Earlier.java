package se.gits.costshare.explanation;

import java.time.YearMonth;
import java.util.Optional;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.money.Money;
import se.gits.costshare.run.IssuedAct;
import se.gits.costshare.run.IssuedAct.IssuedAmount;

/**
 * An amount that was issued before (tidigare fakturerat).
 *
 * @param act which act issued it
 */
public record Earlier(IssuedAct act, IssuedAmount issued) {

    /** The month whose cost it is. */
    public YearMonth month() {
        return issued.amount().concerns();
    }

    /** The invoice it stands on; none where it is carried centrally. */
    public Optional<InvoiceNumber> invoice() {
        return issued.invoice();
    }

    public LineKind kind() {
        return issued.amount().kind();
    }

    public Money amount() {
        return issued.amount().money();
    }
}
