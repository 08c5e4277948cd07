package se.gits.costshare.run;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.money.Money;
import se.gits.costshare.money.VatRate;
import se.gits.costshare.parties.Parties;
import se.gits.costshare.party.Invoicing;
import se.gits.costshare.party.PartyCode;

/**
 * What months come to today, less what was issued for them (avstämning). An adjustment, a new
 * invoice and a settlement are this over other months and lines.
 *
 * @see "CONTRACT 3, When earlier months change"
 */
final class Reckoning {

    private final Parties parties;
    private final Collection<YearMonth> months;
    private final Predicate<PartyMonth> included;
    private final LineKind kind;
    private final Issued issued;

    /** What one line is made for: all its months are added up. */
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
     * @param months those that are reckoned with
     * @param included the parties' months that are; the others are left as they were issued
     * @param kind what the amounts become
     */
    Reckoning(
            Parties parties,
            Collection<YearMonth> months,
            Predicate<PartyMonth> included,
            LineKind kind,
            Issued issued) {
        this.parties = parties;
        this.months = months;
        this.included = included;
        this.kind = kind;
        this.issued = issued;
    }

    private boolean isIncluded(Amount amount) {
        return included.test(new PartyMonth(amount.party(), amount.concerns()));
    }

    /** The differences of a line, one amount a party, VAT rate and month. */
    List<Amount> of(ResolvedLine line) {
        SortedMap<LineOfParty, SortedMap<YearMonth, Money>> differences = new TreeMap<>();
        for (YearMonth month : months) {
            if (line.line().includes(month)) {
                for (Amount today : IssuingRun.ordinary(line, month, parties)) {
                    if (isIncluded(today)) {
                        add(differences, today, today.money());
                    }
                }
            }
        }
        issued.amountsOf(line.line().row())
                .filter(before -> months.contains(before.concerns()))
                .filter(this::isIncluded)
                .forEach(before -> add(differences, before, before.money().negated()));
        return amountsOf(line, differences);
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

    private List<Amount> amountsOf(
            ResolvedLine line, SortedMap<LineOfParty, SortedMap<YearMonth, Money>> differences) {
        List<Amount> amounts = new ArrayList<>();
        differences.forEach(
                (of, differenceOfMonth) -> {
                    // Months that cancel out make no line, and are found again by the next run.
                    if (Money.total(differenceOfMonth.values()).isZero()) {
                        return;
                    }
                    differenceOfMonth.forEach(
                            (month, difference) -> {
                                if (!difference.isZero()) {
                                    amounts.add(
                                            new Amount(
                                                    line.line().row(),
                                                    line.line().objectCode(),
                                                    of.party(),
                                                    of.invoicing(),
                                                    kind,
                                                    month,
                                                    of.vat(),
                                                    difference));
                                }
                            });
                });
        return amounts;
    }
}
