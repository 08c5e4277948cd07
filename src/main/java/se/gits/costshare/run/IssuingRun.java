package se.gits.costshare.run;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.parties.Parties;
import se.gits.costshare.party.Invoicing;

/**
 * A run as one pure function: what is asked, the inputs, and what was issued before, to what is
 * issued now. A preview is the same with other terms.
 */
public final class IssuingRun {

    private IssuingRun() {}

    /**
     * Computes what an act issues: each party's amounts, and one invoice a party, numbered in the
     * order of party codes.
     *
     * @param inputs of the terms' year; of a settlement with the year's outcome
     * @param issued what was issued before, of the same year
     * @param causes why earlier months have changed
     * @throws RunRefused if the state of things does not allow it: the year is settled, a row that
     *     was invoiced is gone, earlier months change and no reason is given, the date or the
     *     numbers do not continue their series, or what the kind of act itself demands
     * @throws IllegalStateException if the control totals disagree, which is a defect
     */
    public static Issuance calculate(RunTerms terms, Inputs inputs, Issued issued, Causes causes) {
        refuseByState(terms, issued);
        refuseIfRowVanished(inputs, issued);
        List<Amount> amounts =
                switch (terms.kind()) {
                    case MONTH -> ofMonth(terms, inputs, issued);
                    case CREDIT -> Credits.of(terms, inputs, issued);
                    case REISSUE -> Reissue.of(terms, inputs, issued);
                    case SETTLEMENT -> Settlement.of(terms, inputs, issued);
                };
        Issuance issuance =
                new Issuance(
                        terms,
                        inputs,
                        amounts,
                        new Invoices(terms, inputs, issued, causes).of(amounts),
                        issued,
                        causes);
        ControlTotals.check(issuance);
        return issuance;
    }

    /**
     * Refuses what the state of things does not allow, whatever the input is: to be asked before an
     * input is read that may not be there yet.
     *
     * @throws RunRefused if the year is settled, or what the kind of act itself demands is not so
     */
    public static void refuseByState(RunTerms terms, Issued issued) {
        if (issued.isSettled()) {
            throw new RunRefused(
                    terms.kind() == ActKind.SETTLEMENT
                            ? RunRefused.Cause.SETTLED_ALREADY
                            : RunRefused.Cause.YEAR_SETTLED,
                    terms.year());
        }
        switch (terms.kind()) {
            case CREDIT -> Credits.refuseByState(terms, issued);
            case REISSUE -> Reissue.refuseByState(terms, issued);
            case SETTLEMENT -> Settlement.refuseByState(terms, issued);
            default -> {
                // A month can be issued at any time of an open year.
            }
        }
    }

    /**
     * Holds a budget against what was issued: a line that costs nothing any more is set to zero.
     *
     * @throws RunRefused if a row of which anything was issued is gone from the budget
     */
    public static void refuseIfRowVanished(Inputs inputs, Issued issued) {
        SortedSet<String> vanished = new TreeSet<>();
        issued.amounts().forEach(earlier -> vanished.add(earlier.amount().row()));
        inputs.budgetLines().forEach(line -> vanished.remove(line.row()));
        if (!vanished.isEmpty()) {
            throw new RunRefused(RunRefused.Cause.ROW_VANISHED, String.join(", ", vanished));
        }
    }

    private static List<Amount> ofMonth(RunTerms terms, Inputs inputs, Issued issued) {
        AmountColumns.Builder amounts = new AmountColumns.Builder();
        for (ResolvedLine line : inputs.linesIn(terms.month())) {
            amounts.addAll(ordinary(line, terms.month(), inputs.parties()));
        }
        return amounts.addAll(Adjustments.of(terms, inputs, issued)).build().amounts();
    }

    /** A line's own amounts of one of its months; those of zero are left out. */
    static List<Amount> ordinary(ResolvedLine line, YearMonth month, Parties parties) {
        List<Amount> amounts = new ArrayList<>();
        line.amountsOf(month)
                .forEach(
                        (code, money) -> {
                            Invoicing invoicing = parties.find(code).orElseThrow().invoicing();
                            if (!money.isZero()) {
                                amounts.add(
                                        new Amount(
                                                line.line().row(),
                                                line.line().objectCode(),
                                                code,
                                                invoicing,
                                                LineKind.ORDINARY,
                                                month,
                                                line.vatOf(month, invoicing),
                                                money));
                            }
                        });
        return amounts;
    }
}
