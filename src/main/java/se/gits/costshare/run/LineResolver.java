package se.gits.costshare.run;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import se.gits.costshare.allocation.Accrual;
import se.gits.costshare.allocation.Fraction;
import se.gits.costshare.allocation.KeyRow;
import se.gits.costshare.allocation.MonthlyAllocation;
import se.gits.costshare.allocation.ResolvedKey;
import se.gits.costshare.allocation.Shares;
import se.gits.costshare.budget.Budget;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.budget.ServiceObject;
import se.gits.costshare.budget.ServiceObjects;
import se.gits.costshare.input.NearestName;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.Problems;
import se.gits.costshare.input.Table;
import se.gits.costshare.keys.Distribution;
import se.gits.costshare.keys.Facts;
import se.gits.costshare.keys.KeyBook;
import se.gits.costshare.keys.KeyShare;
import se.gits.costshare.money.Money;
import se.gits.costshare.parties.Parties;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.party.PartyType;

/** Finds each budget line's object, key, members and weights, month by month. */
final class LineResolver {

    private final Table.Places budget;
    private final Parties parties;
    private final ServiceObjects objects;
    private final KeyBook keys;
    private final KnownFacts facts;
    private final RowsUsed used = new RowsUsed();
    private final Problems problems;

    /** Lines with the same key, object and month share what was found, also that it was nothing. */
    private final Map<KeyInMonth, Optional<ResolvedKey>> resolved = new HashMap<>();

    /** Months in which a key stands still share one, since there are few changes in a year. */
    private final Map<ResolvedKey, ResolvedKey> equalKeys = new HashMap<>();

    /** A group that several keys distribute within is one as well. */
    private final Map<Shares<PartyCode>, Shares<PartyCode>> equalShares = new HashMap<>();

    /** What was told in its first month need not be told in every month. */
    private final Set<KeyShare> toldZero = new HashSet<>();

    private record KeyInMonth(
            String key,
            YearMonth month,
            String object,
            Optional<SortedSet<PartyCode>> participants) {}

    LineResolver(Table.Places budget, InputsReader.Tables tables, Problems problems) {
        this.budget = budget;
        this.parties = tables.parties().orElseThrow();
        this.objects = tables.objects().orElseThrow();
        this.keys = tables.keys().orElseThrow();
        this.problems = problems;
        this.facts = new KnownFacts(tables, used, problems);
    }

    /** What the lines resolved so far rest on. */
    RowsUsed used() {
        return used;
    }

    /** The line with everything known; empty, with the faults told, where something is not. */
    Optional<ResolvedLine> resolve(BudgetLine line) {
        if (!namesAreKnown(line)) {
            return Optional.empty();
        }
        List<ServiceObject> objectOfMonth = new ArrayList<>();
        List<ResolvedKey> keyOfMonth = new ArrayList<>();
        List<YearMonth> withoutObject = new ArrayList<>();
        List<YearMonth> withoutKey = new ArrayList<>();
        for (int index = 1; index <= line.months(); index++) {
            YearMonth month = line.monthAt(index);
            Optional<ServiceObject> object = objects.find(line.objectCode(), month);
            boolean keyIsValid = !keys.sharesIn(line.keyCode(), month).isEmpty();
            if (object.isEmpty()) {
                withoutObject.add(month);
            }
            if (!keyIsValid) {
                withoutKey.add(month);
            }
            if (object.isPresent() && keyIsValid) {
                objectOfMonth.add(object.get());
                used.add(object.get());
                keyInMonth(line.keyCode(), month, object.get()).ifPresent(keyOfMonth::add);
            }
        }
        tellMonths(line, "objekt", withoutObject, ProblemKind.OBJECT_NOT_VALID);
        tellMonths(line, "nyckel", withoutKey, ProblemKind.KEY_NOT_VALID);
        if (keyOfMonth.size() < line.months()) {
            return Optional.empty();
        }
        MonthlyAllocation allocation =
                new MonthlyAllocation(new Accrual(line.amount(), line.months()), keyOfMonth);
        ResolvedLine result = new ResolvedLine(line, objectOfMonth, allocation);
        checkControlSums(result);
        return Optional.of(result);
    }

    /** Tells an object or a key that no table has. */
    void tellUnknownNames(Budget.NamesUsed names) {
        String object = names.objectCode();
        if (!object.isEmpty() && !objects.contains(object) && !objects.isUnread(object)) {
            problems.add(
                    budget.at(names.fileRow(), "objekt"),
                    object,
                    ProblemKind.UNKNOWN_OBJECT,
                    new NearestName(object, objects.codes()));
        }
        if (!names.keyCode().isEmpty() && !keys.contains(names.keyCode())) {
            problems.add(
                    budget.at(names.fileRow(), "nyckel"),
                    names.keyCode(),
                    ProblemKind.UNKNOWN_KEY,
                    new NearestName(names.keyCode(), keys.codes()));
        }
    }

    private boolean namesAreKnown(BudgetLine line) {
        return objects.contains(line.objectCode())
                && keys.contains(line.keyCode())
                && !objects.isUnread(line.objectCode())
                && !keys.isUnread(line.keyCode());
    }

    private void tellMonths(
            BudgetLine line, String column, List<YearMonth> months, ProblemKind kind) {
        if (!months.isEmpty()) {
            problems.add(
                    budget.at(line.fileRow(), column),
                    column.equals("objekt") ? line.objectCode() : line.keyCode(),
                    kind,
                    months.get(0),
                    months.get(months.size() - 1));
        }
    }

    private Optional<ResolvedKey> keyInMonth(String key, YearMonth month, ServiceObject object) {
        // Where all take part, one object is as another.
        String ofObject = object.participants().isPresent() ? object.code() : "";
        KeyInMonth wanted = new KeyInMonth(key, month, ofObject, object.participants());
        // Not computeIfAbsent: a fault must be told at the first line only, and null is no result.
        Optional<ResolvedKey> known = resolved.get(wanted);
        if (known == null) {
            known = resolveKey(key, month, object).map(this::asInOtherMonths);
            resolved.put(wanted, known);
        }
        return known;
    }

    private ResolvedKey asInOtherMonths(ResolvedKey key) {
        return equalKeys.computeIfAbsent(key, k -> k);
    }

    private Optional<ResolvedKey> resolveKey(String key, YearMonth month, ServiceObject object) {
        Map<KeyRow, Fraction> fractionOf = new TreeMap<>();
        SortedMap<KeyRow, Shares<PartyCode>> membersOf = new TreeMap<>();
        boolean complete = true;
        for (KeyShare share : keys.sharesIn(key, month)) {
            Optional<Shares<PartyCode>> payers = payers(share, month, object);
            complete &= payers.isPresent();
            used.add(share);
            payers.ifPresent(shares -> used.parties().addAll(shares.recipients()));
            fractionOf.put(share.recipient(), share.share());
            payers.ifPresent(shares -> membersOf.put(share.recipient(), shares));
        }
        return complete
                ? Optional.of(new ResolvedKey(Shares.byFraction(fractionOf), membersOf))
                : Optional.empty();
    }

    private Optional<Shares<PartyCode>> payers(
            KeyShare share, YearMonth month, ServiceObject object) {
        PartyCode part = new PartyCode(share.recipient().part());
        Optional<Distribution> distribution = share.distribution();
        if (distribution.isEmpty()) {
            return Optional.of(Shares.whole(part));
        }
        SortedSet<PartyCode> members = new TreeSet<>(parties.membersOf(part));
        members.removeIf(member -> !object.includes(member));
        if (members.isEmpty()) {
            problems.add(
                    objects.places().at(object.row(), "deltagare"),
                    part.value(),
                    ProblemKind.GROUP_WITHOUT_MEMBERS,
                    object.code());
            return Optional.empty();
        }
        return weights(distribution.get(), members, month, share);
    }

    private Optional<Shares<PartyCode>> weights(
            Distribution distribution,
            SortedSet<PartyCode> members,
            YearMonth month,
            KeyShare share) {
        if (!facts.haveVolumeOf(share, keys)) {
            return Optional.empty();
        }
        Facts facts = this.facts.of(month);
        SortedMap<PartyCode, Long> weightOf = new TreeMap<>();
        for (PartyCode member : members) {
            distribution.weightOf(member, facts).ifPresent(weight -> weightOf.put(member, weight));
        }
        if (weightOf.size() < members.size()) {
            return Optional.empty();
        }
        if (weightOf.values().stream().allMatch(weight -> weight == 0)) {
            if (toldZero.add(share)) {
                problems.add(
                        keys.places().at(share.fileRow(), "fördelning"),
                        distribution.text(),
                        ProblemKind.WEIGHTS_ZERO,
                        share.recipient().part(),
                        month);
            }
            return Optional.empty();
        }
        return Optional.of(equalShares.computeIfAbsent(Shares.byWeight(weightOf), s -> s));
    }

    private void checkControlSums(ResolvedLine line) {
        Optional<Money> municipalities = line.line().municipalControl();
        Optional<Money> region = line.line().regionControl();
        // A party whose row has a fault of its own is missing in the sum.
        if (!parties.hasUnread() && (municipalities.isPresent() || region.isPresent())) {
            SortedMap<PartyCode, Money> ofYear = line.allocation().ofAllMonths();
            checkControlSum(line, ofYear, "kommun", PartyType.MUNICIPALITY, municipalities);
            checkControlSum(line, ofYear, "vgr", PartyType.REGION, region);
        }
    }

    private void checkControlSum(
            ResolvedLine line,
            SortedMap<PartyCode, Money> ofYear,
            String column,
            PartyType type,
            Optional<Money> stated) {
        if (stated.isEmpty()) {
            return;
        }
        Money given = Money.ZERO;
        for (Map.Entry<PartyCode, Money> part : ofYear.entrySet()) {
            if (parties.find(part.getKey()).orElseThrow().type() == type) {
                given = given.plus(part.getValue());
            }
        }
        if (!given.equals(stated.get())) {
            problems.add(
                    budget.at(line.line().fileRow(), column),
                    stated.get().inSwedish(),
                    ProblemKind.CONTROL_SUM,
                    line.line().keyCode(),
                    given);
        }
    }
}
