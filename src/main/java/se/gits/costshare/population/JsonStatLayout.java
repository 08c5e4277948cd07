package se.gits.costshare.population;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.gits.costshare.input.Content;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.input.Place;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.Problems;
import se.gits.costshare.input.Sheet;

/**
 * Reads JSON-stat2 as SCB's API gives it: the figures in one row, in the order of the dimensions,
 * the last going round fastest.
 *
 * <pre>
 * "id": ["Region", "Kon", "ContentsCode", "Tid"], "size": [49, 1, 1, 2], "value": [40003, …]
 * </pre>
 */
final class JsonStatLayout {

    private static final Set<String> REGION = Set.of("region", "kommun", "municipality");
    private static final Set<String> PERIOD = Set.of("tid", "time");

    private final String file;
    private final JsonStat document;
    private final FileRegions regions;
    private final Problems problems;

    private final List<Axis> axes = new ArrayList<>();
    private long figures = 1;

    /**
     * A dimension with its codes in order.
     *
     * @param labels what each code means, for a region with its code before the name
     */
    private record Axis(
            String id, JsonStat.Category category, List<String> codes, List<String> labels) {

        String heading() {
            return category.label.isEmpty() ? id : category.label;
        }

        boolean isNamed(Set<String> names) {
            return names.contains(id.toLowerCase(Locale.ROOT))
                    || names.contains(category.label.toLowerCase(Locale.ROOT));
        }
    }

    /**
     * An axis besides region and time.
     *
     * @param numbers of each category, its value's number in the dimension
     */
    private record Division(int axis, Dimension dimension, int[] numbers) {

        int at(int[] coordinates) {
            return numbers[coordinates[axis]];
        }
    }

    private JsonStatLayout(String file, JsonStat document, FileRegions regions, Problems problems) {
        this.file = file;
        this.document = document;
        this.regions = regions;
        this.problems = problems;
    }

    /** What the file says; empty, with the faults told, where it cannot be used. */
    static Optional<Cube> read(InputFile file, FileRegions regions, Problems problems) {
        return problems.room()
                .readIfRoom(file.name(), () -> JsonStatReader.read(file, problems))
                .flatMap(
                        document ->
                                new JsonStatLayout(file.name(), document, regions, problems)
                                        .cube());
    }

    private Optional<Cube> cube() {
        boolean isDataset =
                document.documentClass.equals("dataset") && document.version.startsWith("2.");
        if (!isDataset || !findAxes()) {
            return refused(ProblemKind.NOT_JSON_STAT);
        }
        if (Measure.ofTitle(document.label) == Measure.OTHER) {
            problems.add(
                    Place.ofFile(file),
                    document.label,
                    ProblemKind.POPULATION_CONTENT,
                    document.label);
            return Optional.empty();
        }
        int region = axis("geo", REGION);
        int period = axis("time", PERIOD);
        if (region < 0 || period < 0 || region == period) {
            return refused(ProblemKind.POPULATION_LAYOUT);
        }
        return datesOf(axes.get(period)).map(dates -> cube(region, period, dates));
    }

    private Optional<Cube> refused(ProblemKind kind) {
        problems.add(Place.ofFile(file), "", kind);
        return Optional.empty();
    }

    /** Whether ids, sizes, codes and figures belong together. */
    private boolean findAxes() {
        if (document.ids.isEmpty()
                || document.ids.size() != document.sizes.size()
                || document.ids.size() > Cube.MOST_DIMENSIONS) {
            return false;
        }
        for (int i = 0; i < document.ids.size(); i++) {
            Optional<Axis> axis = axis(document.ids.get(i), document.sizes.get(i));
            if (axis.isEmpty()) {
                return false;
            }
            axes.add(axis.get());
            // Both are below ten figures, so that this cannot overflow.
            figures *= document.sizes.get(i);
            if (figures > Sheet.MOST_CELLS) {
                return false;
            }
        }
        return document.values.size() <= figures;
    }

    private Optional<Axis> axis(String id, long size) {
        JsonStat.Category category = document.dimensions.get(id);
        if (category == null || size == 0 || size > Sheet.MOST_CELLS) {
            return Optional.empty();
        }
        if (category.positionOfCode.isEmpty() && category.labelOfCode.size() == 1) {
            // With one category JSON-stat lets its position be left out.
            category.positionOfCode.put(category.labelOfCode.keySet().iterator().next(), 0L);
        }
        if (category.positionOfCode.size() != size) {
            return Optional.empty();
        }
        String[] codes = new String[(int) size];
        for (Map.Entry<String, Long> entry : category.positionOfCode.entrySet()) {
            if (entry.getValue() >= size || codes[entry.getValue().intValue()] != null) {
                return Optional.empty();
            }
            codes[entry.getValue().intValue()] = entry.getKey();
        }
        List<String> labels = new ArrayList<>();
        for (String code : codes) {
            labels.add(category.labelOfCode.getOrDefault(code, code));
        }
        return Optional.of(new Axis(id, category, List.of(codes), labels));
    }

    /** The dimension of a role; where the file has no roles, the one of such a name. */
    private int axis(String role, Set<String> names) {
        List<String> ids = document.idsOfRole.getOrDefault(role, List.of());
        for (int i = 0; i < axes.size(); i++) {
            if (ids.contains(axes.get(i).id())) {
                return i;
            }
        }
        for (int i = 0; i < axes.size(); i++) {
            if (axes.get(i).isNamed(names)) {
                return i;
            }
        }
        return -1;
    }

    private Optional<List<LocalDate>> datesOf(Axis period) {
        List<LocalDate> dates = new ArrayList<>();
        for (int i = 0; i < period.codes().size(); i++) {
            String label = period.labels().get(i);
            Optional<LocalDate> date =
                    ReferenceDate.of(period.codes().get(i)).or(() -> ReferenceDate.of(label));
            if (date.isEmpty()) {
                problems.add(
                        new Place(file, 0, period.heading()), label, ProblemKind.POPULATION_PERIOD);
            }
            date.ifPresent(dates::add);
        }
        return dates.size() == period.codes().size() ? Optional.of(dates) : Optional.empty();
    }

    private Cube cube(int regionAxis, int periodAxis, List<LocalDate> dates) {
        List<Optional<String>> wanted = wanted(axes.get(regionAxis));
        List<Division> divisions = new ArrayList<>();
        for (int i = 0; i < axes.size(); i++) {
            if (i != regionAxis && i != periodAxis) {
                divisions.add(division(i));
            }
        }
        List<Cube.Observation> observations = new ArrayList<>();
        for (int position = 0; position < figures; position++) {
            int[] at = coordinates(position);
            Optional<String> region = wanted.get(at[regionAxis]);
            if (region.isPresent()) {
                JsonStat.Value value = valueAt(position);
                observations.add(
                        new Cube.Observation(
                                region.get(),
                                dates.get(at[periodAxis]),
                                divisions.stream().mapToInt(division -> division.at(at)).toArray(),
                                value.row(),
                                at[regionAxis] * dates.size() + at[periodAxis],
                                new Content(value.text(), Content.Form.TEXT, "")));
            }
        }
        List<String> regionLabels = axes.get(regionAxis).labels();
        List<String> periodLabels = axes.get(periodAxis).labels();
        return new Cube(
                file,
                divisions.stream().map(Division::dimension).toList(),
                observations,
                (row, column) ->
                        new Place(
                                file,
                                row,
                                regionLabels.get(column / dates.size())
                                        + " "
                                        + periodLabels.get(column % dates.size())));
    }

    /** Which category of each axis a figure is of; the last axis goes round fastest. */
    private int[] coordinates(int position) {
        int[] at = new int[axes.size()];
        int rest = position;
        for (int i = at.length - 1; i >= 0; i--) {
            int size = axes.get(i).codes().size();
            at[i] = rest % size;
            rest /= size;
        }
        return at;
    }

    private JsonStat.Value valueAt(int position) {
        JsonStat.Value value =
                position < document.values.size() ? document.values.get(position) : null;
        return value == null ? new JsonStat.Value("", 0) : value;
    }

    private Division division(int index) {
        Axis axis = axes.get(index);
        boolean counts = document.idsOfRole.getOrDefault("metric", List.of()).contains(axis.id());
        Dimension dimension =
                new Dimension(
                        new Place(file, 0, axis.heading()),
                        counts ? "ContentsCode" : axis.heading());
        int[] numbers = new int[axis.codes().size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = dimension.indexOf(axis.labels().get(i));
            if (axis.codes().get(i).equals(axis.category().statedTotal)) {
                dimension.stateTotal(numbers[i]);
            }
        }
        return new Division(index, dimension, numbers);
    }

    private List<Optional<String>> wanted(Axis region) {
        Place place = new Place(file, 0, region.heading());
        List<Optional<String>> wanted = new ArrayList<>();
        for (int i = 0; i < region.codes().size(); i++) {
            String code = region.codes().get(i);
            String label = region.labels().get(i);
            boolean withCode = label.startsWith(code) || !regions.isRegion(code);
            wanted.add(regions.read(withCode ? label : code, withCode ? "" : label, place));
        }
        return wanted;
    }
}
