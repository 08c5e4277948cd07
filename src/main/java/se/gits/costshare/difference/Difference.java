package se.gits.costshare.difference;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
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
 * @param whose the parties whose invoice lines it can change
 * @param decisions what the later state rests on (beslut), in the order of the table's rows; none
 *     where the table has none
 */
public record Difference(
        DifferenceKind kind,
        List<Object> details,
        SortedSet<String> rows,
        LineMonths invoiceLines,
        Whose whose,
        List<String> decisions) {

    public Difference {
        details = List.copyOf(details);
        decisions = List.copyOf(decisions);
    }

    /** Whose part of a line something can change in a month. */
    @FunctionalInterface
    interface Whose {

        /** All who bear the line. */
        Whose EVERYONE = (party, row, month) -> true;

        boolean includes(PartyCode party, String row, YearMonth month);
    }

    /** One that changes no invoice line by itself. */
    static Difference of(DifferenceKind kind, SortedSet<String> rows, Object... details) {
        List<Object> shown =
                Arrays.stream(details)
                        .map(detail -> detail instanceof Integer ? detail : detail.toString())
                        .toList();
        return new Difference(kind, shown, rows, LineMonths.NONE, Whose.EVERYONE, List.of());
    }

    /** The same, of which these lines' invoice lines can change. */
    Difference onInvoices(LineMonths lines) {
        return new Difference(kind, details, rows, lines, whose, decisions);
    }

    /** The same, which concerns the invoice lines of some parties alone. */
    Difference onlyOf(Whose those) {
        return new Difference(kind, details, rows, invoiceLines, those, decisions);
    }

    /** The same, decided so; a decision that stands on several rows is one. */
    Difference decidedBy(Stream<String> those) {
        return new Difference(kind, details, rows, invoiceLines, whose, those.distinct().toList());
    }

    /** Whether it can change what a party is invoiced of a budget line for any of the months. */
    boolean concerns(PartyCode who, String row, Collection<YearMonth> months) {
        return months.stream()
                .anyMatch(
                        month ->
                                invoiceLines.include(row, month)
                                        && whose.includes(who, row, month));
    }

    /** Whether it can change what anyone is invoiced of a budget line for any of the months. */
    boolean concernsAnyone(String row, Collection<YearMonth> months) {
        return months.stream().anyMatch(month -> invoiceLines.include(row, month));
    }
}
