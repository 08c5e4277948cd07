package se.gits.costshare.difference;

import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import se.gits.costshare.budget.ServiceObject;
import se.gits.costshare.party.PartyCode;

/** Finds what two inputs say differently of the objects that their budgets have lines for. */
final class ObjectDifferences {

    private final Sides sides;

    ObjectDifferences(Sides sides) {
        this.sides = sides;
    }

    void find() {
        Set<String> codes = new LinkedHashSet<>();
        sides.before().costs().objects().forEach(codes::add);
        sides.after().costs().objects().forEach(codes::add);
        for (String code : codes) {
            SortedMap<YearMonth, ServiceObject> before = monthsOf(sides.before(), code);
            SortedMap<YearMonth, ServiceObject> after = monthsOf(sides.after(), code);
            if (before.isEmpty()) {
                tell(DifferenceKind.OBJECT_ADDED, code, after);
            } else if (after.isEmpty()) {
                tell(DifferenceKind.OBJECT_REMOVED, code, before);
            } else {
                findInObject(code, before, after);
            }
        }
    }

    /** The object in the months that it is in. */
    private SortedMap<YearMonth, ServiceObject> monthsOf(Side side, String code) {
        SortedMap<YearMonth, ServiceObject> objects = new TreeMap<>();
        for (YearMonth month : sides.months()) {
            side.inputs()
                    .objects()
                    .find(code, month)
                    .ifPresent(object -> objects.put(month, object));
        }
        return objects;
    }

    private void tell(
            DifferenceKind kind, String code, SortedMap<YearMonth, ServiceObject> objects) {
        sides.add(
                Difference.of(
                        kind,
                        Sides.NO_ROWS,
                        code,
                        objects.get(objects.lastKey()).name(),
                        Sides.monthsText(objects.keySet())));
    }

    private void findInObject(
            String code,
            SortedMap<YearMonth, ServiceObject> before,
            SortedMap<YearMonth, ServiceObject> after) {
        String name = after.get(after.lastKey()).name();
        Function<YearMonth, Optional<Pair>> both =
                month ->
                        Optional.ofNullable(before.get(month))
                                .flatMap(
                                        one ->
                                                Optional.ofNullable(after.get(month))
                                                        .map(other -> new Pair(one, other)));
        sides.eachRun(
                month ->
                        both.apply(month)
                                .filter(pair -> !pair.one().vat().equals(pair.other().vat()))
                                .map(
                                        pair ->
                                                List.of(
                                                        CauseText.of(pair.one().vat()),
                                                        CauseText.of(pair.other().vat()))),
                (months, vat) ->
                        tell(
                                Difference.of(
                                        DifferenceKind.OBJECT_VAT,
                                        Sides.NO_ROWS,
                                        code,
                                        name,
                                        Sides.monthsText(months),
                                        vat.get(0),
                                        vat.get(1)),
                                code,
                                months));
        sides.eachRun(
                month -> both.apply(month).map(Participants::of).filter(this::areOthers),
                (months, participants) -> tellParticipants(code, name, months, participants));
    }

    /** Tells what changes the invoice lines of an object's months. */
    private void tell(Difference difference, String code, List<YearMonth> months) {
        sides.add(
                difference
                        .onInvoices(linesOf(code).in(months))
                        .decidedBy(
                                months.stream()
                                        .flatMap(
                                                month ->
                                                        sides
                                                                .after()
                                                                .inputs()
                                                                .objects()
                                                                .find(code, month)
                                                                .stream())
                                        .map(ServiceObject::decision)));
    }

    private LineMonths linesOf(String code) {
        return sides.both(side -> side.linesOfObject(code));
    }

    private record Pair(ServiceObject one, ServiceObject other) {}

    private record Participants(
            Optional<SortedSet<PartyCode>> before, Optional<SortedSet<PartyCode>> after) {

        static Participants of(Pair pair) {
            return new Participants(pair.one().participants(), pair.other().participants());
        }
    }

    /** That all are named one by one is no difference, nor is one that is in no table. */
    private boolean areOthers(Participants participants) {
        return !taking(sides.before(), participants.before())
                        .equals(taking(sides.before(), participants.after()))
                || !taking(sides.after(), participants.before())
                        .equals(taking(sides.after(), participants.after()));
    }

    private static SortedSet<PartyCode> taking(
            Side side, Optional<SortedSet<PartyCode>> participants) {
        SortedSet<PartyCode> parties = new TreeSet<>();
        for (PartyCode group : side.groups()) {
            for (PartyCode member : side.inputs().parties().membersOf(group)) {
                if (participants.map(codes -> codes.contains(member)).orElse(true)) {
                    parties.add(member);
                }
            }
        }
        return parties;
    }

    private void tellParticipants(
            String code, String name, List<YearMonth> months, Participants participants) {
        SortedSet<String> rows = linesOf(code).rows();
        String inMonths = Sides.monthsText(months);
        if (isAllAgainstFew(participants)) {
            tell(
                    Difference.of(
                                    DifferenceKind.PARTICIPANTS,
                                    rows,
                                    code,
                                    name,
                                    inMonths,
                                    text(participants.before()),
                                    text(participants.after()))
                            .onlyOf(whoSharesWith(allOf(participants))),
                    code,
                    months);
            return;
        }
        List<PartyCode> joined = missing(participants.after(), participants.before());
        List<PartyCode> left = missing(participants.before(), participants.after());
        if (!joined.isEmpty()) {
            tell(
                    Difference.of(
                                    DifferenceKind.PARTICIPANTS_JOINED,
                                    rows,
                                    code,
                                    name,
                                    inMonths,
                                    joined.size(),
                                    Sides.named(sides.names(joined)),
                                    Sides.inShort(sides.names(joined)))
                            .onlyOf(whoSharesWith(joined)),
                    code,
                    months);
        }
        if (!left.isEmpty()) {
            tell(
                    Difference.of(
                                    DifferenceKind.PARTICIPANTS_LEFT,
                                    rows,
                                    code,
                                    name,
                                    inMonths,
                                    left.size(),
                                    Sides.named(sides.names(left)),
                                    Sides.inShort(sides.names(left)))
                            .onlyOf(whoSharesWith(left)),
                    code,
                    months);
        }
    }

    /** Who bears a line as a member of a group with any of some parties. */
    private Difference.Whose whoSharesWith(Collection<PartyCode> those) {
        return sides.whoBears(share -> sides.isOfGroupWithAny(those, share));
    }

    private List<PartyCode> allOf(Participants participants) {
        return Stream.concat(
                        missing(participants.after(), participants.before()).stream(),
                        missing(participants.before(), participants.after()).stream())
                .toList();
    }

    /**
     * Whether one is {@code alla} and the other so few that they can be named. Against many, those
     * who joined or left say more than the list.
     */
    private static boolean isAllAgainstFew(Participants participants) {
        return participants.before().isPresent() != participants.after().isPresent()
                && Stream.of(participants.before(), participants.after())
                        .flatMap(Optional::stream)
                        .allMatch(codes -> Sides.canBeNamed(codes.size()));
    }

    /** Those of some participants that are not among others. */
    private List<PartyCode> missing(
            Optional<SortedSet<PartyCode>> these, Optional<SortedSet<PartyCode>> those) {
        if (these.isPresent() && those.isPresent()) {
            return Sides.without(these.get(), those.get());
        }
        SortedSet<PartyCode> missing = new TreeSet<>();
        for (Side side : List.of(sides.before(), sides.after())) {
            missing.addAll(Sides.without(taking(side, these), taking(side, those)));
        }
        return List.copyOf(missing);
    }

    /** As written in {@code objekt.csv}. */
    private static String text(Optional<SortedSet<PartyCode>> participants) {
        return participants
                .map(codes -> Sides.named(codes.stream().map(PartyCode::value).toList()))
                .orElse("alla");
    }
}
