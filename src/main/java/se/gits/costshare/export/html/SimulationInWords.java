package se.gits.costshare.export.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.Bearer;
import se.gits.costshare.simulation.Comparison;
import se.gits.costshare.simulation.Simulation;

/** What a simulation comes to, in a sentence or two. */
final class SimulationInWords {

    private final Simulation simulation;

    SimulationInWords(Simulation simulation) {
        this.simulation = simulation;
    }

    /**
     * Who pays more and who less.
     *
     * <pre>
     * Regionens kostnad minskar med 1 070 000,00 kr (-11,5 %), kommunernas kostnad ökar med
     * 1 070 000,00 kr (21,4 %); totalt oförändrat.
     * </pre>
     */
    String summary() {
        Comparison total = simulation.total();
        if (simulation.count(0) == simulation.parties().size()) {
            return "Förslaget ändrar ingen parts kostnad: totalt "
                    + SwedishFigures.kronor(total.today())
                    + " i dag och i förslaget.";
        }
        List<String> clauses = new ArrayList<>();
        simulation
                .bearers()
                .forEach((bearer, cost) -> clauses.add(costOf(bearer) + " " + change(cost, "")));
        String bearers = String.join(", ", clauses);
        return bearers.substring(0, 1).toUpperCase(Locale.ROOT)
                + bearers.substring(1)
                + "; totalt "
                + (total.difference().isZero() ? "oförändrat" : change(total, "kostnaden "))
                + ".";
    }

    /** How many parties pay more, less and the same, {@code Högre kostnad för 49 parter, …}. */
    String movements() {
        return "Högre kostnad för "
                + parties(simulation.count(1))
                + ", lägre för "
                + parties(simulation.count(-1))
                + ", oförändrad för "
                + parties(simulation.count(0))
                + ".";
    }

    private static String parties(int count) {
        return count == 1 ? "1 part" : count + " parter";
    }

    private static String costOf(Bearer bearer) {
        return switch (bearer) {
            case REGION -> "regionens kostnad";
            case MUNICIPALITIES -> "kommunernas kostnad";
            case OTHERS -> "övrigas kostnad";
            case CENTRAL -> "det som bärs centralt";
        };
    }

    private static String change(Comparison cost, String subject) {
        Money difference = cost.difference();
        if (difference.isZero()) {
            return "ändras inte";
        }
        String percent =
                cost.percent().isEmpty() ? "" : " (" + SwedishFigures.percent(cost.percent()) + ")";
        return difference.isNegative()
                ? "minskar "
                        + subject
                        + "med "
                        + SwedishFigures.kronor(difference.negated())
                        + percent
                : "ökar " + subject + "med " + SwedishFigures.kronor(difference) + percent;
    }
}
