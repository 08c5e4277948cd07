package se.gits.costshare.run;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.invoice.InvoiceSeries;

/**
 * What was issued before a run, as far as the run needs to know.
 *
 * @param months the months of the same budget year that are issued, also one without an amount
 * @param amounts every issued amount of the same budget year
 * @param lastOfSeries the last number and date of each number series
 * @param previousManifest the SHA-256 of the previous act's manifest; empty for the first act
 */
public record Issued(
        SortedSet<YearMonth> months,
        List<IssuedAmount> amounts,
        Map<InvoiceSeries, SeriesEnd> lastOfSeries,
        String previousManifest) {

    /** Nothing was issued before. */
    public static final Issued NOTHING = new Issued(new TreeSet<>(), List.of(), Map.of(), "");

    public Issued {
        months = Collections.unmodifiableSortedSet(new TreeSet<>(months));
        amounts = List.copyOf(amounts);
        lastOfSeries = Map.copyOf(lastOfSeries);
    }

    /** An amount and the invoice it stands on; none where it is carried centrally. */
    public record IssuedAmount(Amount amount, Optional<InvoiceNumber> invoice) {}

    /** Where a number series ends. */
    public record SeriesEnd(InvoiceNumber number, LocalDate issueDate) {}
}
