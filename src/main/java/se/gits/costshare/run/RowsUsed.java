package se.gits.costshare.run;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import se.gits.costshare.budget.ServiceObject;
import se.gits.costshare.keys.KeyShare;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.volume.Volumes;

/**
 * Which rows of the tables the lines of one budget rest on, by their row number, and which parties
 * they reach.
 */
record RowsUsed(
        Map<Integer, ServiceObject> objects,
        Map<Integer, KeyShare> keyShares,
        Map<Integer, Volumes.Volume> volumes,
        SortedSet<PartyCode> parties) {

    RowsUsed() {
        this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeSet<>());
    }

    void add(ServiceObject object) {
        objects.put(object.row(), object);
    }

    void add(KeyShare share) {
        keyShares.put(share.fileRow(), share);
    }

    void add(Volumes.Volume volume) {
        volumes.put(volume.row(), volume);
    }

    /** Takes in what another budget's lines rest on. */
    void addAll(RowsUsed other) {
        objects.putAll(other.objects);
        keyShares.putAll(other.keyShares);
        volumes.putAll(other.volumes);
        parties.addAll(other.parties);
    }
}
