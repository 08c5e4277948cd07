package se.gits.costshare.invoice;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import se.gits.costshare.money.Money;
import se.gits.costshare.money.VatRate;
import se.gits.costshare.party.Invoicing;
import se.gits.costshare.party.Party;

/**
 * An invoice, internal invoice or credit note (faktura, internfaktura, kreditfaktura) to one party.
 *
 * <p>Sums are computed from the lines, never stored beside them. Amounts are negative on a credit
 * note.
 *
 * @param number empty on a draft (utkast)
 * @param period the month that is invoiced, or the year that is settled
 * @param issueDate the invoice date (fakturadatum)
 * @param follows the credit notes that took back what it issues anew; empty of any other invoice
 */
public record Invoice(
        Optional<InvoiceNumber> number,
        InvoicePeriod period,
        LocalDate issueDate,
        Issuer issuer,
        PaymentTerms terms,
        Party recipient,
        List<InvoiceLine> lines,
        SortedSet<InvoiceNumber> follows) {

    public Invoice {
        lines = lines instanceof LinesOnDemand ? lines : List.copyOf(lines);
        follows = Collections.unmodifiableSortedSet(new TreeSet<>(follows));
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("No invoice without a line: " + recipient.code());
        }
    }

    /** A credit note where the sum is negative, without VAT or with it. */
    public InvoiceKind kind() {
        if (net().isNegative() || net().plus(vat()).isNegative()) {
            return InvoiceKind.CREDIT_NOTE;
        }
        return isInternal() ? InvoiceKind.INTERNAL : InvoiceKind.INVOICE;
    }

    /** Whether it stays within the issuer's own organisation. */
    public boolean isInternal() {
        return recipient.invoicing() == Invoicing.INTERNAL;
    }

    /** In which form it reaches its recipient. */
    public Delivery delivery() {
        if (isInternal()) {
            return Delivery.INTERNAL;
        }
        return missingForEInvoice().isEmpty() ? Delivery.E_INVOICE : Delivery.PDF;
    }

    /** What an e-invoice needs and that is not known. */
    public Set<Delivery.Need> missingForEInvoice() {
        Set<Delivery.Need> missing = EnumSet.noneOf(Delivery.Need.class);
        if (recipient.peppolId().isEmpty()) {
            missing.add(Delivery.Need.RECIPIENTS_ADDRESS);
        }
        if (recipient.reference().isEmpty()) {
            missing.add(Delivery.Need.REFERENCE);
        }
        if (issuer.peppolId().isEmpty()) {
            missing.add(Delivery.Need.ISSUERS_ADDRESS);
        }
        return missing;
    }

    /**
     * What tells the payment from others: the OCR reference, or where none is used the invoice
     * number. Empty of what is not paid, and of a draft.
     */
    public String paymentId() {
        if (kind() != InvoiceKind.INVOICE || !paymentReference().isEmpty()) {
            return paymentReference();
        }
        return number.map(InvoiceNumber::toString).orElse("");
    }

    public LocalDate dueDate() {
        return issueDate.plusDays(terms.dueDays());
    }

    /** The sum of the lines, without VAT. */
    public Money net() {
        return Money.total(lines.stream().map(InvoiceLine::amount));
    }

    /**
     * Taxable amount and VAT per rate, highest rate first; the VAT is computed on the rate's sum.
     *
     * @see "17 kap. 24 § mervärdesskattelagen (2023:200), punkt 8–10"
     */
    public List<VatSum> vatSums() {
        SortedMap<VatRate, Money> netOfRate = new TreeMap<>();
        lines.forEach(line -> netOfRate.merge(line.vat(), line.amount(), Money::plus));
        return netOfRate.entrySet().stream()
                .map(e -> new VatSum(e.getKey(), e.getValue(), e.getKey().on(e.getValue())))
                .toList();
    }

    public Money vat() {
        return Money.total(vatSums().stream().map(VatSum::vat));
    }

    /** What öresavrundning adds to the amount to pay; it never changes the taxable amounts. */
    public Money rounding() {
        return terms.wholeKronor() ? net().plus(vat()).roundingToWholeKronor() : Money.ZERO;
    }

    /** The amount to pay (att betala), VAT included. */
    public Money payable() {
        return net().plus(vat()).plus(rounding());
    }

    /**
     * The reference to pay with (ocr). Empty on a draft, on an internal invoice, which is booked
     * and not paid, and on a credit note.
     */
    public String paymentReference() {
        if (number.isEmpty() || kind() != InvoiceKind.INVOICE) {
            return "";
        }
        return terms.ocrControl().reference(number.get().toString());
    }

    /** The earlier invoices that its lines refer to (avser_faktura). */
    public SortedSet<InvoiceNumber> concernsInvoices() {
        SortedSet<InvoiceNumber> all = new TreeSet<>();
        lines.forEach(line -> all.addAll(line.concernsInvoices()));
        return Collections.unmodifiableSortedSet(all);
    }
}
