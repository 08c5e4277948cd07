package se.gits.costshare.export.excel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.input.SwedishCount;
import se.gits.costshare.party.Party;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.Reconciliation;

/**
 * Each party's part of each line's outcome, less what was issued to it: the sheet {@code Rad och
 * part}. A line's parties stand one after another, so that their sum is one range of cells; where a
 * sheet has no room for them, they have one row together.
 */
final class SharesSheet {

    private static final List<ListSheet.Column> COLUMNS =
            List.of(
                    ListSheet.Column.text("Objekt", 11),
                    ListSheet.Column.text("Rad", 8),
                    ListSheet.Column.text("Benämning", 38),
                    ListSheet.Column.text("Part", 10),
                    ListSheet.Column.text("Namn", 30),
                    ListSheet.Column.text("Fakturering", 13),
                    ListSheet.Column.amount("Andel av utfallet"),
                    ListSheet.Column.amount("Tidigare fakturerat"),
                    ListSheet.Column.change("Avräkning"));

    private static final String PARTIES_TOGETHER =
            "Parternas andelar är fler än ett blad rymmer, och står tillsammans, rad för rad; en och"
                    + " en står de i avrakning.csv, och jämförs inte här.";

    private static final int OUTCOME = 6;
    private static final int BEFORE = 7;
    private static final int SETTLEMENT = 8;

    private final ListSheet sheet;
    private final RowRanges<String> partiesOfLine = new RowRanges<>();

    SharesSheet(ReproducibleWorkbook workbook, Issuance issuance, Room room) {
        Reconciliation reconciliation = Reconciliation.of(issuance);
        List<Reconciliation.Entry> entries = reconciliation.entries();
        boolean isTooLong = entries.size() > room.rows();
        sheet =
                new ListSheet(
                        workbook,
                        "Rad och part",
                        SheetTitle.of("Parternas andelar av utfallet", issuance)
                                .explained(isTooLong ? PARTIES_TOGETHER : ""),
                        COLUMNS);
        if (isTooLong) {
            writeTogether(entries, reconciliation);
        } else {
            for (Reconciliation.Entry entry : entries) {
                Optional<Party> party = issuance.inputs().parties().find(entry.party());
                write(
                        entry.line().line(),
                        entry.party().value(),
                        party.map(Party::name).orElse(""),
                        entry.invoicing().swedish(),
                        entry.balance());
            }
        }
        sheet.finish();
    }

    private void writeTogether(List<Reconciliation.Entry> entries, Reconciliation reconciliation) {
        Map<BudgetLine, Long> sharesOfLine =
                entries.stream()
                        .collect(
                                Collectors.groupingBy(
                                        entry -> entry.line().line(),
                                        LinkedHashMap::new,
                                        Collectors.counting()));
        sharesOfLine.forEach(
                (line, shares) ->
                        write(
                                line,
                                "",
                                SwedishCount.of(shares) + " andelar",
                                "",
                                reconciliation.of(line.row())));
    }

    private void write(
            BudgetLine line,
            String code,
            String name,
            String invoicing,
            Reconciliation.Balance balance) {
        partiesOfLine.add(line.row(), sheet.row(), balance.now());
        sheet.line(line)
                .text(code)
                .text(name)
                .text(invoicing)
                .amount(balance.due())
                .amount(balance.before())
                .amount(
                        new Total(
                                SheetWriter.difference(sheet.left(2), sheet.left(1)),
                                balance.now()),
                        Look.CHANGE_ROW)
                .endRow();
    }

    Total outcome() {
        return sheet.sum(OUTCOME);
    }

    Total before() {
        return sheet.sum(BEFORE);
    }

    Total settlement() {
        return sheet.sum(SETTLEMENT);
    }

    /** What the parties' settlement of a line comes to. */
    Total settlement(String row) {
        return partiesOfLine.sum(row, sheet, SETTLEMENT);
    }
}
