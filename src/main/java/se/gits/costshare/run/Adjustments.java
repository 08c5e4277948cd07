package se.gits.costshare.run;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.money.Money;
import se.gits.costshare.money.VatRate;
import se.gits.costshare.party.Invoicing;
import se.gits.costshare.party.PartyCode;

/**
 * What earlier issued months would be under today's input, less what was issued for them
 * (justeringar).
 *
 * @see "CONTRACT 3, When earlier months change"
 */
final class Adjustments {

    private Adjustments() {}

    /** What one adjustment line is made for: all its months are added up. */
    private record LineOfParty(PartyCode party, Invoicing invoicing, VatRate vat)
            implements Comparable<LineOfParty> {
        private static final Comparator<LineOfParty> ORDER =
                Comparator.comparing(LineOfParty::party)
                        .thenComparing(LineOfParty::invoicing)
                        .thenComparing(LineOfParty::vat);

        @Override
        public int compareTo(LineOfParty other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * The adjustments of all issued months but the run's own, one amount a line, party and month.
     *
     * @throws RunRefused if a row was issued that the budget no longer has
     */
    static List<Amount> of(RunTerms terms, Inputs inputs, Issued issued) {
        SortedSet<YearMonth> months = new TreeSet<>(issued.months());
        months.remove(terms.month());
        if (months.isEmpty()) {
            return List.of();
        }
        Map<String, List<Amount>> issuedOfRow =
                issued.amounts().stream()
                        .map(Issued.IssuedAmount::amount)
                        .filter(amount -> months.contains(amount.concerns()))
                        .collect(Collectors.groupingBy(Amount::row));
        refuseIfRowVanished(inputs, issuedOfRow);
        List<Amount> adjustments = new ArrayList<>();
        for (ResolvedLine line : inputs.lines()) {
            SortedMap<LineOfParty, SortedMap<YearMonth, Money>> differences = new TreeMap<>();
            for (YearMonth month : months) {
                if (line.line().includes(month)) {
                    for (Amount today : IssuingRun.ordinary(line, month, inputs.parties())) {
                        add(differences, today, today.money());
                    }
                }
            }
            for (Amount before : issuedOfRow.getOrDefault(line.line().row(), List.of())) {
                add(differences, before, before.money().negated());
            }
            adjustments.addAll(adjustmentsOf(line, differences));
        }
        return adjustments;
    }

    private static void refuseIfRowVanished(Inputs inputs, Map<String, List<Amount>> issuedOfRow) {
        SortedSet<String> vanished = new TreeSet<>(issuedOfRow.keySet());
        inputs.budgetLines().forEach(line -> vanished.remove(line.row()));
        if (!vanished.isEmpty()) {
            throw new RunRefused(RunRefused.Cause.ROW_VANISHED, String.join(", ", vanished));
        }
    }

    private static void add(
            SortedMap<LineOfParty, SortedMap<YearMonth, Money>> differences,
            Amount amount,
            Money difference) {
        differences
                .computeIfAbsent(
                        new LineOfParty(amount.party(), amount.invoicing(), amount.vat()),
                        line -> new TreeMap<>())
                .merge(amount.concerns(), difference, Money::plus);
    }

    private static List<Amount> adjustmentsOf(
            ResolvedLine line, SortedMap<LineOfParty, SortedMap<YearMonth, Money>> differences) {
        List<Amount> adjustments = new ArrayList<>();
        differences.forEach(
                (of, differenceOfMonth) -> {
                    // Months that cancel out make no line, and are found again by the next run.
                    if (Money.total(differenceOfMonth.values()).isZero()) {
                        return;
                    }
                    differenceOfMonth.forEach(
                            (month, difference) -> {
                                if (!difference.isZero()) {
                                    adjustments.add(
                                            new Amount(
                                                    line.line().row(),
                                                    line.line().objectCode(),
                                                    of.party(),
                                                    of.invoicing(),
                                                    LineKind.ADJUSTMENT,
                                                    month,
                                                    of.vat(),
                                                    difference));
                                }
                            });
                });
        return adjustments;
    }
}
