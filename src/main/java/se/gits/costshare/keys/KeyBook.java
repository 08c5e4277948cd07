package se.gits.costshare.keys;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import se.gits.costshare.input.Table;

/** All allocation keys of an input (fördelningsnycklar), each with its rows and periods. */
public final class KeyBook {

    private final Table.Places places;
    private final Map<String, List<KeyShare>> sharesOfKey = new LinkedHashMap<>();
    private final Set<String> unreadKeys;

    /** Asked for once a budget line; found when first asked for, by any thread. */
    private final Map<String, Map<YearMonth, List<KeyShare>>> sharesInMonth =
            new ConcurrentHashMap<>();

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

    /** Takes in which rows of a key are valid from a month on. */
    @FunctionalInterface
    public interface Change {
        void from(YearMonth month, List<KeyShare> valid);
    }

    /** Tells each month from which other rows of a key are valid, and which; the earliest first. */
    public void eachChange(String key, Change change) {
        eachChange(sharesOfKey.getOrDefault(key, List.of()), change);
    }

    static void eachChange(List<KeyShare> shares, Change change) {
        NavigableMap<YearMonth, List<KeyShare>> beginning = new TreeMap<>();
        NavigableMap<YearMonth, List<KeyShare>> ended = new TreeMap<>();
        for (KeyShare share : shares) {
            add(share, share.period().from(), beginning);
            share.period().to().ifPresent(to -> add(share, to.plusMonths(1), ended));
        }
        SortedSet<YearMonth> months = new TreeSet<>(beginning.keySet());
        months.addAll(ended.keySet());
        NavigableMap<Integer, KeyShare> valid = new TreeMap<>();
        for (YearMonth month : months) {
            ended.getOrDefault(month, List.of()).forEach(share -> valid.remove(share.fileRow()));
            beginning
                    .getOrDefault(month, List.of())
                    .forEach(share -> valid.put(share.fileRow(), share));
            change.from(month, List.copyOf(valid.values()));
        }
    }

    private static void add(
            KeyShare share, YearMonth month, Map<YearMonth, List<KeyShare>> sharesOfMonth) {
        sharesOfMonth.computeIfAbsent(month, m -> new ArrayList<>()).add(share);
    }

    /** The key's rows in a month, exactly the whole together; none where it is not valid then. */
    public List<KeyShare> sharesIn(String key, YearMonth month) {
        return sharesInMonth
                .computeIfAbsent(key, k -> new ConcurrentHashMap<>())
                .computeIfAbsent(
                        month,
                        m ->
                                sharesOfKey.getOrDefault(key, List.of()).stream()
                                        .filter(share -> share.period().includes(m))
                                        .toList());
    }
}
