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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.budget.ServiceObject;
import se.gits.costshare.keys.Distribution;
import se.gits.costshare.keys.KeyShare;
import se.gits.costshare.party.PartyCode;
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
    private final YearMonth month;
    private final Optional<IssuedAct> earlier;
    private final CauseText text = new CauseText();

    /** The same for every party, which are many. */
    private final Map<String, List<String>> ofTimeOfRow = new HashMap<>();

    MonthCauses(Issuance issuance, Optional<IssuedAct> earlier) {
        this.issuance = issuance;
        this.inputs = issuance.inputs();
        this.month = issuance.terms().month();
        this.earlier = earlier;
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

    List<String> adjustedNow(PartyCode party, String row, SortedSet<YearMonth> months) {
        List<String> causes = new ArrayList<>();
        causes.add(text.filled("MONTH_ADJUSTED_NOW", Sides.monthsText(months)));
        causes.addAll(issuance.causes().of(party, row, months));
        return causes;
    }

    /** Why a line's own cost is another; none where only the odd öre fall otherwise. */
    List<String> ofOrdinary(PartyCode party, ResolvedLine line) {
        String row = line.line().row();
        List<String> causes = new ArrayList<>(sinceEarlier(party, row));
        causes.addAll(ofTimeOfRow.computeIfAbsent(row, r -> ofTime(line)));
        return causes;
    }

    /** Also of the earlier month itself: where it has become as this one is, it was another. */
    private List<String> sinceEarlier(PartyCode party, String row) {
        IssuedAct act = earlier.orElseThrow();
        return issuance.causes()
                .since(act.sequence(), party, row, new TreeSet<>(List.of(act.month(), month)));
    }

    /** What today's input says of the two months, in the order of the tables. */
    private List<String> ofTime(ResolvedLine resolved) {
        BudgetLine line = resolved.line();
        YearMonth then = earlier.orElseThrow().month();
        if (!line.includes(then) || !line.includes(month)) {
            return ofMonthsOutside(line, then);
        }
        boolean sameKey =
                resolved.allocation()
                        .keyOf(line.monthIndex(then))
                        .equals(resolved.allocation().keyOf(line.monthIndex(month)));
        if (sameKey) {
            return List.of();
        }
        List<String> causes = new ArrayList<>();
        ofObject(resolved, then).ifPresent(causes::add);
        ofKey(line, then).ifPresent(causes::add);
        ofPopulation(line, then).ifPresent(causes::add);
        causes.addAll(ofVolumes(resolved, then));
        return causes;
    }

    private List<String> ofMonthsOutside(BudgetLine line, YearMonth then) {
        if (line.includes(month)) {
            return List.of(
                    text.decided(
                            text.filled("MONTH_LINE_BEGINS", line.row(), line.from()),
                            List.of(line.decision())));
        }
        return line.includes(then)
                ? List.of(text.filled("MONTH_LINE_ENDED", line.row(), line.to()))
                : List.of();
    }

    private Optional<String> ofObject(ResolvedLine line, YearMonth then) {
        ServiceObject one = line.objectIn(then);
        ServiceObject other = line.objectIn(month);
        return one.participants().equals(other.participants())
                ? Optional.empty()
                : Optional.of(
                        text.decided(
                                text.filled(
                                        "MONTH_PARTICIPANTS", other.code(), other.period().from()),
                                List.of(other.decision())));
    }

    private Optional<String> ofKey(BudgetLine line, YearMonth then) {
        List<KeyShare> one = inputs.keys().sharesIn(line.keyCode(), then);
        List<KeyShare> other = inputs.keys().sharesIn(line.keyCode(), month);
        if (proportions(one).equals(proportions(other))) {
            return Optional.empty();
        }
        YearMonth from =
                other.stream().map(share -> share.period().from()).max(YearMonth::compareTo).get();
        return Optional.of(
                text.decided(
                        text.filled("MONTH_KEY", line.keyCode(), from),
                        other.stream().map(KeyShare::decision).distinct().toList()));
    }

    /** Of those who take part in both months; who joins or leaves is told by its object. */
    private List<String> ofVolumes(ResolvedLine resolved, YearMonth then) {
        SortedMap<String, SortedSet<PartyCode>> membersOfVolume = new TreeMap<>();
        for (KeyShare share : inputs.keys().sharesIn(resolved.line().keyCode(), month)) {
            share.distribution()
                    .flatMap(Distribution::volume)
                    .ifPresent(
                            name ->
                                    membersOfVolume
                                            .computeIfAbsent(name, n -> new TreeSet<>())
                                            .addAll(membersInBoth(share, resolved, then)));
        }
        List<String> causes = new ArrayList<>();
        membersOfVolume.forEach(
                (name, members) -> {
                    if (members.stream().anyMatch(member -> isOther(name, member, then))) {
                        causes.add(text.filled("MONTH_VOLUMES", name, then, month));
                    }
                });
        return causes;
    }

    private List<PartyCode> membersInBoth(KeyShare share, ResolvedLine line, YearMonth then) {
        return inputs.parties().membersOf(new PartyCode(share.recipient().part())).stream()
                .filter(line.objectIn(then)::includes)
                .filter(line.objectIn(month)::includes)
                .toList();
    }

    private boolean isOther(String volume, PartyCode member, YearMonth then) {
        return !inputs.volumes()
                .find(volume, member, then)
                .map(Volumes.Volume::count)
                .equals(inputs.volumes().find(volume, member, month).map(Volumes.Volume::count));
    }

    private static Set<List<Object>> proportions(List<KeyShare> shares) {
        return shares.stream()
                .map(share -> List.<Object>of(share.recipient(), share.share()))
                .collect(Collectors.toSet());
    }

    private Optional<String> ofPopulation(BudgetLine line, YearMonth then) {
        Optional<Settings.PopulationBasis> one = inputs.settings().populationBasis(then);
        Optional<Settings.PopulationBasis> other = inputs.settings().populationBasis(month);
        boolean asked =
                Stream.of(then, month)
                        .flatMap(m -> inputs.keys().sharesIn(line.keyCode(), m).stream())
                        .flatMap(share -> share.distribution().stream())
                        .anyMatch(Distribution.ByPopulation.class::isInstance);
        boolean same =
                one.map(Settings.PopulationBasis::referenceDate)
                        .equals(other.map(Settings.PopulationBasis::referenceDate));
        return !asked || same
                ? Optional.empty()
                : other.map(
                        basis ->
                                text.decided(
                                        text.filled(
                                                "MONTH_POPULATION",
                                                basis.referenceDate(),
                                                basis.from()),
                                        List.of(basis.decision())));
    }
}
