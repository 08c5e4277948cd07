package se.gits.costshare.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.PartyCode;

/**
 * What a budget year costs each party, by object, without VAT: for each line what its allocation
 * comes to over its months, which is what twelve monthly invoices come to, and what is carried
 * centrally besides. Adjustments are none of it, since they only move a cost between months.
 */
public final class YearCosts {

    private final Map<String, SortedMap<PartyCode, Money>> costOfObject = new LinkedHashMap<>();
    private final SortedMap<PartyCode, Money> costOfParty = new TreeMap<>();
    private final Map<String, SortedMap<PartyCode, Money>> costOfRow = new LinkedHashMap<>();
    private Money budget = Money.ZERO;

    private YearCosts() {}

    /** The costs of the year that the inputs have a budget for. */
    public static YearCosts of(Inputs inputs) {
        YearCosts costs = new YearCosts();
        for (ResolvedLine line : inputs.lines()) {
            costs.costOfObject.computeIfAbsent(line.line().objectCode(), o -> new TreeMap<>());
            costs.budget = costs.budget.plus(line.line().amount());
            SortedMap<PartyCode, Money> ofYear = line.allocation().ofAllMonths();
            ofYear.values().removeIf(Money::isZero);
            costs.costOfRow.put(line.line().row(), Collections.unmodifiableSortedMap(ofYear));
            ofYear.forEach((party, cost) -> costs.add(line.line().objectCode(), party, cost));
        }
        return costs;
    }

    private void add(String object, PartyCode party, Money cost) {
        costOfObject.get(object).merge(party, cost, Money::plus);
        costOfParty.merge(party, cost, Money::plus);
    }

    /** The objects that the budget has lines for, in its order. */
    public Set<String> objects() {
        return Collections.unmodifiableSet(costOfObject.keySet());
    }

    /** The parties that bear any of it, lowest code first. */
    public SortedSet<PartyCode> parties() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(costOfParty.keySet()));
    }

    /** What a party bears, all objects together. */
    public Money of(PartyCode party) {
        return costOfParty.getOrDefault(party, Money.ZERO);
    }

    /** What a party bears of an object. */
    public Money of(PartyCode party, String object) {
        return costOfObject
                .getOrDefault(object, Collections.emptySortedMap())
                .getOrDefault(party, Money.ZERO);
    }

    /** What an object costs, the parties together. */
    public Money of(String object) {
        return Money.total(
                costOfObject.getOrDefault(object, Collections.emptySortedMap()).values());
    }

    /** What each party bears of a budget line (rad), but nothing. */
    public SortedMap<PartyCode, Money> ofRow(String row) {
        return costOfRow.getOrDefault(row, Collections.emptySortedMap());
    }

    /** What the parties bear together. */
    public Money total() {
        return Money.total(costOfParty.values());
    }

    /** What the budget's lines come to; the same, or the program is wrong. */
    public Money budget() {
        return budget;
    }
}
