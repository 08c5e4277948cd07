package se.gits.costshare.run;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.invoice.InvoiceSeries;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.money.Money;
import se.gits.costshare.money.VatRate;
import se.gits.costshare.parties.Parties;
import se.gits.costshare.party.Invoicing;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;

/**
 * A month as one pure function: what is asked, the inputs, and what was issued before, to the month
 * as it is invoiced. {@code preview} and {@code invoice} are this with other terms.
 */
public final class IssuingRun {

    private IssuingRun() {}

    /**
     * Computes a month: each line's cost split between its parties, adjustments of earlier months,
     * and one invoice a party, numbered in the order of party codes.
     *
     * @throws RunRefused if earlier months change and no reason is given, a row that was invoiced
     *     is gone, or the date or the numbers do not continue their series
     * @throws IllegalStateException if the control totals disagree, which is a defect
     */
    public static Issuance calculate(RunTerms terms, Inputs inputs, Issued issued) {
        List<Amount> amounts = new ArrayList<>();
        for (ResolvedLine line : inputs.linesIn(terms.month())) {
            amounts.addAll(ordinary(line, terms.month(), inputs.parties()));
        }
        List<Amount> adjustments = Adjustments.of(terms, inputs, issued);
        if (!adjustments.isEmpty() && terms.reason().isBlank()) {
            refuseWithoutReason(adjustments);
        }
        amounts.addAll(adjustments);
        List<Invoice> invoices = invoices(terms, inputs, amounts, issued);
        Issuance issuance = new Issuance(terms, inputs, amounts, invoices, issued.previousManifest());
        ControlTotals.check(issuance);
        return issuance;
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
                                                vat(line, month, invoicing),
                                                money));
                            }
                        });
        return amounts;
    }

    private static VatRate vat(ResolvedLine line, YearMonth month, Invoicing invoicing) {
        return invoicing == Invoicing.INTERNAL ? VatRate.INTERNAL : line.objectIn(month).vat();
    }

    private static void refuseWithoutReason(List<Amount> adjustments) {
        SortedSet<YearMonth> months = new TreeSet<>();
        SortedSet<String> rows = new TreeSet<>();
        adjustments.forEach(
                adjustment -> {
                    months.add(adjustment.concerns());
                    rows.add(adjustment.row());
                });
        throw new RunRefused(
                RunRefused.Cause.REASON_MISSING,
                String.join(" ", months.stream().map(YearMonth::toString).toList()),
                String.join(", ", rows),
                Money.total(adjustments.stream().map(Amount::money).toList()));
    }

    private static List<Invoice> invoices(
            RunTerms terms, Inputs inputs, List<Amount> amounts, Issued issued) {
        // Put in order when grouped: hundreds of parties are sorted sooner than all their amounts.
        SortedMap<PartyCode, List<Amount>> amountsOfParty =
                new TreeMap<>(
                        amounts.stream()
                                .filter(Amount::isInvoiced)
                                .collect(Collectors.groupingBy(Amount::party)));
        InvoiceLines lines = new InvoiceLines(terms, inputs, issued);
        Numbering numbering = new Numbering(terms, inputs.settings().firstOrdinal(), issued);
        List<Invoice> invoices = new ArrayList<>();
        amountsOfParty.forEach(
                (code, ofParty) -> {
                    List<InvoiceLine> linesOfParty = lines.of(ofParty);
                    if (linesOfParty.isEmpty()) {
                        return;
                    }
                    Party party =
                            inputs.parties()
                                    .find(code)
                                    .orElseThrow(
                                            () ->
                                                    new RunRefused(
                                                            RunRefused.Cause.PARTY_VANISHED, code));
                    invoices.add(
                            new Invoice(
                                    numbering.next(party),
                                    terms.month(),
                                    terms.issueDate(),
                                    inputs.settings().issuer(),
                                    inputs.settings().terms(),
                                    party,
                                    linesOfParty));
                });
        return invoices;
    }

    /** Gives the invoices of a run their numbers, each series going on where it ended. */
    private static final class Numbering {

        private final RunTerms terms;
        private final int firstOrdinal;
        private final Issued issued;
        private final Map<InvoiceSeries, InvoiceNumber> last = new HashMap<>();

        Numbering(RunTerms terms, int firstOrdinal, Issued issued) {
            this.terms = terms;
            this.firstOrdinal = firstOrdinal;
            this.issued = issued;
            issued.lastOfSeries().forEach((series, end) -> last.put(series, end.number()));
        }

        Optional<InvoiceNumber> next(Party recipient) {
            InvoiceSeries series =
                    new InvoiceSeries(
                            terms.issueDate().getYear(),
                            recipient.invoicing() == Invoicing.INTERNAL);
            refuseDateBeforeLast(series);
            if (terms.draft()) {
                return Optional.empty();
            }
            InvoiceNumber before = last.get(series);
            if (before != null && before.ordinal() == InvoiceNumber.LAST_ORDINAL) {
                throw new RunRefused(RunRefused.Cause.SERIES_FULL, before);
            }
            InvoiceNumber number =
                    before == null ? new InvoiceNumber(series, firstOrdinal) : before.next();
            last.put(series, number);
            return Optional.of(number);
        }

        private void refuseDateBeforeLast(InvoiceSeries series) {
            Issued.SeriesEnd end = issued.lastOfSeries().get(series);
            if (end != null && terms.issueDate().isBefore(end.issueDate())) {
                throw new RunRefused(
                        RunRefused.Cause.DATE_BEFORE_LAST,
                        terms.issueDate(),
                        end.number(),
                        end.issueDate());
            }
        }
    }

    /** Makes invoice lines of amounts: one a budget line, kind and VAT rate. */
    private static final class InvoiceLines {

        private final RunTerms terms;
        private final Map<String, ResolvedLine> lineOfRow = new HashMap<>();

        /** The invoices that a party's cost of a month stands on, by budget row and all rows. */
        private final Map<List<Object>, SortedSet<InvoiceNumber>> invoicesOf = new HashMap<>();

        private record LineId(String row, LineKind kind, VatRate vat) {}

        InvoiceLines(RunTerms terms, Inputs inputs, Issued issued) {
            this.terms = terms;
            inputs.lines().forEach(line -> lineOfRow.put(line.line().row(), line));
            for (Issued.IssuedAmount earlier : issued.amounts()) {
                Amount amount = earlier.amount();
                if (earlier.invoice().isPresent()) {
                    remember(earlier, amount.party(), amount.concerns(), amount.row());
                    if (amount.kind() == LineKind.ORDINARY) {
                        remember(earlier, amount.party(), amount.concerns());
                    }
                }
            }
        }

        private void remember(Issued.IssuedAmount earlier, Object... of) {
            invoicesOf
                    .computeIfAbsent(List.of(of), key -> new TreeSet<>())
                    .add(earlier.invoice().orElseThrow());
        }

        /** The lines of one party, in the budget's order, ordinary ones before adjustments. */
        List<InvoiceLine> of(List<Amount> amountsOfParty) {
            Map<LineId, List<Amount>> amountsOfLine = new LinkedHashMap<>();
            for (Amount amount : amountsOfParty) {
                amountsOfLine
                        .computeIfAbsent(
                                new LineId(amount.row(), amount.kind(), amount.vat()),
                                line -> new ArrayList<>(1))
                        .add(amount);
            }
            return amountsOfLine.entrySet().stream()
                    .map(line -> line(line.getKey(), line.getValue()))
                    .filter(line -> !line.amount().isZero())
                    .toList();
        }

        private InvoiceLine line(LineId id, List<Amount> amounts) {
            ResolvedLine line = lineOfRow.get(id.row());
            boolean ordinary = id.kind() == LineKind.ORDINARY;
            SortedSet<YearMonth> concernsMonths =
                    ordinary ? Collections.emptySortedSet() : concernsMonths(amounts);
            Money sum = Money.ZERO;
            for (Amount amount : amounts) {
                sum = sum.plus(amount.money());
            }
            return new InvoiceLine(
                    line.line().objectCode(),
                    line.objectAround(terms.month()).name(),
                    id.row(),
                    line.line().text(),
                    id.kind(),
                    line.line().keyCode(),
                    sum,
                    id.vat(),
                    concernsMonths,
                    ordinary
                            ? Collections.emptySortedSet()
                            : invoicesOf(amounts.get(0).party(), id.row(), concernsMonths),
                    ordinary ? "" : terms.reason(),
                    line.line().decision());
        }

        private static SortedSet<YearMonth> concernsMonths(List<Amount> amounts) {
            SortedSet<YearMonth> months = new TreeSet<>();
            amounts.forEach(amount -> months.add(amount.concerns()));
            return months;
        }

        /** Those that have the row's cost of the months; for a new row the months' own invoices. */
        private SortedSet<InvoiceNumber> invoicesOf(
                PartyCode party, String row, SortedSet<YearMonth> concernsMonths) {
            SortedSet<InvoiceNumber> invoices = new TreeSet<>();
            for (YearMonth month : concernsMonths) {
                SortedSet<InvoiceNumber> ofMonth =
                        invoicesOf.getOrDefault(List.of(party, month), new TreeSet<>());
                invoices.addAll(invoicesOf.getOrDefault(List.of(party, month, row), ofMonth));
            }
            return invoices;
        }
    }
}
