package se.gits.costshare.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.invoice.InvoiceSeries;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.money.Money;
import se.gits.costshare.money.VatRate;

/**
 * What an act as a whole is held to (kontroller): sums of its invoices against those of the
 * parties' shares, the budget and the register, and its numbers against where their series ended.
 * Neither figure of a pair is computed from the other.
 *
 * @param sums the pairs of sums
 * @param numbers one for each series that the act has numbers of; none of a draft
 */
public record ActChecks(List<SumCheck> sums, List<SeriesCheck> numbers) {

    public ActChecks {
        sums = List.copyOf(sums);
        numbers = List.copyOf(numbers);
    }

    /** Which two sums are held against each other. */
    public enum Kind {
        /** The month's cost by the budget, and the parties' shares of it. */
        BUDGET_AND_SHARES,
        /** What a credit or a new invoice is to bring its party to, and what has been issued. */
        DUE_AND_ISSUED,
        /** The invoices' lines, and the shares that are invoiced. */
        LINES_AND_SHARES,
        /** All shares less the invoices' lines, and the shares that are carried centrally. */
        REST_AND_CENTRAL,
        /** The invoices' VAT, and VAT computed from the shares. */
        VAT_AND_SHARES,
        /** The invoices' amounts to pay, and the same computed from the shares. */
        PAYABLE_AND_SHARES
    }

    /** Two sums that must be the same. */
    public record SumCheck(Kind kind, Money one, Money other) {
        public boolean holds() {
            return one.equals(other);
        }
    }

    /**
     * The numbers of an act in one series, which must go on from what was issued, without a gap or
     * a repeat.
     *
     * @param expected the number that follows the last one issued; without any, the settings' first
     * @param first the lowest of the act's numbers
     * @param last the highest
     * @param count how many different ones there are
     * @param documents how many invoices have them
     */
    public record SeriesCheck(
            InvoiceSeries series,
            InvoiceNumber expected,
            InvoiceNumber first,
            InvoiceNumber last,
            int count,
            int documents) {

        /** How many numbers there are from the first to the last. */
        public int span() {
            return last.ordinal() - first.ordinal() + 1;
        }

        public boolean holds() {
            return expected.equals(first) && span() == documents && count == documents;
        }
    }

    /** All checks of an act. */
    public static ActChecks of(Issuance issuance) {
        List<SumCheck> sums = new ArrayList<>();
        sums.add(
                switch (issuance.terms().kind()) {
                    case MONTH -> budgetOfMonth(issuance);
                    case CREDIT, REISSUE, SETTLEMENT -> reconciled(issuance);
                });
        sums.addAll(invoicesAndShares(issuance));
        return new ActChecks(sums, numbers(issuance));
    }

    /**
     * @throws IllegalStateException if one of them does not hold, which is a defect of the program
     */
    void demand() {
        for (SumCheck check : sums) {
            if (!check.holds()) {
                throw new IllegalStateException(
                        "Control total "
                                + check.kind()
                                + ": "
                                + check.one()
                                + ", "
                                + check.other());
            }
        }
        for (SeriesCheck check : numbers) {
            if (!check.holds()) {
                throw new IllegalStateException("Numbers do not go on: " + check);
            }
        }
    }

    private static SumCheck budgetOfMonth(Issuance issuance) {
        Money budget = Money.ZERO;
        for (ResolvedLine line : issuance.inputs().linesIn(issuance.terms().month())) {
            budget = budget.plus(line.costOf(issuance.terms().month()));
        }
        return new SumCheck(
                Kind.BUDGET_AND_SHARES,
                budget,
                sum(issuance, amount -> amount.kind() == LineKind.ORDINARY));
    }

    private static SumCheck reconciled(Issuance issuance) {
        Reconciliation.Balance total = Reconciliation.of(issuance).total();
        return new SumCheck(Kind.DUE_AND_ISSUED, total.due(), total.before().plus(total.now()));
    }

    private static List<SumCheck> invoicesAndShares(Issuance issuance) {
        Map<PartyInvoicing, Map<VatRate, Money>> shares = invoicedShares(issuance);
        Money net = Money.ZERO;
        Money vat = Money.ZERO;
        Money payable = Money.ZERO;
        boolean wholeKronor = issuance.inputs().settings().terms().wholeKronor();
        for (Map<VatRate, Money> netOfRate : shares.values()) {
            Money ofRecipient = Money.total(netOfRate.values());
            Money vatOfRecipient = Money.ZERO;
            for (Map.Entry<VatRate, Money> rate : netOfRate.entrySet()) {
                vatOfRecipient = vatOfRecipient.plus(rate.getKey().on(rate.getValue()));
            }
            Money withVat = ofRecipient.plus(vatOfRecipient);
            net = net.plus(ofRecipient);
            vat = vat.plus(vatOfRecipient);
            payable =
                    payable.plus(
                            wholeKronor ? withVat.plus(withVat.roundingToWholeKronor()) : withVat);
        }
        List<Invoice> invoices = issuance.invoices();
        return List.of(
                new SumCheck(Kind.LINES_AND_SHARES, issuance.invoiced(), net),
                new SumCheck(
                        Kind.REST_AND_CENTRAL,
                        sum(issuance, amount -> true).minus(issuance.invoiced()),
                        issuance.notInvoiced()),
                new SumCheck(
                        Kind.VAT_AND_SHARES, Money.total(invoices.stream().map(Invoice::vat)), vat),
                new SumCheck(
                        Kind.PAYABLE_AND_SHARES,
                        Money.total(invoices.stream().map(Invoice::payable)),
                        payable));
    }

    private static Map<PartyInvoicing, Map<VatRate, Money>> invoicedShares(Issuance issuance) {
        Map<PartyInvoicing, Map<VatRate, Money>> shares = new LinkedHashMap<>();
        for (Amount amount : issuance.amounts()) {
            if (amount.isInvoiced()) {
                shares.computeIfAbsent(PartyInvoicing.of(amount), recipient -> new HashMap<>())
                        .merge(amount.vat(), amount.money(), Money::plus);
            }
        }
        return shares;
    }

    private static Money sum(Issuance issuance, Predicate<Amount> counts) {
        return Money.total(issuance.amounts().stream().filter(counts).map(Amount::money));
    }

    private static List<SeriesCheck> numbers(Issuance issuance) {
        SortedMap<InvoiceSeries, List<InvoiceNumber>> numbersOf = new TreeMap<>();
        for (Invoice invoice : issuance.invoices()) {
            invoice.number()
                    .ifPresent(
                            number ->
                                    numbersOf
                                            .computeIfAbsent(
                                                    number.series(), series -> new ArrayList<>())
                                            .add(number));
        }
        List<SeriesCheck> checks = new ArrayList<>();
        numbersOf.forEach(
                (series, numbers) -> {
                    List<InvoiceNumber> inOrder = numbers.stream().sorted().distinct().toList();
                    Issued.SeriesEnd end = issuance.before().lastOfSeries().get(series);
                    checks.add(
                            new SeriesCheck(
                                    series,
                                    end == null
                                            ? new InvoiceNumber(
                                                    series,
                                                    issuance.inputs().settings().firstOrdinal())
                                            : end.number().next(),
                                    inOrder.get(0),
                                    inOrder.get(inOrder.size() - 1),
                                    inOrder.size(),
                                    numbers.size()));
                });
        return checks;
    }
}
