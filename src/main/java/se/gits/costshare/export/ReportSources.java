package se.gits.costshare.export;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a report rests on, as its files tell it.
 *
 * @param original the files that the year's first act was computed from, each with its SHA-256;
 *     today's where there is none
 * @param today the files as they are now
 * @param acts where the year's acts lie, in the order they were issued
 */
public record ReportSources(
        SortedMap<String, String> original, SortedMap<String, String> today, List<ActSource> acts) {

    public ReportSources {
        original = new TreeMap<>(original);
        today = new TreeMap<>(today);
        acts = List.copyOf(acts);
    }

    /**
     * An act's folder.
     *
     * @param reason why it was issued, where one is given
     * @param manifest the SHA-256 of the folder's manifest
     * @param hash the act's own in the register, which vouches for it and all before it
     */
    public record ActSource(
            String folder, LocalDate issueDate, String reason, String manifest, String hash) {}

    /** The names of all files of either input. */
    public SortedSet<String> files() {
        SortedSet<String> names = new TreeSet<>(original.keySet());
        names.addAll(today.keySet());
        return names;
    }

    /** How a file of today stands to the one of the first act, in words. */
    public String comparison(String file) {
        if (!today.containsKey(file)) {
            return "finns inte längre";
        }
        if (!original.containsKey(file)) {
            return "ny";
        }
        return original.get(file).equals(today.get(file)) ? "lika" : "ändrad";
    }

    /** The hash of the year's last act (kedjans sista hash); empty where nothing is issued. */
    public Optional<String> head() {
        return acts.isEmpty() ? Optional.empty() : Optional.of(acts.get(acts.size() - 1).hash());
    }

    /** The date that the files bear: the last act's invoice date, or the year's last day. */
    public LocalDate date(Year year) {
        return acts.isEmpty()
                ? year.atMonth(12).atEndOfMonth()
                : acts.get(acts.size() - 1).issueDate();
    }
}
