package se.gits.costshare.simulation;

import java.time.LocalDate;
import java.time.Year;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import se.gits.costshare.budget.ServiceObject;
import se.gits.costshare.difference.Difference;
import se.gits.costshare.difference.InputDifferences;
import se.gits.costshare.difference.Side;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.Bearer;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.Inhabitants;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.YearCosts;

/**
 * A budget year's costs on two inputs, side by side: as they are today, and as a proposal would
 * have them.
 */
public final class Simulation {

    private final Inputs today;
    private final Inputs proposal;
    private final YearCosts todayCosts;
    private final YearCosts proposalCosts;
    private final List<Difference> differences;
    private final List<Party> parties;
    private final Map<String, String> nameOfObject = new LinkedHashMap<>();
    private final Inhabitants inhabitants;

    private Simulation(Inputs today, Inputs proposal) {
        this.today = today;
        this.proposal = proposal;
        this.todayCosts = YearCosts.of(today);
        this.proposalCosts = YearCosts.of(proposal);
        this.differences =
                InputDifferences.between(
                        new Side(today, todayCosts), new Side(proposal, proposalCosts));
        Set<PartyCode> codes = new TreeSet<>(todayCosts.parties());
        codes.addAll(proposalCosts.parties());
        this.parties = codes.stream().map(this::party).toList();
        todayCosts.objects().forEach(this::name);
        proposalCosts.objects().forEach(this::name);
        this.inhabitants = Inhabitants.of(proposal);
    }

    /**
     * Computes both.
     *
     * @throws IllegalArgumentException if they are of different years
     */
    public static Simulation of(Inputs today, Inputs proposal) {
        if (!today.year().equals(proposal.year())) {
            throw new IllegalArgumentException(today.year() + " against " + proposal.year());
        }
        return new Simulation(today, proposal);
    }

    public Year year() {
        return today.year();
    }

    /** What the inputs differ in that can move a cost, in the order of the input's tables. */
    public List<Difference> differences() {
        return differences;
    }

    /** The parties that bear a cost on either side, lowest code first; as the proposal has them. */
    public List<Party> parties() {
        return parties;
    }

    /**
     * How many parties' costs change so.
     *
     * @param sign 1 for those that pay more, -1 for less, 0 for the same
     */
    public int count(int sign) {
        return Math.toIntExact(
                parties.stream()
                        .filter(party -> Long.signum(of(party).difference().ore()) == sign)
                        .count());
    }

    private Party party(PartyCode code) {
        return proposal.parties()
                .find(code)
                .orElseGet(() -> today.parties().find(code).orElseThrow());
    }

    /** The codes of the objects that either budget has lines for, today's first. */
    public List<String> objects() {
        return List.copyOf(nameOfObject.keySet());
    }

    /** What an object is called last in the year; as the proposal has it, where it has it. */
    public String nameOf(String object) {
        return nameOfObject.get(object);
    }

    private void name(String object) {
        nameOfObject.computeIfAbsent(
                object,
                code -> lastName(proposal, code).or(() -> lastName(today, code)).orElseThrow());
    }

    private static Optional<String> lastName(Inputs inputs, String object) {
        return inputs.objects().lastIn(object, inputs.year()).map(ServiceObject::name);
    }

    /** All costs of the year. */
    public Comparison total() {
        return new Comparison(
                todayCosts.total(), proposalCosts.total(), inhabitants.ofMunicipalities());
    }

    /** A party's costs, all objects together. */
    public Comparison of(Party party) {
        return new Comparison(
                todayCosts.of(party.code()), proposalCosts.of(party.code()), inhabitants.of(party));
    }

    /** A party's costs of an object. */
    public Comparison of(Party party, String object) {
        return new Comparison(
                todayCosts.of(party.code(), object),
                proposalCosts.of(party.code(), object),
                inhabitants.of(party));
    }

    /** An object's costs, the parties together; an inhabitant is of all municipalities'. */
    public Comparison of(String object) {
        return new Comparison(
                todayCosts.of(object), proposalCosts.of(object), inhabitants.ofMunicipalities());
    }

    /** What falls on each kind of bearer; a party whose invoicing changes moves between them. */
    public Map<Bearer, Comparison> bearers() {
        Map<Bearer, Money> before = costOfBearer(today, todayCosts);
        Map<Bearer, Money> after = costOfBearer(proposal, proposalCosts);
        Map<Bearer, Comparison> bearers = new EnumMap<>(Bearer.class);
        for (Bearer bearer : Bearer.values()) {
            Money from = before.getOrDefault(bearer, Money.ZERO);
            Money to = after.getOrDefault(bearer, Money.ZERO);
            if (before.containsKey(bearer) || after.containsKey(bearer)) {
                bearers.put(bearer, new Comparison(from, to, inhabitants.ofMunicipalities()));
            }
        }
        return bearers;
    }

    private static Map<Bearer, Money> costOfBearer(Inputs inputs, YearCosts costs) {
        Map<Bearer, Money> costOfBearer = new EnumMap<>(Bearer.class);
        for (PartyCode code : costs.parties()) {
            Party party = inputs.parties().find(code).orElseThrow();
            costOfBearer.merge(Bearer.of(party), costs.of(code), Money::plus);
        }
        return costOfBearer;
    }

    /**
     * The date of the figures that kronor an inhabitant are counted with: those that apply last in
     * the proposal's year. Empty where none apply.
     */
    public Optional<LocalDate> inhabitantsOn() {
        return inhabitants.on();
    }

    /** The simulation's own controls: sums that are found on two ways, and must be the same. */
    public List<Check> checks() {
        Money byParty = Money.total(parties.stream().map(p -> of(p).difference()));
        return List.of(
                new Check(CheckKind.TODAY_AND_BUDGET, todayCosts.total(), todayCosts.budget()),
                new Check(
                        CheckKind.PROPOSAL_AND_BUDGET,
                        proposalCosts.total(),
                        proposalCosts.budget()),
                new Check(
                        CheckKind.PARTIES_AND_OBJECTS,
                        byParty,
                        Money.total(objects().stream().map(o -> of(o).difference()))),
                new Check(
                        CheckKind.PARTIES_AND_BUDGETS,
                        byParty,
                        proposalCosts.budget().minus(todayCosts.budget())),
                new Check(
                        CheckKind.PARTIES_AND_BEARERS,
                        byParty,
                        Money.total(
                                bearers().values().stream().map(Comparison::difference).toList())),
                new Check(CheckKind.NOTHING_UNTOLD, untold(differences), Money.ZERO));
    }

    /**
     * What lines differ in cost, party by party and without sign, though no difference that was
     * told concerns them.
     */
    Money untold(List<Difference> told) {
        Set<String> rows = new TreeSet<>();
        today.budgetLines().forEach(line -> rows.add(line.row()));
        proposal.budgetLines().forEach(line -> rows.add(line.row()));
        told.forEach(difference -> rows.removeAll(difference.rows()));
        Money untold = Money.ZERO;
        for (String row : rows) {
            SortedMap<PartyCode, Money> before = todayCosts.ofRow(row);
            SortedMap<PartyCode, Money> after = proposalCosts.ofRow(row);
            Set<PartyCode> bearing = new TreeSet<>(before.keySet());
            bearing.addAll(after.keySet());
            for (PartyCode party : bearing) {
                Money difference =
                        after.getOrDefault(party, Money.ZERO)
                                .minus(before.getOrDefault(party, Money.ZERO));
                untold = untold.plus(difference.isNegative() ? difference.negated() : difference);
            }
        }
        return untold;
    }
}
