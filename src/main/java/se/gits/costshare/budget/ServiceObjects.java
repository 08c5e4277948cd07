package se.gits.costshare.budget;

import java.time.Year;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import se.gits.costshare.input.Table;
import se.gits.costshare.input.Timeline;

/** All service objects of an input, each with its periods. */
public final class ServiceObjects {

    private final Table.Places places;
    private final Map<String, Timeline<ServiceObject>> periodsOfCode;

    private final Set<String> unreadCodes;

    /**
     * @param places where the file's cells stand
     * @param periodsOfCode each object's rows, by its code
     * @param unreadCodes codes of rows that could not be read; a line of such an object is no fault
     *     of its own
     */
    public ServiceObjects(
            Table.Places places,
            Map<String, Timeline<ServiceObject>> periodsOfCode,
            Set<String> unreadCodes) {
        this.places = places;
        this.periodsOfCode = new LinkedHashMap<>(periodsOfCode);
        this.unreadCodes = Set.copyOf(unreadCodes);
    }

    /** Where the file's cells stand. */
    public Table.Places places() {
        return places;
    }

    /** Every object's every row. */
    public List<ServiceObject> all() {
        return periodsOfCode.values().stream().flatMap(t -> t.all().stream()).toList();
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
        Timeline<ServiceObject> periods = periodsOfCode.get(code);
        return periods == null ? Optional.empty() : periods.in(month);
    }

    /** The object as it stands last in a year; empty where it does not exist in it. */
    public Optional<ServiceObject> lastIn(String code, Year year) {
        for (int month = 12; month >= 1; month--) {
            Optional<ServiceObject> found = find(code, year.atMonth(month));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
