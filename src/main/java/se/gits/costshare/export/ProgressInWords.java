package se.gits.costshare.export;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;
import se.gits.costshare.run.BudgetProgress;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.PartyMonth;

/** How far a year has come, in sentences. */
public final class ProgressInWords {

    private ProgressInWords() {}

    /**
     * What the year's months so far have not issued, and why; empty where nothing waits.
     *
     * <pre>
     * Inte utfärdat: februari 2023, som har hoppats över; 1480 januari 2023, som är krediterad och
     * väntar på sin nya faktura.
     * </pre>
     */
    public static String notIssued(BudgetProgress progress) {
        List<String> waiting = new ArrayList<>();
        if (!progress.passedOver().isEmpty()) {
            waiting.add(SwedishMonths.of(progress.passedOver()) + ", som har hoppats över");
        }
        if (!progress.credited().isEmpty()) {
            waiting.add(
                    progress.credited().stream()
                                    .map(ProgressInWords::inWords)
                                    .collect(Collectors.joining(", "))
                            + ", som är krediterad och väntar på ny faktura");
        }
        return waiting.isEmpty() ? "" : "Inte utfärdat: " + String.join("; ", waiting) + ".";
    }

    /**
     * The months that a settlement takes in since they were never invoiced; empty where there are
     * none.
     *
     * <pre>
     * Aldrig fakturerat, och därför med i avräkningen: februari 2023.
     * </pre>
     */
    public static String neverIssued(Issuance settlement) {
        SortedSet<YearMonth> passedOver =
                settlement.before().passedOver(settlement.inputs(), settlement.terms().month());
        return passedOver.isEmpty()
                ? ""
                : "Aldrig fakturerat, och därför med i avräkningen: "
                        + SwedishMonths.of(passedOver)
                        + ".";
    }

    private static String inWords(PartyMonth credited) {
        return credited.party() + " " + SwedishMonths.of(credited.month());
    }
}
