package se.gits.costshare.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.money.Money;
import se.gits.costshare.money.VatRate;
import se.gits.costshare.party.Invoicing;
import se.gits.costshare.party.PartyCode;

/**
 * The mirror image of what is invoiced to a party for a month, on whichever invoices it stands: the
 * month's own, and those that adjusted it later (kreditering).
 *
 * @see "CONTRACT 3, A credit is the mirror image of what it takes back"
 */
final class Credits {

    private Credits() {}

    private record Invoiced(String row, String object, Invoicing invoicing, VatRate vat)
            implements Comparable<Invoiced> {
        private static final Comparator<Invoiced> ORDER =
                Comparator.comparing(Invoiced::row)
                        .thenComparing(Invoiced::object)
                        .thenComparing(Invoiced::invoicing)
                        .thenComparing(Invoiced::vat);

        @Override
        public int compareTo(Invoiced other) {
            return ORDER.compare(this, other);
        }
    }

    /** The credit of a party's month, in the budget's order. */
    static List<Amount> of(RunTerms terms, Inputs inputs, Issued issued) {
        Map<Invoiced, Money> invoiced = invoiced(terms, issued);
        List<Amount> credits = new ArrayList<>();
        for (ResolvedLine line : inputs.lines()) {
            invoiced.forEach(
                    (of, money) -> {
                        if (of.row().equals(line.line().row())) {
                            credits.add(credit(of, money, terms));
                        }
                    });
        }
        return credits;
    }

    /**
     * @throws RunRefused if the month is not issued, it is credited already, nothing is invoiced to
     *     the party for it, or no reason is given
     */
    static void refuseByState(RunTerms terms, Issued issued) {
        PartyCode party = terms.party().orElseThrow();
        if (!issued.months().contains(terms.month())) {
            throw new RunRefused(RunRefused.Cause.MONTH_NOT_ISSUED, terms.month());
        }
        if (issued.credited().contains(new PartyMonth(party, terms.month()))) {
            throw new RunRefused(RunRefused.Cause.CREDITED_ALREADY, terms.month(), party);
        }
        if (isNothing(invoiced(terms, issued))) {
            throw new RunRefused(RunRefused.Cause.NOTHING_INVOICED, terms.month(), party);
        }
        if (terms.reason().isBlank()) {
            throw new RunRefused(RunRefused.Cause.CREDIT_REASON_MISSING, terms.month(), party);
        }
    }

    /** What is invoiced to the party for the month, on whichever invoices. */
    private static Map<Invoiced, Money> invoiced(RunTerms terms, Issued issued) {
        PartyCode party = terms.party().orElseThrow();
        Map<Invoiced, Money> invoiced = new TreeMap<>();
        issued.amounts()
                .map(IssuedAct.IssuedAmount::amount)
                .filter(Amount::isInvoiced)
                .filter(amount -> amount.party().equals(party))
                .filter(amount -> amount.concerns().equals(terms.month()))
                .forEach(amount -> invoiced.merge(key(amount), amount.money(), Money::plus));
        invoiced.values().removeIf(Money::isZero);
        return invoiced;
    }

    /** Whether no line would come to anything: a line's object may have been another before. */
    private static boolean isNothing(Map<Invoiced, Money> invoiced) {
        Map<Invoiced, Money> ofLine = new TreeMap<>();
        invoiced.forEach(
                (of, money) ->
                        ofLine.merge(
                                new Invoiced(of.row(), "", of.invoicing(), of.vat()),
                                money,
                                Money::plus));
        return ofLine.values().stream().allMatch(Money::isZero);
    }

    private static Invoiced key(Amount amount) {
        return new Invoiced(amount.row(), amount.objectCode(), amount.invoicing(), amount.vat());
    }

    private static Amount credit(Invoiced of, Money money, RunTerms terms) {
        return new Amount(
                of.row(),
                of.object(),
                terms.party().orElseThrow(),
                of.invoicing(),
                LineKind.CREDIT,
                terms.month(),
                of.vat(),
                money.negated());
    }
}
