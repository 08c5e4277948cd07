package se.gits.costshare.explanation;

import java.time.YearMonth;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import se.gits.costshare.money.VatRate;
import se.gits.costshare.party.Invoicing;

/**
 * Months of a line of which nothing is due on it today, and why.
 *
 * @param vat the rate that the party's part has instead; there for {@link Reason#OTHER_VAT} alone
 * @param invoicing how the party is invoiced instead; there for {@link Reason#OTHER_INVOICING}
 *     where the party is still among the parties
 */
public record NothingDue(
        Reason reason,
        SortedSet<YearMonth> months,
        Optional<VatRate> vat,
        Optional<Invoicing> invoicing) {

    public NothingDue {
        months = Collections.unmodifiableSortedSet(new TreeSet<>(months));
    }

    /** Why nothing is due. */
    public enum Reason {
        /** The party bears nothing of the budget line then. */
        NOT_BORNE,
        /** Its part stands on a line with another VAT. */
        OTHER_VAT,
        /** Its part is invoiced in another way, or carried centrally. */
        OTHER_INVOICING
    }
}
