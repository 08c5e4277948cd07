package se.gits.costshare.export.excel;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellRangeAddress;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.Invoicing;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.Issuance;

/**
 * Every party against every budget line, also what is not invoiced: the sheet {@code
 * Sammanställning}. Each line has a column, and one more for adjustments where there are any; lines
 * that a sheet has no room for stand together.
 */
final class AllocationSheet {

    private static final int CODE = 0;
    private static final int NAME = 1;
    private static final int INVOICING = 2;
    private static final int FIRST_LINE = 3;

    /** So many characters across, a page is printed at half its size. */
    private static final int WIDEST_PAGE = 288;

    private static final int CODE_WIDTH = 10;
    private static final int NAME_WIDTH = 30;
    private static final int INVOICING_WIDTH = 13;
    private static final int AMOUNT_WIDTH = 19;

    /** A budget line's own cost, or what else there is of it. */
    private record LineOfKind(String row, LineKind kind) {}

    private final Issuance issuance;
    private final LineGroups groups;
    private final Map<LineGroups.Column, Integer> indexOfColumn = new LinkedHashMap<>();

    /** What a line comes to, where it has no column of its own. */
    private final Map<LineOfKind, Money> sumOfLine = new HashMap<>();

    private final SortedMap<PartyCode, Amounts> amountsOfParty = new TreeMap<>();
    private final Map<PartyCode, Integer> rowOfParty = new HashMap<>();
    private final Amounts columnSums;
    private final int sumColumn;
    private final int invoicedColumn;
    private final int notInvoicedColumn;
    private final SheetWriter sheet;

    private final int kindRow;
    private final int firstRow;
    private final int sumRow;

    AllocationSheet(ReproducibleWorkbook workbook, Issuance issuance, LineGroups groups) {
        this.issuance = issuance;
        this.groups = groups;
        for (LineGroups.Column column : groups.inOrder()) {
            indexOfColumn.put(column, FIRST_LINE + indexOfColumn.size());
        }
        sumColumn = FIRST_LINE + indexOfColumn.size();
        invoicedColumn = sumColumn + 1;
        notInvoicedColumn = sumColumn + 2;
        columnSums = nothing();
        findAmounts();
        sheet = workbook.addSheet("Sammanställning", widths());
        SheetTitle title =
                SheetTitle.of("Sammanställning", issuance).explained(groups.explanation().strip());
        int headingRow = title.write(sheet);
        kindRow = headingRow + 2;
        firstRow = headingRow + 4;
        sumRow = firstRow + amountsOfParty.size();
        headings(headingRow);
        sheet.streamFrom(firstRow);
        int row = firstRow;
        for (Map.Entry<PartyCode, Amounts> party : amountsOfParty.entrySet()) {
            party(row, party.getKey(), party.getValue());
            rowOfParty.put(party.getKey(), row);
            row++;
        }
        sums();
        sheet.sheet().createFreezePane(FIRST_LINE, firstRow);
        sheet.allowDigitsAsText();
        title.setUpPage(sheet, new CellRangeAddress(headingRow, firstRow - 1, -1, -1));
        sheet.sheet().setRepeatingColumns(new CellRangeAddress(-1, -1, CODE, INVOICING));
        sheet.sheet().getPrintSetup().setFitWidth(pagesAcross());
    }

    private void findAmounts() {
        Optional<PartyCode> only = issuance.terms().party();
        for (Party party : issuance.inputs().parties().all()) {
            if (only.isEmpty() || only.get().equals(party.code())) {
                amountsOfParty.put(party.code(), nothing());
            }
        }
        issuance.forEachShare(
                (share, amount) -> {
                    Amounts amounts =
                            amountsOfParty.computeIfAbsent(share.party(), party -> nothing());
                    boolean invoiced = share.invoicing() != Invoicing.NONE;
                    int column = column(share.row(), share.kind()).orElseThrow();
                    add(amounts, column, amount);
                    add(amounts, sumColumn, amount);
                    add(amounts, invoiced ? invoicedColumn : notInvoicedColumn, amount);
                    if (!groups.areLines()) {
                        sumOfLine.merge(
                                new LineOfKind(share.row(), share.kind()), amount, Money::plus);
                    }
                });
    }

    private Optional<Integer> column(String row, LineKind kind) {
        return column(groups.of(row), kind);
    }

    private Optional<Integer> column(LineGroups.Group group, LineKind kind) {
        return Optional.ofNullable(indexOfColumn.get(new LineGroups.Column(group, kind)));
    }

    private void add(Amounts amounts, int column, Money amount) {
        amounts.add(column, amount);
        columnSums.add(column, amount);
    }

    private Amounts nothing() {
        return new Amounts(new long[notInvoicedColumn + 1]);
    }

    /** An amount a column, a third of what they would take as objects. */
    private record Amounts(long[] ore) {

        Money of(int column) {
            return new Money(ore[column]);
        }

        void add(int column, Money amount) {
            ore[column] = of(column).plus(amount).ore();
        }
    }

    private int[] widths() {
        int[] widths = new int[notInvoicedColumn + 1];
        Arrays.fill(widths, AMOUNT_WIDTH);
        widths[CODE] = CODE_WIDTH;
        widths[NAME] = NAME_WIDTH;
        widths[INVOICING] = INVOICING_WIDTH;
        return widths;
    }

    /** More columns than one page shows in letters that can be read go on beside it. */
    private short pagesAcross() {
        int repeated = CODE_WIDTH + NAME_WIDTH + INVOICING_WIDTH;
        int others = AMOUNT_WIDTH * (notInvoicedColumn + 1 - FIRST_LINE);
        int room = WIDEST_PAGE - repeated;
        return (short) ((others + room - 1) / room);
    }

    /** Object, row, kind and text of each column, one below the other. */
    private void headings(int headingRow) {
        int textRow = firstRow - 1;
        for (int row = headingRow; row <= textRow; row++) {
            for (int column = 0; column <= notInvoicedColumn; column++) {
                sheet.blank(row, column, Look.HEADING);
            }
        }
        sheet.text(headingRow, INVOICING, "Objekt", Look.NUMBER_HEADING);
        sheet.text(headingRow + 1, INVOICING, "Rad", Look.NUMBER_HEADING);
        sheet.text(kindRow, INVOICING, "Typ", Look.NUMBER_HEADING);
        sheet.text(textRow, CODE, "Kod", Look.HEADING);
        sheet.text(textRow, NAME, "Namn", Look.HEADING);
        sheet.text(textRow, INVOICING, "Fakturering", Look.HEADING);
        indexOfColumn.forEach(
                (of, column) -> {
                    sheet.text(headingRow, column, of.group().object(), Look.NUMBER_HEADING);
                    sheet.text(headingRow + 1, column, of.group().row(), Look.NUMBER_HEADING);
                    sheet.text(kindRow, column, of.kind().swedish(), Look.NUMBER_HEADING);
                    sheet.text(textRow, column, of.group().text(), Look.NUMBER_HEADING);
                });
        sheet.text(textRow, sumColumn, "Summa", Look.NUMBER_HEADING);
        sheet.text(textRow, invoicedColumn, "Faktureras", Look.NUMBER_HEADING);
        sheet.text(textRow, notInvoicedColumn, "Faktureras inte", Look.NUMBER_HEADING);
    }

    private void party(int row, PartyCode code, Amounts amounts) {
        Optional<Party> party = issuance.inputs().parties().find(code);
        Invoicing invoicing = party.map(Party::invoicing).orElse(Invoicing.NONE);
        sheet.text(row, CODE, code.value(), Look.TEXT_ROW);
        sheet.text(row, NAME, party.map(Party::name).orElse(""), Look.TEXT_ROW);
        sheet.text(row, INVOICING, invoicing.swedish(), Look.TEXT_ROW);
        for (int column = FIRST_LINE; column < sumColumn; column++) {
            sheet.amount(row, column, amounts.of(column), Look.AMOUNT_ROW);
        }
        sheet.amount(
                row,
                sumColumn,
                new Total(sumOfRow(row), amounts.of(sumColumn)),
                Look.STRONG_AMOUNT_ROW);
        sheet.amount(row, invoicedColumn, amounts.of(invoicedColumn), Look.AMOUNT_ROW);
        sheet.amount(row, notInvoicedColumn, amounts.of(notInvoicedColumn), Look.AMOUNT_ROW);
    }

    private void sums() {
        sheet.text(sumRow, CODE, "Summa", Look.TEXT_SUM);
        sheet.text(sumRow, NAME, "", Look.TEXT_SUM);
        sheet.text(sumRow, INVOICING, "", Look.TEXT_SUM);
        for (int column = FIRST_LINE; column <= notInvoicedColumn; column++) {
            sheet.amount(
                    sumRow,
                    column,
                    new Total(SheetWriter.sum(column, firstRow, sumRow - 1), columnSums.of(column)),
                    Look.AMOUNT_SUM);
        }
    }

    private String sumOfRow(int row) {
        return indexOfColumn.isEmpty() ? "0" : "SUM(" + lineColumns(row) + ")";
    }

    /** A row's cells of the budget lines. */
    private String lineColumns(int row) {
        return SheetWriter.at(row, FIRST_LINE) + ":" + SheetWriter.at(row, sumColumn - 1);
    }

    /** What all parties together bear of a budget line; nothing where there is none of it. */
    Total of(String row, LineKind kind) {
        return groups.areLines()
                ? column(row, kind).map(this::sum).orElse(Total.NOTHING)
                : Total.ofNumber(sumOfLine.getOrDefault(new LineOfKind(row, kind), Money.ZERO));
    }

    /** What a control adds to what it says of that: nothing where it is a cell. */
    String whereLinesAreSummed() {
        return groups.areLines() ? "" : ", räknat utanför bladen";
    }

    /** What all parties together bear of all lines' own cost in the month. */
    Total ordinary() {
        Money amount = Money.ZERO;
        for (Map.Entry<LineGroups.Column, Integer> column : indexOfColumn.entrySet()) {
            if (column.getKey().kind() == LineKind.ORDINARY) {
                amount = amount.plus(columnSums.of(column.getValue()));
            }
        }
        if (indexOfColumn.isEmpty()) {
            return new Total("0", amount);
        }
        return new Total(
                "SUMIF("
                        + sheet.fromElsewhere(lineColumns(kindRow))
                        + ",\""
                        + LineKind.ORDINARY.swedish()
                        + "\","
                        + sheet.fromElsewhere(lineColumns(sumRow))
                        + ")",
                amount);
    }

    /** The sum of the parties' sums. */
    Total ofParties() {
        return sum(sumColumn);
    }

    /** What a party bears of all lines; nothing where it has no row. */
    Total of(PartyCode party) {
        Amounts amounts = amountsOfParty.get(party);
        return amounts == null
                ? Total.NOTHING
                : new Total(
                        sheet.fromElsewhere(SheetWriter.at(rowOfParty.get(party), sumColumn)),
                        amounts.of(sumColumn));
    }

    /** What a party bears of a budget line; nothing where there is no such cell. */
    Total of(PartOfLine part) {
        Amounts amounts = amountsOfParty.get(part.party());
        Optional<Integer> column = column(part.group(), part.kind());
        return amounts == null || column.isEmpty()
                ? Total.NOTHING
                : new Total(
                        sheet.fromElsewhere(
                                SheetWriter.at(rowOfParty.get(part.party()), column.get())),
                        amounts.of(column.get()));
    }

    /** The parties that have a row. */
    Set<PartyCode> parties() {
        return Collections.unmodifiableSet(amountsOfParty.keySet());
    }

    /** The sum of the lines' sums. */
    Total ofLines() {
        String formula =
                indexOfColumn.isEmpty()
                        ? "0"
                        : "SUM(" + sheet.fromElsewhere(lineColumns(sumRow)) + ")";
        return new Total(formula, columnSums.of(sumColumn));
    }

    Total invoiced() {
        return sum(invoicedColumn);
    }

    Total notInvoiced() {
        return sum(notInvoicedColumn);
    }

    private Total sum(int column) {
        return new Total(
                sheet.fromElsewhere(SheetWriter.at(sumRow, column)), columnSums.of(column));
    }
}
