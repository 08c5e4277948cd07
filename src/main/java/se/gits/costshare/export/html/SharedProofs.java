package se.gits.costshare.export.html;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import se.gits.costshare.allocation.Apportionment;
import se.gits.costshare.allocation.KeyApportionment;
import se.gits.costshare.allocation.KeyRow;
import se.gits.costshare.allocation.Shares;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.budget.ServiceObject;
import se.gits.costshare.explanation.Explanation;
import se.gits.costshare.explanation.Stretch;
import se.gits.costshare.export.SwedishMonths;
import se.gits.costshare.keys.Distribution;
import se.gits.costshare.keys.KeyShare;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.ResolvedLine;

/**
 * What the parties' proofs have in common, told once a budget line: its amount and decisions, what
 * has arisen of it, and how that is split between the rows of its key.
 */
final class SharedProofs {

    private final Inputs inputs;
    private final Map<String, String> targetOfRow;

    /** What proofs refer to, by budget row; every party has the same, and one is enough. */
    private final Map<String, Map<Months, Stretch>> stretchesOfRow = new HashMap<>();

    private record Months(YearMonth from, YearMonth to) {}

    /**
     * A budget line's facts.
     *
     * @param target its name within the page
     */
    record LineFacts(
            String target, String name, String cost, List<String> facts, FigureTable split) {}

    /**
     * @param targetOfRow the name within the page that each budget row's facts are to have
     */
    SharedProofs(Inputs inputs, Map<String, String> targetOfRow) {
        this.inputs = inputs;
        this.targetOfRow = targetOfRow;
    }

    /** Takes in what a proof refers to. */
    void add(Explanation explanation) {
        for (Stretch stretch : explanation.due()) {
            stretchesOfRow
                    .computeIfAbsent(explanation.line().budgetRow(), row -> new LinkedHashMap<>())
                    .putIfAbsent(new Months(stretch.from(), stretch.to()), stretch);
        }
    }

    /**
     * The lines that proofs refer to, in the budget's order.
     *
     * @param costOfRow what the act comes to of each line
     */
    List<LineFacts> facts(Map<String, Money> costOfRow) {
        List<LineFacts> facts = new ArrayList<>();
        for (ResolvedLine resolved : inputs.lines()) {
            BudgetLine line = resolved.line();
            Collection<Stretch> stretches =
                    stretchesOfRow.getOrDefault(line.row(), Map.of()).values();
            if (!stretches.isEmpty()) {
                facts.add(
                        new LineFacts(
                                targetOfRow.get(line.row()),
                                line.row() + " " + line.text(),
                                SwedishFigures.kronor(
                                        costOfRow.getOrDefault(line.row(), Money.ZERO)),
                                sentences(resolved, stretches),
                                split(resolved, stretches)));
            }
        }
        return facts;
    }

    private List<String> sentences(ResolvedLine resolved, Collection<Stretch> stretches) {
        BudgetLine line = resolved.line();
        int months = line.months();
        List<String> sentences = new ArrayList<>();
        sentences.add(
                SwedishFigures.kronor(line.amount())
                        + " för "
                        + months
                        + (months == 1 ? " månad, " : " månader, ")
                        + line.from()
                        + "–"
                        + line.to()
                        + ". Beslut: "
                        + line.decision()
                        + ".");
        // Told once, and again where it was another for the earlier months.
        Set<String> told = new LinkedHashSet<>();
        stretches.forEach(stretch -> told.add(sentence(resolved.objectIn(stretch.to()))));
        for (Stretch stretch : stretches) {
            for (KeyShare share : inputs.keys().sharesIn(line.keyCode(), stretch.to())) {
                told.add(sentence(stretch, share));
            }
        }
        sentences.addAll(told);
        return sentences;
    }

    private static String sentence(ServiceObject object) {
        return "Objekt "
                + object.code()
                + " "
                + object.name()
                + ". Beslut: "
                + object.decision()
                + ".";
    }

    private String sentence(Stretch stretch, KeyShare share) {
        Shares<PartyCode> members =
                stretch.line()
                        .allocation()
                        .keyOf(stretch.lastIndex())
                        .membersOf()
                        .get(share.recipient());
        return "Nyckel "
                + stretch.line().line().keyCode()
                + ": "
                + share.recipient().part()
                + " bär "
                + KeyShare.inPercent(share.share())
                + share.distribution()
                        .map(
                                by ->
                                        ", fördelat på "
                                                + members.recipients().size()
                                                + " parter "
                                                + basis(by, stretch))
                        .orElse("")
                + ". Beslut: "
                + share.decision()
                + ".";
    }

    private String basis(Distribution by, Stretch stretch) {
        if (by instanceof Distribution.Equally) {
            return "i lika delar";
        }
        if (by instanceof Distribution.ByPopulation) {
            return "efter invånare"
                    + inputs.settings()
                            .populationBasis(stretch.to())
                            .map(
                                    of ->
                                            " enligt SCB "
                                                    + of.referenceDate()
                                                    + " (beslut: "
                                                    + of.decision()
                                                    + ")")
                            .orElse("");
        }
        return "efter volymen " + by.volume().orElseThrow();
    }

    private FigureTable split(ResolvedLine line, Collection<Stretch> stretches) {
        Map<Integer, KeyApportionment> splitThrough = new TreeMap<>();
        for (Stretch stretch : stretches) {
            splitThrough.put(
                    stretch.lastIndex(),
                    line.allocation().apportionmentThrough(stretch.lastIndex()));
            if (!stretch.isAtSegmentStart()) {
                splitThrough.put(
                        stretch.indexBefore(),
                        line.allocation().apportionmentThrough(stretch.indexBefore()));
            }
        }
        List<FigureTable.Row> rows = new ArrayList<>();
        splitThrough.forEach((through, split) -> rows.addAll(rows(line, through, split)));
        return new FigureTable(
                targetOfRow.get(line.line().row()) + "-delning",
                "Så delas det som har upparbetats av rad "
                        + line.line().row()
                        + " mellan nyckelns rader, kronor",
                List.of(
                        FigureTable.Cell.word("Till och med"),
                        FigureTable.Cell.figure("Upparbetat"),
                        FigureTable.Cell.figure("Att dela"),
                        FigureTable.Cell.word("Mottagare"),
                        FigureTable.Cell.figure("Exakt del"),
                        FigureTable.Cell.word("Öre som blev över"),
                        FigureTable.Cell.figure("Del")),
                rows,
                List.of());
    }

    private static List<FigureTable.Row> rows(
            ResolvedLine line, int through, KeyApportionment split) {
        List<FigureTable.Row> rows = new ArrayList<>();
        for (Apportionment.Quota<KeyRow> quota : split.rows().quotas()) {
            rows.add(
                    new FigureTable.Row(
                            "",
                            SwedishMonths.of(line.line().monthAt(through)),
                            List.of(
                                    FigureTable.Cell.figure(
                                            line.allocation()
                                                    .accrual()
                                                    .throughMonth(through)
                                                    .inSwedish()),
                                    FigureTable.Cell.figure(split.rows().cost().inSwedish()),
                                    FigureTable.Cell.word(quota.recipient().part()),
                                    FigureTable.Cell.figure(ProofInWords.exact(quota)),
                                    FigureTable.Cell.word(ProofInWords.reason(quota, split.rows())),
                                    FigureTable.Cell.figure(quota.part().inSwedish()))));
        }
        return rows;
    }
}
