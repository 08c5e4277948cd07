package se.gits.costshare.volume;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.input.Period;
import se.gits.costshare.input.Place;
import se.gits.costshare.input.Table;
import se.gits.costshare.input.Timeline;
import se.gits.costshare.party.PartyCode;

/** Statistical quantities to share costs by: orders, cards, accounts (volymer). */
public final class Volumes {

    private final Optional<Table.Places> places;
    private final Map<String, Map<PartyCode, Timeline<Volume>>> volumesOfName = new TreeMap<>();

    /**
     * One party's quantity during a period.
     *
     * @param name which quantity (volym)
     * @param count how many (antal), not negative
     * @param row where it stands in {@code volymer.csv}
     */
    public record Volume(String name, Period period, PartyCode party, long count, int row) {}

    /**
     * No quantities yet.
     *
     * @param places where the file's cells stand; empty where there is no file
     */
    public Volumes(Optional<Table.Places> places) {
        this.places = places;
    }

    /**
     * Adds a quantity.
     *
     * @return the party's earlier one for some of the same time; the other is then left out
     */
    Optional<Volume> add(Volume volume) {
        return volumesOfName
                .computeIfAbsent(volume.name(), name -> new TreeMap<>())
                .computeIfAbsent(volume.party(), party -> new Timeline<>())
                .add(volume.period(), volume);
    }

    /** Where a party that is missing should have stood. */
    public Place partColumn() {
        return places.map(table -> table.of("part"))
                .orElse(new Place(InputFiles.VOLUMES + ".csv", 0, "part"));
    }

    /** Where a quantity's row stands. */
    public Place place(Volume volume) {
        return places.orElseThrow().at(volume.row(), "volym");
    }

    /** Every row. */
    public List<Volume> all() {
        return volumesOfName.values().stream()
                .flatMap(ofName -> ofName.values().stream())
                .flatMap(ofParty -> ofParty.all().stream())
                .toList();
    }

    /** Whether any party has such a quantity at any time. */
    public boolean contains(String name) {
        return volumesOfName.containsKey(name);
    }

    /** What quantities there are. */
    public SortedSet<String> names() {
        return new TreeSet<>(volumesOfName.keySet());
    }

    /** A party's quantity in a month; empty where none is stated. */
    public Optional<Volume> find(String name, PartyCode party, YearMonth month) {
        Timeline<Volume> ofParty = volumesOfName.getOrDefault(name, Map.of()).get(party);
        return ofParty == null ? Optional.empty() : ofParty.in(month);
    }
}
