package se.gits.costshare.run;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import se.gits.costshare.input.Period;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.invoice.InvoiceSeries;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.invoice.LinesOnDemand;
import se.gits.costshare.money.Money;
import se.gits.costshare.money.VatRate;
import se.gits.costshare.party.Invoicing;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;

/** Makes a run's amounts into invoices, one a party. */
final class Invoices {

    /**
     * Where no input has changed since: differences that made no line, because the months came to
     * nothing together, and one of which was then credited and issued anew.
     */
    private static final String CANCELLED_OUT =
            "Skillnader mellan månader som tidigare tog ut varandra";

    private final RunTerms terms;
    private final Inputs inputs;
    private final Issued issued;
    private final Causes causes;
    private final StandingInvoices standing;
    private final Map<String, ResolvedLine> lineOfRow = new HashMap<>();

    Invoices(RunTerms terms, Inputs inputs, Issued issued, Causes causes) {
        this.terms = terms;
        this.inputs = inputs;
        this.issued = issued;
        this.causes = causes;
        this.standing = new StandingInvoices(issued);
        inputs.lines().forEach(line -> lineOfRow.put(line.line().row(), line));
    }

    /**
     * The invoices, lowest party code first; none for a party without a line, and two for one that
     * is invoiced in another way than it was.
     *
     * @throws RunRefused if a party is gone, or the date or the numbers do not continue their
     *     series
     */
    List<Invoice> of(List<Amount> amounts) {
        Map<PartyInvoicing, Places> placesOfRecipient = new HashMap<>();
        for (int place = 0; place < amounts.size(); place++) {
            Amount amount = amounts.get(place);
            if (amount.isInvoiced()) {
                placesOfRecipient
                        .computeIfAbsent(PartyInvoicing.of(amount), recipient -> new Places())
                        .add(place);
            }
        }
        Numbering numbering = new Numbering(terms, inputs.settings().firstOrdinal(), issued);
        List<Invoice> invoices = new ArrayList<>();
        // Put in order when grouped: hundreds of parties are sorted sooner than all their amounts.
        new TreeMap<>(placesOfRecipient)
                .forEach(
                        (recipient, places) -> {
                            List<InvoiceLine> lines = lines(amounts, places);
                            if (lines.isEmpty()) {
                                return;
                            }
                            Party party =
                                    inputs.parties()
                                            .find(recipient.party())
                                            .orElseThrow(
                                                    () ->
                                                            new RunRefused(
                                                                    RunRefused.Cause.PARTY_VANISHED,
                                                                    recipient.party()))
                                            .invoicedAs(recipient.invoicing());
                            invoices.add(
                                    new Invoice(
                                            numbering.next(party),
                                            terms.period(),
                                            terms.issueDate(),
                                            inputs.settings().issuer(),
                                            inputs.settings().terms(),
                                            party,
                                            lines,
                                            issued.creditsOf(terms)));
                        });
        return invoices;
    }

    /** Where an invoice's amounts stand among all. */
    private static final class Places {

        private int[] places = new int[8];
        private int count;

        void add(int place) {
            if (count == places.length) {
                places = Arrays.copyOf(places, 2 * count);
            }
            places[count] = place;
            count++;
        }

        IntStream inOrder() {
            return Arrays.stream(places, 0, count);
        }
    }

    /** What one invoice line is made for: one a budget line, kind and VAT rate. */
    private record LineId(String row, LineKind kind, VatRate vat) {}

    /**
     * The lines of one invoice, in the budget's order, ordinary ones before adjustments. A month's
     * own are made when they are asked for; what else there is has a cause, which takes time.
     */
    private List<InvoiceLine> lines(List<Amount> amounts, Places ofInvoice) {
        Map<LineId, Places> placesOfLine = new LinkedHashMap<>();
        ofInvoice
                .inOrder()
                .forEach(
                        place -> {
                            Amount amount = amounts.get(place);
                            placesOfLine
                                    .computeIfAbsent(
                                            new LineId(amount.row(), amount.kind(), amount.vat()),
                                            line -> new Places())
                                    .add(place);
                        });
        Places own = new Places();
        List<InvoiceLine> others = new ArrayList<>();
        placesOfLine.forEach(
                (id, places) -> {
                    if (isOwn(id.kind())) {
                        places.inOrder().forEach(own::add);
                        return;
                    }
                    List<Amount> ofLine = places.inOrder().mapToObj(amounts::get).toList();
                    Money sum = Money.total(ofLine.stream().map(Amount::money));
                    if (!sum.isZero()) {
                        others.add(line(id, ofLine, sum));
                    }
                });
        return ownAndOthers(amounts, own.inOrder().toArray(), others);
    }

    /** Whether a line is the month's own cost: of that a party has one amount a budget line. */
    private boolean isOwn(LineKind kind) {
        return terms.kind() == ActKind.MONTH && kind == LineKind.ORDINARY;
    }

    /** What makes a line holds on to nothing else of what the invoices were made with. */
    private List<InvoiceLine> ownAndOthers(
            List<Amount> amounts, int[] own, List<InvoiceLine> others) {
        Map<String, ResolvedLine> lines = lineOfRow;
        YearMonth month = terms.month();
        return new LinesOnDemand(
                own.length + others.size(),
                index -> {
                    if (index >= own.length) {
                        return others.get(index - own.length);
                    }
                    Amount amount = amounts.get(own[index]);
                    return own(amount, lines.get(amount.row()), month);
                });
    }

    /** A month's own line needs no reason, and there is nothing before it. */
    private static InvoiceLine own(Amount amount, ResolvedLine line, YearMonth month) {
        return line(
                new LineId(amount.row(), amount.kind(), amount.vat()),
                amount.money(),
                line,
                month,
                Collections.emptySortedSet(),
                Collections.emptySortedSet(),
                "");
    }

    private InvoiceLine line(LineId id, List<Amount> amounts, Money sum) {
        ResolvedLine line = lineOfRow.get(id.row());
        boolean ordinary = id.kind() == LineKind.ORDINARY;
        PartyCode party = amounts.get(0).party();
        SortedSet<YearMonth> concernsMonths =
                ordinary ? Collections.emptySortedSet() : concernsMonths(amounts);
        return line(
                id,
                sum,
                line,
                terms.month(),
                concernsMonths,
                standing.of(party, id.row(), id.vat(), concernsMonths),
                ordinary ? terms.reason() : cause(id.kind(), line, party, concernsMonths));
    }

    private static InvoiceLine line(
            LineId id,
            Money sum,
            ResolvedLine line,
            YearMonth month,
            SortedSet<YearMonth> concernsMonths,
            SortedSet<InvoiceNumber> concernsInvoices,
            String cause) {
        return new InvoiceLine(
                line.line().objectCode(),
                line.objectAround(month).name(),
                id.row(),
                line.line().text(),
                id.kind(),
                line.line().keyCode(),
                sum,
                id.vat(),
                concernsMonths,
                concernsInvoices,
                cause,
                line.line().decision());
    }

    private static SortedSet<YearMonth> concernsMonths(List<Amount> amounts) {
        SortedSet<YearMonth> months = new TreeSet<>();
        amounts.forEach(amount -> months.add(amount.concerns()));
        return months;
    }

    /**
     * Why the line is there: what the administrator said, and what in the input has changed. A
     * credit has the former alone, since it takes back what stands, whatever the input is now.
     */
    private String cause(
            LineKind kind, ResolvedLine line, PartyCode party, SortedSet<YearMonth> months) {
        List<String> sentences = new ArrayList<>();
        if (kind == LineKind.SETTLEMENT) {
            sentences.add(outcome(line));
            neverIssued(months).ifPresent(sentences::add);
        }
        if (kind != LineKind.CREDIT) {
            List<String> changes = causes.of(party, line.line().row(), months);
            sentences.addAll(changes);
            if (kind == LineKind.ADJUSTMENT && changes.isEmpty()) {
                sentences.add(CANCELLED_OUT);
            }
        }
        String told = String.join(". ", sentences);
        if (terms.reason().isBlank()) {
            return told;
        }
        // A reason that stands alone is left as it was written.
        return told.isEmpty()
                ? terms.reason()
                : terms.reason().replaceAll("[.\\s]+$", "") + ". " + told;
    }

    private Optional<String> neverIssued(SortedSet<YearMonth> months) {
        SortedSet<YearMonth> never = new TreeSet<>(months);
        never.removeAll(issued.months());
        return never.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Månader som inte har fakturerats ingår: "
                                + String.join(", ", Period.inWords(never)));
    }

    private String outcome(ResolvedLine line) {
        Money outcome = inputs.outcome().orElseThrow().costOfRow().get(line.line().row());
        return "Utfall "
                + outcome.inSwedish()
                + " kr mot budget "
                + line.line().amount().inSwedish()
                + " kr";
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
}
