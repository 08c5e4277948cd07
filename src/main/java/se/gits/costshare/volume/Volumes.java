package se.gits.costshare.volume;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.input.Period;
import se.gits.costshare.input.Place;
import se.gits.costshare.input.Table;
import se.gits.costshare.party.PartyCode;

/** Statistical quantities to share costs by: orders, cards, accounts (volymer). */
public final class Volumes {

    /** There is no file of quantities. */
    public static final Volumes NONE = new Volumes(Optional.empty(), List.of());

    private final Optional<Table.Places> places;
    private final List<Volume> all;
    private final Map<String, Map<PartyCode, List<Volume>>> rowsOfName = new HashMap<>();

    /**
     * One party's quantity during a period.
     *
     * @param name which quantity (volym)
     * @param count how many (antal), not negative
     * @param row where it stands in {@code volymer.csv}
     */
    public record Volume(String name, Period period, PartyCode party, long count, int row) {}

    /**
     * @param places where the file's cells stand; empty where there is no file
     */
    public Volumes(Optional<Table.Places> places, Collection<Volume> volumes) {
        this.places = places;
        this.all = List.copyOf(volumes);
        for (Volume volume : volumes) {
            rowsOfName
                    .computeIfAbsent(volume.name(), name -> new HashMap<>())
                    .computeIfAbsent(volume.party(), party -> new ArrayList<>())
                    .add(volume);
        }
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
        return all;
    }

    /** A party's quantity in a month; empty where none is stated. */
    public Optional<Volume> find(String name, PartyCode party, YearMonth month) {
        return rowsOfName.getOrDefault(name, Map.of()).getOrDefault(party, List.of()).stream()
                .filter(volume -> volume.period().includes(month))
                .findFirst();
    }
}
