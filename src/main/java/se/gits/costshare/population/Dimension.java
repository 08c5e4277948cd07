package se.gits.costshare.population;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.gits.costshare.input.Place;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.Problems;

/**
 * One way in which a file divides its figures besides region and time: sex, age, marital status, or
 * what is counted. It collects the values that stand in the file, and then says how they are added.
 */
final class Dimension {

    private static final Set<String> SEX = Set.of("kön", "kon", "sex", "gender");
    private static final Set<String> CONTENTS =
            Set.of(
                    "tabellinnehåll",
                    "innehåll",
                    "contents",
                    "contentscode",
                    "observations",
                    "förändringar",
                    "changes");

    /** So many values are enough to recognise a division by. */
    private static final int VALUES_SHOWN = 6;

    private final Place place;
    private final String heading;
    private final Map<String, Integer> indexOfValue = new LinkedHashMap<>();
    private Optional<Integer> statedTotal = Optional.empty();

    /**
     * How the values are added: each value's number among those that make a figure together, or
     * {@link #PASSED_OVER}.
     *
     * @param count how many make a figure together
     */
    record Slots(int[] slotOfValue, int count) {
        static final int PASSED_OVER = -1;
    }

    /**
     * @param heading empty where the file has none over it
     */
    Dimension(Place place, String heading) {
        this.place = place;
        this.heading = Part.plain(heading.substring(0, Math.min(heading.length(), Part.LONGEST)));
    }

    /** The number of a value, in the order they were first seen; letters' case says nothing. */
    int indexOf(String value) {
        Integer known = indexOfValue.get(value);
        if (known != null) {
            return known;
        }
        return indexOfValue.computeIfAbsent(Part.plain(value), plain -> indexOfValue.size());
    }

    /** The file itself says that this value is the whole. */
    void stateTotal(int index) {
        statedTotal = Optional.of(index);
    }

    /** How its values are added to whole figures; told and empty where they are not. */
    Optional<Slots> slots(Problems problems) {
        List<String> values = List.copyOf(indexOfValue.keySet());
        if (values.isEmpty()) {
            return Optional.of(new Slots(new int[0], 1));
        }
        List<Integer> population =
                values.stream()
                        .filter(value -> Measure.of(value) == Measure.POPULATION)
                        .map(indexOfValue::get)
                        .toList();
        if (population.size() == 1 && statedTotal.isEmpty()) {
            return Optional.of(only(population.get(0), values.size()));
        }
        Optional<ProblemKind> fault = fault(values);
        if (fault.isPresent()) {
            problems.add(place, "", fault.get(), shown(values));
            return Optional.empty();
        }
        int[] slots = new int[values.size()];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = i;
        }
        return Optional.of(new Slots(slots, slots.length));
    }

    private static Slots only(int kept, int size) {
        int[] slots = new int[size];
        for (int i = 0; i < size; i++) {
            slots[i] = i == kept ? 0 : Slots.PASSED_OVER;
        }
        return new Slots(slots, 1);
    }

    private Optional<ProblemKind> fault(List<String> values) {
        List<Part> parts = values.stream().map(this::part).toList();
        if (parts.contains(Part.Whole.TOTAL)) {
            return parts.size() == 1
                    ? Optional.empty()
                    : Optional.of(ProblemKind.POPULATION_TOTAL_AND_PARTS);
        }
        if (CONTENTS.contains(heading)
                || values.stream().allMatch(value -> Measure.of(value) == Measure.OTHER)) {
            return Optional.of(ProblemKind.POPULATION_CONTENT);
        }
        if (parts.stream().anyMatch(Part.Unknown.class::isInstance)) {
            return Optional.of(ProblemKind.POPULATION_DIVISION);
        }
        return Part.areEverybody(parts)
                ? Optional.empty()
                : Optional.of(ProblemKind.POPULATION_PARTS);
    }

    private Part part(String value) {
        if (statedTotal.isPresent() && statedTotal.get().equals(indexOfValue.get(value))) {
            return Part.Whole.TOTAL;
        }
        if (SEX.contains(heading)) {
            // SCB's codes, where a file has the codes alone
            switch (value) {
                case "1":
                    return Part.Sex.MEN;
                case "2":
                    return Part.Sex.WOMEN;
                case "1+2":
                    return Part.Whole.TOTAL;
                default:
                    break;
            }
        }
        return Part.of(value);
    }

    private static String shown(Collection<String> values) {
        String first = values.stream().limit(VALUES_SHOWN).collect(Collectors.joining(", "));
        return values.size() > VALUES_SHOWN ? first + " …" : first;
    }
}
