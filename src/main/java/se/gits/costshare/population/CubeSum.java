package se.gits.costshare.population;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import se.gits.costshare.input.Cell;
import se.gits.costshare.input.Content;
import se.gits.costshare.input.Place;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.Problems;
import se.gits.costshare.input.Sheet;
import se.gits.costshare.parties.Parties;
import se.gits.costshare.party.PartyCode;

/**
 * Adds a file's parts to whole figures, one for each region and date, and holds them against the
 * county's.
 *
 * <p>A figure is known when every part is there once and has a value. What SCB has no figure for
 * ({@code ..}) is no fault here: the lines decide which figures are needed.
 */
final class CubeSum {

    /** From this day on SCB's figures carry noise, and totals do not add up. */
    static final LocalDate NOISE_FROM = LocalDate.of(2025, 1, 1);

    /**
     * The municipalities of Västra Götaland, as many since the county was formed in 1998: SCB, "Län
     * och kommuner i kodnummerordning".
     */
    static final int MUNICIPALITIES_OF_COUNTY = 49;

    /** What SCB writes where it has no figure. */
    private static final Set<String> MISSING = Set.of("", "..", ".", "...", "…");

    /** What SCB writes for zero. */
    private static final Set<String> ZERO = Set.of("-", "\u2013");

    /**
     * No cell's count reaches this: far beyond the world's population, and far from a long's end.
     */
    private static final long LARGEST = 1L << 49;

    private final Cube cube;
    private final Parties parties;
    private final Problems problems;

    private final Map<RegionOnDate, Sum> sums = new LinkedHashMap<>();
    private long partsOfFigure = 1;

    private record RegionOnDate(String region, LocalDate date) {}

    /** What has been added of one figure. */
    private static final class Sum {
        private final Cube.Observation first;
        private final Map<Long, Integer> rowOfPart = new HashMap<>();
        private long inhabitants;
        private boolean unknown;

        /** Where a part of it is not known; null where nothing is missing. */
        private Cube.Observation missing;

        Sum(Cube.Observation first) {
            this.first = first;
        }
    }

    private CubeSum(Cube cube, Parties parties, Problems problems) {
        this.cube = cube;
        this.parties = parties;
        this.problems = problems;
    }

    /** Puts a file's figures into the table; what cannot be added is told. */
    static void add(Cube cube, Parties parties, PopulationTable table, Problems problems) {
        CubeSum sum = new CubeSum(cube, parties, problems);
        Optional<List<Dimension.Slots>> slots = sum.slots();
        if (slots.isPresent()) {
            sum.addUp(slots.get());
            sum.tellWhatLacksParts();
            sum.holdAgainstCounty();
            sum.fill(table);
        }
    }

    private Optional<List<Dimension.Slots>> slots() {
        List<Dimension.Slots> slots = new ArrayList<>();
        for (Dimension dimension : cube.dimensions()) {
            dimension.slots(problems).ifPresent(slots::add);
        }
        for (Dimension.Slots of : slots) {
            // More parts than cells are never all there; so the product need not be exact.
            partsOfFigure = Math.min(partsOfFigure * of.count(), Sheet.MOST_CELLS + 1L);
        }
        return slots.size() == cube.dimensions().size() ? Optional.of(slots) : Optional.empty();
    }

    private void addUp(List<Dimension.Slots> slots) {
        for (Cube.Observation observation : cube.observations()) {
            long part = 0;
            boolean passedOver = false;
            for (int i = 0; i < slots.size(); i++) {
                int slot = slots.get(i).slotOfValue()[observation.values()[i]];
                passedOver |= slot == Dimension.Slots.PASSED_OVER;
                part = part * slots.get(i).count() + slot;
            }
            if (!passedOver) {
                add(observation, part);
            }
        }
    }

    private void add(Cube.Observation observation, long part) {
        Sum sum =
                sums.computeIfAbsent(
                        new RegionOnDate(observation.region(), observation.date()),
                        key -> new Sum(observation));
        Integer earlierRow = sum.rowOfPart.putIfAbsent(part, observation.row());
        if (earlierRow != null) {
            sum.unknown = true;
            if (isAsked(observation.region())) {
                cell(observation).fault(problems, ProblemKind.TWICE, earlierRow);
            }
            return;
        }
        String text = observation.content().text();
        if (ZERO.contains(text) && partsOfFigure > 1) {
            // Of a whole municipality it is no figure: none is without inhabitants.
            return;
        }
        OptionalLong count = count(observation);
        if (count.isEmpty()) {
            sum.unknown = true;
            sum.missing = sum.missing == null ? observation : sum.missing;
        }
        sum.inhabitants += count.orElse(0);
        if (sum.inhabitants >= LARGEST) {
            sum.inhabitants = 0;
            sum.unknown = true;
            tellOf(observation, ProblemKind.NOT_A_COUNT);
        }
    }

    private OptionalLong count(Cube.Observation observation) {
        Content content = observation.content();
        Optional<ProblemKind> fault = content.form().fault();
        if (fault.isPresent()) {
            tellOf(observation, fault.get());
            return OptionalLong.empty();
        }
        if (MISSING.contains(content.text()) || ZERO.contains(content.text())) {
            return OptionalLong.empty();
        }
        // Of regions that nobody is invoiced by, a figure in disorder is only not used.
        return cell(observation).count(isAsked(observation.region()) ? problems : new Problems());
    }

    private void tellOf(Cube.Observation observation, ProblemKind kind) {
        if (isAsked(observation.region())) {
            cell(observation).fault(problems, kind);
        }
    }

    private boolean isAsked(String region) {
        return FileRegions.isMunicipality(parties, region);
    }

    private Cell cell(Cube.Observation observation) {
        Place place = cube.places().at(observation.row(), observation.column());
        return new Cell(place, observation.content());
    }

    private boolean isKnown(Sum sum) {
        return !sum.unknown && sum.rowOfPart.size() == partsOfFigure;
    }

    private void tellWhatLacksParts() {
        Set<String> told = new HashSet<>();
        sums.forEach(
                (key, sum) -> {
                    boolean lacks = sum.rowOfPart.size() < partsOfFigure;
                    if (lacks && isAsked(key.region()) && told.add(key.region())) {
                        problems.add(
                                cell(sum.first).place(),
                                key.region(),
                                ProblemKind.POPULATION_PARTS_MISSING,
                                sum.rowOfPart.size(),
                                partsOfFigure,
                                key.date());
                    }
                });
    }

    /**
     * Up to 2024 SCB's figures are exact, so a sum that differs means that one of them is wrong.
     */
    private void holdAgainstCounty() {
        Map<LocalDate, Long> inhabitants = new HashMap<>();
        Map<LocalDate, Integer> municipalities = new HashMap<>();
        sums.forEach(
                (key, sum) -> {
                    boolean within =
                            key.region().startsWith(Region.COUNTY)
                                    && !key.region().equals(Region.COUNTY);
                    if (within && isKnown(sum)) {
                        inhabitants.merge(key.date(), sum.inhabitants, Long::sum);
                        municipalities.merge(key.date(), 1, Integer::sum);
                    }
                });
        sums.forEach(
                (key, sum) -> {
                    if (key.region().equals(Region.COUNTY)
                            && key.date().isBefore(NOISE_FROM)
                            && isKnown(sum)
                            && municipalities.getOrDefault(key.date(), 0)
                                    == MUNICIPALITIES_OF_COUNTY
                            && inhabitants.get(key.date()) != sum.inhabitants) {
                        problems.add(
                                cell(sum.first).place(),
                                Long.toString(sum.inhabitants),
                                ProblemKind.POPULATION_COUNTY_SUM,
                                inhabitants.get(key.date()).toString(),
                                Long.toString(sum.inhabitants),
                                key.date());
                    }
                });
    }

    private void fill(PopulationTable table) {
        Set<LocalDate> noisy = new TreeSet<>();
        sums.forEach(
                (key, sum) -> {
                    if (sum.missing != null && isAsked(key.region())) {
                        table.noteMissing(
                                new PartyCode(key.region()), key.date(), cell(sum.missing));
                    }
                    if (isKnown(sum) && isAsked(key.region())) {
                        fill(table, key, sum);
                        if (partsOfFigure > 1 && !key.date().isBefore(NOISE_FROM)) {
                            noisy.add(key.date());
                        }
                    }
                });
        for (LocalDate date : noisy) {
            problems.add(
                    Place.ofFile(cube.file()),
                    "",
                    ProblemKind.POPULATION_NOISE_ADDED,
                    date,
                    partsOfFigure);
        }
    }

    private void fill(PopulationTable table, RegionOnDate key, Sum sum) {
        Cell cell = cell(sum.first);
        PartyCode code = new PartyCode(key.region());
        if (sum.inhabitants == 0) {
            problems.add(cell.place(), "0", ProblemKind.POPULATION_ZERO, code);
        }
        PopulationTable.Figure figure = new PopulationTable.Figure(sum.inhabitants, cell.place());
        Optional<PopulationTable.Figure> earlier = table.add(code, key.date(), figure);
        if (earlier.isPresent() && earlier.get().inhabitants() != sum.inhabitants) {
            Place place = earlier.get().source();
            problems.add(
                    cell.place(),
                    Long.toString(sum.inhabitants),
                    ProblemKind.POPULATION_DIFFERS,
                    Long.toString(earlier.get().inhabitants()),
                    place.file() + ":" + place.row());
        }
    }
}
