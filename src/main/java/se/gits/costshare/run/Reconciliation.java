package se.gits.costshare.run;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.Invoicing;
import se.gits.costshare.party.PartyCode;

/**
 * What an act brings each party and line to, held against what was issued before and what is issued
 * now (avstämning). A credit brings its party's month to nothing, a new invoice to what today's
 * input makes of it, a settlement the year to its outcome.
 */
public final class Reconciliation {

    private final Map<String, SortedMap<PartyInvoicing, Balance>> balancesOfRow =
            new LinkedHashMap<>();
    private final Issuance issuance;

    /**
     * Three sums, of which the first is the other two together.
     *
     * @param due what it is to come to
     * @param before what was issued before the act
     * @param now what the act issues
     */
    public record Balance(Money due, Money before, Money now) {

        public static final Balance NOTHING = new Balance(Money.ZERO, Money.ZERO, Money.ZERO);

        public Balance plus(Balance other) {
            return new Balance(due.plus(other.due), before.plus(other.before), now.plus(other.now));
        }

        private boolean isNothing() {
            return due.isZero() && before.isZero() && now.isZero();
        }
    }

    /** A party's part of a line. */
    public record Entry(ResolvedLine line, PartyCode party, Invoicing invoicing, Balance balance) {}

    private Reconciliation(Issuance issuance) {
        this.issuance = issuance;
        issuance.inputs()
                .budgetLines()
                .forEach(line -> balancesOfRow.put(line.row(), new TreeMap<>()));
    }

    /**
     * Reconciles a credit, a new invoice or a settlement.
     *
     * @throws IllegalArgumentException of a month, which has no one thing to come to
     */
    public static Reconciliation of(Issuance issuance) {
        Reconciliation reconciliation = new Reconciliation(issuance);
        switch (issuance.terms().kind()) {
            case MONTH ->
                    throw new IllegalArgumentException(
                            "A month is its own cost and what earlier ones lack");
            case REISSUE -> reconciliation.addTodaysMonth();
            case SETTLEMENT -> reconciliation.addOutcome();
            default -> {
                // Of a credit nothing is due.
            }
        }
        reconciliation.addBefore();
        for (Amount amount : issuance.amounts()) {
            reconciliation.add(amount, new Balance(Money.ZERO, Money.ZERO, amount.money()));
        }
        return reconciliation;
    }

    private void addTodaysMonth() {
        Inputs inputs = issuance.inputs();
        YearMonth month = issuance.terms().month();
        for (ResolvedLine line : inputs.linesIn(month)) {
            for (Amount amount : IssuingRun.ordinary(line, month, inputs.parties())) {
                if (isOfParty(amount)) {
                    add(amount, new Balance(amount.money(), Money.ZERO, Money.ZERO));
                }
            }
        }
    }

    private void addOutcome() {
        Inputs inputs = issuance.inputs();
        for (ResolvedLine line : inputs.linesAtOutcome()) {
            line.allocation()
                    .ofAllMonths()
                    .forEach(
                            (party, money) ->
                                    add(
                                            line.line().row(),
                                            new PartyInvoicing(
                                                    party,
                                                    inputs.parties()
                                                            .find(party)
                                                            .orElseThrow()
                                                            .invoicing()),
                                            new Balance(money, Money.ZERO, Money.ZERO)));
        }
    }

    private void addBefore() {
        issuance.before()
                .amounts()
                .filter(issuance::buildsOn)
                .map(IssuedAct.IssuedAmount::amount)
                .forEach(
                        amount -> add(amount, new Balance(Money.ZERO, amount.money(), Money.ZERO)));
    }

    private boolean isOfParty(Amount amount) {
        return issuance.terms().party().equals(Optional.of(amount.party()));
    }

    private void add(Amount amount, Balance balance) {
        add(amount.row(), PartyInvoicing.of(amount), balance);
    }

    private void add(String row, PartyInvoicing share, Balance balance) {
        balancesOfRow.get(row).merge(share, balance, Balance::plus);
    }

    /** Every party's part of every line where any of the sums is something; by line, then party. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (ResolvedLine line : issuance.inputs().lines()) {
            balancesOfRow
                    .get(line.line().row())
                    .forEach(
                            (share, balance) -> {
                                if (!balance.isNothing()) {
                                    entries.add(
                                            new Entry(
                                                    line,
                                                    share.party(),
                                                    share.invoicing(),
                                                    balance));
                                }
                            });
        }
        return entries;
    }

    /** All parties' parts of a line together. */
    public Balance of(String row) {
        return balancesOfRow.get(row).values().stream().reduce(Balance.NOTHING, Balance::plus);
    }

    /** Everything together. */
    public Balance total() {
        return balancesOfRow.keySet().stream().map(this::of).reduce(Balance.NOTHING, Balance::plus);
    }
}
