package se.gits.costshare.simulation;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import se.gits.costshare.party.Party;
import se.gits.costshare.volume.Volumes;

/** Finds which statistical quantities two inputs have differently. */
final class VolumeDifferences {

    private final Sides sides;

    VolumeDifferences(Sides sides) {
        this.sides = sides;
    }

    void find() {
        SortedSet<String> names = new TreeSet<>();
        sides.today().volumes().all().forEach(volume -> names.add(volume.name()));
        sides.proposal().volumes().all().forEach(volume -> names.add(volume.name()));
        for (String name : names) {
            sides.eachRun(
                    month -> changedVolumes(name, month),
                    (months, change) ->
                            sides.add(
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
        CountChanges counts = new CountChanges();
        for (Party party : sides.proposal().parties().all()) {
            Optional<Volumes.Volume> before =
                    sides.today().volumes().find(name, party.code(), month);
            Optional<Volumes.Volume> after =
                    sides.proposal().volumes().find(name, party.code(), month);
            counts.add(
                    party,
                    before.map(Volumes.Volume::count).orElse(0L),
                    after.map(Volumes.Volume::count).orElse(0L));
        }
        return counts.most()
                .map(
                        most ->
                                List.of(
                                        counts.changed(),
                                        most.party().name(),
                                        most.from(),
                                        most.to()));
    }
}
