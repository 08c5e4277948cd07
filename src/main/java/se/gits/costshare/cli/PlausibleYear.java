package se.gits.costshare.cli;

import java.time.DateTimeException;
import java.time.Year;
import java.time.YearMonth;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Years and months as they are typed. A slip in the year would begin a number series that can never
 * be taken back.
 */
final class PlausibleYear {

    private PlausibleYear() {}

    static boolean is(int year) {
        return year >= 2000 && year < 2100;
    }

    /** The month that is asked for, {@code 2023-01}. */
    static YearMonth month(Gits gits, CommandSpec spec, String text) {
        try {
            YearMonth parsed = YearMonth.parse(text);
            if (is(parsed.getYear())) {
                return parsed;
            }
        } catch (DateTimeException e) {
            // told below, as a year that nobody means is
        }
        throw gits.wrongValue(spec, "MONTH", text, "usage.month");
    }

    /** The year that is asked for, {@code 2023}. */
    static Year year(Gits gits, CommandSpec spec, String text) {
        try {
            Year parsed = Year.parse(text);
            if (is(parsed.getValue())) {
                return parsed;
            }
        } catch (DateTimeException e) {
            // told below, as a year that nobody means is
        }
        throw gits.wrongValue(spec, "YEAR", text, "usage.year");
    }
}
