package se.gits.costshare.export.excel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import se.gits.costshare.allocation.Apportionment;
import se.gits.costshare.allocation.Fraction;
import se.gits.costshare.allocation.KeyApportionment;
import se.gits.costshare.allocation.KeyRow;
import se.gits.costshare.allocation.MonthlyAllocation;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.input.Period;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.ResolvedLine;

/**
 * Who got the öre that were left over when the lines' accumulated costs were split, and why: the
 * sheet {@code Öreslista}. Each split has a row with what was left over, and below it a row for
 * each that got one, the largest remainder first, and for the next in turn, who got none; where a
 * sheet has no room for them, the splits alone. The splits of a settlement are those of the
 * outcome, stretch by stretch of months with the same key.
 */
final class OddOreSheet {

    private static final List<ListSheet.Column> COLUMNS =
            List.of(
                    ListSheet.Column.text("Rad", 8),
                    ListSheet.Column.text("Benämning", 34),
                    ListSheet.Column.text("Upparbetat", 17),
                    ListSheet.Column.text("Delas mellan", 30),
                    ListSheet.Column.text("Mottagare", 12),
                    ListSheet.Column.text("Namn", 28),
                    ListSheet.Column.amount("Att dela"),
                    ListSheet.Column.amount("I hela ören"),
                    ListSheet.Column.amount("Blev över", 12),
                    ListSheet.Column.amount("Fick", 10),
                    ListSheet.Column.text("Plats", 12),
                    ListSheet.Column.count("Rest i ören", 13),
                    ListSheet.Column.text("Exakt rest", 22));

    private static final String NEXT_IN_TURN = " Sist står den som var närmast i tur.";

    private static final String SPLITS_ALONE =
            " De som fick dem är fler än ett blad rymmer: här står hur många ören som blev över och"
                    + " delades ut av varje rad. Vem som fick dem visar gits explain och bladet"
                    + " Specifikation i var och ens arbetsbok.";

    private static final int LEFT = 8;
    private static final int GOT = 9;
    private static final int DECIMALS = 6;

    private final Issuance issuance;

    /** Whether a sheet has no room for those who got an öre, but only for what was left over. */
    private final boolean isTooLong;

    private final ListSheet sheet;

    OddOreSheet(ReproducibleWorkbook workbook, Issuance issuance, Room room) {
        this.issuance = issuance;
        this.isTooLong = rows() > room.rows();
        boolean isSettlement = issuance.terms().kind() == ActKind.SETTLEMENT;
        this.sheet =
                new ListSheet(
                        workbook,
                        "Öreslista",
                        SheetTitle.of("Öreslista", issuance)
                                .explained(
                                        (isSettlement
                                                        ? "Utfallet av varje budgetrad"
                                                        : "Det som har upparbetats av varje"
                                                                + " budgetrad")
                                                + " fördelas i hela ören: var och en får hela ören"
                                                + " av sin exakta andel. De ören som blir över går"
                                                + " ett och ett till de största resterna."
                                                + (isTooLong ? SPLITS_ALONE : NEXT_IN_TURN)),
                        COLUMNS);
        forEachSplit(this::write);
        sheet.finish();
    }

    private long rows() {
        long[] rows = {0};
        forEachSplit(
                (line, month) -> {
                    KeyApportionment split = line.allocation().apportionmentThrough(month);
                    rows[0] += rows(split.rows());
                    split.membersOf().values().forEach(members -> rows[0] += rows(members));
                });
        return rows[0];
    }

    /** What was left over, who got it, and the next in turn. */
    private static long rows(Apportionment<?> split) {
        return split.oreLeft() == 0 ? 0 : split.oreLeft() + 2;
    }

    /**
     * @param told of each line, and the month through which its cost was split
     */
    private void forEachSplit(BiConsumer<ResolvedLine, Integer> told) {
        if (issuance.terms().kind() == ActKind.SETTLEMENT) {
            issuance.inputs().linesAtOutcome().forEach(line -> forEachStretch(line, told));
        } else {
            YearMonth month = issuance.terms().month();
            issuance.inputs()
                    .linesIn(month)
                    .forEach(line -> told.accept(line, line.line().monthIndex(month)));
        }
    }

    /** Every stretch of months with the same key. */
    private static void forEachStretch(ResolvedLine line, BiConsumer<ResolvedLine, Integer> told) {
        MonthlyAllocation allocation = line.allocation();
        int months = line.line().months();
        for (int month = 1; month <= months; month++) {
            if (month == months || allocation.segmentStart(month + 1) == month + 1) {
                told.accept(line, month);
            }
        }
    }

    /** One row of the key, or one party, and what it was split between. */
    private record Split(BudgetLine line, String months, String between) {}

    private void write(ResolvedLine resolved, int month) {
        BudgetLine line = resolved.line();
        String months =
                Period.inWords(
                        line.monthAt(resolved.allocation().segmentStart(month)),
                        line.monthAt(month));
        KeyApportionment split = resolved.allocation().apportionmentThrough(month);
        write(
                new Split(line, months, "nyckel " + line.keyCode()),
                split.rows(),
                KeyRow::part,
                this::nameOfPart);
        split.membersOf()
                .forEach(
                        (row, members) ->
                                write(
                                        new Split(
                                                line,
                                                months,
                                                row.part() + " efter " + row.distribution()),
                                        members,
                                        PartyCode::value,
                                        this::nameOf));
    }

    /** A party's name; a group can have several rows, by which it is shared. */
    private String nameOfPart(KeyRow row) {
        return row.distribution().isEmpty()
                ? nameOf(new PartyCode(row.part()))
                : "efter " + row.distribution();
    }

    private String nameOf(PartyCode code) {
        return issuance.inputs().parties().find(code).map(Party::name).orElse("");
    }

    private <R extends Comparable<R>> void write(
            Split of, Apportionment<R> split, Function<R, String> code, Function<R, String> name) {
        if (split.oreLeft() == 0) {
            return;
        }
        Money left = new Money(split.cost().isNegative() ? -split.oreLeft() : split.oreLeft());
        begin(of, Look.STRONG_TEXT_ROW)
                .text(split.size() + " mottagare", Look.STRONG_TEXT_ROW)
                .text("", Look.STRONG_TEXT_ROW)
                .amount(split.cost(), Look.STRONG_AMOUNT_ROW)
                .amount(split.cost().minus(left), Look.STRONG_AMOUNT_ROW)
                .amount(
                        new Total(SheetWriter.difference(sheet.left(2), sheet.left(1)), left),
                        Look.STRONG_AMOUNT_ROW);
        if (isTooLong) {
            sheet.amount(left, Look.STRONG_AMOUNT_ROW);
        } else {
            sheet.blank();
        }
        sheet.blank().blank().blank().endRow();
        if (!isTooLong) {
            writeRecipients(of, split, code, name);
        }
    }

    private <R extends Comparable<R>> void writeRecipients(
            Split of, Apportionment<R> split, Function<R, String> code, Function<R, String> name) {
        split.quotas().stream()
                .filter(quota -> quota.rank() <= split.oreLeft() + 1)
                .sorted(Comparator.comparing(Apportionment.Quota::rank))
                .forEach(
                        quota ->
                                begin(of, Look.TEXT_ROW)
                                        .text(code.apply(quota.recipient()))
                                        .text(name.apply(quota.recipient()))
                                        .blank()
                                        .blank()
                                        .blank()
                                        .amount(quota.odd())
                                        .text(quota.rank() + " av " + split.size())
                                        .exact(decimal(quota.remainder()))
                                        .text(exact(quota.remainder()))
                                        .endRow());
    }

    private ListSheet begin(Split of, Look look) {
        return sheet.text(of.line().row(), look)
                .text(of.line().text(), look)
                .text(of.months(), look)
                .text(of.between(), look);
    }

    private static BigDecimal decimal(Fraction remainder) {
        return new BigDecimal(remainder.numerator())
                .divide(new BigDecimal(remainder.denominator()), DECIMALS, RoundingMode.DOWN);
    }

    private static String exact(Fraction remainder) {
        return remainder.numerator() + "/" + remainder.denominator();
    }

    /** Every öre that was left over was given out, once. */
    Control control() {
        String name = "Öresutjämningen";
        return sheet.isEmpty()
                ? Control.notApplicable(
                        name, "Inga ören blev över: allt gick jämnt upp i hela ören.")
                : Control.ofTotals(
                        name,
                        "ören som blev över",
                        sheet.sum(LEFT),
                        "ören som delades ut",
                        sheet.sum(GOT));
    }
}
