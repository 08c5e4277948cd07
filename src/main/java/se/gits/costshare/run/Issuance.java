package se.gits.costshare.run;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.Invoicing;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.IssuedAct.IssuedAmount;

/**
 * What an act issues, or would issue (det som utfärdas): every party's share of every line, and the
 * invoices.
 *
 * @param amounts in the order of budget lines, then kind, party and month concerned
 * @param invoices lowest party code first
 * @param before what was issued before it, of the same year
 * @param causes why what it issues is other than what was issued before, for who tells of it
 */
public record Issuance(
        RunTerms terms,
        Inputs inputs,
        List<Amount> amounts,
        List<Invoice> invoices,
        Issued before,
        Causes causes) {

    public Issuance {
        amounts = AmountColumns.ofAmounts(amounts);
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
            String row, String objectCode, PartyCode party, Invoicing invoicing, LineKind kind) {

        private boolean isOfLine(Amount amount) {
            return row.equals(amount.row()) && kind == amount.kind();
        }
    }

    /**
     * Tells of every party's share of every line, also of what is not invoiced; of none that is
     * zero. They are put together line by line: all of a country's have no room at once.
     */
    public void forEachShare(BiConsumer<LineShare, Money> told) {
        Map<LineShare, Money> ofLine = new LinkedHashMap<>();
        LineShare last = null;
        for (Amount amount : amounts) {
            if (last != null && !last.isOfLine(amount)) {
                tell(ofLine, told);
            }
            last =
                    new LineShare(
                            amount.row(),
                            amount.objectCode(),
                            amount.party(),
                            amount.invoicing(),
                            amount.kind());
            ofLine.merge(last, amount.money(), Money::plus);
        }
        tell(ofLine, told);
    }

    private static void tell(Map<LineShare, Money> ofLine, BiConsumer<LineShare, Money> told) {
        ofLine.forEach(
                (share, money) -> {
                    if (!money.isZero()) {
                        told.accept(share, money);
                    }
                });
        ofLine.clear();
    }

    /**
     * Whether the act builds on something that was issued before: a credit on what is invoiced to
     * its party for its month, a new invoice also on what is carried centrally of it, a month and a
     * settlement on everything of the year.
     */
    public boolean buildsOn(IssuedAmount issued) {
        Amount amount = issued.amount();
        boolean ofPartyAndMonth =
                amount.concerns().equals(terms.month())
                        && terms.party().equals(Optional.of(amount.party()));
        return switch (terms.kind()) {
            case MONTH, SETTLEMENT -> true;
            case CREDIT -> ofPartyAndMonth && amount.isInvoiced();
            case REISSUE -> ofPartyAndMonth;
        };
    }

    /** The amounts with the invoices they stand on; of what is issued, not of a draft. */
    public List<IssuedAmount> issuedAmounts() {
        Map<PartyInvoicing, InvoiceNumber> numberOf = new HashMap<>();
        for (Invoice invoice : invoices) {
            Party to = invoice.recipient();
            numberOf.put(
                    new PartyInvoicing(to.code(), to.invoicing()), invoice.number().orElseThrow());
        }
        return new AbstractList<>() {
            @Override
            public IssuedAmount get(int index) {
                Amount amount = amounts.get(index);
                return new IssuedAmount(
                        amount, Optional.ofNullable(numberOf.get(PartyInvoicing.of(amount))));
            }

            @Override
            public int size() {
                return amounts.size();
            }
        };
    }

    /**
     * Whether an invoice is of another kind than its recipient's are now: it takes back what was
     * charged within the organisation of one who is outside it, or the other way round.
     */
    public boolean isOfEarlierKind(Invoice invoice) {
        return inputs.parties()
                .find(invoice.recipient().code())
                .map(party -> (party.invoicing() == Invoicing.INTERNAL) != invoice.isInternal())
                .orElse(false);
    }

    /** The invoices' sum without VAT. */
    public Money invoiced() {
        return Money.total(invoices.stream().map(Invoice::net));
    }

    /** What is carried centrally: shown, never invoiced. */
    public Money notInvoiced() {
        return Money.total(
                amounts.stream().filter(amount -> !amount.isInvoiced()).map(Amount::money));
    }
}
