package se.gits.costshare.difference;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import se.gits.costshare.allocation.Fraction;
import se.gits.costshare.allocation.KeyRow;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.budget.ServiceObject;
import se.gits.costshare.keys.Distribution;
import se.gits.costshare.keys.KeyShare;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.ResolvedLine;
import se.gits.costshare.run.YearCosts;
import se.gits.costshare.settings.Settings;

/**
 * One of two inputs that are held against each other, with what its budget lines rest on: what no
 * line rests on moves no cost, however it differs.
 */
public final class Side {

    /** More participants than these are counted and not named. */
    private static final int MOST_NAMED = 3;

    private final Inputs inputs;
    private final YearCosts costs;
    private final Map<String, ResolvedLine> lineOfRow = new LinkedHashMap<>();
    private final LineMonths lines = LineMonths.empty();
    private final Map<String, LineMonths> linesOfObject = new HashMap<>();
    private final Map<String, LineMonths> linesOfKey = new TreeMap<>();
    private final Map<PartyCode, LineMonths> linesOfGroup = new TreeMap<>();
    private final Map<Distribution, LineMonths> linesOfDistribution = new HashMap<>();
    private final Map<MembersWanted, Set<PartyCode>> membersBy = new HashMap<>();

    /** By which distribution, in which month. */
    private record MembersWanted(Distribution distribution, YearMonth month) {}

    private record Resolved(String key, String object, YearMonth month) {}

    /**
     * @param costs what those inputs come to
     */
    public Side(Inputs inputs, YearCosts costs) {
        this.inputs = inputs;
        this.costs = costs;
        Set<Resolved> seen = new HashSet<>();
        for (ResolvedLine resolved : inputs.lines()) {
            BudgetLine line = resolved.line();
            lineOfRow.put(line.row(), resolved);

            for (int index = 1; index <= line.months(); index++) {
                YearMonth month = line.monthAt(index);
                lines.add(line.row(), month);
                add(linesOfObject, line.objectCode(), line.row(), month);
                add(linesOfKey, line.keyCode(), line.row(), month);
                boolean isNew = seen.add(new Resolved(line.keyCode(), line.objectCode(), month));
                for (KeyShare share : inputs.keys().sharesIn(line.keyCode(), month)) {
                    note(resolved, month, share, isNew);
                }
            }
        }
    }

    private void note(ResolvedLine line, YearMonth month, KeyShare share, boolean isNew) {
        share.distribution()
                .ifPresent(
                        how -> {
                            PartyCode group = new PartyCode(share.recipient().part());
                            add(linesOfGroup, group, line.line().row(), month);
                            add(linesOfDistribution, how, line.line().row(), month);
                            if (isNew) {
                                membersBy
                                        .computeIfAbsent(
                                                new MembersWanted(how, month), m -> new HashSet<>())
                                        .addAll(members(group, line.objectIn(month)));
                            }
                        });
    }

    private static <K> void add(Map<K, LineMonths> linesOf, K key, String row, YearMonth month) {
        linesOf.computeIfAbsent(key, k -> LineMonths.empty()).add(row, month);
    }

    Inputs inputs() {
        return inputs;
    }

    YearCosts costs() {
        return costs;
    }

    /** The lines by their identity, in the budget's order. */
    Map<String, ResolvedLine> lineOfRow() {
        return lineOfRow;
    }

    /** All lines. */
    LineMonths lines() {
        return lines;
    }

    /** The lines of an object. */
    LineMonths linesOfObject(String object) {
        return linesOfObject.getOrDefault(object, LineMonths.NONE);
    }

    /** The keys that lines use. */
    Set<String> keys() {
        return linesOfKey.keySet();
    }

    /** The lines with a key. */
    LineMonths linesOfKey(String key) {
        return linesOfKey.getOrDefault(key, LineMonths.NONE);
    }

    /** The groups that lines' keys name. */
    Set<PartyCode> groups() {
        return linesOfGroup.keySet();
    }

    /** The lines whose keys name a group, in the months that they do. */
    LineMonths linesOfGroup(PartyCode group) {
        return linesOfGroup.getOrDefault(group, LineMonths.NONE);
    }

    /** Those of them that any of some members takes part in. */
    LineMonths linesOfGroup(PartyCode group, List<PartyCode> members) {
        return linesOfGroup(group)
                .where(
                        (row, month) ->
                                members.stream()
                                        .anyMatch(lineOfRow.get(row).objectIn(month)::includes));
    }

    /** The distributions that lines' keys use. */
    Set<Distribution> distributions() {
        return linesOfDistribution.keySet();
    }

    /** The lines of which a part is distributed so, in the months that it is. */
    LineMonths linesOf(Distribution distribution) {
        return linesOfDistribution.getOrDefault(distribution, LineMonths.NONE);
    }

    /** Between whom a part of some line is distributed so in a month. */
    Set<PartyCode> members(Distribution distribution, YearMonth month) {
        return membersBy.getOrDefault(new MembersWanted(distribution, month), Set.of());
    }

    /** The members of a group that take part in an object. */
    SortedSet<PartyCode> members(PartyCode group, ServiceObject object) {
        return members(group, object, inputs);
    }

    static SortedSet<PartyCode> members(PartyCode group, ServiceObject object, Inputs inputs) {
        return inputs.parties().membersOf(group).stream()
                .filter(object::includes)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The lines that a party bears a part of. */
    SortedSet<String> rowsOf(PartyCode party) {
        return lineOfRow.keySet().stream()
                .filter(row -> costs.ofRow(row).containsKey(party))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a party bears a cost of any month, also one that the months after take back. */
    boolean bears(PartyCode party) {
        return costs.parties().contains(party)
                || lineOfRow.values().stream().anyMatch(line -> bears(party, line));
    }

    private static boolean bears(PartyCode party, ResolvedLine line) {
        for (int index = 1; index <= line.line().months(); index++) {
            Money part = line.amountsOf(line.line().monthAt(index)).get(party);
            if (part != null && !part.isZero()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a party bears a line in a month by any of some shares of its key. */
    boolean bears(PartyCode party, String row, YearMonth month, Predicate<KeyShare> shares) {
        ResolvedLine line = lineOfRow.get(row);
        return line != null && bears(party, line, month, inputs, shares);
    }

    static boolean bears(
            PartyCode party,
            ResolvedLine line,
            YearMonth month,
            Inputs inputs,
            Predicate<KeyShare> shares) {
        return line.line().includes(month)
                && inputs.keys().sharesIn(line.line().keyCode(), month).stream()
                        .filter(shares)
                        .anyMatch(
                                share ->
                                        share.isOf(party)
                                                || isMember(party, share, inputs)
                                                        && line.objectIn(month).includes(party));
    }

    private static boolean isMember(PartyCode party, KeyShare share, Inputs inputs) {
        return inputs.parties().membersOf(new PartyCode(share.recipient().part())).contains(party);
    }

    /** The date of the figures that apply in a month. */
    Optional<LocalDate> referenceDate(YearMonth month) {
        return inputs.settings()
                .populationBasis(month)
                .map(Settings.PopulationBasis::referenceDate);
    }

    /** A key's shares in a month, in the order that rows are split in. */
    SortedMap<KeyRow, Fraction> shares(String key, YearMonth month) {
        SortedMap<KeyRow, Fraction> shares = new TreeMap<>();
        for (KeyShare share : inputs.keys().sharesIn(key, month)) {
            shares.put(share.recipient(), share.share());
        }
        return shares;
    }

    /**
     * How a line is shared, in words: once where it stands still, otherwise by its months. {@code
     * VGR 70 %, VGK (folkmängd) 30 %}
     */
    String shares(ResolvedLine line) {
        Map<String, List<YearMonth>> monthsOfText = new LinkedHashMap<>();
        for (int index = 1; index <= line.line().months(); index++) {
            YearMonth month = line.line().monthAt(index);
            monthsOfText.computeIfAbsent(shares(line, month), t -> new ArrayList<>()).add(month);
        }
        if (monthsOfText.size() == 1) {
            return monthsOfText.keySet().iterator().next();
        }
        return monthsOfText.entrySet().stream()
                .map(of -> Sides.monthsText(of.getValue()) + " " + of.getKey())
                .collect(Collectors.joining("; "));
    }

    private String shares(ResolvedLine line, YearMonth month) {
        return inputs.keys().sharesIn(line.line().keyCode(), month).stream()
                .sorted((one, other) -> one.recipient().compareTo(other.recipient()))
                .map(share -> text(share, line.objectIn(month)))
                .collect(Collectors.joining(", "));
    }

    private String text(KeyShare share, ServiceObject object) {
        String part = share.recipient().part();
        String how =
                share.distribution()
                        .map(of -> " (" + of.text() + participants(part, object) + ")")
                        .orElse("");
        return part + how + " " + KeyShare.inPercent(share.share());
    }

    private String participants(String group, ServiceObject object) {
        SortedSet<PartyCode> members = members(new PartyCode(group), object);
        if (members.size() == inputs.parties().membersOf(new PartyCode(group)).size()) {
            return "";
        }
        return members.size() <= MOST_NAMED
                ? ", " + members.stream().map(PartyCode::value).collect(Collectors.joining(" "))
                : ", " + members.size() + " deltagare";
    }
}
