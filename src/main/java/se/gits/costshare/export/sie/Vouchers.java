package se.gits.costshare.export.sie;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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

    private Vouchers(Issuance issuance, Bookkeeping bookkeeping) {
        this.issuance = issuance;
        this.bookkeeping = bookkeeping;
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
                                                    capitalised(named(invoice)),
                                                    List.of(invoice),
                                                    false))
                            .toList();
            case ACT -> List.of(vouchers.voucher(vouchers.name(), issuance.invoices(), true));
        };
    }

    /** {@code faktura 202300001 Härryda kommun}; a draft has no number. */
    private static String named(Invoice invoice) {
        return invoice.kind().swedish()
                + invoice.number().map(number -> " " + number).orElse("")
                + " "
                + invoice.recipient().name();
    }

    /** What the act is, {@code Fakturering januari 2023}. */
    private String name() {
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
        Map<Place, Money> amountOfPlace = new LinkedHashMap<>();
        for (Invoice invoice : invoices) {
            entries.add(
                    new Entry(
                            invoice.isInternal()
                                    ? bookkeeping.internalReceivable()
                                    : bookkeeping.receivable(),
                            objects("", "", counterpart(invoice)),
                            invoice.payable(),
                            tellsInvoices ? capitalised(named(invoice)) : ""));
            addIncomeAndVat(invoice, amountOfPlace);
        }
        amountOfPlace.forEach(
                (place, amount) -> {
                    if (!amount.isZero()) {
                        entries.add(
                                new Entry(place.account(), place.objects(), amount.negated(), ""));
                    }
                });
        return new Voucher(issuance.terms().draft() ? "UTKAST " + text : text, entries);
    }

    /** An account with what else is booked on it. */
    private record Place(String account, SortedMap<Integer, String> objects) {}

    private void addIncomeAndVat(Invoice invoice, Map<Place, Money> amountOfPlace) {
        for (InvoiceLine line : invoice.lines()) {
            Bookkeeping.Posting posting = posting(line);
            Place place =
                    new Place(
                            invoice.isInternal() ? posting.internalAccount() : posting.account(),
                            objects(posting.costCentre(), posting.project(), counterpart(invoice)));
            amountOfPlace.merge(place, line.amount(), Money::plus);
        }
        for (VatSum sum : invoice.vatSums()) {
            if (!sum.vat().isZero()) {
                String account = bookkeeping.vatAccountOfPercent().get(sum.rate().percent());
                amountOfPlace.merge(new Place(account, new TreeMap<>()), sum.vat(), Money::plus);
            }
        }
        if (!invoice.rounding().isZero()) {
            amountOfPlace.merge(
                    new Place(bookkeeping.rounding().orElseThrow(), new TreeMap<>()),
                    invoice.rounding(),
                    Money::plus);
        }
    }

    /** By what the budget says of the line today, which is what the act rests on. */
    private Bookkeeping.Posting posting(InvoiceLine line) {
        String costType =
                issuance.inputs()
                        .line(line.budgetRow())
                        .map(resolved -> resolved.line().costType())
                        .orElseThrow();
        return bookkeeping.postingOf(line.objectCode(), costType).orElseThrow();
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

    private static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
