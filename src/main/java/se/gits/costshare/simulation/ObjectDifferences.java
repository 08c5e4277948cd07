package se.gits.costshare.simulation;

import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import se.gits.costshare.budget.ServiceObject;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.Inputs;

/** Finds what two inputs say differently of the objects that their budgets have lines for. */
final class ObjectDifferences {

    private final Sides sides;

    ObjectDifferences(Sides sides) {
        this.sides = sides;
    }

    void find() {
        Set<String> codes = new LinkedHashSet<>();
        sides.today().budgetLines().forEach(line -> codes.add(line.objectCode()));
        sides.proposal().budgetLines().forEach(line -> codes.add(line.objectCode()));
        for (String code : codes) {
            SortedMap<YearMonth, ServiceObject> before = monthsOf(sides.today(), code);
            SortedMap<YearMonth, ServiceObject> after = monthsOf(sides.proposal(), code);
            if (before.isEmpty()) {
                sides.add(
                        DifferenceKind.OBJECT_ADDED,
                        code,
                        lastName(after),
                        Sides.monthsText(after));
            } else if (after.isEmpty()) {
                sides.add(
                        DifferenceKind.OBJECT_REMOVED,
                        code,
                        lastName(before),
                        Sides.monthsText(before));
            } else {
                findInObject(code, before, after);
            }
        }
    }

    private static SortedMap<YearMonth, ServiceObject> monthsOf(Inputs inputs, String code) {
        SortedMap<YearMonth, ServiceObject> objects = new TreeMap<>();
        for (int month = 1; month <= 12; month++) {
            YearMonth of = inputs.year().atMonth(month);
            inputs.objects().find(code, of).ifPresent(object -> objects.put(of, object));
        }
        return objects;
    }

    private static String lastName(SortedMap<YearMonth, ServiceObject> objects) {
        return objects.get(objects.lastKey()).name();
    }

    private void findInObject(
            String code,
            SortedMap<YearMonth, ServiceObject> before,
            SortedMap<YearMonth, ServiceObject> after) {
        String name = lastName(after);
        if (!before.keySet().equals(after.keySet())) {
            sides.add(
                    DifferenceKind.OBJECT_MONTHS,
                    code,
                    name,
                    Sides.monthsText(before),
                    Sides.monthsText(after));
        }
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
                                .map(pair -> List.of(vatText(pair.one()), vatText(pair.other()))),
                (months, vat) ->
                        sides.add(
                                DifferenceKind.OBJECT_VAT,
                                code,
                                name,
                                months,
                                vat.get(0),
                                vat.get(1)));
        sides.eachRun(
                month ->
                        both.apply(month)
                                .map(Participants::of)
                                .filter(participants -> !participants.areTheSame()),
                (months, participants) -> tellParticipants(code, name, months, participants));
    }

    /** As written in {@code objekt.csv}. */
    private static String vatText(ServiceObject object) {
        return object.vat().ground().isEmpty()
                ? object.vat().percent() + " %"
                : "undantag " + object.vat().ground();
    }

    private record Pair(ServiceObject one, ServiceObject other) {}

    private record Participants(
            Optional<SortedSet<PartyCode>> before, Optional<SortedSet<PartyCode>> after) {

        static Participants of(Pair pair) {
            return new Participants(pair.one().participants(), pair.other().participants());
        }

        boolean areTheSame() {
            return before.equals(after);
        }
    }

    private void tellParticipants(
            String code, String name, String months, Participants participants) {
        if (participants.before().isEmpty() || participants.after().isEmpty()) {
            sides.add(
                    DifferenceKind.PARTICIPANTS,
                    code,
                    name,
                    months,
                    text(participants.before()),
                    text(participants.after()));
            return;
        }
        List<PartyCode> joined =
                Sides.without(participants.after().get(), participants.before().get());
        List<PartyCode> left =
                Sides.without(participants.before().get(), participants.after().get());
        if (!joined.isEmpty()) {
            sides.add(
                    DifferenceKind.PARTICIPANTS_JOINED,
                    code,
                    name,
                    months,
                    joined.size(),
                    sides.names(joined));
        }
        if (!left.isEmpty()) {
            sides.add(
                    DifferenceKind.PARTICIPANTS_LEFT,
                    code,
                    name,
                    months,
                    left.size(),
                    sides.names(left));
        }
    }

    /** As written in {@code objekt.csv}. */
    private static String text(Optional<SortedSet<PartyCode>> participants) {
        return participants
                .map(codes -> Sides.named(codes.stream().map(PartyCode::value).toList()))
                .orElse("alla");
    }
}
