package se.gits.costshare.difference;

import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import se.gits.costshare.input.SwedishCount;
import se.gits.costshare.keys.Distribution;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.volume.Volumes;

/** Finds which statistical quantities two inputs have differently, of those that lines go by. */
final class VolumeDifferences {

    private final Sides sides;

    VolumeDifferences(Sides sides) {
        this.sides = sides;
    }

    void find() {
        Map<String, Distribution> byName = new TreeMap<>();
        for (Side side : List.of(sides.before(), sides.after())) {
            for (Distribution distribution : side.distributions()) {
                distribution.volume().ifPresent(name -> byName.put(name, distribution));
            }
        }
        byName.forEach(this::find);
    }

    private record Change(int parties, String most, long from, long to) {}

    private void find(String name, Distribution volume) {
        LineMonths lines = sides.both(side -> side.linesOf(volume));
        sides.eachRun(
                month -> changed(name, volume, month),
                (months, change) ->
                        sides.add(
                                Difference.of(
                                                DifferenceKind.VOLUMES,
                                                lines.rows(),
                                                name,
                                                Sides.monthsText(months),
                                                change.parties(),
                                                change.most(),
                                                SwedishCount.of(change.from()),
                                                SwedishCount.of(change.to()))
                                        .onInvoices(lines.in(months))
                                        .onlyOf(sides.whoBears(volume))));
    }

    private Optional<Change> changed(String name, Distribution volume, YearMonth month) {
        Set<PartyCode> members = new HashSet<>(sides.before().members(volume, month));
        members.addAll(sides.after().members(volume, month));
        CountChanges changes = new CountChanges();
        for (Party party : sides.after().inputs().parties().all()) {
            if (members.contains(party.code())) {
                changes.add(
                        party,
                        count(sides.before(), name, party, month),
                        count(sides.after(), name, party, month));
            }
        }
        return changes.most()
                .map(
                        most ->
                                new Change(
                                        changes.changed(),
                                        most.party().name(),
                                        most.from(),
                                        most.to()));
    }

    private static long count(Side side, String name, Party party, YearMonth month) {
        return side.inputs()
                .volumes()
                .find(name, party.code(), month)
                .map(Volumes.Volume::count)
                .orElse(0L);
    }
}
