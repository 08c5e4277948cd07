package se.gits.costshare.export.excel;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.input.SwedishCount;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.money.VatRate;
import se.gits.costshare.party.Invoicing;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.ResolvedLine;

/**
 * How finely the summary tells of budget lines: one by one, and where a sheet has no room for so
 * many, object by object, or all of them together. Its sheets are held against each other cell by
 * cell, so they are all as fine.
 */
final class LineGroups {

    /** What stands together, the finest first. */
    private enum Fineness {
        LINE,
        OBJECT,
        ALL
    }

    /**
     * Budget lines that stand together.
     *
     * @param object their object; empty where they are of several
     * @param row the line's identity, or how many there are of them in the budget
     * @param isLine whether it is one line
     */
    record Group(String object, String row, String text, boolean isLine) {

        private static Group of(BudgetLine line) {
            return new Group(line.objectCode(), line.row(), line.text(), true);
        }

        /** As it stands where so many of its lines are added up. */
        String rowOf(int lines) {
            return isLine ? row : count(lines);
        }
    }

    /** A column of the sheet {@code Sammanställning}. */
    record Column(Group group, LineKind kind) {}

    /** What can stand together of an invoice: VAT is computed rate by rate. */
    record PartOfInvoice(Group group, LineKind kind, VatRate vat) {}

    private final Issuance issuance;
    private final Fineness fineness;
    private final Map<String, Group> groupOfRow;
    private final Set<Column> columns;

    private LineGroups(Issuance issuance, Fineness fineness) {
        this.issuance = issuance;
        this.fineness = fineness;
        this.groupOfRow = groups(issuance, fineness);
        this.columns = columns();
    }

    /** As fine as there is room for. */
    static LineGroups of(Issuance issuance, Room room) {
        return Stream.of(Fineness.LINE, Fineness.OBJECT)
                .map(fineness -> new LineGroups(issuance, fineness))
                .filter(groups -> groups.fit(room))
                .findFirst()
                .orElseGet(() -> new LineGroups(issuance, Fineness.ALL));
    }

    private static Map<String, Group> groups(Issuance issuance, Fineness fineness) {
        List<ResolvedLine> lines = issuance.inputs().lines();
        Map<String, Group> groups = new HashMap<>();
        switch (fineness) {
            case LINE ->
                    lines.forEach(line -> groups.put(line.line().row(), Group.of(line.line())));
            case OBJECT ->
                    lines.stream()
                            .collect(Collectors.groupingBy(line -> line.line().objectCode()))
                            .values()
                            .forEach(of -> put(of, groupOf(of, issuance.terms().month()), groups));
            case ALL ->
                    put(
                            lines,
                            new Group("", count(lines.size()), "Alla budgetrader", false),
                            groups);
        }
        return groups;
    }

    /** Of an object's lines. Its name can change; it is one object. */
    private static Group groupOf(List<ResolvedLine> lines, YearMonth month) {
        ResolvedLine first = lines.get(0);
        return lines.size() == 1
                ? Group.of(first.line())
                : new Group(
                        first.line().objectCode(),
                        count(lines.size()),
                        first.objectAround(month).name(),
                        false);
    }

    private static void put(List<ResolvedLine> lines, Group group, Map<String, Group> groups) {
        lines.forEach(line -> groups.put(line.line().row(), group));
    }

    /** How many lines there are, for a reader. */
    static String count(long lines) {
        return SwedishCount.of(lines) + (lines == 1 ? " rad" : " rader");
    }

    private Set<Column> columns() {
        Map<Group, SortedSet<LineKind>> kindsOfGroup = new LinkedHashMap<>();
        for (ResolvedLine line : issuance.inputs().lines()) {
            SortedSet<LineKind> kinds =
                    kindsOfGroup.computeIfAbsent(of(line.line().row()), group -> new TreeSet<>());
            ownKind(line).ifPresent(kinds::add);
        }
        issuance.forEachShare(
                (share, amount) ->
                        kindsOfGroup
                                .computeIfAbsent(of(share.row()), group -> new TreeSet<>())
                                .add(share.kind()));
        Set<Column> all = new LinkedHashSet<>();
        kindsOfGroup.forEach(
                (group, kinds) -> kinds.forEach(kind -> all.add(new Column(group, kind))));
        return all;
    }

    /**
     * What a line has a column for whether or not it has an amount. A credit and a new invoice are
     * about one party's lines alone.
     */
    private Optional<LineKind> ownKind(ResolvedLine line) {
        return switch (issuance.terms().kind()) {
            case MONTH ->
                    line.line().includes(issuance.terms().month())
                            ? Optional.of(LineKind.ORDINARY)
                            : Optional.empty();
            case CREDIT, REISSUE -> Optional.empty();
            case SETTLEMENT -> Optional.of(LineKind.SETTLEMENT);
        };
    }

    private boolean fit(Room room) {
        return columns.size() <= room.columns()
                && rowsOfInvoices() <= room.rows()
                && rowsCarriedCentrally() <= room.rows();
    }

    private long rowsOfInvoices() {
        return issuance.invoices().stream().mapToLong(this::rowsOf).sum();
    }

    private int rowsOf(Invoice invoice) {
        return areLines() ? invoice.lines().size() : together(invoice).size();
    }

    private int rowsCarriedCentrally() {
        Collection<PartOfLine> parts = areLines() ? new ArrayList<>() : new HashSet<>();
        issuance.forEachShare(
                (share, amount) -> {
                    if (share.invoicing() == Invoicing.NONE) {
                        parts.add(of(share));
                    }
                });
        return parts.size();
    }

    /** Whether each budget line stands by itself. */
    boolean areLines() {
        return fineness == Fineness.LINE;
    }

    /** What a budget line stands with; a line that is in the budget no more stands by itself. */
    Group of(String row) {
        Group group = groupOfRow.get(row);
        return group == null ? new Group("", row, "", true) : group;
    }

    /** What a line of an invoice stands with. */
    PartOfInvoice of(InvoiceLine line) {
        return new PartOfInvoice(of(line.budgetRow()), line.kind(), line.vat());
    }

    /** The lines of an invoice as they stand together, in their order. */
    Collection<List<InvoiceLine>> together(Invoice invoice) {
        return areLines()
                ? invoice.lines().stream().map(List::of).toList()
                : invoice.lines().stream()
                        .collect(
                                Collectors.groupingBy(
                                        this::of, LinkedHashMap::new, Collectors.toList()))
                        .values();
    }

    /** What a party's share of a line stands with. */
    PartOfLine of(Issuance.LineShare share) {
        return new PartOfLine(share.party(), of(share.row()), share.kind());
    }

    /** What there is of each group, in the budget's order. */
    Set<Column> inOrder() {
        return columns;
    }

    /** What a reader has to know; nothing where each line stands by itself. */
    String explanation() {
        return switch (fineness) {
            case LINE -> "";
            case OBJECT -> together("objekt för objekt");
            case ALL -> together("tillsammans");
        };
    }

    private static String together(String how) {
        return " Raderna är fler än ett av arbetsbokens blad rymmer, och står "
                + how
                + " på alla bladen; en och en står de i fordelning.csv och fakturarader.csv.";
    }
}
