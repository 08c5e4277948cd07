package se.gits.costshare.run;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.PartyCode;

/**
 * What a budget year costs each party, by object, without VAT: its months added up, as they are
 * invoiced. Adjustments are none of it, since they only move a cost between months.
 */
public final class YearCosts {

    private final Map<String, SortedMap<PartyCode, Money>> costOfObject = new LinkedHashMap<>();
    private final SortedMap<PartyCode, Money> costOfParty = new TreeMap<>();
    private Money budget = Money.ZERO;

    private YearCosts() {}

    /** The costs of the year that the inputs have a budget for. */
    public static YearCosts of(Inputs inputs) {
        YearCosts costs = new YearCosts();
        for (ResolvedLine line : inputs.lines()) {
            costs.costOfObject.computeIfAbsent(line.line().objectCode(), o -> new TreeMap<>());
            costs.budget = costs.budget.plus(line.line().amount());
            line.allocation()
                    .ofAllMonths()
                    .forEach((party, cost) -> costs.add(line.line().objectCode(), party, cost));
        }
        return costs;
    }

    private void add(String object, PartyCode party, Money cost) {
        if (!cost.isZero()) {
            costOfObject.get(object).merge(party, cost, Money::plus);
            costOfParty.merge(party, cost, Money::plus);
        }
    }

    /** The objects that the budget has lines for, in its order. */
    public Iterable<String> objects() {
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
        return costOfObject.getOrDefault(object, new TreeMap<>()).getOrDefault(party, Money.ZERO);
    }

    /** What an object costs, the parties together. */
    public Money of(String object) {
        return Money.total(costOfObject.getOrDefault(object, new TreeMap<>()).values());
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
