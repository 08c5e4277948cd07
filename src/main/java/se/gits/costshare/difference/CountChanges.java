package se.gits.costshare.difference;

import java.util.Optional;
import se.gits.costshare.party.Party;

/** Counts that differ, and the one that differs most. */
final class CountChanges {

    record Change(Party party, long from, long to) {
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

    /** How many differ. */
    int changed() {
        return changed;
    }

    /** The one that differs most; empty where none does. */
    Optional<Change> most() {
        return most;
    }
}
