package se.gits.costshare.report;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.budget.Outcome;
import se.gits.costshare.budget.ServiceObject;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.Bearer;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.Amount;
import se.gits.costshare.run.Inhabitants;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.Issued;
import se.gits.costshare.run.IssuedAct;
import se.gits.costshare.run.IssuingRun;
import se.gits.costshare.run.PartyMonth;
import se.gits.costshare.run.RunRefused;

/**
 * A budget year's economy (årsrapport): budget, additions, what was invoiced, what is carried
 * centrally and what remains. All of it is without VAT.
 *
 * <p>A line belongs to the object that it has today, also what was issued while it had another.
 */
public final class AnnualReport {

    private final Inputs original;
    private final Inputs today;
    private final Issued issued;
    private final Inhabitants inhabitants;
    private final List<LineReport> lines;
    private final List<ActReport> acts;
    private final List<MonthReport> months;
    private final SortedMap<PartyCode, SortedMap<String, Charge>> chargeOfPartyAndObject;
    private final List<PartyReport> parties;
    private final Map<String, String> nameOfObject = new LinkedHashMap<>();

    private AnnualReport(Inputs original, Inputs today, Issued issued, Optional<Outcome> outcome) {
        this.original = original;
        this.today = today;
        this.issued = issued;
        this.inhabitants = Inhabitants.of(today);
        this.lines = linesWith(outcome);
        this.acts = issued.acts().stream().map(AnnualReport::report).toList();
        this.months = new Months(today, issued).reports();
        lines.forEach(line -> name(line.line().objectCode()));
        this.chargeOfPartyAndObject = chargeOfPartyAndObject();
        this.parties = partyReports();
    }

    /**
     * Adds up the year.
     *
     * @param original what the year's first act was computed from; today's where there is none
     * @param today the input as it is now
     * @param issued all acts of the year
     * @param outcome what the lines came to cost, as the settlement had it; empty until then
     * @throws RunRefused if a row of which anything was issued is gone from today's budget, or a
     *     party that anything was issued to is in neither input
     * @throws IllegalArgumentException if the inputs are of different years, or there is an outcome
     *     and no settlement or the other way about
     * @throws IllegalStateException if sums that must agree do not, which is a defect
     */
    public static AnnualReport of(
            Inputs original, Inputs today, Issued issued, Optional<Outcome> outcome) {
        if (!original.year().equals(today.year())) {
            throw new IllegalArgumentException(original.year() + " and " + today.year());
        }
        if (outcome.isPresent() != issued.isSettled()) {
            throw new IllegalArgumentException(
                    "Settled: " + issued.isSettled() + ", outcome: " + outcome.isPresent());
        }
        IssuingRun.refuseIfRowVanished(today, issued);
        AnnualReport report = new AnnualReport(original, today, issued, outcome);
        demand(report.checks());
        return report;
    }

    static void demand(List<Check> checks) {
        for (Check check : checks) {
            if (!check.holds()) {
                throw new IllegalStateException(
                        check.kind() + ": " + check.one() + " is not " + check.other());
            }
        }
    }

    private List<LineReport> linesWith(Optional<Outcome> outcome) {
        Map<String, BudgetLine> before = lineOfRow(original);
        Map<String, BudgetLine> now = lineOfRow(today);
        Map<String, Charge> chargeOfRow = charges(issued.acts(), Amount::row);
        Set<String> rows = new LinkedHashSet<>(now.keySet());
        rows.addAll(before.keySet());
        List<LineReport> reports = new ArrayList<>();
        for (String row : rows) {
            Optional<BudgetLine> first = Optional.ofNullable(before.get(row));
            Optional<BudgetLine> last = Optional.ofNullable(now.get(row));
            Money from = first.map(BudgetLine::amount).orElse(Money.ZERO);
            Money to = last.map(BudgetLine::amount).orElse(Money.ZERO);
            reports.add(
                    new LineReport(
                            last.or(() -> first).orElseThrow(),
                            change(first, last),
                            new FollowUp(
                                    from,
                                    to.minus(from),
                                    chargeOfRow.getOrDefault(row, Charge.NONE),
                                    outcome.map(year -> costOf(row, year)))));
        }
        return List.copyOf(reports);
    }

    private static Map<String, BudgetLine> lineOfRow(Inputs inputs) {
        Map<String, BudgetLine> lineOfRow = new LinkedHashMap<>();
        inputs.budgetLines().forEach(line -> lineOfRow.put(line.row(), line));
        return lineOfRow;
    }

    private static LineChange change(Optional<BudgetLine> before, Optional<BudgetLine> now) {
        if (before.isEmpty()) {
            return LineChange.ADDED;
        }
        if (now.isEmpty()) {
            return LineChange.REMOVED;
        }
        return before.get().amount().equals(now.get().amount())
                ? LineChange.NONE
                : LineChange.CHANGED;
    }

    /** A line that the settlement did not have cost nothing. */
    private static Money costOf(String row, Outcome outcome) {
        return outcome.costOfRow().getOrDefault(row, Money.ZERO);
    }

    private static ActReport report(IssuedAct act) {
        return new ActReport(act, sum(charges(List.of(act), Amount::row).values()));
    }

    private static <K> SortedMap<K, Charge> charges(
            Collection<IssuedAct> acts, Function<Amount, K> by) {
        SortedMap<K, Charge> charges = new TreeMap<>();
        for (IssuedAct act : acts) {
            for (IssuedAct.IssuedAmount one : act.amounts()) {
                Amount amount = one.amount();
                charges.merge(by.apply(amount), Charge.of(amount), Charge::plus);
            }
        }
        return charges;
    }

    private static Charge sum(Collection<Charge> charges) {
        return charges.stream().reduce(Charge.NONE, Charge::plus);
    }

    private SortedMap<PartyCode, SortedMap<String, Charge>> chargeOfPartyAndObject() {
        Map<String, String> objectOfRow = new LinkedHashMap<>();
        lines.forEach(line -> objectOfRow.put(line.line().row(), line.line().objectCode()));
        SortedMap<PartyCode, SortedMap<String, Charge>> charges = new TreeMap<>();
        issued.amounts()
                .map(IssuedAct.IssuedAmount::amount)
                .forEach(
                        amount ->
                                charges.computeIfAbsent(amount.party(), party -> new TreeMap<>())
                                        .merge(
                                                objectOfRow.get(amount.row()),
                                                Charge.of(amount),
                                                Charge::plus));
        return charges;
    }

    private List<PartyReport> partyReports() {
        List<PartyReport> reports = new ArrayList<>();
        charges(issued.acts(), Amount::party)
                .forEach(
                        (code, charge) -> {
                            refuseIfVanished(code, charge);
                            Party party = party(code);
                            reports.add(new PartyReport(party, charge, inhabitants.of(party)));
                        });
        return List.copyOf(reports);
    }

    /** As a month would: who has anything invoiced may not vanish from the input. */
    private void refuseIfVanished(PartyCode code, Charge charge) {
        if (!charge.invoiced().isZero() && today.parties().find(code).isEmpty()) {
            throw new RunRefused(RunRefused.Cause.PARTY_VANISHED, code);
        }
    }

    private Party party(PartyCode code) {
        return today.parties()
                .find(code)
                .or(() -> original.parties().find(code))
                .orElseThrow(() -> new RunRefused(RunRefused.Cause.PARTY_VANISHED, code));
    }

    private void name(String object) {
        nameOfObject.computeIfAbsent(
                object,
                code -> lastName(today, code).or(() -> lastName(original, code)).orElseThrow());
    }

    private static Optional<String> lastName(Inputs inputs, String object) {
        return inputs.objects().lastIn(object, inputs.year()).map(ServiceObject::name);
    }

    public Year year() {
        return today.year();
    }

    /** Whether the year is settled, so that there is an outcome. */
    public boolean isSettled() {
        return issued.isSettled();
    }

    /** Every budget line of today, in the budget's order; then those that are gone again. */
    public List<LineReport> lines() {
        return lines;
    }

    /** The objects that there are lines of, in the order of the lines. */
    public List<String> objects() {
        return List.copyOf(nameOfObject.keySet());
    }

    /** What an object is called last in the year. */
    public String nameOf(String object) {
        return nameOfObject.get(object);
    }

    /** An object's lines together. */
    public FollowUp of(String object) {
        return FollowUp.total(
                lines.stream()
                        .filter(line -> line.line().objectCode().equals(object))
                        .map(LineReport::followUp)
                        .toList(),
                isSettled());
    }

    /** All lines together. */
    public FollowUp total() {
        return FollowUp.total(lines.stream().map(LineReport::followUp).toList(), isSettled());
    }

    /** The parties that anything was issued to or is carried for, lowest code first. */
    public List<PartyReport> parties() {
        return parties;
    }

    /** What was issued to a party of an object. */
    public Charge of(Party party, String object) {
        return chargeOfPartyAndObject
                .getOrDefault(party.code(), new TreeMap<>())
                .getOrDefault(object, Charge.NONE);
    }

    /** What fell on each kind of bearer; a party whose invoicing changed is under both. */
    public Map<Bearer, Money> bearers() {
        Map<Bearer, Money> bearers = new EnumMap<>(Bearer.class);
        for (ActReport act : acts) {
            for (IssuedAct.IssuedAmount one : act.act().amounts()) {
                Amount amount = one.amount();
                bearers.merge(
                        Bearer.of(party(amount.party()).type(), amount.invoicing()),
                        amount.money(),
                        Money::plus);
            }
        }
        return bearers;
    }

    /** Which figures kronor an inhabitant are counted with; empty where none apply. */
    public Optional<LocalDate> inhabitantsOn() {
        return inhabitants.on();
    }

    /** All municipalities' inhabitants; empty where one of them has no figure. */
    public OptionalLong inhabitantsOfMunicipalities() {
        return inhabitants.ofMunicipalities();
    }

    /** A cost in kronor an inhabitant of all municipalities; empty without a figure. */
    public Optional<Money> perInhabitant(Money cost) {
        return Inhabitants.perInhabitant(cost, inhabitants.ofMunicipalities());
    }

    /** The twelve months, also those that are not issued. */
    public List<MonthReport> months() {
        return months;
    }

    /** The months that are issued. */
    public SortedSet<YearMonth> issuedMonths() {
        return issued.months();
    }

    /** The parties' months that are credited and wait for a new invoice. */
    public SortedSet<PartyMonth> credited() {
        return issued.credited();
    }

    /** The acts of the year, in the order they were issued. */
    public List<ActReport> acts() {
        return acts;
    }

    /** What the settlement issued; empty until then. */
    public Optional<Charge> settlement() {
        return acts.stream()
                .filter(act -> act.act().kind() == ActKind.SETTLEMENT)
                .map(ActReport::charge)
                .findFirst();
    }

    /** The report's own controls: sums that are found on two ways, and must be the same. */
    public List<Check> checks() {
        FollowUp total = total();
        Charge ofLines = total.charge();
        Charge ofActs = sum(acts.stream().map(ActReport::charge).toList());
        Charge ofParties = sum(parties.stream().map(PartyReport::charge).toList());
        Charge ofShares =
                sum(
                        chargeOfPartyAndObject.values().stream()
                                .flatMap(ofObject -> ofObject.values().stream())
                                .toList());
        Charge ofMonths =
                sum(months.stream().map(MonthReport::charge).toList())
                        .plus(settlement().orElse(Charge.NONE));
        List<Check> checks = new ArrayList<>();
        add(checks, CheckKind.INVOICED_LINES_AND_ACTS, ofLines.invoiced(), ofActs.invoiced());
        add(checks, CheckKind.INVOICED_PARTIES_AND_LINES, ofParties.invoiced(), ofLines.invoiced());
        add(
                checks,
                CheckKind.INVOICED_SHARES_AND_PARTIES,
                ofShares.invoiced(),
                ofParties.invoiced());
        add(checks, CheckKind.INVOICED_MONTHS_AND_LINES, ofMonths.invoiced(), ofLines.invoiced());
        add(checks, CheckKind.CENTRAL_LINES_AND_ACTS, ofLines.central(), ofActs.central());
        add(checks, CheckKind.CENTRAL_PARTIES_AND_LINES, ofParties.central(), ofLines.central());
        add(checks, CheckKind.CENTRAL_SHARES_AND_PARTIES, ofShares.central(), ofParties.central());
        add(checks, CheckKind.CENTRAL_MONTHS_AND_LINES, ofMonths.central(), ofLines.central());
        add(checks, CheckKind.BEARERS_AND_LINES, Money.total(bearers().values()), ofLines.total());
        add(checks, CheckKind.ORIGINAL_AND_BUDGET, total.original(), budgetOf(original));
        add(checks, CheckKind.CHANGED_AND_BUDGET, total.budget(), budgetOf(today));
        add(
                checks,
                CheckKind.MONTHS_AND_BUDGET,
                Money.total(months.stream().map(MonthReport::budget)),
                total.budget());
        if (isSettled()) {
            add(checks, CheckKind.NOTHING_REMAINS_OF_OUTCOME, remainsOfOutcome(), Money.ZERO);
        }
        return checks;
    }

    private static void add(List<Check> checks, CheckKind kind, Money one, Money other) {
        checks.add(new Check(kind, one, other));
    }

    private static Money budgetOf(Inputs inputs) {
        return Money.total(inputs.budgetLines().stream().map(BudgetLine::amount));
    }

    /** Line by line and without sign, so that nothing cancels out. */
    private Money remainsOfOutcome() {
        return Money.total(
                lines.stream()
                        .map(line -> line.followUp().remainingOfOutcome().orElseThrow())
                        .map(remains -> remains.isNegative() ? remains.negated() : remains)
                        .toList());
    }
}
