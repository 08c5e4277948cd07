package se.gits.costshare.difference;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;

/** Finds which parties and groups two inputs have differently, of those that bear costs. */
final class PartyDifferences {

    private final Sides sides;

    PartyDifferences(Sides sides) {
        this.sides = sides;
    }

    void find() {
        tellParties(DifferenceKind.PARTIES_ADDED, sides.after(), sides.before());
        tellParties(DifferenceKind.PARTIES_REMOVED, sides.before(), sides.after());
        findChanged();
        findGroups();
    }

    private void tellParties(DifferenceKind kind, Side in, Side notIn) {
        List<PartyCode> codes =
                in.costs().parties().stream()
                        .filter(code -> notIn.inputs().parties().find(code).isEmpty())
                        .toList();
        if (!codes.isEmpty()) {
            SortedSet<String> rows = new TreeSet<>();
            codes.forEach(code -> rows.addAll(in.rowsOf(code)));
            List<String> shown =
                    codes.stream()
                            .map(
                                    code ->
                                            code
                                                    + " "
                                                    + in.inputs()
                                                            .parties()
                                                            .find(code)
                                                            .orElseThrow()
                                                            .name())
                            .toList();
            sides.add(kind, rows, codes.size(), Sides.named(shown));
        }
    }

    private void findChanged() {
        SortedSet<PartyCode> bearing = new TreeSet<>(sides.before().costs().parties());
        bearing.addAll(sides.after().costs().parties());
        for (PartyCode code : bearing) {
            Optional<Party> one = sides.before().inputs().parties().find(code);
            Optional<Party> other = sides.after().inputs().parties().find(code);
            if (one.isPresent() && other.isPresent()) {
                tellChanged(one.get(), other.get());
            }
        }
    }

    /** These move a cost from one kind of bearer to another, and none between parties. */
    private void tellChanged(Party before, Party after) {
        if (before.type() != after.type()) {
            sides.add(
                    DifferenceKind.PARTY_TYPE,
                    Sides.NO_ROWS,
                    before.code(),
                    before.name(),
                    before.type().swedish(),
                    after.type().swedish());
        }
        if (before.invoicing() != after.invoicing()) {
            sides.add(
                    DifferenceKind.PARTY_INVOICING,
                    Sides.NO_ROWS,
                    before.code(),
                    before.name(),
                    before.invoicing().swedish(),
                    after.invoicing().swedish());
        }
    }

    private void findGroups() {
        SortedSet<PartyCode> groups = new TreeSet<>(sides.before().groups());
        groups.addAll(sides.after().groups());
        for (PartyCode group : groups) {
            SortedSet<PartyCode> before = sides.before().inputs().parties().membersOf(group);
            SortedSet<PartyCode> after = sides.after().inputs().parties().membersOf(group);
            if (!before.isEmpty() && !after.isEmpty()) {
                tellMembers(DifferenceKind.GROUP_JOINED, group, Sides.without(after, before));
                tellMembers(DifferenceKind.GROUP_LEFT, group, Sides.without(before, after));
            }
        }
    }

    private void tellMembers(DifferenceKind kind, PartyCode group, List<PartyCode> members) {
        if (!members.isEmpty()) {
            SortedSet<String> rows =
                    Sides.both(sides.before().rowsOfGroup(group), sides.after().rowsOfGroup(group));
            sides.add(kind, rows, group, members.size(), sides.names(members));
        }
    }
}
