package se.gits.costshare.population;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import se.gits.costshare.input.Cell;
import se.gits.costshare.input.Place;
import se.gits.costshare.party.PartyCode;

/**
 * SCB's population figures (folkmängd): inhabitants per municipality and reference date.
 *
 * <p>There is no total here on purpose. The denominator is always the sum over the participating
 * municipalities: from 2025 SCB adds noise, and totals do not add up.
 */
public final class PopulationTable {

    private final Map<PartyCode, TreeMap<LocalDate, Figure>> figures = new HashMap<>();

    /**
     * One figure.
     *
     * @param inhabitants how many persons
     * @param source the file, row and column that it was read from; of a sum the first part's
     */
    public record Figure(long inhabitants, Place source) {}

    /** A figure with the date it is counted on. */
    public record DatedFigure(LocalDate referenceDate, Figure figure) {}

    private final Map<PartyCode, TreeMap<LocalDate, Cell>> missing = new HashMap<>();
    private final Place regionColumn;
    private boolean incomplete;

    /**
     * @param regionColumn where a municipality that is missing should have stood
     */
    PopulationTable(Place regionColumn) {
        this.regionColumn = regionColumn;
    }

    /** Where a municipality that is missing should have stood. */
    public Place regionColumn() {
        return regionColumn;
    }

    /** Notes a cell where a figure should stand and does not. */
    void noteMissing(PartyCode municipality, LocalDate referenceDate, Cell cell) {
        missing.computeIfAbsent(municipality, code -> new TreeMap<>())
                .putIfAbsent(referenceDate, cell);
    }

    /** The cell where a figure should stand and does not; empty where no file has such a cell. */
    public Optional<Cell> missing(PartyCode municipality, LocalDate referenceDate) {
        return Optional.ofNullable(missing.getOrDefault(municipality, new TreeMap<>()))
                .map(cells -> cells.get(referenceDate));
    }

    /** A file or a figure could not be read: what is missing then is no further fault. */
    void markIncomplete() {
        incomplete = true;
    }

    /** Whether a file or a figure could not be read. */
    public boolean isIncomplete() {
        return incomplete;
    }

    /** Adds a figure; the earlier one, if there is one for the same municipality and date. */
    Optional<Figure> add(PartyCode municipality, LocalDate referenceDate, Figure figure) {
        return Optional.ofNullable(
                figures.computeIfAbsent(municipality, code -> new TreeMap<>())
                        .putIfAbsent(referenceDate, figure));
    }

    /** The inhabitants of a municipality on a date; empty where SCB's files say nothing of it. */
    public Optional<Figure> find(PartyCode municipality, LocalDate referenceDate) {
        return Optional.ofNullable(ofMunicipality(municipality).get(referenceDate));
    }

    /** The latest figure of a municipality before a date; empty where the files hold none. */
    public Optional<DatedFigure> before(PartyCode municipality, LocalDate referenceDate) {
        return Optional.ofNullable(ofMunicipality(municipality).lowerEntry(referenceDate))
                .map(entry -> new DatedFigure(entry.getKey(), entry.getValue()));
    }

    private TreeMap<LocalDate, Figure> ofMunicipality(PartyCode municipality) {
        return figures.getOrDefault(municipality, new TreeMap<>());
    }
}
