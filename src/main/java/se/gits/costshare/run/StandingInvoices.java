package se.gits.costshare.run;

import java.time.YearMonth;
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

    private final Map<PartyMonth, OfMonth> ofMonth = new HashMap<>();

    /**
     * @param own the month's own invoices
     * @param ofRow those that have a budget line's cost of the month, by line and VAT rate
     */
    private record OfMonth(
            SortedSet<InvoiceNumber> own,
            Map<String, Map<VatRate, SortedSet<InvoiceNumber>>> ofRow) {

        OfMonth() {
            this(new TreeSet<>(), new HashMap<>());
        }
    }

    StandingInvoices(Issued issued) {
        for (IssuedAct act : issued.acts()) {
            if (act.kind() == ActKind.CREDIT) {
                ofMonth.remove(new PartyMonth(act.party().orElseThrow(), act.month()));
            } else {
                act.amounts().forEach(this::remember);
            }
        }
    }

    private void remember(IssuedAct.IssuedAmount issued) {
        if (issued.invoice().isEmpty()) {
            return;
        }
        Amount amount = issued.amount();
        OfMonth of =
                ofMonth.computeIfAbsent(
                        new PartyMonth(amount.party(), amount.concerns()), key -> new OfMonth());
        InvoiceNumber number = issued.invoice().get();
        of.ofRow()
                .computeIfAbsent(amount.row(), row -> new HashMap<>())
                .computeIfAbsent(amount.vat(), vat -> new TreeSet<>())
                .add(number);
        if (amount.kind() == LineKind.ORDINARY) {
            of.own().add(number);
        }
    }

    /**
     * Those that have the row's cost of the months at the rate; at another, where none has it at
     * that; for a new row the months' own invoices.
     */
    SortedSet<InvoiceNumber> of(
            PartyCode party, String row, VatRate vat, Iterable<YearMonth> months) {
        SortedSet<InvoiceNumber> invoices = new TreeSet<>();
        for (YearMonth month : months) {
            OfMonth of = ofMonth.getOrDefault(new PartyMonth(party, month), new OfMonth());
            Map<VatRate, SortedSet<InvoiceNumber>> ofRate = of.ofRow().getOrDefault(row, Map.of());
            if (ofRate.containsKey(vat)) {
                invoices.addAll(ofRate.get(vat));
            } else if (ofRate.isEmpty()) {
                invoices.addAll(of.own());
            } else {
                ofRate.values().forEach(invoices::addAll);
            }
        }
        return invoices;
    }
}
