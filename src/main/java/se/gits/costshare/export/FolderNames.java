package se.gits.costshare.export;

import java.time.Year;
import java.util.regex.Pattern;
import se.gits.costshare.run.RunTerms;

/**
 * The names of the folders within the output folder (CONTRACT 4): of an act, a draft, a simulation
 * and an annual report.
 */
public final class FolderNames {

    /** How the folders of issued acts are called; a draft or a copy laid aside is none of them. */
    private static final Pattern ACTS =
            Pattern.compile("\\d{4}-(\\d{2}(-(kredit|ny)-\\d+)?|avrakning)");

    private FolderNames() {}

    /** Whether a folder of that name is an issued act's. */
    public static boolean isOfAct(String name) {
        return ACTS.matcher(name).matches();
    }

    /**
     * The name of an act's folder: {@code 2023-01}, {@code 2023-01-kredit-1}, {@code 2023-01-ny-1},
     * {@code 2023-avrakning}.
     *
     * @param ordinal its place among the acts of its kind for the month, from 1
     */
    public static String ofAct(RunTerms terms, int ordinal) {
        return switch (terms.kind()) {
            case MONTH -> terms.month().toString();
            case CREDIT -> terms.month() + "-kredit-" + ordinal;
            case REISSUE -> terms.month() + "-ny-" + ordinal;
            case SETTLEMENT -> terms.year() + "-avrakning";
        };
    }

    /** The name of a draft: {@code 2023-01-utkast}, {@code 2023-01-ny-1480-utkast}. */
    public static String ofDraft(RunTerms terms) {
        String what =
                switch (terms.kind()) {
                    case MONTH -> terms.month().toString();
                    case CREDIT -> terms.month() + "-kredit-" + terms.party().orElseThrow();
                    case REISSUE -> terms.month() + "-ny-" + terms.party().orElseThrow();
                    case SETTLEMENT -> terms.year() + "-avrakning";
                };
        return what + "-utkast";
    }

    /** The name of a year's simulation. */
    public static String ofSimulation(Year year) {
        return year + "-simulering";
    }

    /** The name of a year's report. */
    public static String ofReport(Year year) {
        return year + "-rapport";
    }
}
