package se.gits.costshare.parties;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.input.NearestName;
import se.gits.costshare.input.Place;
import se.gits.costshare.input.ProblemKind;
import se.gits.costshare.input.Problems;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;

/** All parties of an input and the groups they form (parter och grupper). */
public final class Parties {

    private final SortedMap<PartyCode, Party> partyOfCode = new TreeMap<>();
    private final SortedMap<PartyCode, SortedSet<PartyCode>> membersOfGroup = new TreeMap<>();

    private final SortedSet<String> codes = new TreeSet<>();
    private final SortedSet<String> partsThatKeysMayName = new TreeSet<>();

    private final Place codeColumn;
    private final Map<PartyCode, Integer> rowOfCode;
    private final Set<String> unreadCodes;
    private final boolean allUnread;

    public Parties(Collection<Party> parties) {
        this(parties, new Place(InputFiles.PARTIES + ".csv", 0, "kod"), Map.of(), Set.of(), false);
    }

    /** The table could not be read: naming any party elsewhere is no fault of its own. */
    public static Parties unread() {
        return new Parties(
                List.of(),
                new Place(InputFiles.PARTIES + ".csv", 0, "kod"),
                Map.of(),
                Set.of(),
                true);
    }

    /**
     * @param codeColumn where the codes stand
     * @param rowOfCode the row that each stands on
     * @param unreadCodes codes of rows that could not be read; naming one of them elsewhere is no
     *     fault of its own
     */
    Parties(
            Collection<Party> parties,
            Place codeColumn,
            Map<PartyCode, Integer> rowOfCode,
            Set<String> unreadCodes) {
        this(parties, codeColumn, rowOfCode, unreadCodes, false);
    }

    private Parties(
            Collection<Party> parties,
            Place codeColumn,
            Map<PartyCode, Integer> rowOfCode,
            Set<String> unreadCodes,
            boolean allUnread) {
        this.codeColumn = codeColumn;
        this.rowOfCode = Map.copyOf(rowOfCode);
        this.allUnread = allUnread;
        this.unreadCodes = new HashSet<>();
        unreadCodes.forEach(code -> this.unreadCodes.add(code.toUpperCase(Locale.ROOT)));
        for (Party party : parties) {
            partyOfCode.put(party.code(), party);
            for (PartyCode group : party.groups()) {
                membersOfGroup.computeIfAbsent(group, g -> new TreeSet<>()).add(party.code());
            }
        }
        partyOfCode.keySet().forEach(code -> codes.add(code.value()));
        // A code that is both party and group is a fault of the table, and of no other.
        membersOfGroup.keySet().stream()
                .filter(partyOfCode::containsKey)
                .forEach(code -> this.unreadCodes.add(code.value()));
        partsThatKeysMayName.addAll(codes);
        membersOfGroup.keySet().forEach(code -> partsThatKeysMayName.add(code.value()));
    }

    /** Where a party's name stands. */
    public Place nameOf(PartyCode code) {
        return new Place(codeColumn.file(), rowOfCode.getOrDefault(code, 0), "namn");
    }

    /** Where the codes stand. */
    public Place codeColumn() {
        return codeColumn;
    }

    /** Lowest code first. */
    public Collection<Party> all() {
        return Collections.unmodifiableCollection(partyOfCode.values());
    }

    public Optional<Party> find(PartyCode code) {
        return Optional.ofNullable(partyOfCode.get(code));
    }

    /** Whether any row has a fault of its own, so that a party is missing here. */
    public boolean hasUnread() {
        return allUnread || !unreadCodes.isEmpty();
    }

    /** Whether a row has this code but a fault of its own, so that there is no party to find. */
    public boolean isUnread(String code) {
        return allUnread || unreadCodes.contains(code.toUpperCase(Locale.ROOT));
    }

    /**
     * Tells a code that names no party: the one that was most likely meant, or that a spreadsheet
     * took the first zero away.
     */
    public void tellUnknown(Place place, String code, Problems problems) {
        tellUnknown(place, code, ProblemKind.UNKNOWN_PARTY, codes(), problems);
    }

    /** Tells a code that names neither a party nor a group. */
    public void tellUnknownPart(Place place, String code, Problems problems) {
        tellUnknown(place, code, ProblemKind.UNKNOWN_PART, partsThatKeysMayName(), problems);
    }

    private void tellUnknown(
            Place place,
            String code,
            ProblemKind kind,
            SortedSet<String> known,
            Problems problems) {
        if (codes.contains("0" + code)) {
            problems.add(place, code, ProblemKind.CODE_LOST_ZERO, "0" + code);
        } else {
            problems.add(place, code, kind, new NearestName(code, known));
        }
    }

    public boolean isGroup(PartyCode code) {
        return membersOfGroup.containsKey(code);
    }

    /** The members of a group, lowest code first; none where there is no such group. */
    public SortedSet<PartyCode> membersOf(PartyCode group) {
        return Collections.unmodifiableSortedSet(
                membersOfGroup.getOrDefault(group, new TreeSet<>()));
    }

    /** Every code that a key may name: parties and groups. */
    public SortedSet<String> partsThatKeysMayName() {
        return Collections.unmodifiableSortedSet(partsThatKeysMayName);
    }

    /** Every party's code, as text. */
    public SortedSet<String> codes() {
        return Collections.unmodifiableSortedSet(codes);
    }
}
