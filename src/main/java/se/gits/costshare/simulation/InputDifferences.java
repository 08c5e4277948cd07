package se.gits.costshare.simulation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import se.gits.costshare.allocation.Fraction;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.budget.ServiceObject;
import se.gits.costshare.keys.KeyShare;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.population.PopulationTable;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.settings.Settings;
import se.gits.costshare.volume.Volumes;

/**
 * Finds what two inputs of a year differ in that can move a cost. A decision's words, a name or the
 * order of rows cannot.
 */
final class InputDifferences {

    /** More than these are counted and not named. */
    private static final int MOST_NAMED = 10;

    private final Inputs today;
    private final Inputs proposal;
    private final List<Difference> found = new ArrayList<>();

    private InputDifferences(Inputs today, Inputs proposal) {
        this.today = today;
        this.proposal = proposal;
    }

    /** The differences, in the order of the input's tables. */
    static List<Difference> between(Inputs today, Inputs proposal) {
        InputDifferences differences = new InputDifferences(today, proposal);
        differences.findReferenceDates();
        differences.findFigures();
        differences.findParties();
        differences.findGroups();
        differences.findObjects();
        differences.findKeys();
        differences.findVolumes();
        differences.findLines();
        return List.copyOf(differences.found);
    }

    private void add(DifferenceKind kind, Object... details) {
        List<String> texts = new ArrayList<>();
        for (Object detail : details) {
            texts.add(detail.toString());
        }
        found.add(new Difference(kind, texts));
    }

    // population

    private record Dates(LocalDate today, LocalDate proposal) {}

    private Optional<Dates> dates(YearMonth month) {
        Optional<LocalDate> before = dateIn(today, month);
        Optional<LocalDate> after = dateIn(proposal, month);
        return before.flatMap(one -> after.map(other -> new Dates(one, other)));
    }

    private static Optional<LocalDate> dateIn(Inputs inputs, YearMonth month) {
        return inputs.settings()
                .populationBasis(month)
                .map(Settings.PopulationBasis::referenceDate);
    }

    private void findReferenceDates() {
        eachRun(
                month -> dates(month).filter(dates -> !dates.today().equals(dates.proposal())),
                (months, dates) ->
                        add(
                                DifferenceKind.REFERENCE_DATE,
                                months,
                                dates.today(),
                                dates.proposal()));
    }

    private void findFigures() {
        SortedSet<LocalDate> shared = new TreeSet<>();
        for (YearMonth month : months()) {
            dates(month)
                    .filter(dates -> dates.today().equals(dates.proposal()))
                    .ifPresent(dates -> shared.add(dates.today()));
        }
        for (LocalDate date : shared) {
            Counts counts = new Counts();
            for (Party party : proposal.parties().all()) {
                Optional<Long> before = inhabitants(today, party, date);
                Optional<Long> after = inhabitants(proposal, party, date);
                if (before.isPresent() && after.isPresent()) {
                    counts.add(party, before.get(), after.get());
                }
            }
            counts.most.ifPresent(
                    most ->
                            add(
                                    DifferenceKind.POPULATION_FIGURES,
                                    date,
                                    counts.changed,
                                    most.party().name(),
                                    most.from(),
                                    most.to()));
        }
    }

    private static Optional<Long> inhabitants(Inputs inputs, Party party, LocalDate date) {
        return inputs.population()
                .find(party.code(), date)
                .map(PopulationTable.Figure::inhabitants);
    }

    /** Counts that differ, and the one that differs most. */
    private static final class Counts {

        private record Change(Party party, long from, long to) {
            long size() {
                return Math.abs(to - from);
            }
        }

        private int changed;
        private Optional<Change> most = Optional.empty();

        void add(Party party, long from, long to) {
            if (from == to) {
                return;
            }
            changed++;
            Change change = new Change(party, from, to);
            if (most.isEmpty() || change.size() > most.get().size()) {
                most = Optional.of(change);
            }
        }
    }

    // parties

    private void findParties() {
        tellParties(DifferenceKind.PARTIES_ADDED, proposal, today);
        tellParties(DifferenceKind.PARTIES_REMOVED, today, proposal);
        for (Party before : today.parties().all()) {
            Optional<Party> after = proposal.parties().find(before.code());
            if (after.isPresent() && before.type() != after.get().type()) {
                add(
                        DifferenceKind.PARTY_TYPE,
                        before.code(),
                        before.name(),
                        before.type().swedish(),
                        after.get().type().swedish());
            }
            if (after.isPresent() && before.invoicing() != after.get().invoicing()) {
                add(
                        DifferenceKind.PARTY_INVOICING,
                        before.code(),
                        before.name(),
                        before.invoicing().swedish(),
                        after.get().invoicing().swedish());
            }
        }
    }

    private void tellParties(DifferenceKind kind, Inputs in, Inputs notIn) {
        List<String> parties =
                in.parties().all().stream()
                        .filter(party -> notIn.parties().find(party.code()).isEmpty())
                        .map(party -> party.code() + " " + party.name())
                        .toList();
        if (!parties.isEmpty()) {
            add(kind, parties.size(), named(parties));
        }
    }

    private void findGroups() {
        SortedSet<PartyCode> groups = new TreeSet<>();
        today.parties().all().forEach(party -> groups.addAll(party.groups()));
        proposal.parties().all().forEach(party -> groups.addAll(party.groups()));
        for (PartyCode group : groups) {
            SortedSet<PartyCode> before = today.parties().membersOf(group);
            SortedSet<PartyCode> after = proposal.parties().membersOf(group);
            tellMembers(DifferenceKind.GROUP_JOINED, group, without(after, before));
            tellMembers(DifferenceKind.GROUP_LEFT, group, without(before, after));
        }
    }

    private void tellMembers(DifferenceKind kind, PartyCode group, List<PartyCode> members) {
        if (!members.isEmpty()) {
            add(kind, group, members.size(), names(members));
        }
    }

    // objects

    private void findObjects() {
        Set<String> codes = new LinkedHashSet<>();
        today.budgetLines().forEach(line -> codes.add(line.objectCode()));
        proposal.budgetLines().forEach(line -> codes.add(line.objectCode()));
        for (String code : codes) {
            SortedMap<YearMonth, ServiceObject> before = monthsOf(today, code);
            SortedMap<YearMonth, ServiceObject> after = monthsOf(proposal, code);
            if (before.isEmpty()) {
                add(DifferenceKind.OBJECT_ADDED, code, lastName(after), monthsText(after));
            } else if (after.isEmpty()) {
                add(DifferenceKind.OBJECT_REMOVED, code, lastName(before), monthsText(before));
            } else {
                findInObject(code, before, after);
            }
        }
    }

    private static SortedMap<YearMonth, ServiceObject> monthsOf(Inputs inputs, String code) {
        SortedMap<YearMonth, ServiceObject> objects = new TreeMap<>();
        for (int month = 1; month <= 12; month++) {
            YearMonth of = inputs.year().atMonth(month);
            inputs.objects().find(code, of).ifPresent(object -> objects.put(of, object));
        }
        return objects;
    }

    private static String lastName(SortedMap<YearMonth, ServiceObject> objects) {
        return objects.get(objects.lastKey()).name();
    }

    private static String monthsText(SortedMap<YearMonth, ?> months) {
        return monthsText(months.firstKey(), months.lastKey());
    }

    private static String monthsText(YearMonth from, YearMonth to) {
        return from.equals(to) ? from.toString() : from + "–" + to;
    }

    private void findInObject(
            String code,
            SortedMap<YearMonth, ServiceObject> before,
            SortedMap<YearMonth, ServiceObject> after) {
        String name = lastName(after);
        if (!before.keySet().equals(after.keySet())) {
            add(DifferenceKind.OBJECT_MONTHS, code, name, monthsText(before), monthsText(after));
        }
        Function<YearMonth, Optional<Pair>> both =
                month ->
                        Optional.ofNullable(before.get(month))
                                .flatMap(
                                        one ->
                                                Optional.ofNullable(after.get(month))
                                                        .map(other -> new Pair(one, other)));
        eachRun(
                month ->
                        both.apply(month)
                                .filter(pair -> !pair.one().vat().equals(pair.other().vat()))
                                .map(pair -> List.of(vatText(pair.one()), vatText(pair.other()))),
                (months, vat) ->
                        add(DifferenceKind.OBJECT_VAT, code, name, months, vat.get(0), vat.get(1)));
        eachRun(
                month ->
                        both.apply(month)
                                .map(Participants::of)
                                .filter(participants -> !participants.areTheSame()),
                (months, participants) -> tellParticipants(code, name, months, participants));
    }

    /** As written in {@code objekt.csv}. */
    private static String vatText(ServiceObject object) {
        return object.vat().ground().isEmpty()
                ? object.vat().percent() + " %"
                : "undantag " + object.vat().ground();
    }

    private record Pair(ServiceObject one, ServiceObject other) {}

    private record Participants(
            Optional<SortedSet<PartyCode>> before, Optional<SortedSet<PartyCode>> after) {

        static Participants of(Pair pair) {
            return new Participants(pair.one().participants(), pair.other().participants());
        }

        boolean areTheSame() {
            return before.equals(after);
        }
    }

    private void tellParticipants(
            String code, String name, String months, Participants participants) {
        if (participants.before().isEmpty() || participants.after().isEmpty()) {
            add(
                    DifferenceKind.PARTICIPANTS,
                    code,
                    name,
                    months,
                    text(participants.before()),
                    text(participants.after()));
            return;
        }
        List<PartyCode> joined = without(participants.after().get(), participants.before().get());
        List<PartyCode> left = without(participants.before().get(), participants.after().get());
        if (!joined.isEmpty()) {
            add(
                    DifferenceKind.PARTICIPANTS_JOINED,
                    code,
                    name,
                    months,
                    joined.size(),
                    names(joined));
        }
        if (!left.isEmpty()) {
            add(DifferenceKind.PARTICIPANTS_LEFT, code, name, months, left.size(), names(left));
        }
    }

    /** As written in {@code objekt.csv}. */
    private static String text(Optional<SortedSet<PartyCode>> participants) {
        return participants
                .map(codes -> named(codes.stream().map(PartyCode::value).toList()))
                .orElse("alla");
    }

    // keys

    private void findKeys() {
        Set<String> before = keysUsed(today);
        Set<String> after = keysUsed(proposal);
        Set<String> all = new LinkedHashSet<>(before);
        all.addAll(after);
        for (String key : all) {
            if (!before.contains(key) && !isSame(key)) {
                add(DifferenceKind.KEY_ADDED, key, sharesText(proposal, key));
            } else if (!after.contains(key) && !isSame(key)) {
                add(DifferenceKind.KEY_REMOVED, key, sharesText(today, key));
            } else {
                eachRun(
                        month -> changedShares(key, month),
                        (months, changes) -> add(DifferenceKind.KEY_SHARES, key, months, changes));
            }
        }
    }

    private static Set<String> keysUsed(Inputs inputs) {
        return inputs.budgetLines().stream()
                .map(BudgetLine::keyCode)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether both inputs have the key alike; then the lines that change to it tell enough. */
    private boolean isSame(String key) {
        return months().stream()
                .allMatch(month -> shares(today, key, month).equals(shares(proposal, key, month)));
    }

    /** What the key's recipients bear in its last month of the year. */
    private String sharesText(Inputs inputs, String key) {
        for (int month = 12; month >= 1; month--) {
            Map<String, Fraction> shares = shares(inputs, key, inputs.year().atMonth(month));
            if (!shares.isEmpty()) {
                return shares.entrySet().stream()
                        .map(share -> share.getKey() + " " + KeyShare.inPercent(share.getValue()))
                        .collect(Collectors.joining(", "));
            }
        }
        return "";
    }

    private static Map<String, Fraction> shares(Inputs inputs, String key, YearMonth month) {
        Map<String, Fraction> shares = new LinkedHashMap<>();
        for (KeyShare share : inputs.keys().sharesIn(key, month)) {
            String how = share.distribution().map(d -> " (" + d.text() + ")").orElse("");
            shares.put(share.recipient().part() + how, share.share());
        }
        return shares;
    }

    private Optional<String> changedShares(String key, YearMonth month) {
        Map<String, Fraction> before = shares(today, key, month);
        Map<String, Fraction> after = shares(proposal, key, month);
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        Set<String> recipients = new LinkedHashSet<>(before.keySet());
        recipients.addAll(after.keySet());
        List<String> changes = new ArrayList<>();
        for (String recipient : recipients) {
            Fraction from = before.getOrDefault(recipient, Fraction.ZERO);
            Fraction to = after.getOrDefault(recipient, Fraction.ZERO);
            if (!from.equals(to)) {
                changes.add(
                        recipient
                                + " "
                                + KeyShare.inPercent(from)
                                + " → "
                                + KeyShare.inPercent(to));
            }
        }
        return changes.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", changes));
    }

    // volumes

    private void findVolumes() {
        SortedSet<String> names = new TreeSet<>();
        today.volumes().all().forEach(volume -> names.add(volume.name()));
        proposal.volumes().all().forEach(volume -> names.add(volume.name()));
        for (String name : names) {
            eachRun(
                    month -> changedVolumes(name, month),
                    (months, change) ->
                            add(
                                    DifferenceKind.VOLUMES,
                                    name,
                                    months,
                                    change.get(0),
                                    change.get(1),
                                    change.get(2),
                                    change.get(3)));
        }
    }

    private Optional<List<Object>> changedVolumes(String name, YearMonth month) {
        Counts counts = new Counts();
        for (Party party : proposal.parties().all()) {
            Optional<Volumes.Volume> before = today.volumes().find(name, party.code(), month);
            Optional<Volumes.Volume> after = proposal.volumes().find(name, party.code(), month);
            counts.add(
                    party,
                    before.map(Volumes.Volume::count).orElse(0L),
                    after.map(Volumes.Volume::count).orElse(0L));
        }
        return counts.most.map(
                most -> List.of(counts.changed, most.party().name(), most.from(), most.to()));
    }

    // budget

    private void findLines() {
        Map<String, BudgetLine> before = linesOf(today);
        Map<String, BudgetLine> after = linesOf(proposal);
        before.forEach(
                (row, line) -> {
                    if (after.containsKey(row)) {
                        findInLine(line, after.get(row));
                    } else {
                        tellLine(DifferenceKind.LINE_REMOVED, line);
                    }
                });
        after.forEach(
                (row, line) -> {
                    if (!before.containsKey(row)) {
                        tellLine(DifferenceKind.LINE_ADDED, line);
                    }
                });
    }

    private static Map<String, BudgetLine> linesOf(Inputs inputs) {
        Map<String, BudgetLine> lines = new LinkedHashMap<>();
        inputs.budgetLines().forEach(line -> lines.put(line.row(), line));
        return lines;
    }

    private void tellLine(DifferenceKind kind, BudgetLine line) {
        add(
                kind,
                line.row(),
                line.text(),
                line.amount().inSwedish(),
                monthsText(line.from(), line.to()),
                line.keyCode());
    }

    private void findInLine(BudgetLine before, BudgetLine after) {
        tellIfChanged(
                DifferenceKind.LINE_AMOUNT,
                after,
                before.amount().inSwedish(),
                after.amount().inSwedish());
        tellIfChanged(DifferenceKind.LINE_KEY, after, before.keyCode(), after.keyCode());
        tellIfChanged(DifferenceKind.LINE_OBJECT, after, before.objectCode(), after.objectCode());
        tellIfChanged(
                DifferenceKind.LINE_MONTHS,
                after,
                monthsText(before.from(), before.to()),
                monthsText(after.from(), after.to()));
    }

    private void tellIfChanged(DifferenceKind kind, BudgetLine line, String from, String to) {
        if (!from.equals(to)) {
            add(kind, line.row(), line.text(), from, to);
        }
    }

    // months and names

    private List<YearMonth> months() {
        List<YearMonth> months = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            months.add(today.year().atMonth(month));
        }
        return months;
    }

    /** Tells a difference once for all months in a row that have it alike. */
    private <T> void eachRun(
            Function<YearMonth, Optional<T>> differenceIn, BiConsumer<String, T> tell) {
        Optional<T> running = Optional.empty();
        YearMonth since = today.year().atMonth(1);
        for (YearMonth month : months()) {
            Optional<T> now = differenceIn.apply(month);
            if (!now.equals(running)) {
                tellRun(running, since, month.minusMonths(1), tell);
                running = now;
                since = month;
            }
        }
        tellRun(running, since, today.year().atMonth(12), tell);
    }

    private static <T> void tellRun(
            Optional<T> difference, YearMonth from, YearMonth to, BiConsumer<String, T> tell) {
        difference.ifPresent(what -> tell.accept(monthsText(from, to), what));
    }

    private static List<PartyCode> without(
            Collection<PartyCode> these, Collection<PartyCode> those) {
        return these.stream().filter(code -> !those.contains(code)).toList();
    }

    private String names(List<PartyCode> codes) {
        return named(
                codes.stream()
                        .map(
                                code ->
                                        proposal.parties()
                                                .find(code)
                                                .or(() -> today.parties().find(code))
                                                .map(Party::name)
                                                .orElse(code.value()))
                        .toList());
    }

    private static String named(List<String> names) {
        if (names.size() <= MOST_NAMED) {
            return String.join(", ", names);
        }
        return String.join(", ", names.subList(0, MOST_NAMED))
                + ", + "
                + (names.size() - MOST_NAMED);
    }
}
