package se.gits.costshare.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.Invoicing;
import se.gits.costshare.party.PartyCode;

/**
 * What an act issues, or would issue (det som utfärdas): every party's share of every line, and the
 * invoices.
 *
 * @param amounts in the order of budget lines, then kind, party and month concerned
 * @param invoices lowest party code first
 * @param before what was issued before it, of the same year
 */
public record Issuance(
        RunTerms terms,
        Inputs inputs,
        List<Amount> amounts,
        List<Invoice> invoices,
        Issued before) {

    public Issuance {
        amounts = List.copyOf(amounts);
        invoices = List.copyOf(invoices);
    }

    /**
     * What it says, as one hash: every amount and invoice, but the invoices' numbers. A draft has
     * that of what is then issued.
     */
    public String contentHash() {
        return ContentHash.of(this);
    }

    /** A party's share of a line, its months together. */
    public record LineShare(
            String row, String objectCode, PartyCode party, Invoicing invoicing, LineKind kind) {}

    /** Every party's share of every line, also what is not invoiced; none that is zero. */
    public Map<LineShare, Money> shares() {
        Map<LineShare, Money> shares = new LinkedHashMap<>();
        for (Amount amount : amounts) {
            LineShare share =
                    new LineShare(
                            amount.row(),
                            amount.objectCode(),
                            amount.party(),
                            amount.invoicing(),
                            amount.kind());
            shares.merge(share, amount.money(), Money::plus);
        }
        shares.values().removeIf(Money::isZero);
        return shares;
    }

    /** The invoices' sum without VAT. */
    public Money invoiced() {
        return Money.total(
                invoices.stream()
                        .flatMap(invoice -> invoice.lines().stream())
                        .map(InvoiceLine::amount)
                        .toList());
    }

    /** What is carried centrally: shown, never invoiced. */
    public Money notInvoiced() {
        return Money.total(
                amounts.stream()
                        .filter(amount -> !amount.isInvoiced())
                        .map(Amount::money)
                        .toList());
    }
}
