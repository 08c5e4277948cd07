package se.gits.costshare.input;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * From one month through another, both included (från–till).
 *
 * @param to empty where it goes on until further notice
 */
public record Period(YearMonth from, Optional<YearMonth> to) {

    /** Reads {@code från} and {@code till}; told and empty where they are no period. */
    public static Optional<Period> read(Table.Row row, Problems problems) {
        Optional<YearMonth> from = row.cell("från").month(problems);
        Cell till = row.cell("till");
        Optional<YearMonth> to = till.isEmpty() ? Optional.empty() : till.lastMonth(problems);
        if (from.isEmpty() || to.isEmpty() && !till.isEmpty()) {
            return Optional.empty();
        }
        if (to.isPresent() && to.get().isBefore(from.get())) {
            till.fault(problems, ProblemKind.PERIOD_REVERSED, from.get());
            return Optional.empty();
        }
        return Optional.of(new Period(from.get(), to));
    }

    /** Months by their first and last, {@code 2023-01–2023-06}, or the one that they are. */
    public static String inWords(YearMonth first, YearMonth last) {
        return first.equals(last) ? first.toString() : first + "–" + last;
    }

    /** Months in order, those that follow on each other by their first and last. */
    public static List<String> inWords(Collection<YearMonth> months) {
        List<String> runs = new ArrayList<>();
        YearMonth first = null;
        YearMonth last = null;
        for (YearMonth month : months) {
            if (first != null && !month.equals(last.plusMonths(1))) {
                runs.add(inWords(first, last));
                first = null;
            }
            first = first == null ? month : first;
            last = month;
        }
        if (first != null) {
            runs.add(inWords(first, last));
        }
        return runs;
    }

    public boolean includes(YearMonth month) {
        return !month.isBefore(from) && (to.isEmpty() || !month.isAfter(to.get()));
    }

    public boolean overlaps(Period other) {
        return (to.isEmpty() || !to.get().isBefore(other.from))
                && (other.to.isEmpty() || !other.to.get().isBefore(from));
    }
}
