package se.gits.costshare.input;

import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was typed where a spreadsheet program made a date of it: 1/3 is read as the first of March,
 * and 1/49 as January 1949.
 */
final class LostFraction {

    /** The months in Swedish and English. */
    private static final String MONTH =
            "(jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*\\.?";

    private static final Pattern DAY_AND_MONTH =
            Pattern.compile("(\\d{1,2})[- /]" + MONTH, Pattern.CASE_INSENSITIVE);
    private static final Pattern MONTH_AND_YEAR =
            Pattern.compile(MONTH + "[- /](\\d{2})", Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE = Pattern.compile("\\d{4}-(\\d{2})-(\\d{2})");

    private LostFraction() {}

    /** Whether it is a date, or what one reads as in a CSV file: 01-mar, jan-49, 2026-03-01. */
    static boolean isDate(Content content) {
        return content.form().isDate()
                || DATE.matcher(content.text()).matches()
                || DAY_AND_MONTH.matcher(content.text()).matches()
                || MONTH_AND_YEAR.matcher(content.text()).matches();
    }

    /** The fraction that was most likely typed; empty where none comes of it. */
    static String of(Content content) {
        Matcher dayAndMonth = DAY_AND_MONTH.matcher(content.text());
        Matcher monthAndYear = MONTH_AND_YEAR.matcher(content.text());
        Matcher date = DATE.matcher(content.text());
        if (dayAndMonth.matches()) {
            return smallest(
                    Integer.parseInt(dayAndMonth.group(1)), MonthWord.number(dayAndMonth.group(2)));
        }
        if (monthAndYear.matches()) {
            return MonthWord.number(monthAndYear.group(1))
                    + "/"
                    + Integer.parseInt(monthAndYear.group(2));
        }
        if (content.form() == Content.Form.MONTH) {
            YearMonth month = YearMonth.parse(content.text());
            return month.getMonthValue() + "/" + month.getYear() % 100;
        }
        return date.matches()
                ? smallest(Integer.parseInt(date.group(2)), Integer.parseInt(date.group(1)))
                : "";
    }

    /** Day and month in whichever order: no share is more than the whole. */
    private static String smallest(int day, int month) {
        return Math.min(day, month) + "/" + Math.max(day, month);
    }
}
