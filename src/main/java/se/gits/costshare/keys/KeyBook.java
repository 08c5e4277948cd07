package se.gits.costshare.keys;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import se.gits.costshare.input.Table;

/** All allocation keys of an input (fördelningsnycklar), each with its rows and periods. */
public final class KeyBook {

    private final Table.Places places;
    private final Map<String, List<KeyShare>> sharesOfKey = new LinkedHashMap<>();
    private final Set<String> unreadKeys;

    /**
     * @param places where the file's cells stand
     * @param unreadKeys keys that have a fault of their own; a line with such a key is no further
     *     fault
     */
    public KeyBook(
            Table.Places places, Map<String, List<KeyShare>> sharesOfKey, Set<String> unreadKeys) {
        this.places = places;
        sharesOfKey.forEach((key, shares) -> this.sharesOfKey.put(key, List.copyOf(shares)));
        this.unreadKeys = Set.copyOf(unreadKeys);
    }

    /** Where the file's cells stand. */
    public Table.Places places() {
        return places;
    }

    public boolean contains(String key) {
        return sharesOfKey.containsKey(key);
    }

    /** Whether the key has a fault of its own. */
    public boolean isUnread(String key) {
        return unreadKeys.contains(key);
    }

    public SortedSet<String> codes() {
        return new TreeSet<>(sharesOfKey.keySet());
    }

    /** Every key with its rows, in the file's order. */
    public Map<String, List<KeyShare>> all() {
        return Collections.unmodifiableMap(sharesOfKey);
    }

    /** The months from which a row of the key begins, or has ended. */
    public SortedSet<YearMonth> monthsOfChange(String key) {
        return monthsOfChange(sharesOfKey.getOrDefault(key, List.of()));
    }

    static SortedSet<YearMonth> monthsOfChange(List<KeyShare> shares) {
        SortedSet<YearMonth> changes = new TreeSet<>();
        for (KeyShare share : shares) {
            changes.add(share.period().from());
            share.period().to().ifPresent(to -> changes.add(to.plusMonths(1)));
        }
        return changes;
    }

    /** The key's rows in a month, exactly the whole together; none where it is not valid then. */
    public List<KeyShare> sharesIn(String key, YearMonth month) {
        List<KeyShare> valid = new ArrayList<>();
        for (KeyShare share : sharesOfKey.getOrDefault(key, List.of())) {
            if (share.period().includes(month)) {
                valid.add(share);
            }
        }
        return valid;
    }
}
