package se.gits.costshare.export;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;
import se.gits.costshare.money.Money;
import se.gits.costshare.report.AnnualReport;
import se.gits.costshare.report.CheckKind;
import se.gits.costshare.report.FollowUp;
import se.gits.costshare.report.LineChange;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.IssuedAct;
import se.gits.costshare.run.PartyMonth;

/** What the files of an annual report say in words, the same in each of them. */
public final class ReportInWords {

    private ReportInWords() {}

    /** What became of a budget line; nothing where it stands as it did. */
    public static String of(LineChange change) {
        return switch (change) {
            case NONE -> "";
            case ADDED -> "tillägg";
            case CHANGED -> "ändrat belopp";
            case REMOVED -> "borttagen";
        };
    }

    /**
     * What an act was, {@code faktura}, {@code kredit}, {@code ny faktura} or {@code avräkning}.
     */
    public static String of(ActKind kind) {
        return kind == ActKind.REISSUE ? "ny faktura" : kind.swedish();
    }

    /** What an act was for, {@code januari 2023} or the year. */
    public static String period(IssuedAct act) {
        return act.kind() == ActKind.SETTLEMENT
                ? Integer.toString(act.month().getYear())
                : SwedishMonths.of(act.month());
    }

    /** What is held against what. */
    public static String of(CheckKind kind) {
        return switch (kind) {
            case INVOICED_LINES_AND_ACTS -> "Fakturerat: budgetrader och registrets belopp";
            case INVOICED_PARTIES_AND_LINES -> "Fakturerat: parter och budgetrader";
            case INVOICED_SHARES_AND_PARTIES -> "Fakturerat: part och objekt, och parter";
            case INVOICED_MONTHS_AND_LINES -> "Fakturerat: månader och budgetrader";
            case CENTRAL_LINES_AND_ACTS -> "Centralt: budgetrader och registrets belopp";
            case CENTRAL_PARTIES_AND_LINES -> "Centralt: parter och budgetrader";
            case CENTRAL_SHARES_AND_PARTIES -> "Centralt: part och objekt, och parter";
            case CENTRAL_MONTHS_AND_LINES -> "Centralt: månader och budgetrader";
            case BEARERS_AND_LINES -> "Slag av betalare och budgetrader";
            case ORIGINAL_AND_BUDGET -> "Ursprunglig budget: rader och underlag";
            case CHANGED_AND_BUDGET -> "Budget: rader med ändringar, och dagens underlag";
            case MONTHS_AND_BUDGET -> "Budget: månader och rader";
            case NOTHING_REMAINS_OF_OUTCOME -> "Återstår av radernas utfall, utan tecken";
        };
    }

    /**
     * The year in a sentence or two.
     *
     * <pre>
     * Budgeten är 14 500 000,00 kr, varav 200 000,00 kr har kommit till under året. Fakturerat är
     * 3 575 000,00 kr, centralt bärs 0,00 kr, och 10 925 000,00 kr återstår.
     * </pre>
     */
    public static String summary(AnnualReport report) {
        FollowUp total = report.total();
        String summary =
                "Budgeten är "
                        + kronor(total.budget())
                        + changes(total.changes())
                        + ". Fakturerat är "
                        + kronor(total.charge().invoiced())
                        + ", centralt bärs "
                        + kronor(total.charge().central());
        return total.outcome().isPresent()
                ? summary
                        + ". Utfallet blev "
                        + kronor(total.outcome().get())
                        + " och året är avräknat."
                : summary + ", och " + kronor(total.remaining()) + " återstår.";
    }

    private static String changes(Money changes) {
        if (changes.isZero()) {
            return ", som vid årets första faktura";
        }
        return changes.isNegative()
                ? ", sedan " + kronor(changes.negated()) + " har tagits bort under året"
                : ", varav " + kronor(changes) + " har kommit till under året";
    }

    private static String kronor(Money amount) {
        return amount.inSwedish() + "\u00A0kr";
    }

    /** What is issued, and what waits: a sentence each. */
    public static String state(AnnualReport report) {
        List<String> sentences = new ArrayList<>();
        if (report.issuedMonths().isEmpty()) {
            sentences.add("Ingen månad är utfärdad ännu.");
        } else {
            sentences.add("Utfärdat: " + SwedishMonths.of(report.issuedMonths()) + ".");
        }
        if (report.isSettled()) {
            sentences.add("Året är avräknat och stängt.");
        }
        SortedSet<PartyMonth> waiting = report.credited();
        if (!waiting.isEmpty()) {
            sentences.add(
                    "Krediterat och inte fakturerat på nytt: "
                            + waiting.stream()
                                    .map(of -> of.party() + " " + SwedishMonths.of(of.month()))
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        return String.join(" ", sentences);
    }

    /** Which figures kronor an inhabitant are counted with. */
    public static String inhabitants(AnnualReport report) {
        return report.inhabitantsOn()
                .filter(date -> report.inhabitantsOfMunicipalities().isPresent())
                .map(
                        date ->
                                "Kronor per invånare räknas med folkmängden "
                                        + date
                                        + ": en kommuns egen för den, och för regionen, slagen av"
                                        + " betalare och summan alla kommuners tillsammans, också"
                                        + " deras vars kostnad bärs centralt.")
                .orElse("Folkmängd saknas för någon kommun.");
    }
}
