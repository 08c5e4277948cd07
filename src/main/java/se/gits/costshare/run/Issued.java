package se.gits.costshare.run;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.invoice.InvoiceSeries;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.IssuedAct.IssuedAmount;

/**
 * What was issued before a run, as far as the run needs to know.
 *
 * @param acts the acts of the same budget year, in the order they were issued
 * @param lastOfSeries the last number and date of each number series, whatever the year
 * @param previousManifest the SHA-256 of the previous act's manifest; empty for the first act
 */
public record Issued(
        List<IssuedAct> acts, Map<InvoiceSeries, SeriesEnd> lastOfSeries, String previousManifest) {

    /** Nothing was issued before. */
    public static final Issued NOTHING = new Issued(List.of(), Map.of(), "");

    public Issued {
        acts = List.copyOf(acts);
        lastOfSeries = Map.copyOf(lastOfSeries);
    }

    /** Where a number series ends. */
    public record SeriesEnd(InvoiceNumber number, LocalDate issueDate) {}

    /** The months that are issued, also one without an amount. */
    public SortedSet<YearMonth> months() {
        SortedSet<YearMonth> months = new TreeSet<>();
        acts.stream()
                .filter(act -> act.kind() == ActKind.MONTH)
                .forEach(act -> months.add(act.month()));
        return Collections.unmodifiableSortedSet(months);
    }

    /** Months of a year through one in which the budget has a cost and that no act has issued. */
    public SortedSet<YearMonth> passedOver(Inputs inputs, YearMonth through) {
        SortedSet<YearMonth> issued = months();
        SortedSet<YearMonth> passedOver = new TreeSet<>();
        for (YearMonth month = through.withMonth(1);
                !month.isAfter(through);
                month = month.plusMonths(1)) {
            if (!issued.contains(month) && !inputs.linesIn(month).isEmpty()) {
                passedOver.add(month);
            }
        }
        return Collections.unmodifiableSortedSet(passedOver);
    }

    /** The parties' months that are credited and not yet issued anew. */
    public SortedSet<PartyMonth> credited() {
        SortedSet<PartyMonth> credited = new TreeSet<>();
        for (IssuedAct act : acts) {
            creditedAfter(act, credited);
        }
        return Collections.unmodifiableSortedSet(credited);
    }

    private static void creditedAfter(IssuedAct act, SortedSet<PartyMonth> credited) {
        act.party()
                .map(party -> new PartyMonth(party, act.month()))
                .ifPresent(
                        partyMonth -> {
                            if (act.kind() == ActKind.CREDIT) {
                                credited.add(partyMonth);
                            } else {
                                credited.remove(partyMonth);
                            }
                        });
    }

    /** Whether the year has its settlement, after which nothing of it is issued. */
    public boolean isSettled() {
        return acts.stream().anyMatch(act -> act.kind() == ActKind.SETTLEMENT);
    }

    /** Every issued amount of the year, in the order they were issued. */
    public Stream<IssuedAmount> amounts() {
        return acts.stream().flatMap(act -> act.amounts().stream());
    }

    /** The issued amounts of a budget line, act after act. */
    Stream<Amount> amountsOf(String row) {
        return acts.stream().flatMap(act -> act.amountsOf(row).stream()).map(IssuedAmount::amount);
    }

    /** The issued amounts of a budget line to a party, act after act. */
    Stream<Amount> amountsOf(String row, PartyCode party) {
        return acts.stream()
                .flatMap(act -> act.amountsOf(row, party).stream())
                .map(IssuedAmount::amount);
    }

    /**
     * The act whose input a party's month was last computed from: the month itself, a new invoice,
     * or a later month that adjusted it.
     *
     * @return empty where the month is not issued, or credited and not yet issued anew
     */
    public Optional<IssuedAct> lastWord(PartyCode party, YearMonth month) {
        PartyMonth asked = new PartyMonth(party, month);
        SortedSet<PartyMonth> credited = new TreeSet<>();
        boolean issued = false;
        Optional<IssuedAct> last = Optional.empty();
        for (IssuedAct act : acts) {
            creditedAfter(act, credited);
            boolean ofMonth = act.kind() == ActKind.MONTH;
            issued |= ofMonth && act.month().equals(month);
            if (credited.contains(asked)) {
                last = Optional.empty();
            } else if (issued && ofMonth || isAnew(act, asked)) {
                last = Optional.of(act);
            }
        }
        return last;
    }

    /**
     * The credit notes that a new invoice follows: those of the party's last credit of the month.
     *
     * @return none for what is no new invoice
     */
    SortedSet<InvoiceNumber> creditsOf(RunTerms terms) {
        SortedSet<InvoiceNumber> credits = new TreeSet<>();
        if (terms.kind() == ActKind.REISSUE) {
            for (IssuedAct act : acts) {
                if (act.kind() == ActKind.CREDIT
                        && act.party().equals(terms.party())
                        && act.month().equals(terms.month())) {
                    credits.clear();
                    act.amounts().forEach(amount -> amount.invoice().ifPresent(credits::add));
                }
            }
        }
        return credits;
    }

    private static boolean isAnew(IssuedAct act, PartyMonth asked) {
        return act.kind() == ActKind.REISSUE
                && act.party().equals(Optional.of(asked.party()))
                && act.month().equals(asked.month());
    }
}
