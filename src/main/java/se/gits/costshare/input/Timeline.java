package se.gits.costshare.input;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What applies when: things whose periods do not overlap. */
public final class Timeline<T> {

    private record Entry<T>(Period period, T thing) {}

    private final NavigableMap<YearMonth, Entry<T>> entryOfFirstMonth = new TreeMap<>();

    /**
     * Adds a thing, if nothing applies already at some time of its period.
     *
     * @return what applies already; the thing is then left out
     */
    public Optional<T> add(Period period, T thing) {
        Map.Entry<YearMonth, Entry<T>> before = entryOfFirstMonth.floorEntry(period.from());
        Map.Entry<YearMonth, Entry<T>> after = entryOfFirstMonth.higherEntry(period.from());
        if (before != null && before.getValue().period().overlaps(period)) {
            return Optional.of(before.getValue().thing());
        }
        if (after != null && after.getValue().period().overlaps(period)) {
            return Optional.of(after.getValue().thing());
        }
        entryOfFirstMonth.put(period.from(), new Entry<>(period, thing));
        return Optional.empty();
    }

    /** What applies in a month. */
    public Optional<T> in(YearMonth month) {
        return Optional.ofNullable(entryOfFirstMonth.floorEntry(month))
                .map(Map.Entry::getValue)
                .filter(entry -> entry.period().includes(month))
                .map(Entry::thing);
    }

    /** Everything, earliest first. */
    public Collection<T> all() {
        Collection<T> all = new ArrayList<>();
        entryOfFirstMonth.values().forEach(entry -> all.add(entry.thing()));
        return all;
    }
}
