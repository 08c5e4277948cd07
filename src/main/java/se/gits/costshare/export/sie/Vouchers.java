package se.gits.costshare.export.sie;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.export.SwedishMonths;
import se.gits.costshare.export.sie.Voucher.Entry;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.invoice.VatSum;
import se.gits.costshare.money.Money;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.settings.Bookkeeping;

/**
 * Books invoices: what is to be paid against income, VAT and öresavrundning.
 *
 * <pre>
 * 1510 {20 "82"}                      8 270.33      what the party is to pay
 * 3410 {1 "4711" 20 "82"}            -6 616.26      income, one entry an account and its objects
 * 2611 {}                            -1 654.07      VAT, one entry a rate
 * </pre>
 */
final class Vouchers {

    /** SIE's own numbers of dimensions. */
    private static final int COST_CENTRE = 1;

    private static final int PROJECT = 6;

    private final Issuance issuance;
    private final Bookkeeping bookkeeping;
    private final Map<String, Bookkeeping.Posting> postingOfRow;

    private Vouchers(Issuance issuance, Bookkeeping bookkeeping) {
        this.issuance = issuance;
        this.bookkeeping = bookkeeping;
        this.postingOfRow = postings(issuance, bookkeeping);
    }

    /** The vouchers of an act, in the order of its invoices; none where it has no invoice. */
    static List<Voucher> of(Issuance issuance, Bookkeeping bookkeeping) {
        Vouchers vouchers = new Vouchers(issuance, bookkeeping);
        if (issuance.invoices().isEmpty()) {
            return List.of();
        }
        return switch (bookkeeping.voucherOf()) {
            case INVOICE ->
                    issuance.invoices().stream()
                            .map(
                                    invoice ->
                                            vouchers.voucher(
                                                    named(invoice), List.of(invoice), false))
                            .toList();
            case ACT -> List.of(vouchers.voucher(nameOf(issuance), issuance.invoices(), true));
        };
    }

    /** {@code Faktura 202300001 Härryda kommun}; a draft has no number. */
    private static String named(Invoice invoice) {
        return invoice.kind().heading()
                + invoice.number().map(number -> " " + number).orElse("")
                + " "
                + invoice.recipient().name();
    }

    /** What an act is, {@code Fakturering januari 2023}. */
    static String nameOf(Issuance issuance) {
        ActKind kind = issuance.terms().kind();
        String what =
                switch (kind) {
                    case MONTH -> "Fakturering";
                    case CREDIT -> "Kreditering";
                    case REISSUE -> "Ny faktura";
                    case SETTLEMENT -> "Avräkning";
                };
        return what + " " + SwedishMonths.of(issuance.terms().period());
    }

    private Voucher voucher(String text, List<Invoice> invoices, boolean tellsInvoices) {
        List<Entry> entries = new ArrayList<>();
        Map<BookedOn, Money> amountBooked = new LinkedHashMap<>();
        for (Invoice invoice : invoices) {
            entries.add(
                    new Entry(
                            invoice.isInternal()
                                    ? bookkeeping.internalReceivable()
                                    : bookkeeping.receivable(),
                            objects("", "", counterpart(invoice)),
                            invoice.payable(),
                            tellsInvoices ? named(invoice) : ""));
            addIncomeAndVat(invoice, amountBooked);
        }
        amountBooked.forEach(
                (on, amount) -> {
                    if (!amount.isZero()) {
                        entries.add(new Entry(on.account(), on.objects(), amount.negated(), ""));
                    }
                });
        // A voucher of nothing at all keeps one entry, to be one.
        if (entries.stream().anyMatch(entry -> !entry.amount().isZero())) {
            entries.removeIf(entry -> entry.amount().isZero());
        }
        return new Voucher(issuance.terms().draft() ? "UTKAST " + text : text, entries);
    }

    /** An account with what else is booked on it. */
    private record BookedOn(String account, SortedMap<Integer, String> objects) {}

    private void addIncomeAndVat(Invoice invoice, Map<BookedOn, Money> amountBooked) {
        for (InvoiceLine line : invoice.lines()) {
            Bookkeeping.Posting posting = postingOfRow.get(line.budgetRow());
            BookedOn on =
                    new BookedOn(
                            invoice.isInternal() ? posting.internalAccount() : posting.account(),
                            objects(posting.costCentre(), posting.project(), counterpart(invoice)));
            amountBooked.merge(on, line.amount(), Money::plus);
        }
        for (VatSum sum : invoice.vatSums()) {
            if (!sum.vat().isZero()) {
                String account = bookkeeping.vatAccountOfPercent().get(sum.rate().percent());
                amountBooked.merge(new BookedOn(account, new TreeMap<>()), sum.vat(), Money::plus);
            }
        }
        if (!invoice.rounding().isZero()) {
            amountBooked.merge(
                    new BookedOn(bookkeeping.rounding().orElseThrow(), new TreeMap<>()),
                    invoice.rounding(),
                    Money::plus);
        }
    }

    /** By what the budget says of the line today, which is what the act rests on. */
    private static Map<String, Bookkeeping.Posting> postings(
            Issuance issuance, Bookkeeping bookkeeping) {
        Map<String, Bookkeeping.Posting> postingOfRow = new HashMap<>();
        for (BudgetLine line : issuance.inputs().budgetLines()) {
            bookkeeping
                    .postingOf(line.objectCode(), line.costType())
                    .ifPresent(posting -> postingOfRow.put(line.row(), posting));
        }
        return postingOfRow;
    }

    private String counterpart(Invoice invoice) {
        return bookkeeping.counterpartOf(invoice.recipient()).orElse("");
    }

    private SortedMap<Integer, String> objects(
            String costCentre, String project, String counterpart) {
        SortedMap<Integer, String> objects = new TreeMap<>();
        objects.put(COST_CENTRE, costCentre);
        objects.put(PROJECT, project);
        objects.put(bookkeeping.counterpartDimension(), counterpart);
        objects.values().removeIf(String::isEmpty);
        return objects;
    }
}
