package se.gits.costshare.export.html;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import se.gits.costshare.difference.ChangeKind;
import se.gits.costshare.difference.MonthChanges;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.Amount;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.ResolvedLine;

/**
 * What an act comes to by object, by budget line and by party, and what that was the month before.
 */
final class MonthSums {

    private static final String ROUNDING = "Öresutjämning";

    private final Map<String, Sum> ofObject = new LinkedHashMap<>();
    private final Map<String, Sum> ofRow = new LinkedHashMap<>();
    private final SortedMap<PartyCode, Sum> ofParty = new TreeMap<>();
    private final Map<PartyCode, Set<String>> causesOfParty = new HashMap<>();

    /**
     * What something comes to.
     *
     * @param central what is carried centrally of it
     * @param changed how much more it is than the month before
     */
    record Sum(Money invoiced, Money central, Money changed) {

        static final Sum NOTHING = new Sum(Money.ZERO, Money.ZERO, Money.ZERO);

        Money now() {
            return invoiced.plus(central);
        }

        Money before() {
            return now().minus(changed);
        }

        Sum plus(Sum other) {
            return new Sum(
                    invoiced.plus(other.invoiced),
                    central.plus(other.central),
                    changed.plus(other.changed));
        }

        private static Sum of(Amount amount) {
            return amount.isInvoiced()
                    ? new Sum(amount.money(), Money.ZERO, Money.ZERO)
                    : new Sum(Money.ZERO, amount.money(), Money.ZERO);
        }

        private boolean isNothing() {
            return equals(NOTHING);
        }
    }

    /**
     * @param changes of a month; empty for other acts
     */
    MonthSums(Issuance issuance, Optional<MonthChanges> changes) {
        Map<String, String> objectOfRow = new HashMap<>();
        for (ResolvedLine line : issuance.inputs().lines()) {
            objectOfRow.put(line.line().row(), line.line().objectCode());
            ofObject.put(line.line().objectCode(), Sum.NOTHING);
            ofRow.put(line.line().row(), Sum.NOTHING);
        }
        for (Amount amount : issuance.amounts()) {
            add(amount.objectCode(), amount.row(), amount.party(), Sum.of(amount));
        }
        changes.filter(of -> of.earlier().isPresent())
                .ifPresent(of -> of.changes().forEach(change -> add(change, objectOfRow)));
        ofObject.values().removeIf(Sum::isNothing);
        ofRow.values().removeIf(Sum::isNothing);
    }

    private void add(MonthChanges.Change change, Map<String, String> objectOfRow) {
        add(
                objectOfRow.get(change.row()),
                change.row(),
                change.party(),
                new Sum(Money.ZERO, Money.ZERO, change.difference()));
        // Odd öre go without saying beside a cause, and in few words where there is none.
        Set<String> causes =
                causesOfParty.computeIfAbsent(change.party(), party -> new LinkedHashSet<>());
        if (change.kind() != ChangeKind.ROUNDING) {
            causes.addAll(change.causes());
        }
    }

    private void add(String object, String row, PartyCode party, Sum sum) {
        ofObject.merge(object, sum, Sum::plus);
        ofRow.merge(row, sum, Sum::plus);
        ofParty.merge(party, sum, Sum::plus);
    }

    /** By object, in the budget's order; none that is and was nothing. */
    Map<String, Sum> ofObject() {
        return ofObject;
    }

    /** By budget row, likewise. */
    Map<String, Sum> ofRow() {
        return ofRow;
    }

    /** By party, lowest code first. */
    SortedMap<PartyCode, Sum> ofParty() {
        return ofParty;
    }

    /** Why a party's cost is another than the month before, each cause once. */
    List<String> causesOf(PartyCode party) {
        Set<String> causes = causesOfParty.get(party);
        if (causes == null) {
            return List.of();
        }
        return causes.isEmpty() ? List.of(ROUNDING) : List.copyOf(causes);
    }

    /** Everything together. */
    Sum total() {
        return ofParty.values().stream().reduce(Sum.NOTHING, Sum::plus);
    }
}
