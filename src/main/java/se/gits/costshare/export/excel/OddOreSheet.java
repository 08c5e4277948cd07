package se.gits.costshare.export.excel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import se.gits.costshare.allocation.Apportionment;
import se.gits.costshare.allocation.Fraction;
import se.gits.costshare.allocation.KeyApportionment;
import se.gits.costshare.allocation.KeyRow;
import se.gits.costshare.budget.BudgetLine;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.ResolvedLine;

/**
 * Who got the öre that were left over when the lines' accumulated costs were split, and why: the
 * sheet {@code Öreslista}. Each split has a row with what was left over, and below it a row for
 * each that got one.
 */
final class OddOreSheet {

    private static final List<ListSheet.Column> COLUMNS =
            List.of(
                    ListSheet.Column.text("Rad", 8),
                    ListSheet.Column.text("Benämning", 34),
                    ListSheet.Column.text("Delas mellan", 30),
                    ListSheet.Column.text("Får ett öre", 14),
                    ListSheet.Column.text("Namn", 30),
                    ListSheet.Column.amount("Att dela"),
                    ListSheet.Column.amount("I hela ören"),
                    ListSheet.Column.amount("Blev över"),
                    ListSheet.Column.amount("Fick"),
                    ListSheet.Column.text("Rest i ören", 12),
                    ListSheet.Column.text("Plats", 16));

    private static final int LEFT = 7;
    private static final int GOT = 8;
    private static final int DECIMALS = 4;

    private final Issuance issuance;
    private final ListSheet sheet;

    OddOreSheet(ReproducibleWorkbook workbook, Issuance issuance) {
        this.issuance = issuance;
        this.sheet =
                new ListSheet(
                        workbook,
                        "Öreslista",
                        SheetTitle.of("Öreslista", issuance)
                                .explained(
                                        "Det som har upparbetats av varje budgetrad fördelas i"
                                                + " hela ören. De ören som blir över går ett och"
                                                + " ett till de största resterna."),
                        COLUMNS);
        issuance.inputs().linesIn(issuance.terms().month()).forEach(this::write);
        sheet.finish();
    }

    private void write(ResolvedLine resolved) {
        BudgetLine line = resolved.line();
        KeyApportionment split =
                resolved.allocation()
                        .apportionmentThrough(line.monthIndex(issuance.terms().month()));
        write(line, "nyckel " + line.keyCode(), split.rows(), OddOreSheet::part, this::nameOfPart);
        split.membersOf()
                .forEach(
                        (row, members) ->
                                write(
                                        line,
                                        row.part() + " efter " + row.distribution(),
                                        members,
                                        PartyCode::value,
                                        this::nameOf));
    }

    private static String part(KeyRow row) {
        return row.part();
    }

    private String nameOfPart(KeyRow row) {
        return PartyCode.isCode(row.part()) ? nameOf(new PartyCode(row.part())) : "";
    }

    private String nameOf(PartyCode code) {
        return issuance.inputs().parties().find(code).map(Party::name).orElse("");
    }

    private <R extends Comparable<R>> void write(
            BudgetLine line,
            String between,
            Apportionment<R> split,
            Function<R, String> code,
            Function<R, String> name) {
        if (split.oreLeft() == 0) {
            return;
        }
        List<Apportionment.Quota<R>> quotas = split.quotas();
        Money whole = Money.total(quotas.stream().map(Apportionment.Quota::whole).toList());
        sheet.text(line.row())
                .text(line.text())
                .text(between + ", " + split.size() + " st")
                .text("")
                .text("")
                .amount(split.cost())
                .amount(whole);
        sheet.amount(
                        new Total(
                                SheetWriter.difference(sheet.left(2), sheet.left(1)),
                                split.cost().minus(whole)))
                .blank()
                .blank()
                .blank()
                .endRow();
        for (Apportionment.Quota<R> quota : quotas) {
            if (!quota.odd().isZero()) {
                sheet.text(line.row())
                        .text("")
                        .text(between)
                        .text(code.apply(quota.recipient()))
                        .text(name.apply(quota.recipient()))
                        .blank()
                        .blank()
                        .blank()
                        .amount(quota.odd())
                        .text(decimal(quota.remainder()))
                        .text(quota.rank() + " av " + split.size())
                        .endRow();
            }
        }
    }

    private static String decimal(Fraction remainder) {
        return new BigDecimal(remainder.numerator())
                .divide(new BigDecimal(remainder.denominator()), DECIMALS, RoundingMode.DOWN)
                .toPlainString()
                .replace('.', ',');
    }

    /** Every öre that was left over was given out, once. */
    Control control() {
        return Control.ofTotals(
                "Öresutjämningen",
                "ören som blev över",
                sheet.sum(LEFT),
                "ören som delades ut",
                sheet.sum(GOT));
    }
}
