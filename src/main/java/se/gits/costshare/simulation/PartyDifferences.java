package se.gits.costshare.simulation;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.Inputs;

/** Finds which parties and groups two inputs have differently. */
final class PartyDifferences {

    private final Sides sides;

    PartyDifferences(Sides sides) {
        this.sides = sides;
    }

    void find() {
        findParties();
        findGroups();
    }

    private void findParties() {
        tellParties(DifferenceKind.PARTIES_ADDED, sides.proposal(), sides.today());
        tellParties(DifferenceKind.PARTIES_REMOVED, sides.today(), sides.proposal());
        for (Party before : sides.today().parties().all()) {
            Optional<Party> after = sides.proposal().parties().find(before.code());
            if (after.isPresent() && before.type() != after.get().type()) {
                sides.add(
                        DifferenceKind.PARTY_TYPE,
                        before.code(),
                        before.name(),
                        before.type().swedish(),
                        after.get().type().swedish());
            }
            if (after.isPresent() && before.invoicing() != after.get().invoicing()) {
                sides.add(
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
            sides.add(kind, parties.size(), Sides.named(parties));
        }
    }

    private void findGroups() {
        SortedSet<PartyCode> groups = new TreeSet<>();
        sides.today().parties().all().forEach(party -> groups.addAll(party.groups()));
        sides.proposal().parties().all().forEach(party -> groups.addAll(party.groups()));
        for (PartyCode group : groups) {
            SortedSet<PartyCode> before = sides.today().parties().membersOf(group);
            SortedSet<PartyCode> after = sides.proposal().parties().membersOf(group);
            tellMembers(DifferenceKind.GROUP_JOINED, group, Sides.without(after, before));
            tellMembers(DifferenceKind.GROUP_LEFT, group, Sides.without(before, after));
        }
    }

    private void tellMembers(DifferenceKind kind, PartyCode group, List<PartyCode> members) {
        if (!members.isEmpty()) {
            sides.add(kind, group, members.size(), sides.names(members));
        }
    }
}
