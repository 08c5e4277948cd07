package se.gits.costshare.export.excel;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.difference.MonthChanges;
import se.gits.costshare.difference.MonthChanges.Change;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.Issuance;

/**
 * What the month has changed since the last one before it, party by party and line by line, each
 * with its cause: the sheet {@code Förändringar}.
 */
final class ChangesSheet {

    /** From here on a change is pointed out: in kronor, and as a part of what it was before. */
    private static final Money LARGE = Money.ofKronor(BigDecimal.valueOf(1_000));

    private static final long LARGE_PART = 10;

    private static final List<ListSheet.Column> COLUMNS =
            List.of(
                    ListSheet.Column.text("Part", 8),
                    ListSheet.Column.text("Namn", 28),
                    ListSheet.Column.text("Objekt", 10),
                    ListSheet.Column.text("Rad", 7),
                    ListSheet.Column.text("Benämning", 34),
                    ListSheet.Column.text("Typ", 11),
                    ListSheet.Column.amount("Månaden före"),
                    ListSheet.Column.amount("Denna månad"),
                    ListSheet.Column.change("Förändring"),
                    ListSheet.Column.text("Storlek", 12),
                    ListSheet.Column.text("Orsak", 60));

    private static final int CHANGE = 8;
    private static final int SIZE = 9;

    private final Issuance issuance;
    private final MonthChanges changes;
    private final Map<String, BudgetLine> lineOfRow = new HashMap<>();
    private final ListSheet sheet;

    ChangesSheet(ReproducibleWorkbook workbook, Issuance issuance, MonthChanges changes) {
        this.issuance = issuance;
        this.changes = changes;
        issuance.inputs().budgetLines().forEach(line -> lineOfRow.put(line.row(), line));
        this.sheet =
                new ListSheet(
                        workbook,
                        "Förändringar",
                        SheetTitle.of("Förändringar", issuance).explained(explanation()),
                        COLUMNS);
        int first = sheet.row();
        if (changes.earlier().isPresent()) {
            changes.changes().forEach(this::write);
        }
        sheet.emphasiseText(new CellRangeAddress(first, sheet.row(), 0, COLUMNS.size() - 1), SIZE);
        sheet.finish();
    }

    private String explanation() {
        return changes.earlier()
                .map(
                        month ->
                                "Det som skiljer mot "
                                        + month
                                        + ", med orsak. Förra månaden plus förändringarna är"
                                        + " denna månad; bladet Kontroller jämför.")
                .orElse(
                        "Ingen tidigare månad i året är utfärdad. Det finns ingenting att jämföra"
                                + " med: allt i månaden är nytt.");
    }

    private void write(Change change) {
        BudgetLine line = lineOfRow.get(change.row());
        sheet.text(change.party())
                .text(nameOf(change.party()))
                .text(line.objectCode())
                .text(change.row())
                .text(line.text())
                .text(change.kind().swedish())
                .amount(change.before())
                .amount(change.now());
        sheet.amount(
                        new Total(
                                SheetWriter.difference(sheet.left(1), sheet.left(2)),
                                change.difference()),
                        Look.CHANGE_ROW)
                .text(isLarge(change) ? "stor ändring" : "")
                .text(String.join("; ", change.causes()))
                .endRow();
    }

    private String nameOf(PartyCode party) {
        return issuance.inputs().parties().find(party).map(Party::name).orElse("");
    }

    /** Where there was a month before: at least a thousand kronor, and a tenth of what it was. */
    private boolean isLarge(Change change) {
        long ore = Math.abs(change.difference().ore());
        return ore >= LARGE.ore() && ore >= Math.abs(change.before().ore()) / LARGE_PART;
    }

    /** Last month and the changes are this month; none where there is nothing to compare with. */
    List<Control> controls(AllocationSheet allocation) {
        Total changed = sheet.sum(CHANGE);
        return changes
                .earlier()
                .map(
                        month ->
                                Control.ofAmounts(
                                        "Från " + month + " till denna månad",
                                        new Control.Side(
                                                month + " och förändringarna",
                                                changes.before() + "+" + changed.formula(),
                                                changes.before().plus(changed.amount()).kronor()),
                                        Control.Side.of(
                                                "allt som är fördelat denna månad",
                                                allocation.ofParties())))
                .stream()
                .toList();
    }
}
