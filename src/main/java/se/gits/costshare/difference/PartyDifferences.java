package se.gits.costshare.difference;

import java.util.List;
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
            // What they change by themselves, their groups and the keys that name them tell.
            sides.add(Difference.of(kind, rows, codes.size(), Sides.named(shown)));
        }
    }

    private void findChanged() {
        for (Party before : sides.before().inputs().parties().all()) {
            sides.after()
                    .inputs()
                    .parties()
                    .find(before.code())
                    .ifPresent(after -> findChanged(before, after));
        }
    }

    private void findChanged(Party before, Party after) {
        boolean changed = before.type() != after.type() || before.invoicing() != after.invoicing();
        if (changed && (sides.before().bears(before.code()) || sides.after().bears(after.code()))) {
            tellChanged(before, after);
        }
    }

    /** These move a cost from one kind of bearer to another, and none between parties. */
    private void tellChanged(Party before, Party after) {
        if (before.type() != after.type()) {
            sides.add(
                    Difference.of(
                            DifferenceKind.PARTY_TYPE,
                            Sides.NO_ROWS,
                            before.code(),
                            before.name(),
                            before.type().swedish(),
                            after.type().swedish()));
        }
        if (before.invoicing() != after.invoicing()) {
            sides.add(
                    Difference.of(
                                    DifferenceKind.PARTY_INVOICING,
                                    Sides.NO_ROWS,
                                    before.code(),
                                    before.name(),
                                    before.invoicing().swedish(),
                                    after.invoicing().swedish())
                            .onInvoices(sides.both(Side::lines))
                            .onlyOf((party, row, month) -> party.equals(before.code())));
        }
    }

    private void findGroups() {
        SortedSet<PartyCode> groups = new TreeSet<>(sides.before().groups());
        groups.addAll(sides.after().groups());
        for (PartyCode group : groups) {
            SortedSet<PartyCode> before = sides.before().inputs().parties().membersOf(group);
            SortedSet<PartyCode> after = sides.after().inputs().parties().membersOf(group);
            if (!before.isEmpty() && !after.isEmpty()) {
                tellMembers(
                        DifferenceKind.GROUP_JOINED,
                        group,
                        sides.after(),
                        Sides.without(after, before));
                tellMembers(
                        DifferenceKind.GROUP_LEFT,
                        group,
                        sides.before(),
                        Sides.without(before, after));
            }
        }
    }

    /**
     * @param in where they are members
     */
    private void tellMembers(
            DifferenceKind kind, PartyCode group, Side in, List<PartyCode> members) {
        if (!members.isEmpty()) {
            sides.add(
                    Difference.of(
                                    kind,
                                    sides.both(side -> side.linesOfGroup(group)).rows(),
                                    group,
                                    members.size(),
                                    Sides.named(sides.names(members)),
                                    Sides.inShort(sides.names(members)))
                            .onInvoices(in.linesOfGroup(group, members))
                            .onlyOf(sides.whoBears(share -> share.isOf(group))));
        }
    }
}
