package se.gits.costshare.export.excel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.util.CellRangeAddress;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.difference.ChangeKind;
import se.gits.costshare.difference.MonthChanges;
import se.gits.costshare.difference.MonthChanges.Change;
import se.gits.costshare.difference.MonthChanges.SharedCause;
import se.gits.costshare.difference.MonthChanges.Why;
import se.gits.costshare.export.SwedishMonths;
import se.gits.costshare.input.SwedishCount;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.Issuance;

/**
 * What the month has changed since the last one before it, party by party and line by line: the
 * sheet {@code Förändringar}. The causes begin there, by their numbers on the sheet {@code
 * Orsaker}. Where a sheet has no room for each, those of a cause stand together.
 */
final class ChangesSheet {

    private static final List<ListSheet.Column> COLUMNS =
            List.of(
                    ListSheet.Column.text("Part", 10),
                    ListSheet.Column.text("Namn", 28),
                    ListSheet.Column.text("Objekt", 11),
                    ListSheet.Column.text("Rad", 8),
                    ListSheet.Column.text("Benämning", 36),
                    ListSheet.Column.text("Slag", 15),
                    ListSheet.Column.amount("Månaden före"),
                    ListSheet.Column.amount("Denna månad"),
                    ListSheet.Column.change("Förändring"),
                    ListSheet.Column.amount("Berört belopp"),
                    ListSheet.Column.text("Storlek", 14),
                    ListSheet.Column.count("Orsak nr", 10),
                    ListSheet.Column.text("Orsak", 56));

    private static final int KIND = 5;
    private static final int CHANGE = 8;
    private static final int AFFECTED = 9;
    private static final int SIZE = 10;
    private static final int NUMBER = 11;

    /** So much of a cause that its row stays one line high. */
    private static final int LONGEST_CAUSE = 54;

    /**
     * A spreadsheet looks through every change for every cause. Beyond so many looks that would
     * keep its reader waiting, and the causes' sums are values.
     */
    private static final long MOST_LOOKS = 20_000_000;

    private final Issuance issuance;
    private final MonthChanges changes;
    private final ListSheet sheet;
    private final RowRanges<PartyCode> rowsOfParty = new RowRanges<>();
    private final int causes;

    /** Whether a sheet has no room for each change, but only for the causes. */
    private final boolean isTooLong;

    ChangesSheet(
            ReproducibleWorkbook workbook,
            Issuance issuance,
            MonthChanges changes,
            List<SharedCause> sharedCauses,
            Room room) {
        this.issuance = issuance;
        this.changes = changes;
        this.causes = sharedCauses.size();
        this.isTooLong = changes.changes().size() > room.rows();
        this.sheet =
                new ListSheet(
                        workbook,
                        "Förändringar",
                        SheetTitle.of("Förändringar", issuance).explained(explanation()),
                        COLUMNS);
        int first = sheet.row();
        if (isTooLong) {
            writeTogether(sharedCauses);
        } else if (changes.earlier().isPresent()) {
            write(sharedCauses);
        }
        sheet.emphasiseText(new CellRangeAddress(first, sheet.row(), 0, COLUMNS.size() - 1), SIZE);
        sheet.finish();
    }

    private String explanation() {
        return changes.earlier()
                .map(
                        month ->
                                "Det som skiljer mot "
                                        + SwedishMonths.of(month)
                                        + (isTooLong
                                                ? ", orsak för orsak: var och en för sig är de"
                                                        + " fler än ett blad rymmer, och visas av"
                                                        + " gits diff."
                                                : ", part för part och budgetrad för budgetrad.")
                                        + " Orsakerna står i sin helhet på bladet Orsaker. Månaden"
                                        + " före plus förändringarna är denna månad. Berört belopp"
                                        + " är förändringen utan tecken; för slaget fakturering det"
                                        + " som faktureras på annat sätt eller med annan moms.")
                .orElse(
                        "Ingen tidigare månad i året är utfärdad. Det finns ingenting att jämföra"
                                + " med: allt i månaden är nytt.");
    }

    private void write(List<SharedCause> sharedCauses) {
        Map<Why, Integer> numberOf = new HashMap<>();
        sharedCauses.forEach(cause -> numberOf.put(cause.why(), numberOf.size() + 1));
        Map<String, BudgetLine> lineOfRow = new HashMap<>();
        issuance.inputs().budgetLines().forEach(line -> lineOfRow.put(line.row(), line));
        for (Change change : changes.changes()) {
            write(change, lineOfRow.get(change.row()), numberOf.get(change.why()));
        }
    }

    private void writeTogether(List<SharedCause> sharedCauses) {
        Map<Why, Money> before = new HashMap<>();
        Map<Why, Money> now = new HashMap<>();
        for (Change change : changes.changes()) {
            if (change.kind() != ChangeKind.INVOICING) {
                before.merge(change.why(), change.before(), Money::plus);
                now.merge(change.why(), change.now(), Money::plus);
            }
        }
        int number = 0;
        for (SharedCause cause : sharedCauses) {
            number++;
            int parties = cause.parties().size();
            sheet.blank()
                    .text(SwedishCount.of(parties) + (parties == 1 ? " part" : " parter"))
                    .blank()
                    .blank()
                    .text(LineGroups.count(cause.rows().size()))
                    .text(cause.why().kind().swedish());
            if (cause.why().kind() == ChangeKind.INVOICING) {
                sheet.blank().blank();
            } else {
                sheet.amount(before.get(cause.why())).amount(now.get(cause.why()));
            }
            sheet.amount(cause.difference(), Look.CHANGE_ROW)
                    .amount(cause.affected())
                    .blank()
                    .count(number)
                    .text(beginning(cause.why().text(), LONGEST_CAUSE))
                    .endRow();
        }
    }

    private void write(Change change, BudgetLine line, int number) {
        rowsOfParty.add(change.party(), sheet.row(), change.difference());
        sheet.text(change.party())
                .text(issuance.inputs().parties().find(change.party()).map(Party::name).orElse(""))
                .text(line.objectCode())
                .text(change.row())
                .text(line.text())
                .text(change.kind().swedish());
        if (change.kind() == ChangeKind.INVOICING) {
            // What it was and is stands on a row of its own where that has changed too.
            sheet.blank().blank();
        } else {
            sheet.amount(change.before()).amount(change.now());
        }
        sheet.amount(
                        new Total(
                                SheetWriter.difference(sheet.left(1), sheet.left(2)),
                                change.difference()),
                        Look.CHANGE_ROW)
                .amount(affected(change))
                .text(StepSheet.size(change.affected(), change.before()))
                .count(number)
                .text(beginning(change.why().text(), LONGEST_CAUSE))
                .endRow();
    }

    /** What is invoiced in another way is no difference between two cells. */
    private Total affected(Change change) {
        return new Total(
                change.kind() == ChangeKind.INVOICING ? "" : "ABS(" + sheet.left(1) + ")",
                change.affected());
    }

    /** A text of so many letters at most; one that is cut ends with dots. */
    static String beginning(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 2)).strip() + " …";
    }

    /** What a kind of change comes to for a party. */
    Total of(PartyCode party, ChangeKind kind, Money amount) {
        if (isTooLong) {
            return new Total("", amount);
        }
        if (!rowsOfParty.contains(party)) {
            return Total.NOTHING;
        }
        int first = rowsOfParty.first(party);
        int last = rowsOfParty.last(party);
        return new Total(
                "ROUND(SUMIF("
                        + sheet.cells(KIND, first, last)
                        + ",\""
                        + kind.swedish()
                        + "\","
                        + sheet.cells(CHANGE, first, last)
                        + "),2)",
                amount);
    }

    /** What has changed by a cause, by its number. */
    Total change(int number, Money amount) {
        return of(number, CHANGE, amount);
    }

    /** The amount that a cause concerns, by its number. */
    Total affected(int number, Money amount) {
        return of(number, AFFECTED, amount);
    }

    private Total of(int number, int column, Money amount) {
        long rows = isTooLong ? causes : changes.changes().size();
        return causes * rows > MOST_LOOKS
                ? new Total("", amount)
                : new Total(
                        "ROUND(SUMIF("
                                + sheet.fixedCells(NUMBER)
                                + ","
                                + number
                                + ","
                                + sheet.fixedCells(column)
                                + "),2)",
                        amount);
    }

    /** All changes together. */
    Total sum() {
        return sheet.sum(CHANGE);
    }
}
