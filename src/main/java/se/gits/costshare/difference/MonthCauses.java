package se.gits.costshare.difference;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
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
import java.util.stream.Stream;
import se.gits.costshare.allocation.Fraction;
import se.gits.costshare.allocation.KeyRow;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.budget.ServiceObject;
import se.gits.costshare.keys.Distribution;
import se.gits.costshare.keys.KeyShare;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.Causes.Cause;
import se.gits.costshare.run.Causes.Subject;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.IssuedAct;
import se.gits.costshare.run.ResolvedLine;
import se.gits.costshare.settings.Settings;
import se.gits.costshare.volume.Volumes;

/**
 * Why a month's cost is other than that of the month it is compared with: what the input has come
 * to say since, what it says of the two months, or that no month's cost is whole öre.
 */
final class MonthCauses {

    private final Issuance issuance;
    private final Inputs inputs;
    private final Optional<IssuedAct> earlier;

    /** The two months by the calendar, in whatever order they were issued. */
    private final YearMonth then;

    private final YearMonth month;
    private final CauseText text = new CauseText();

    /** The same for every party, which are many. */
    private final Map<String, List<OfTime>> ofTimeOfRow = new HashMap<>();

    /**
     * What today's input says differently of the two months.
     *
     * @param shares by which shares of the key it can move what a party bears
     */
    private record OfTime(Cause cause, Predicate<KeyShare> shares) {}

    MonthCauses(Issuance issuance, Optional<IssuedAct> earlier) {
        this.issuance = issuance;
        this.inputs = issuance.inputs();
        this.earlier = earlier;
        YearMonth own = issuance.terms().month();
        YearMonth other = earlier.map(IssuedAct::month).orElse(own);
        this.then = own.isBefore(other) ? own : other;
        this.month = own.isBefore(other) ? other : own;
    }

    String rounding() {
        return text.filled("MONTH_ROUNDING");
    }

    String firstOfTheYear() {
        return text.filled("MONTH_FIRST");
    }

    String adjustedThen() {
        return text.filled("MONTH_ADJUSTED_THEN", earlier.orElseThrow().month());
    }

    /**
     * Why earlier months are adjusted now.
     *
     * @param splitMoved whether what the party bears has changed, or only how that is invoiced
     */
    List<String> adjustedNow(
            PartyCode party, String row, SortedSet<YearMonth> months, boolean splitMoved) {
        List<Cause> told = issuance.causes().told(party, row, months);
        List<String> causes = new ArrayList<>();
        causes.add(text.filled("MONTH_ADJUSTED_NOW", Sides.monthsText(months)));
        told.stream()
                .filter(cause -> cause.subject().movesSplit() == splitMoved)
                .forEach(cause -> causes.add(cause.words()));
        if (causes.size() == 1) {
            told.forEach(cause -> causes.add(cause.words()));
        }
        return causes;
    }

    /** Why a line's own cost is another; none where only the odd öre fall otherwise. */
    List<String> ofOrdinary(PartyCode party, ResolvedLine line) {
        IssuedAct act = earlier.orElseThrow();
        List<Cause> since =
                issuance.causes()
                        .ofSplitSince(act.sequence(), party, line.line().row(), bothMonths());
        Set<Subject> told = since.stream().map(Cause::subject).collect(Collectors.toSet());
        Stream<Cause> ofTime =
                ofTimeOfRow.computeIfAbsent(line.line().row(), r -> ofTime(line)).stream()
                        .filter(of -> bears(party, line, of.shares()))
                        .map(OfTime::cause)
                        .filter(cause -> !told.contains(cause.subject()));
        return Stream.concat(since.stream(), ofTime).map(Cause::words).toList();
    }

    /** Why a line's cost is invoiced in another way, or with another VAT. */
    List<String> ofInvoicing(PartyCode party, ResolvedLine line) {
        IssuedAct act = earlier.orElseThrow();
        List<Cause> since =
                issuance.causes()
                        .ofInvoicingSince(act.sequence(), party, line.line().row(), bothMonths());
        List<String> causes = new ArrayList<>(since.stream().map(Cause::words).toList());
        if (since.stream().noneMatch(cause -> cause.subject() == Subject.VAT)) {
            ofVat(line).ifPresent(causes::add);
        }
        return causes.isEmpty() ? List.of(text.filled("MONTH_INVOICING", then, month)) : causes;
    }

    private boolean bears(PartyCode party, ResolvedLine line, Predicate<KeyShare> shares) {
        return bothMonths().stream().anyMatch(in -> Side.bears(party, line, in, inputs, shares));
    }

    /** Also the earlier month itself: where it has become as this one is, it was another. */
    private SortedSet<YearMonth> bothMonths() {
        return new TreeSet<>(List.of(then, month));
    }

    /** What today's input says of the two months, in the order of the tables. */
    private List<OfTime> ofTime(ResolvedLine resolved) {
        BudgetLine line = resolved.line();
        if (!line.includes(then) || !line.includes(month)) {
            return ofMonthsOutside(line);
        }
        boolean sameKey =
                resolved.allocation()
                        .keyOf(line.monthIndex(then))
                        .equals(resolved.allocation().keyOf(line.monthIndex(month)));
        if (sameKey) {
            return List.of();
        }
        List<OfTime> causes = new ArrayList<>();
        ofObject(resolved).ifPresent(causes::add);
        ofKey(line).ifPresent(causes::add);
        ofPopulation(line).ifPresent(causes::add);
        causes.addAll(ofVolumes(resolved));
        return causes;
    }

    private List<OfTime> ofMonthsOutside(BudgetLine line) {
        if (line.includes(month)) {
            return List.of(
                    ofAll(
                            text.decided(
                                    text.filled("MONTH_LINE_BEGINS", line.row(), line.from()),
                                    List.of(line.decision()))));
        }
        return line.includes(then)
                ? List.of(ofAll(text.filled("MONTH_LINE_ENDED", line.row(), line.to())))
                : List.of();
    }

    private static OfTime ofAll(String words) {
        return new OfTime(new Cause(Subject.LINE_MONTHS, words), share -> true);
    }

    private Optional<OfTime> ofObject(ResolvedLine line) {
        ServiceObject one = line.objectIn(then);
        ServiceObject other = line.objectIn(month);
        SortedSet<PartyCode> left = new TreeSet<>();
        SortedSet<PartyCode> joined = new TreeSet<>();
        for (KeyShare share : inputs.keys().sharesIn(line.line().keyCode(), month)) {
            left.addAll(members(share, one));
            joined.addAll(members(share, other));
        }
        SortedSet<PartyCode> both = new TreeSet<>(left);
        both.retainAll(joined);
        left.removeAll(both);
        joined.removeAll(both);
        if (left.isEmpty() && joined.isEmpty()) {
            return Optional.empty();
        }
        List<String> changes = new ArrayList<>();
        if (!joined.isEmpty()) {
            changes.add(text.filled("MONTH_JOINED", joined.size(), names(joined)));
        }
        if (!left.isEmpty()) {
            changes.add(text.filled("MONTH_LEFT", names(left)));
        }
        return Optional.of(
                new OfTime(
                        new Cause(
                                Subject.PARTICIPANTS,
                                text.decided(
                                        text.filled(
                                                "MONTH_PARTICIPANTS",
                                                other.code(),
                                                other.period().from(),
                                                String.join(", ", changes)),
                                        List.of(other.decision()))),
                        share -> !members(share, one).equals(members(share, other))));
    }

    private String names(SortedSet<PartyCode> codes) {
        return Sides.inShort(
                codes.stream()
                        .map(
                                code ->
                                        inputs.parties()
                                                .find(code)
                                                .map(Party::name)
                                                .orElse(code.value()))
                        .toList());
    }

    private Optional<OfTime> ofKey(BudgetLine line) {
        List<KeyShare> one = inputs.keys().sharesIn(line.keyCode(), then);
        List<KeyShare> other = inputs.keys().sharesIn(line.keyCode(), month);
        List<KeyDifferences.Change> changes = KeyDifferences.changes(shares(one), shares(other));
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        YearMonth from =
                other.stream().map(share -> share.period().from()).max(YearMonth::compareTo).get();
        return Optional.of(
                new OfTime(
                        new Cause(
                                Subject.KEY,
                                text.decided(
                                        text.filled(
                                                "MONTH_KEY",
                                                line.keyCode(),
                                                from,
                                                Sides.inShort(KeyDifferences.texts(changes))),
                                        other.stream()
                                                .map(KeyShare::decision)
                                                .distinct()
                                                .toList())),
                        share -> KeyDifferences.isOfAny(changes, share)));
    }

    private static SortedMap<KeyRow, Fraction> shares(List<KeyShare> of) {
        SortedMap<KeyRow, Fraction> shares = new TreeMap<>();
        of.forEach(share -> shares.put(share.recipient(), share.share()));
        return shares;
    }

    /** Of those who take part in both months; who joins or leaves is told by its object. */
    private List<OfTime> ofVolumes(ResolvedLine resolved) {
        SortedMap<String, SortedSet<PartyCode>> membersOfVolume = new TreeMap<>();
        for (KeyShare share : inputs.keys().sharesIn(resolved.line().keyCode(), month)) {
            volume(share)
                    .ifPresent(
                            name ->
                                    membersOfVolume
                                            .computeIfAbsent(name, n -> new TreeSet<>())
                                            .addAll(membersInBoth(share, resolved)));
        }
        List<OfTime> causes = new ArrayList<>();
        membersOfVolume.forEach(
                (name, members) -> {
                    if (members.stream().anyMatch(member -> isOther(name, member))) {
                        causes.add(
                                new OfTime(
                                        new Cause(
                                                Subject.VOLUMES,
                                                text.filled("MONTH_VOLUMES", name, then, month)),
                                        share -> volume(share).equals(Optional.of(name))));
                    }
                });
        return causes;
    }

    private static Optional<String> volume(KeyShare share) {
        return share.distribution().flatMap(Distribution::volume);
    }

    private SortedSet<PartyCode> members(KeyShare share, ServiceObject object) {
        return Side.members(new PartyCode(share.recipient().part()), object, inputs);
    }

    private SortedSet<PartyCode> membersInBoth(KeyShare share, ResolvedLine line) {
        SortedSet<PartyCode> both = members(share, line.objectIn(then));
        both.retainAll(members(share, line.objectIn(month)));
        return both;
    }

    private boolean isOther(String volume, PartyCode member) {
        return !inputs.volumes()
                .find(volume, member, then)
                .map(Volumes.Volume::count)
                .equals(inputs.volumes().find(volume, member, month).map(Volumes.Volume::count));
    }

    private Optional<OfTime> ofPopulation(BudgetLine line) {
        Optional<Settings.PopulationBasis> one = inputs.settings().populationBasis(then);
        Optional<Settings.PopulationBasis> other = inputs.settings().populationBasis(month);
        boolean asked =
                Stream.of(then, month)
                        .flatMap(m -> inputs.keys().sharesIn(line.keyCode(), m).stream())
                        .anyMatch(MonthCauses::isByPopulation);
        boolean same =
                one.map(Settings.PopulationBasis::referenceDate)
                        .equals(other.map(Settings.PopulationBasis::referenceDate));
        return !asked || same
                ? Optional.empty()
                : other.map(
                        basis ->
                                new OfTime(
                                        new Cause(
                                                Subject.POPULATION,
                                                text.decided(
                                                        text.filled(
                                                                "MONTH_POPULATION",
                                                                basis.referenceDate(),
                                                                basis.from()),
                                                        List.of(basis.decision()))),
                                        MonthCauses::isByPopulation));
    }

    private static boolean isByPopulation(KeyShare share) {
        return share.distribution().filter(Distribution.ByPopulation.class::isInstance).isPresent();
    }

    /** What today's input says of the two months' VAT. */
    private Optional<String> ofVat(ResolvedLine line) {
        if (!line.line().includes(then) || !line.line().includes(month)) {
            return Optional.empty();
        }
        ServiceObject one = line.objectIn(then);
        ServiceObject other = line.objectIn(month);
        return one.vat().equals(other.vat())
                ? Optional.empty()
                : Optional.of(
                        text.decided(
                                text.filled(
                                        "MONTH_VAT",
                                        other.code(),
                                        CauseText.of(other.vat()),
                                        other.period().from()),
                                List.of(other.decision())));
    }
}
