package se.gits.costshare.run;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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
import se.gits.costshare.input.Cell;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.input.NearestName;
import se.gits.costshare.input.Place;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.Problems;
import se.gits.costshare.input.Table;
import se.gits.costshare.keys.Distribution;
import se.gits.costshare.keys.Facts;
import se.gits.costshare.keys.KeyBook;
import se.gits.costshare.keys.KeyShare;
import se.gits.costshare.money.Money;
import se.gits.costshare.parties.Parties;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.party.PartyType;
import se.gits.costshare.population.PopulationTable;
import se.gits.costshare.settings.Settings;
import se.gits.costshare.volume.Volumes;

/** Finds each budget line's object, key, members and weights, month by month. */
final class LineResolver {

    private final Table.Places budget;
    private final Optional<Settings> settings;
    private final Parties parties;
    private final ServiceObjects objects;
    private final KeyBook keys;
    private final Optional<Volumes> volumes;
    private final PopulationTable population;
    private final RowsUsed used = new RowsUsed();
    private final Problems problems;

    /** Lines with the same key, object and month share what was found, also that it was nothing. */
    private final Map<KeyInMonth, Optional<ResolvedKey>> resolved = new HashMap<>();

    /** What was told to be missing in its first month need not be told in every month. */
    private final Set<List<Object>> toldMissing = new HashSet<>();

    private record KeyInMonth(
            String key,
            YearMonth month,
            String object,
            Optional<SortedSet<PartyCode>> participants) {}

    LineResolver(Table.Places budget, InputsReader.Tables tables, Problems problems) {
        this.budget = budget;
        this.settings = tables.settings();
        this.parties = tables.parties().orElseThrow();
        this.objects = tables.objects().orElseThrow();
        this.keys = tables.keys().orElseThrow();
        this.volumes = tables.volumes();
        this.population = tables.population();
        this.problems = problems;
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
        KeyInMonth wanted = new KeyInMonth(key, month, object.code(), object.participants());
        // Not computeIfAbsent: a fault must be told at the first line only, and null is no result.
        Optional<ResolvedKey> known = resolved.get(wanted);
        if (known == null) {
            known = resolveKey(key, month, object);
            resolved.put(wanted, known);
        }
        return known;
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
        if (distribution instanceof Distribution.ByPopulation && populationBasis(month).isEmpty()) {
            if (settings.isPresent() && toldMissing.add(List.of(distribution))) {
                problems.add(
                        new Place(InputFiles.SETTINGS, 0, "folkmängd"),
                        "",
                        ProblemKind.REFERENCE_DATE_MISSING,
                        month);
            }
            return Optional.empty();
        }
        Facts facts = factsOf(month);
        SortedMap<PartyCode, Long> weightOf = new TreeMap<>();
        for (PartyCode member : members) {
            OptionalLong weight = distribution.weightOf(member, facts);
            if (weight.isPresent()) {
                weightOf.put(member, weight.getAsLong());
            } else {
                tellMissingWeight(distribution, member, month);
            }
        }
        if (weightOf.size() < members.size()) {
            return Optional.empty();
        }
        if (weightOf.values().stream().allMatch(weight -> weight == 0)) {
            if (toldMissing.add(List.of(share))) {
                problems.add(
                        keys.places().at(share.fileRow(), "fördelning"),
                        distribution.text(),
                        ProblemKind.WEIGHTS_ZERO,
                        share.recipient().part(),
                        month);
            }
            return Optional.empty();
        }
        return Optional.of(Shares.byWeight(weightOf));
    }

    private void tellMissingWeight(Distribution distribution, PartyCode member, YearMonth month) {
        String name = parties.find(member).map(Party::name).orElse("");
        if (distribution instanceof Distribution.ByVolume volume) {
            if (volumes.isPresent() && toldMissing.add(List.of(volume, member))) {
                problems.add(
                        volumes.get().partColumn(),
                        member.value(),
                        ProblemKind.VOLUME_MISSING,
                        name,
                        volume.volumeName(),
                        month);
            }
        } else if (!population.isIncomplete()
                && toldMissing.add(List.of(populationBasis(month).orElseThrow(), member))) {
            LocalDate date = populationBasis(month).orElseThrow().referenceDate();
            Optional<Cell> empty = population.missing(member, date);
            problems.add(
                    empty.map(Cell::place).orElse(population.regionColumn()),
                    empty.map(Cell::value).orElse(member.value()),
                    ProblemKind.POPULATION_MISSING,
                    name,
                    date);
        }
    }

    private Optional<Settings.PopulationBasis> populationBasis(YearMonth month) {
        return settings.flatMap(known -> known.populationBasis(month));
    }

    private Facts factsOf(YearMonth month) {
        Optional<LocalDate> referenceDate =
                populationBasis(month).map(Settings.PopulationBasis::referenceDate);
        return new Facts() {
            @Override
            public OptionalLong inhabitantsOf(PartyCode municipality) {
                return referenceDate
                        .flatMap(date -> population.find(municipality, date))
                        .map(figure -> OptionalLong.of(figure.inhabitants()))
                        .orElse(OptionalLong.empty());
            }

            @Override
            public OptionalLong volumeOf(String volumeName, PartyCode party) {
                Optional<Volumes.Volume> volume =
                        volumes.flatMap(table -> table.find(volumeName, party, month));
                volume.ifPresent(used::add);
                return volume.map(found -> OptionalLong.of(found.count()))
                        .orElse(OptionalLong.empty());
            }
        };
    }

    private void checkControlSums(ResolvedLine line) {
        BudgetLine budgetLine = line.line();
        checkControlSum(line, "kommun", PartyType.MUNICIPALITY, budgetLine.municipalControl());
        checkControlSum(line, "vgr", PartyType.REGION, budgetLine.regionControl());
    }

    private void checkControlSum(
            ResolvedLine line, String column, PartyType type, Optional<Money> stated) {
        if (stated.isEmpty()) {
            return;
        }
        Money given = Money.ZERO;
        for (int index = 1; index <= line.line().months(); index++) {
            for (Map.Entry<PartyCode, Money> part : line.allocation().ofMonth(index).entrySet()) {
                if (parties.find(part.getKey()).orElseThrow().type() == type) {
                    given = given.plus(part.getValue());
                }
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
