package se.gits.costshare.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What {@code preview} and {@code invoice} are told: the month, the date, the reason. */
final class MonthArguments {

    private static final int LONGEST_REASON = 1_000;

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MONTH")
    String month;

    @Option(names = "--date", paramLabel = "YYYY-MM-DD")
    String date;

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "")
    String reason;

    YearMonth month(Gits gits) {
        try {
            YearMonth parsed = YearMonth.parse(month);
            if (isPlausible(parsed.getYear())) {
                return parsed;
            }
        } catch (DateTimeException e) {
            // told below, as a year that nobody means is
        }
        throw wrong(gits, "MONTH", month, "usage.month");
    }

    /** The invoice date; empty where none is given. */
    Optional<LocalDate> date(Gits gits) {
        if (date == null) {
            return Optional.empty();
        }
        try {
            LocalDate parsed = LocalDate.parse(date);
            if (isPlausible(parsed.getYear())) {
                return Optional.of(parsed);
            }
        } catch (DateTimeException e) {
            // told below, as a year that nobody means is
        }
        throw wrong(gits, "--date", date, "usage.date");
    }

    /** A slip in the year would begin a number series that can never be taken back. */
    private static boolean isPlausible(int year) {
        return year >= 2000 && year < 2100;
    }

    String reason(Gits gits) {
        if (reason.length() > LONGEST_REASON) {
            throw new ParameterException(
                    spec.commandLine(), gits.messages.of("usage.reason", LONGEST_REASON));
        }
        return reason.strip();
    }

    private ParameterException wrong(Gits gits, String option, String value, String remedy) {
        return new ParameterException(
                spec.commandLine(),
                gits.messages.of("usage.value", option, value) + "\n" + gits.messages.of(remedy));
    }
}
