package se.gits.costshare.difference;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import se.gits.costshare.party.PartyCode;

/**
 * One thing that two inputs differ in.
 *
 * @param details what the kind's words need, in their order: text, and whole numbers to choose
 *     between singular and plural by
 * @param rows the budget lines (rad) whose split between parties it can change; none where it
 *     changes what is shown alone
 * @param invoiceLines the budget lines, with the months, of which it can change what is invoiced:
 *     the split, the VAT, or whether it is invoiced at all. None where it does so only together
 *     with another difference, which tells the cause
 * @param party whose invoice lines alone it can change; empty where everyone's
 * @param decisions what the later state rests on (beslut), in the order of the table's rows; none
 *     where the table has none
 */
public record Difference(
        DifferenceKind kind,
        List<Object> details,
        SortedSet<String> rows,
        LineMonths invoiceLines,
        Optional<PartyCode> party,
        List<String> decisions) {

    public Difference {
        details = List.copyOf(details);
        decisions = List.copyOf(decisions);
    }

    /** One that changes no invoice line by itself. */
    static Difference of(DifferenceKind kind, SortedSet<String> rows, Object... details) {
        List<Object> shown =
                Arrays.stream(details)
                        .map(detail -> detail instanceof Integer ? detail : detail.toString())
                        .toList();
        return new Difference(kind, shown, rows, LineMonths.NONE, Optional.empty(), List.of());
    }

    /** The same, of which these lines' invoice lines can change. */
    Difference onInvoices(LineMonths lines) {
        return new Difference(kind, details, rows, lines, party, decisions);
    }

    /** The same, which concerns one party's invoice lines. */
    Difference onlyOf(PartyCode one) {
        return new Difference(kind, details, rows, invoiceLines, Optional.of(one), decisions);
    }

    /** The same, decided so; a decision that stands on several rows is one. */
    Difference decidedBy(Stream<String> those) {
        return new Difference(kind, details, rows, invoiceLines, party, those.distinct().toList());
    }

    /** Whether it can change what a party is invoiced of a budget line for any of the months. */
    public boolean concerns(PartyCode who, String row, Collection<YearMonth> months) {
        return party.map(who::equals).orElse(true) && invoiceLines.include(row, months);
    }
}
