package se.gits.costshare.budget;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import se.gits.costshare.input.Table;

/** All service objects of an input, each with its periods. */
public final class ServiceObjects {

    private final Table.Places places;
    private final Map<String, List<ServiceObject>> periodsOfCode = new LinkedHashMap<>();

    private final Set<String> unreadCodes;

    /**
     * @param places where the file's cells stand
     * @param unreadCodes codes of rows that could not be read; a line of such an object is no fault
     *     of its own
     */
    public ServiceObjects(
            Table.Places places, Collection<ServiceObject> objects, Set<String> unreadCodes) {
        this.places = places;
        this.unreadCodes = Set.copyOf(unreadCodes);
        objects.forEach(
                object ->
                        periodsOfCode
                                .computeIfAbsent(object.code(), code -> new ArrayList<>())
                                .add(object));
    }

    /** Where the file's cells stand. */
    public Table.Places places() {
        return places;
    }

    /** Every object's every row. */
    public List<ServiceObject> all() {
        return periodsOfCode.values().stream().flatMap(List::stream).toList();
    }

    /** Whether a row of the object has a fault of its own. */
    public boolean isUnread(String code) {
        return unreadCodes.contains(code);
    }

    public boolean contains(String code) {
        return periodsOfCode.containsKey(code);
    }

    public SortedSet<String> codes() {
        return new TreeSet<>(periodsOfCode.keySet());
    }

    /** The object as it stands in a month; empty where it does not exist then. */
    public Optional<ServiceObject> find(String code, YearMonth month) {
        return periodsOfCode.getOrDefault(code, List.of()).stream()
                .filter(object -> object.period().includes(month))
                .findFirst();
    }
}
