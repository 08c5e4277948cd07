package se.gits.costshare.export.excel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import se.gits.costshare.allocation.Apportionment;
import se.gits.costshare.allocation.Fraction;
import se.gits.costshare.allocation.KeyApportionment;
import se.gits.costshare.allocation.KeyRow;
import se.gits.costshare.allocation.MonthlyAllocation;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.input.Period;
import se.gits.costshare.input.SwedishCount;
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
 * sheet has no room for them, the splits alone, or the lines. The splits of a settlement are those
 * of the outcome, stretch by stretch of months with the same key.
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

    /** How much is told of each split: all, or what there is room for. */
    private enum Detail {
        RECIPIENTS(" Sist står den som var närmast i tur."),
        SPLITS(
                " De som fick dem är fler än ett blad rymmer: här står hur många ören som blev över"
                        + " och delades ut varje gång."
                        + WHO_GOT_THEM),
        LINES(
                " Fördelningarna är fler än ett blad rymmer: här står hur många ören som blev över"
                        + " och delades ut av varje budgetrad."
                        + WHO_GOT_THEM);

        private final String inWords;

        Detail(String inWords) {
            this.inWords = inWords;
        }
    }

    private static final String WHO_GOT_THEM =
            " Vem som fick dem visar gits explain och bladet Specifikation i var och ens arbetsbok.";

    private static final int LEFT = 8;
    private static final int GOT = 9;
    private static final int DECIMALS = 6;

    private final Issuance issuance;

    /** Those of the act, at what is split. */
    private final List<ResolvedLine> lines;

    private final Detail detail;
    private final ListSheet sheet;

    OddOreSheet(ReproducibleWorkbook workbook, Issuance issuance, Room room) {
        this.issuance = issuance;
        boolean isSettlement = issuance.terms().kind() == ActKind.SETTLEMENT;
        this.lines =
                isSettlement
                        ? issuance.inputs().linesAtOutcome()
                        : issuance.inputs().linesIn(issuance.terms().month());
        this.detail = detail(room);
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
                                                + detail.inWords),
                        COLUMNS);
        lines.forEach(this::write);
        sheet.finish();
    }

    private Detail detail(Room room) {
        long recipients = 0;
        long splits = 0;
        for (ResolvedLine line : lines) {
            for (Apportionment<?> split : splitsOf(line)) {
                splits++;
                // With a row for the split, and one for the next in turn.
                recipients += split.oreLeft() + 2;
            }
        }
        if (recipients <= room.rows()) {
            return Detail.RECIPIENTS;
        }
        return splits <= room.rows() ? Detail.SPLITS : Detail.LINES;
    }

    /** The splits of a line that left anything over. */
    private List<Apportionment<?>> splitsOf(ResolvedLine line) {
        List<Apportionment<?>> splits = new ArrayList<>();
        for (int month : months(line)) {
            KeyApportionment split = line.allocation().apportionmentThrough(month);
            splits.add(split.rows());
            splits.addAll(split.membersOf().values());
        }
        splits.removeIf(split -> split.oreLeft() == 0);
        return splits;
    }

    /** The months through which a line's cost was split: for a settlement, each with its key. */
    private List<Integer> months(ResolvedLine line) {
        if (issuance.terms().kind() != ActKind.SETTLEMENT) {
            return List.of(line.line().monthIndex(issuance.terms().month()));
        }
        MonthlyAllocation allocation = line.allocation();
        int last = line.line().months();
        return IntStream.rangeClosed(1, last)
                .filter(month -> month == last || allocation.segmentStart(month + 1) == month + 1)
                .boxed()
                .toList();
    }

    private void write(ResolvedLine line) {
        if (detail == Detail.LINES) {
            writeTogether(line, splitsOf(line));
        } else {
            months(line).forEach(month -> write(line, month));
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
        List<Apportionment.Quota<R>> quotas = split.quotas();
        Money whole = whole(quotas);
        begin(of, Look.STRONG_TEXT_ROW)
                .text(split.size() + " mottagare", Look.STRONG_TEXT_ROW)
                .text("", Look.STRONG_TEXT_ROW)
                .amount(split.cost(), Look.STRONG_AMOUNT_ROW)
                .amount(whole, Look.STRONG_AMOUNT_ROW);
        sheet.amount(
                new Total(
                        SheetWriter.difference(sheet.left(2), sheet.left(1)),
                        split.cost().minus(whole)),
                Look.STRONG_AMOUNT_ROW);
        if (detail == Detail.RECIPIENTS) {
            sheet.blank().blank().blank().blank().endRow();
            writeRecipients(of, split, quotas, code, name);
        } else {
            sheet.amount(odd(quotas), Look.STRONG_AMOUNT_ROW).blank().blank().blank().endRow();
        }
    }

    /** What all splits of a line left over, and gave out. */
    private void writeTogether(ResolvedLine resolved, List<Apportionment<?>> splits) {
        if (splits.isEmpty()) {
            return;
        }
        Money cost = Money.ZERO;
        Money whole = Money.ZERO;
        Money odd = Money.ZERO;
        for (Apportionment<?> split : splits) {
            List<? extends Apportionment.Quota<?>> quotas = split.quotas();
            cost = cost.plus(split.cost());
            whole = whole.plus(whole(quotas));
            odd = odd.plus(odd(quotas));
        }
        sheet.text(resolved.line().row())
                .text(resolved.line().text())
                .blank()
                .text(SwedishCount.of(splits.size()) + " fördelningar")
                .blank()
                .blank()
                .amount(cost)
                .amount(whole);
        sheet.amount(
                        new Total(
                                SheetWriter.difference(sheet.left(2), sheet.left(1)),
                                cost.minus(whole)))
                .amount(odd)
                .blank()
                .blank()
                .blank()
                .endRow();
    }

    private static Money whole(List<? extends Apportionment.Quota<?>> quotas) {
        return Money.total(quotas.stream().map(Apportionment.Quota::whole));
    }

    private static Money odd(List<? extends Apportionment.Quota<?>> quotas) {
        return Money.total(quotas.stream().map(Apportionment.Quota::odd));
    }

    private <R extends Comparable<R>> void writeRecipients(
            Split of,
            Apportionment<R> split,
            List<Apportionment.Quota<R>> quotas,
            Function<R, String> code,
            Function<R, String> name) {
        quotas.stream()
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
