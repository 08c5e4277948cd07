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

    /** Marks that turn the direction of writing, line and paragraph separators. */
    private static final String TURNS_WRITING =
            "\u2028\u2029\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

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
        String stripped = reason.strip();
        boolean says =
                stripped.isEmpty() || stripped.codePoints().anyMatch(Character::isLetterOrDigit);
        if (stripped.length() > LONGEST_REASON || !isOneLine(stripped) || !says) {
            throw gits.wrongUsage(spec, "usage.reason", LONGEST_REASON);
        }
        return stripped;
    }

    /**
     * Whether a text is words on one line. What steers a terminal or turns the direction of writing
     * has no place on an invoice, and would show something else than what is kept.
     */
    static boolean isOneLine(String text) {
        return text.codePoints()
                .noneMatch(
                        point ->
                                Character.getType(point) == Character.CONTROL
                                        || TURNS_WRITING.indexOf(point) >= 0);
    }
}
