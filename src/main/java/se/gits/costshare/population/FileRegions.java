package se.gits.costshare.population;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.gits.costshare.input.NearestName;
import se.gits.costshare.input.Place;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.Problems;
import se.gits.costshare.parties.Parties;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.party.PartyType;

/**
 * The regions of one file, held against the parties: whose figures are wanted, and whose are passed
 * over.
 *
 * <p>Wanted are the municipalities that are parties, every municipality of Västra Götaland, and the
 * county itself, since its figure is held against the municipalities' sum.
 */
final class FileRegions {

    /** Names of regions that are told when they are misspelt; a file of all Sweden has 290. */
    private static final int MOST_NAMES_COMPARED = 400;

    private final Parties parties;
    private final Problems problems;
    private final Map<String, List<Party>> municipalitiesOfName = new HashMap<>();

    private final Map<String, Optional<String>> wantedOfText = new HashMap<>();
    private final Map<String, Place> placeOfUnknownName = new LinkedHashMap<>();
    private final Set<String> found = new HashSet<>();
    private boolean hasMunicipality;
    private boolean hasLarge;

    FileRegions(Parties parties, Problems problems) {
        this.parties = parties;
        this.problems = problems;
        for (Party party : parties.all()) {
            if (party.type() == PartyType.MUNICIPALITY) {
                municipalitiesOfName
                        .computeIfAbsent(Region.comparable(party.name()), name -> new ArrayList<>())
                        .add(party);
            }
        }
    }

    /** Whether a party is a municipality of this code. */
    static boolean isMunicipality(Parties parties, String code) {
        return PartyCode.isCode(code)
                && parties.find(new PartyCode(code))
                        .map(Party::type)
                        .filter(PartyType.MUNICIPALITY::equals)
                        .isPresent();
    }

    /** Whether a text names a region for certain, by a code or by a party's name. */
    boolean isRegion(String text) {
        return Region.of(text) instanceof Region.Named named
                ? !partiesNamed(named.name()).isEmpty()
                : !text.isEmpty();
    }

    /**
     * The region of a row with figures.
     *
     * @param text code, name or both
     * @param name the name where the file has a column of its own for it; else empty
     * @return the municipality's code or {@link Region#COUNTY}; empty where it is passed over, and
     *     told where it should not be
     */
    Optional<String> read(String text, String name, Place place) {
        String whole = name.isEmpty() ? text : text + " " + name;
        return wantedOfText.computeIfAbsent(whole.strip(), key -> find(key, place));
    }

    private Optional<String> find(String text, Place place) {
        Region region = Region.of(text);
        if (region instanceof Region.Municipality municipality) {
            return withCode(municipality, text, place);
        }
        if (region instanceof Region.WithoutZero without) {
            if (isMunicipality(parties, without.code())) {
                problems.add(place, text, ProblemKind.CODE_LOST_ZERO, without.code());
            }
            hasMunicipality = true;
            return Optional.empty();
        }
        if (region instanceof Region.Large large) {
            hasLarge = true;
            return large == Region.Large.COUNTY ? Optional.of(Region.COUNTY) : Optional.empty();
        }
        return withName(text, place);
    }

    private Optional<String> withCode(Region.Municipality municipality, String text, Place place) {
        hasMunicipality = true;
        String code = municipality.code();
        found.add(code);
        if (!isMunicipality(parties, code)) {
            return Optional.of(code).filter(any -> any.startsWith(Region.COUNTY));
        }
        String name = parties.find(new PartyCode(code)).orElseThrow().name();
        if (!municipality.name().isEmpty() && !Region.sameName(municipality.name(), name)) {
            problems.add(place, text, ProblemKind.POPULATION_NAME, code, name);
        }
        return Optional.of(code);
    }

    private Optional<String> withName(String text, Place place) {
        List<Party> meant = partiesNamed(text);
        if (meant.isEmpty()) {
            placeOfUnknownName.put(text, place);
            return Optional.empty();
        }
        hasMunicipality = true;
        if (meant.size() > 1) {
            String codes = String.join(", ", meant.stream().map(p -> p.code().value()).toList());
            problems.add(place, text, ProblemKind.POPULATION_NAME_AMBIGUOUS, codes);
            return Optional.empty();
        }
        found.add(meant.get(0).code().value());
        return Optional.of(meant.get(0).code().value());
    }

    /** The very name before one that differs in the genitive's s. */
    private List<Party> partiesNamed(String text) {
        if (text.isEmpty() || text.length() > Region.LONGEST) {
            return List.of();
        }
        String name = Region.comparable(text);
        List<Party> same = municipalitiesOfName.getOrDefault(name, List.of());
        if (!same.isEmpty()) {
            return same;
        }
        String withoutS = name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
        return Stream.of(name + "s", withoutS)
                .flatMap(near -> municipalitiesOfName.getOrDefault(near, List.of()).stream())
                .toList();
    }

    /**
     * Tells of the file as a whole: that it holds no municipality, or names that may be a
     * municipality's misspelt. Other names are other municipalities', which are not asked for.
     */
    void finish(String file) {
        List<String> missing =
                municipalitiesOfName.entrySet().stream()
                        .filter(e -> e.getValue().stream().noneMatch(p -> isFound(p.code())))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList();
        boolean misspelt = false;
        int compared = 0;
        for (Map.Entry<String, Place> unknown : placeOfUnknownName.entrySet()) {
            if (unknown.getKey().isEmpty()) {
                problems.add(unknown.getValue(), "", ProblemKind.POPULATION_REGION, "");
                misspelt = true;
                continue;
            }
            compared++;
            String near =
                    compared > MOST_NAMES_COMPARED
                            ? ""
                            : new NearestName(Region.comparable(unknown.getKey()), missing)
                                    .toString();
            if (!near.isEmpty()) {
                problems.add(
                        unknown.getValue(),
                        unknown.getKey(),
                        ProblemKind.POPULATION_REGION,
                        municipalitiesOfName.get(near).get(0).code().value()
                                + " "
                                + municipalitiesOfName.get(near).get(0).name());
                misspelt = true;
            }
        }
        // Without parties nobody can tell whose names these are.
        boolean unread = parties.all().isEmpty() && !placeOfUnknownName.isEmpty();
        if (!hasMunicipality && !misspelt && !unread) {
            problems.add(
                    Place.ofFile(file),
                    "",
                    hasLarge
                            ? ProblemKind.POPULATION_COUNTIES_ALONE
                            : ProblemKind.POPULATION_WITHOUT_MUNICIPALITIES);
        }
    }

    private boolean isFound(PartyCode code) {
        return found.contains(code.value());
    }
}
