package se.gits.costshare.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every run that issues, or shows what would be issued, is told: the date and the reason. */
final class RunArguments {

    private static final int LONGEST_REASON = 1_000;

    @Spec(Spec.Target.MIXEE)
    CommandSpec spec;

    @Option(names = "--date", paramLabel = "YYYY-MM-DD")
    String date;

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "")
    String reason;

    /** The invoice date; empty where none is given. */
    Optional<LocalDate> date(Gits gits) {
        if (date == null) {
            return Optional.empty();
        }
        try {
            LocalDate parsed = LocalDate.parse(date);
            if (PlausibleYear.is(parsed.getYear())) {
                return Optional.of(parsed);
            }
        } catch (DateTimeException e) {
            // told below, as a year that nobody means is
        }
        throw gits.wrongValue(spec, "--date", date, "usage.date");
    }

    /** Why; empty where nothing is given. */
    String reason(Gits gits) {
        if (reason.length() > LONGEST_REASON) {
            throw gits.wrongUsage(spec, "usage.reason", LONGEST_REASON);
        }
        return reason.strip();
    }
}
