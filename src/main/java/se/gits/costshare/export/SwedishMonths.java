package se.gits.costshare.export;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import se.gits.costshare.invoice.InvoicePeriod;

/**
 * Months in words, {@code januari 2023}. The names stand here and not in the JDK's locale data,
 * which differ between releases and between machines.
 */
public final class SwedishMonths {

    private static final List<String> NAMES =
            List.of(
                    "januari",
                    "februari",
                    "mars",
                    "april",
                    "maj",
                    "juni",
                    "juli",
                    "augusti",
                    "september",
                    "oktober",
                    "november",
                    "december");

    private SwedishMonths() {}

    public static String of(YearMonth month) {
        return name(month) + " " + month.getYear();
    }

    /** A month, {@code januari 2023}, or a year, {@code 2023}. */
    public static String of(InvoicePeriod period) {
        return period.isMonth() ? of(period.from()) : period.toString();
    }

    /** Several months, those in a row drawn together: {@code januari–mars 2023, maj 2023}. */
    public static String of(SortedSet<YearMonth> months) {
        List<String> runs = new ArrayList<>();
        YearMonth first = null;
        YearMonth last = null;
        for (YearMonth month : months) {
            boolean continues =
                    last != null
                            && month.equals(last.plusMonths(1))
                            && month.getYear() == last.getYear();
            if (!continues) {
                addRun(runs, first, last);
                first = month;
            }
            last = month;
        }
        addRun(runs, first, last);
        return String.join(", ", runs);
    }

    private static void addRun(List<String> runs, YearMonth first, YearMonth last) {
        if (first != null) {
            runs.add(first.equals(last) ? of(first) : name(first) + "–" + of(last));
        }
    }

    private static String name(YearMonth month) {
        return NAMES.get(month.getMonthValue() - 1);
    }
}
