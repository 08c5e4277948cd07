package se.gits.costshare.run;

import java.time.YearMonth;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.money.VatRate;
import se.gits.costshare.party.PartyCode;

/**
 * The invoices that what is invoiced to a party for a month stands on. A credit takes all of it
 * back, and those invoices with it.
 *
 * @see "17 kap. 22 § mervärdesskattelagen (2023:200): en särskild och otvetydig hänvisning till den
 *     ursprungliga fakturan"
 */
final class StandingInvoices {

    private final Issued issued;

    /** The months' own invoices. */
    private final Map<PartyMonth, SortedSet<InvoiceNumber>> own = new HashMap<>();

    StandingInvoices(Issued issued) {
        this.issued = issued;
        for (IssuedAct act : issued.acts()) {
            if (act.kind() == ActKind.CREDIT) {
                own.remove(credited(act));
            } else {
                act.amounts().forEach(this::remember);
            }
        }
    }

    private static PartyMonth credited(IssuedAct credit) {
        return new PartyMonth(credit.party().orElseThrow(), credit.month());
    }

    private void remember(IssuedAct.IssuedAmount issued) {
        Amount amount = issued.amount();
        if (issued.invoice().isPresent() && amount.kind() == LineKind.ORDINARY) {
            own.computeIfAbsent(
                            new PartyMonth(amount.party(), amount.concerns()),
                            month -> new TreeSet<>())
                    .add(issued.invoice().get());
        }
    }

    /**
     * Those that have the row's cost of the months at the rate; at another, where none has it at
     * that; for a new row the months' own invoices.
     */
    SortedSet<InvoiceNumber> of(
            PartyCode party, String row, VatRate vat, Iterable<YearMonth> months) {
        SortedSet<InvoiceNumber> invoices = new TreeSet<>();
        Map<YearMonth, Map<VatRate, SortedSet<InvoiceNumber>>> ofMonth = ofMonth(party, row);
        for (YearMonth month : months) {
            Map<VatRate, SortedSet<InvoiceNumber>> ofRate = ofMonth.getOrDefault(month, Map.of());
            if (ofRate.containsKey(vat)) {
                invoices.addAll(ofRate.get(vat));
            } else if (ofRate.isEmpty()) {
                invoices.addAll(
                        own.getOrDefault(
                                new PartyMonth(party, month), Collections.emptySortedSet()));
            } else {
                ofRate.values().forEach(invoices::addAll);
            }
        }
        return invoices;
    }

    /** Those that have the row's cost of the party's months, by month and VAT rate. */
    private Map<YearMonth, Map<VatRate, SortedSet<InvoiceNumber>>> ofMonth(
            PartyCode party, String row) {
        Map<YearMonth, Map<VatRate, SortedSet<InvoiceNumber>>> ofMonth = new HashMap<>();
        for (IssuedAct act : issued.acts()) {
            if (act.kind() == ActKind.CREDIT) {
                PartyMonth credited = credited(act);
                if (credited.party().equals(party)) {
                    ofMonth.remove(credited.month());
                }
                continue;
            }
            for (IssuedAct.IssuedAmount one : act.amountsOf(row, party)) {
                if (one.invoice().isPresent()) {
                    ofMonth.computeIfAbsent(one.amount().concerns(), month -> new HashMap<>())
                            .computeIfAbsent(one.amount().vat(), vat -> new TreeSet<>())
                            .add(one.invoice().get());
                }
            }
        }
        return ofMonth;
    }
}
