package se.gits.costshare.explanation;

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
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.money.Money;
import se.gits.costshare.money.VatRate;
import se.gits.costshare.party.Invoicing;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.Amount;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.ResolvedLine;

/** Explains the lines of an act's invoices. Made once an act; several threads may ask. */
public final class Explanations {

    private final Issuance issuance;
    private final Map<String, ResolvedLine> lineOfRow = new HashMap<>();

    private Explanations(Issuance issuance) {
        this.issuance = issuance;
        Inputs inputs = issuance.inputs();
        List<ResolvedLine> lines =
                issuance.terms().kind() == ActKind.SETTLEMENT
                        ? inputs.linesAtOutcome()
                        : inputs.lines();
        lines.forEach(line -> lineOfRow.put(line.line().row(), line));
    }

    public static Explanations of(Issuance issuance) {
        return new Explanations(issuance);
    }

    /**
     * Explains a line of one of the act's invoices.
     *
     * @throws IllegalStateException if the explanation does not come to the line's amount, which is
     *     a defect
     */
    public Explanation of(Invoice invoice, InvoiceLine line) {
        return explain(
                new Party(invoice.recipient().code(), invoice.recipient().invoicing()), line);
    }

    /**
     * Explains what is carried centrally (bärs centralt): of each party the lines that it would
     * have on an invoice, in the act's order.
     */
    public SortedMap<PartyCode, List<Explanation>> ofCentral() {
        Map<CentralLine, List<Amount>> amountsOf = new LinkedHashMap<>();
        for (Amount amount : issuance.amounts()) {
            if (!amount.isInvoiced()) {
                amountsOf
                        .computeIfAbsent(CentralLine.of(amount), line -> new ArrayList<>())
                        .add(amount);
            }
        }
        SortedMap<PartyCode, List<Explanation>> explained = new TreeMap<>();
        amountsOf.forEach(
                (central, amounts) -> {
                    Money sum = Money.total(amounts.stream().map(Amount::money));
                    if (!sum.isZero()) {
                        explained
                                .computeIfAbsent(central.party(), party -> new ArrayList<>())
                                .add(
                                        explain(
                                                new Party(central.party(), Invoicing.NONE),
                                                line(central, amounts, sum)));
                    }
                });
        return explained;
    }

    /** What one line is made for, as on an invoice. */
    private record CentralLine(PartyCode party, String row, LineKind kind, VatRate vat) {

        static CentralLine of(Amount amount) {
            return new CentralLine(amount.party(), amount.row(), amount.kind(), amount.vat());
        }
    }

    private InvoiceLine line(CentralLine central, List<Amount> amounts, Money sum) {
        ResolvedLine resolved = lineOfRow.get(central.row());
        SortedSet<YearMonth> months = new TreeSet<>();
        if (central.kind() != LineKind.ORDINARY) {
            amounts.forEach(amount -> months.add(amount.concerns()));
        }
        return new InvoiceLine(
                resolved.line().objectCode(),
                resolved.objectAround(issuance.terms().month()).name(),
                central.row(),
                resolved.line().text(),
                central.kind(),
                resolved.line().keyCode(),
                sum,
                central.vat(),
                months,
                Collections.emptySortedSet(),
                "",
                resolved.line().decision());
    }

    private Explanation explain(Party party, InvoiceLine line) {
        ResolvedLine budgetLine = lineOfRow.get(line.budgetRow());
        SortedSet<YearMonth> months = monthsOf(line);
        boolean isCredit = line.kind() == LineKind.CREDIT;
        List<Stretch> due = isCredit ? List.of() : due(party, line, budgetLine, months);
        return new Explanation(
                line,
                budgetLine,
                months,
                due,
                isCredit ? List.of() : nothingDue(party, budgetLine, months, due),
                before(party, line, months));
    }

    /** Who an invoice is to, and how: a party can have one of each kind. */
    private record Party(PartyCode code, Invoicing invoicing) {}

    /**
     * Those whose cost the line is made of. A settlement is of the whole year, also where a month's
     * outcome is what was invoiced.
     */
    private SortedSet<YearMonth> monthsOf(InvoiceLine line) {
        return switch (line.kind()) {
            case ORDINARY -> new TreeSet<>(List.of(issuance.terms().month()));
            case ADJUSTMENT, CREDIT -> line.concernsMonths();
            case SETTLEMENT -> {
                SortedSet<YearMonth> year = new TreeSet<>();
                for (int month = 1; month <= 12; month++) {
                    year.add(issuance.terms().year().atMonth(month));
                }
                yield year;
            }
        };
    }

    private List<Stretch> due(
            Party party, InvoiceLine line, ResolvedLine budgetLine, SortedSet<YearMonth> months) {
        List<Stretch> due = new ArrayList<>();
        List<YearMonth> inARow = new ArrayList<>();
        for (YearMonth month : months) {
            boolean isDue =
                    isInvoicedSo(party)
                            && budgetLine.line().includes(month)
                            && budgetLine.vatOf(month, party.invoicing()).equals(line.vat());
            if (!inARow.isEmpty() && !(isDue && goesOn(budgetLine, inARow, month))) {
                due.add(stretch(budgetLine, inARow, party));
                inARow.clear();
            }
            if (isDue) {
                inARow.add(month);
            }
        }
        if (!inARow.isEmpty()) {
            due.add(stretch(budgetLine, inARow, party));
        }
        due.removeIf(stretch -> stretch.ways().isEmpty());
        return due;
    }

    private List<NothingDue> nothingDue(
            Party party, ResolvedLine line, SortedSet<YearMonth> months, List<Stretch> due) {
        Map<NothingDue, SortedSet<YearMonth>> monthsOf = new LinkedHashMap<>();
        for (YearMonth month : months) {
            if (due.stream().noneMatch(stretch -> stretch.includes(month))) {
                monthsOf.computeIfAbsent(why(party, line, month), why -> new TreeSet<>())
                        .add(month);
            }
        }
        return monthsOf.entrySet().stream()
                .map(
                        why ->
                                new NothingDue(
                                        why.getKey().reason(),
                                        why.getValue(),
                                        why.getKey().vat(),
                                        why.getKey().invoicing()))
                .toList();
    }

    /** Without its months yet. */
    private NothingDue why(Party party, ResolvedLine line, YearMonth month) {
        Optional<Invoicing> today =
                issuance.inputs().parties().find(party.code()).map(of -> of.invoicing());
        boolean isBorne =
                line.line().includes(month) && line.amountsOf(month).containsKey(party.code());
        if (!isBorne) {
            return why(NothingDue.Reason.NOT_BORNE, Optional.empty(), Optional.empty());
        }
        return isInvoicedSo(party)
                ? why(
                        NothingDue.Reason.OTHER_VAT,
                        Optional.of(line.vatOf(month, party.invoicing())),
                        Optional.empty())
                : why(NothingDue.Reason.OTHER_INVOICING, Optional.empty(), today);
    }

    private static NothingDue why(
            NothingDue.Reason reason, Optional<VatRate> vat, Optional<Invoicing> invoicing) {
        return new NothingDue(reason, Collections.emptySortedSet(), vat, invoicing);
    }

    /** One that is invoiced in another way by now has nothing due in the old one. */
    private boolean isInvoicedSo(Party party) {
        return issuance.inputs()
                .parties()
                .find(party.code())
                .filter(today -> today.invoicing() == party.invoicing())
                .isPresent();
    }

    private static boolean goesOn(ResolvedLine line, List<YearMonth> inARow, YearMonth month) {
        YearMonth last = inARow.get(inARow.size() - 1);
        return last.plusMonths(1).equals(month)
                && line.allocation().segmentStart(line.line().monthIndex(last))
                        == line.allocation().segmentStart(line.line().monthIndex(month));
    }

    private Stretch stretch(ResolvedLine line, List<YearMonth> inARow, Party party) {
        return Stretch.of(
                line,
                inARow.get(0),
                inARow.get(inARow.size() - 1),
                party.code(),
                issuance.inputs().keys());
    }

    /** A month's own line has nothing before it; but for a new invoice. */
    private List<Earlier> before(Party party, InvoiceLine line, SortedSet<YearMonth> months) {
        if (line.kind() == LineKind.ORDINARY && issuance.terms().kind() == ActKind.MONTH) {
            return List.of();
        }
        return issuance.before().acts().stream()
                .flatMap(
                        act ->
                                act.amountsOf(line.budgetRow(), party.code()).stream()
                                        .map(issued -> new Earlier(act, issued)))
                .filter(earlier -> months.contains(earlier.month()))
                .filter(earlier -> earlier.issued().amount().vat().equals(line.vat()))
                .filter(earlier -> earlier.issued().amount().invoicing() == party.invoicing())
                .toList();
    }
}
