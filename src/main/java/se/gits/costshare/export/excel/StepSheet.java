package se.gits.costshare.export.excel;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.poi.ss.util.CellRangeAddress;
import se.gits.costshare.difference.Bridge;
import se.gits.costshare.difference.ChangeKind;
import se.gits.costshare.difference.MonthChanges;
import se.gits.costshare.export.SwedishMonths;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.Issuance;

/**
 * Each party's way from the month before to this one, kind of change by kind: the sheet {@code
 * Förändring per part}. What has changed is added up from the sheet {@code Förändringar}, and the
 * month is taken from {@code Sammanställning}.
 */
final class StepSheet {

    /** From here on a change is pointed out: in kronor, and as a part of what it was before. */
    private static final Money LARGE = Money.ofKronor(BigDecimal.valueOf(1_000));

    private static final long LARGE_PART = 10;

    private static final List<ListSheet.Column> COLUMNS =
            List.of(
                    ListSheet.Column.text("Part", 12),
                    ListSheet.Column.text("Namn", 34),
                    ListSheet.Column.amount("Månaden före"),
                    ListSheet.Column.change("Kostnad"),
                    ListSheet.Column.change("Justeringar"),
                    ListSheet.Column.change("Öresutjämning"),
                    ListSheet.Column.amount("Denna månad"),
                    ListSheet.Column.change("Skillnad"),
                    ListSheet.Column.change("Förändring"),
                    ListSheet.Column.text("Storlek", 14));

    private static final int BEFORE = 2;
    private static final int FIRST_KIND = 3;
    private static final int NOW = 6;
    private static final int DIFFERENCE = 7;
    private static final int CHANGE = 8;
    private static final int SIZE = 9;

    private final ListSheet sheet;
    private final Issuance issuance;
    private final MonthChanges changes;
    private final YearMonth earlier;
    private final SortedMap<PartyCode, Total> changeOf = new TreeMap<>();

    /** Adds the sheet; it is written when the list that it adds up is. */
    StepSheet(
            ReproducibleWorkbook workbook,
            Issuance issuance,
            MonthChanges changes,
            YearMonth earlier) {
        this.issuance = issuance;
        this.changes = changes;
        this.earlier = earlier;
        sheet =
                new ListSheet(
                        workbook,
                        "Förändring per part",
                        SheetTitle.of("Förändring per part", issuance)
                                .explained(
                                        "Från "
                                                + SwedishMonths.of(earlier)
                                                + " till denna månad. Månaden före och det som"
                                                + " har ändrats ska vara denna månad på bladet"
                                                + " Sammanställning: skillnaden ska vara noll."
                                                + " Stor ändring är minst tusen kronor och en"
                                                + " tiondel."),
                        COLUMNS);
    }

    void write(ChangesSheet list, AllocationSheet allocation) {
        int firstRow = sheet.row();
        Set<PartyCode> all = new TreeSet<>(allocation.parties());
        all.addAll(changes.parties().keySet());
        for (PartyCode party : all) {
            Bridge bridge = changes.parties().getOrDefault(party, Bridge.NOTHING);
            String name = issuance.inputs().parties().find(party).map(Party::name).orElse("");
            write(party, name, bridge, list, allocation.of(party));
        }
        sheet.redWhereNotZero(DIFFERENCE);
        sheet.emphasiseText(
                new CellRangeAddress(firstRow, sheet.row(), 0, COLUMNS.size() - 1), SIZE);
        sheet.finish();
    }

    private void write(PartyCode party, String name, Bridge bridge, ChangesSheet list, Total now) {
        sheet.text(party).text(name).amount(bridge.before());
        Money changed = bridge.before();
        for (ChangeKind kind : ChangeKind.OF_COST) {
            Total sum = list.of(party, kind, bridge.of(kind));
            changed = changed.plus(sum.amount());
            sheet.amount(sum, Look.CHANGE_ROW);
        }
        sheet.amount(now);
        sheet.amount(
                new Total(
                        "ROUND("
                                + sheet.left(5)
                                + "+"
                                + sheet.left(4)
                                + "+"
                                + sheet.left(3)
                                + "+"
                                + sheet.left(2)
                                + "-"
                                + sheet.left(1)
                                + ",2)",
                        changed.minus(now.amount())),
                Look.CHANGE_ROW);
        Money difference = now.amount().minus(bridge.before());
        changeOf.put(party, new Total(sheet.cell(sheet.row(), CHANGE), difference));
        sheet.amount(
                        new Total(SheetWriter.difference(sheet.left(2), sheet.left(6)), difference),
                        Look.CHANGE_ROW)
                .text(size(difference, bridge.before()))
                .endRow();
    }

    /**
     * A word for a change that a reader should not miss, none for others: at least a thousand
     * kronor, and a tenth of what it was.
     */
    static String size(Money difference, Money before) {
        long ore = Math.abs(difference.ore());
        return ore >= LARGE.ore() && ore >= Math.abs(before.ore()) / LARGE_PART
                ? "stor ändring"
                : "";
    }

    /** The month before and what has changed is the month, in all and for each party. */
    List<Control> controls(ChangesSheet list, CausesSheet causes, AllocationSheet allocation) {
        List<Control> controls = new ArrayList<>();
        controls.add(
                Control.ofTotals(
                        "Från " + earlier + " till denna månad",
                        earlier + " och förändringarna",
                        before().plus(list.sum()),
                        "allt som är fördelat denna månad",
                        allocation.ofParties()));
        controls.add(
                Control.ofTotals(
                        "Orsakerna till förändringarna",
                        "orsakernas förändringar",
                        causes.sum(),
                        "parternas förändringar",
                        sheet.sum(CHANGE)));
        if (!changeOf.isEmpty()) {
            controls.add(
                    Control.ofCounts(
                            "Varje part, från " + earlier + " till denna månad",
                            Control.Side.of(
                                    "antal parter",
                                    "COUNT(" + sheet.cells(NOW) + ")",
                                    changeOf.size()),
                            Control.Side.of(
                                    "parter utan skillnad",
                                    "COUNTIF(" + sheet.cells(DIFFERENCE) + ",0)",
                                    changeOf.size())));
        }
        return controls;
    }

    /** What the month before came to. */
    Total before() {
        return sheet.sum(BEFORE);
    }

    /** What a kind of change comes to, of those that change a cost. */
    Total of(ChangeKind kind) {
        return sheet.sum(FIRST_KIND + ChangeKind.OF_COST.indexOf(kind));
    }

    /** What the month comes to. */
    Total now() {
        return sheet.sum(NOW);
    }

    /** What has changed for a party. */
    Total change(PartyCode party) {
        return changeOf.get(party);
    }
}
