package se.gits.costshare.population;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.gits.costshare.input.MonthWord;

/**
 * The day that a figure of a period is counted on (referensdatum): the period's last.
 *
 * <p>SCB: "Uppgiften om folkmängd avser förhållandet den sista dagen i respektive månad"; a figure
 * per year is that of 31 December.
 *
 * <pre>
 * 2022      is 2022-12-31
 * 2025M06   is 2025-06-30
 * 2024K2    is 2024-06-30
 * </pre>
 */
final class ReferenceDate {

    /** Years that SCB has counted; another number of four digits is no year. */
    private static final String YEAR = "((?:17|18|19|20|21)\\d\\d)";

    private static final Pattern WHOLE_YEAR = Pattern.compile(YEAR);
    private static final Pattern MONTH = Pattern.compile(YEAR + "(?:m|-)(\\d\\d)");
    private static final Pattern QUARTER = Pattern.compile(YEAR + "(?:kv|k|q)([1-4])");
    private static final Pattern HALF_YEAR = Pattern.compile(YEAR + "h([12])");
    private static final Pattern DAY = Pattern.compile(YEAR + "-\\d\\d-\\d\\d");

    private static final Pattern DAY_IN_WORDS =
            Pattern.compile(
                    "(\\d{1,2}) (januari|january|februari|february|mars|march|april|maj|may"
                            + "|juni|june|juli|july|augusti|august|september|oktober|october"
                            + "|november|december)");

    private static final int LONGEST = 10;

    private ReferenceDate() {}

    /** The last day of a period as SCB writes it; empty where the text is no period. */
    static Optional<LocalDate> of(String period) {
        if (period.length() < 4 || period.length() > LONGEST) {
            return Optional.empty();
        }
        String text = period.toLowerCase(Locale.ROOT);
        try {
            return ofPeriod(text).or(() -> ofDay(text));
        } catch (DateTimeException e) {
            // a month 13 is no period
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> ofPeriod(String text) {
        if (WHOLE_YEAR.matcher(text).matches()) {
            return lastDay(text, 12);
        }
        Matcher month = MONTH.matcher(text);
        if (month.matches()) {
            return lastDay(month.group(1), Integer.parseInt(month.group(2)));
        }
        Matcher quarter = QUARTER.matcher(text);
        if (quarter.matches()) {
            return lastDay(quarter.group(1), 3 * Integer.parseInt(quarter.group(2)));
        }
        Matcher halfYear = HALF_YEAR.matcher(text);
        return halfYear.matches()
                ? lastDay(halfYear.group(1), 6 * Integer.parseInt(halfYear.group(2)))
                : Optional.empty();
    }

    private static Optional<LocalDate> ofDay(String text) {
        return DAY.matcher(text).matches()
                ? Optional.of(LocalDate.parse(text)).filter(ReferenceDate::endsItsMonth)
                : Optional.empty();
    }

    private static Optional<LocalDate> lastDay(String year, int month) {
        return Optional.of(YearMonth.of(Integer.parseInt(year), month).atEndOfMonth());
    }

    /**
     * The first day that a title names, {@code 31 december och … - 31 december 2023}; its year may
     * come only later in the title. Empty where there is none, or where it does not end its month:
     * SCB counts no population on such a day.
     */
    static Optional<LocalDate> inTitle(String title) {
        String text = title.toLowerCase(Locale.ROOT);
        Matcher first = DAY_IN_WORDS.matcher(text);
        if (!first.find()) {
            return Optional.empty();
        }
        Matcher year = Pattern.compile("\\b\\d{4}\\b").matcher(text);
        if (!year.find(first.start(2))) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                            LocalDate.of(
                                    Integer.parseInt(year.group()),
                                    MonthWord.number(first.group(2).substring(0, 3)),
                                    Integer.parseInt(first.group(1))))
                    .filter(ReferenceDate::endsItsMonth);
        } catch (DateTimeException e) {
            // 31 June is no day
            return Optional.empty();
        }
    }

    private static boolean endsItsMonth(LocalDate day) {
        return day.getDayOfMonth() == day.lengthOfMonth();
    }
}
