package se.gits.costshare.export.excel;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.poi.ss.util.CellRangeAddress;
import se.gits.costshare.allocation.Apportionment;
import se.gits.costshare.allocation.Fraction;
import se.gits.costshare.allocation.KeyApportionment;
import se.gits.costshare.explanation.Earlier;
import se.gits.costshare.explanation.Explanation;
import se.gits.costshare.explanation.Stretch;
import se.gits.costshare.explanation.Way;
import se.gits.costshare.export.SwedishMonths;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.keys.Distribution;
import se.gits.costshare.keys.KeyShare;
import se.gits.costshare.money.Money;

/**
 * How each amount of an invoice came about, line by line, as a proof that can be followed with a
 * pocket calculator: the sheet {@code Specifikation}. Its formulas compute from the cells of {@code
 * Underlag} and end at the line's amount on {@code Faktura}.
 *
 * <p>Only one thing is given and not computed: who got one of the öre that were left over, since
 * that depends on everyone's remainder.
 */
final class SpecificationSheet {

    private static final String SHEET = "Specifikation";

    private static final int LABEL = 0;
    private static final int BEFORE = 1;
    private static final int THROUGH = 2;
    private static final int HOW = 3;
    private static final int[] WIDTHS = {38, 20, 20, 52};

    /**
     * Decimals of a krona that an exact part is computed with: those that are shown, and few enough
     * for a spreadsheet's binary fractions to tell them apart in amounts up to a milliard.
     */
    private static final int EXACT_DECIMALS = 6;

    /**
     * Taken off before the rounding, almost half of the last decimal, so that a part is not shown
     * as more than it is; not half, since in binary a whole öre may be a little less than itself.
     */
    private static final String LESS = "0.0000004";

    private static final int GUARD_DECIMALS = 12;

    /** Half of the last of them: a whole öre may be a little less than itself in binary. */
    private static final String NUDGE = "0.0000005";

    private static final int REMAINDER_DECIMALS = 4;

    private final SheetWriter sheet;
    private final BasisSheet basis;
    private final String recipient;
    private final List<Check> checks = new ArrayList<>();
    private int row;

    /** Where a line's check stands, and what it says. */
    private record Check(int row, boolean holds) {}

    /** Adds the sheet last, to be written later. */
    static SheetWriter add(ReproducibleWorkbook workbook) {
        return workbook.addSheet(SHEET, WIDTHS);
    }

    /**
     * @param sheet as {@link #add} added it
     * @param basis what its formulas compute from, written
     * @param recipient the name of who is invoiced
     */
    SpecificationSheet(SheetWriter sheet, BasisSheet basis, String recipient) {
        this.sheet = sheet;
        this.basis = basis;
        this.recipient = recipient;
    }

    /**
     * @param explanations one a line, in the invoice's order
     * @param invoiced where the lines' amounts stand on the invoice, in the same order
     */
    void write(InvoiceSheetTitle title, List<Explanation> explanations, List<Total> invoiced) {
        int checkRow =
                title.write(
                        sheet,
                        SHEET,
                        "Så har varje belopp på fakturan räknats fram. Talen hämtas från bladet"
                                + " Underlag och räknas om av kalkylprogrammet; varje rad slutar"
                                + " med en jämförelse mot bladet Faktura.");
        row = checkRow + 2;
        for (int i = 0; i < explanations.size(); i++) {
            line(explanations.get(i), invoiced.get(i));
        }
        all(checkRow);
        title.setUpPage(sheet, SHEET);
    }

    private void all(int checkRow) {
        int first = checks.get(0).row();
        int last = checks.get(checks.size() - 1).row();
        sheet.text(checkRow, LABEL, THROUGH, "Alla rader stämmer med fakturan", Look.TEXT_TOTAL);
        // Between the checks the column holds nothing but texts, which are not FALSE.
        sheet.truth(
                checkRow,
                HOW,
                "COUNTIF(" + SheetWriter.range(HOW, first, last) + ",FALSE)=0",
                checks.stream().allMatch(Check::holds),
                Look.TRUTH_TOTAL);
        List<CellRangeAddress> rows = new ArrayList<>();
        rows.add(new CellRangeAddress(checkRow, checkRow, LABEL, HOW));
        checks.forEach(
                check -> rows.add(new CellRangeAddress(check.row(), check.row(), LABEL, HOW)));
        sheet.redWhereFalse(rows, HOW);
    }

    private void line(Explanation explanation, Total invoiced) {
        InvoiceLine line = explanation.line();
        sheet.text(
                row,
                LABEL,
                HOW,
                "Rad " + line.budgetRow() + "  " + line.text() + kindOf(line),
                Look.HEADING);
        row++;
        note(line);
        List<Total> parts = new ArrayList<>();
        for (Stretch stretch : explanation.due()) {
            parts.add(stretch(explanation, stretch));
        }
        if (!explanation.before().isEmpty()) {
            parts.add(before(explanation).negated());
        }
        compare(line, parts, invoiced);
        row++;
    }

    private static String kindOf(InvoiceLine line) {
        return line.kind() == LineKind.ORDINARY ? "" : ", " + line.kind().swedish();
    }

    private void note(InvoiceLine line) {
        List<String> parts = new ArrayList<>();
        if (!line.concernsMonths().isEmpty()) {
            parts.add("Avser " + SwedishMonths.of(line.concernsMonths()) + ".");
        }
        if (!line.cause().isEmpty()) {
            parts.add("Orsak: " + line.cause());
        }
        if (!parts.isEmpty()) {
            row = sheet.longText(row, LABEL, HOW, String.join(" ", parts), Look.NOTE_ROW);
        }
    }

    /** One segment's months: the accumulated cost, way by way to the party's part of it. */
    private Total stretch(Explanation explanation, Stretch stretch) {
        sheet.text(row, LABEL, periodOf(stretch), Look.SECTION);
        sheet.text(row, BEFORE, headingBefore(stretch), Look.RIGHT_SECTION);
        sheet.text(row, THROUGH, "t.o.m. " + SwedishMonths.of(stretch.to()), Look.RIGHT_SECTION);
        sheet.text(row, HOW, "Så är det räknat", Look.SECTION);
        row++;
        Pair cost = cost(explanation, stretch);
        List<Pair> parts = new ArrayList<>();
        for (Way way : stretch.ways()) {
            parts.add(way(stretch, way, cost));
        }
        return months(stretch, parts);
    }

    private static String periodOf(Stretch stretch) {
        TreeSet<YearMonth> months = new TreeSet<>();
        for (YearMonth m = stretch.from(); !m.isAfter(stretch.to()); m = m.plusMonths(1)) {
            months.add(m);
        }
        return "Kostnaden för " + SwedishMonths.of(months);
    }

    private static String headingBefore(Stretch stretch) {
        return stretch.isAtSegmentStart()
                ? "dessförinnan"
                : "t.o.m. " + SwedishMonths.of(stretch.from().minusMonths(1));
    }

    /** The same figure before the months and through them. */
    private record Pair(Total before, Total through) {}

    private Pair cost(Explanation explanation, Stretch stretch) {
        String amount = basis.amountOf(explanation.line().budgetRow());
        Money annual = explanation.budgetLine().line().amount();
        int months = explanation.budgetLine().line().months();
        int through = stretch.lastIndex();
        int before =
                stretch.isAtSegmentStart() ? stretch.segmentStart() - 1 : stretch.indexBefore();
        both(
                "Radens belopp för " + months + (months == 1 ? " månad" : " månader"),
                Optional.empty(),
                new Total(amount, annual),
                "bladet Underlag");
        int amountRow = row - 1;
        sheet.text(row, LABEL, "Antal månader som har gått", Look.TEXT_ROW);
        sheet.count(row, BEFORE, before, Look.COUNT_ROW);
        sheet.count(row, THROUGH, through, Look.COUNT_ROW);
        sheet.text(row, HOW, "av radens " + months, Look.RULED_NOTE_ROW);
        int monthsRow = row;
        row++;
        String annualCell = SheetWriter.fixed(amountRow, THROUGH);
        Pair accumulated =
                pair(
                        "Kostnad hittills",
                        accumulated(annualCell, SheetWriter.at(monthsRow, BEFORE), months),
                        explanation.budgetLine().allocation().accrual().throughMonth(before),
                        accumulated(annualCell, SheetWriter.at(monthsRow, THROUGH), months),
                        explanation.budgetLine().allocation().accrual().throughMonth(through),
                        "belopp × månader som har gått ÷ " + months + ", i hela ören");
        if (stretch.segmentStart() == 1) {
            return accumulated;
        }
        return sinceSegmentStart(explanation, stretch, accumulated, annualCell, months);
    }

    private static String accumulated(String annual, String month, int months) {
        return "ROUND(" + annual + "*" + month + "/" + months + ",2)";
    }

    /** Where the shares have changed, what had arisen before was split in another way. */
    private Pair sinceSegmentStart(
            Explanation explanation, Stretch stretch, Pair cost, String annual, int months) {
        int start = stretch.segmentStart() - 1;
        Money earlier = explanation.budgetLine().allocation().accrual().throughMonth(start);
        String formula = accumulated(annual, Integer.toString(start), months);
        Pair less =
                pair(
                        "Avgår kostnad t.o.m. "
                                + SwedishMonths.of(stretch.segmentFrom().minusMonths(1)),
                        formula,
                        earlier,
                        formula,
                        earlier,
                        "den är fördelad med de andelar som gällde då");
        return pair(
                "Kostnad att fördela",
                SheetWriter.difference(cost.before().formula(), less.before().formula()),
                cost.before().amount().minus(earlier),
                SheetWriter.difference(cost.through().formula(), less.through().formula()),
                cost.through().amount().minus(earlier),
                "sedan andelarna ändrades");
    }

    /** One row of the key: its part of the cost, and the party's part of that. */
    private Pair way(Stretch stretch, Way way, Pair cost) {
        KeyShare share = way.share();
        String part = share.recipient().part();
        single(
                "Andel för " + part + " i nyckel " + stretch.line().line().keyCode(),
                basis.shareOf(way),
                exact(share.share()),
                Look.LONG_SHARE_ROW,
                share.decision());
        String shareCell = SheetWriter.fixed(row - 1, THROUGH);
        Pair ofRow =
                apportion(
                        part,
                        cost,
                        of -> of.formula() + "*" + shareCell,
                        way,
                        KeyApportionment.Route::ofRow,
                        KeyApportionment.Route::rows,
                        "kostnad × andel");
        if (share.distribution().isEmpty()) {
            return ofRow;
        }
        return ofMember(stretch, way, share.distribution().get(), ofRow);
    }

    private Pair ofMember(Stretch stretch, Way way, Distribution distribution, Pair ofRow) {
        Apportionment.Quota<?> quota = way.through().ofParty();
        single(
                ownLabel(distribution),
                basis.weightOf(stretch, way),
                new BigDecimal(quota.weight()),
                Look.INHABITANTS_ROW,
                "bladet Underlag");
        String own = SheetWriter.fixed(row - 1, THROUGH);
        single(
                totalLabel(distribution, way.through().members().size()),
                basis.totalWeightOf(stretch, way),
                new BigDecimal(quota.totalWeight()),
                Look.INHABITANTS_ROW,
                "summan på bladet Underlag");
        String all = SheetWriter.fixed(row - 1, THROUGH);
        return apportion(
                recipient,
                ofRow,
                of -> of.formula() + "*" + own + "/" + all,
                way,
                KeyApportionment.Route::ofParty,
                KeyApportionment.Route::members,
                "delen för " + way.share().recipient().part() + " × egna ÷ allas");
    }

    private String ownLabel(Distribution distribution) {
        return distribution instanceof Distribution.ByPopulation
                ? "Invånare i " + recipient
                : capitalised(BasisSheet.inWords(distribution)) + ", " + recipient;
    }

    private static String totalLabel(Distribution distribution, int members) {
        return distribution instanceof Distribution.ByPopulation
                ? "Invånare i alla " + members + " kommuner"
                : capitalised(BasisSheet.inWords(distribution))
                        + ", alla "
                        + members
                        + " deltagare";
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** How an exact part is computed from the whole. */
    private interface PartFormula {
        String of(Total whole);
    }

    private interface QuotaOf {
        Apportionment.Quota<?> in(KeyApportionment.Route route);
    }

    private interface SplitOf {
        Apportionment<?> in(KeyApportionment.Route route);
    }

    /** The exact part, the öre that were left over, and what the part comes to in whole öre. */
    private Pair apportion(
            String whose,
            Pair whole,
            PartFormula formula,
            Way way,
            QuotaOf quota,
            SplitOf split,
            String how) {
        Optional<Apportionment.Quota<?>> before = way.throughBefore().map(quota::in);
        Apportionment.Quota<?> through = quota.in(way.through());
        BigDecimal exactBefore =
                before.map(q -> exact(q, whole.before().amount())).orElse(BigDecimal.ZERO);
        BigDecimal exactThrough = exact(through, whole.through().amount());
        Money partBefore = before.map(Apportionment.Quota::part).orElse(Money.ZERO);
        int exactRow = row;
        sheet.text(row, LABEL, "Exakt del för " + whose, Look.TEXT_ROW);
        sheet.number(
                row,
                BEFORE,
                rounded(formula.of(whole.before())),
                exactBefore,
                Look.EXACT_AMOUNT_ROW);
        sheet.number(
                row,
                THROUGH,
                rounded(formula.of(whole.through())),
                exactThrough,
                Look.EXACT_AMOUNT_ROW);
        sheet.text(row, HOW, how, Look.RULED_NOTE_ROW);
        row++;
        int oddRow = row;
        sheet.text(row, LABEL, "Ett öre av dem som blev över", Look.TEXT_ROW);
        sheet.number(row, BEFORE, oddOf(partBefore, exactBefore), Look.AMOUNT_ROW);
        sheet.number(row, THROUGH, oddOf(through.part(), exactThrough), Look.AMOUNT_ROW);
        sheet.text(row, HOW, reason(way, quota, split), Look.RULED_NOTE_ROW);
        row++;
        return pair(
                "Del för " + whose,
                inOre(exactRow, oddRow, BEFORE),
                partBefore,
                inOre(exactRow, oddRow, THROUGH),
                through.part(),
                "hela ören av den exakta delen, och öret");
    }

    private static String rounded(String formula) {
        return "ROUND(" + formula + "-SIGN(" + formula + ")*" + LESS + "," + EXACT_DECIMALS + ")";
    }

    private static String inOre(int exactRow, int oddRow, int column) {
        String exact = SheetWriter.at(exactRow, column);
        return "ROUND(ROUNDDOWN("
                + exact
                + "+SIGN("
                + exact
                + ")*"
                + NUDGE
                + ",2)+"
                + SheetWriter.at(oddRow, column)
                + ",2)";
    }

    /** As a spreadsheet computes it, but in exact arithmetic. */
    private static BigDecimal exact(Apportionment.Quota<?> quota, Money whole) {
        return whole.kronor()
                .multiply(new BigDecimal(quota.weight()))
                .divide(new BigDecimal(quota.totalWeight()), GUARD_DECIMALS, RoundingMode.HALF_UP)
                .subtract(
                        new BigDecimal(LESS).multiply(BigDecimal.valueOf(whole.kronor().signum())))
                .setScale(EXACT_DECIMALS, RoundingMode.HALF_UP);
    }

    private static BigDecimal exact(Fraction share) {
        return new BigDecimal(share.numerator())
                .divide(new BigDecimal(share.denominator()), 15, RoundingMode.HALF_UP);
    }

    /** What the part has beyond the whole öre of the exact one. */
    private static BigDecimal oddOf(Money part, BigDecimal exact) {
        return part.kronor().subtract(exact.setScale(2, RoundingMode.DOWN));
    }

    private static String reason(Way way, QuotaOf quota, SplitOf split) {
        String now = reason(quota.in(way.through()), split.in(way.through()));
        return way.throughBefore()
                .map(before -> now + "\nTidigare: " + reason(quota.in(before), split.in(before)))
                .orElse(now);
    }

    /** Who got an odd öre, and why: {@code rest 0,7438 öre, nr 12 av 49; 25 öre blev över}. */
    private static String reason(Apportionment.Quota<?> quota, Apportionment<?> split) {
        if (split.oreLeft() == 0) {
            return "inget blev över";
        }
        return "rest "
                + decimal(quota.remainder())
                + " öre, den "
                + ordinal(quota.rank())
                + " största av "
                + split.size()
                + "; "
                + split.oreLeft()
                + " öre blev över";
    }

    /** {@code 1:a}, {@code 3:e}, {@code 11:e}, {@code 22:a}. */
    static String ordinal(int number) {
        boolean endsInA = number % 10 == 1 || number % 10 == 2;
        boolean isTeen = number % 100 == 11 || number % 100 == 12;
        return number + (endsInA && !isTeen ? ":a" : ":e");
    }

    private static String decimal(Fraction remainder) {
        BigInteger scaled =
                remainder
                        .numerator()
                        .multiply(BigInteger.TEN.pow(REMAINDER_DECIMALS))
                        .divide(remainder.denominator());
        return new BigDecimal(scaled, REMAINDER_DECIMALS).toPlainString().replace('.', ',');
    }

    private Total months(Stretch stretch, List<Pair> parts) {
        List<String> through = new ArrayList<>();
        List<String> before = new ArrayList<>();
        for (Pair part : parts) {
            through.add(part.through().formula());
            before.add(part.before().formula());
        }
        sheet.text(row, LABEL, "Att bära för månaderna", Look.STRONG_TEXT_ROW);
        sheet.blank(row, BEFORE, Look.TEXT_ROW);
        Total amount =
                new Total(
                        "ROUND(("
                                + String.join("+", through)
                                + ")-("
                                + String.join("+", before)
                                + "),2)",
                        stretch.amount());
        sheet.amount(row, THROUGH, amount, Look.STRONG_AMOUNT_ROW);
        sheet.text(row, HOW, "delen t.o.m. månaden − delen dessförinnan", Look.RULED_NOTE_ROW);
        row++;
        return new Total(SheetWriter.at(row - 1, THROUGH), stretch.amount());
    }

    /** What was invoiced before for the same months, invoice by invoice. */
    private Total before(Explanation explanation) {
        sheet.text(row, LABEL, "Tidigare fakturerat", Look.SECTION);
        sheet.text(row, BEFORE, "Avser", Look.RIGHT_SECTION);
        sheet.text(row, THROUGH, "Belopp", Look.RIGHT_SECTION);
        sheet.text(row, HOW, "Slag", Look.SECTION);
        row++;
        int first = row;
        for (Earlier earlier : explanation.before()) {
            sheet.text(
                    row,
                    LABEL,
                    earlier.invoice().map(InvoiceNumber::toString).orElse("bärs centralt"),
                    Look.TEXT_ROW);
            sheet.text(row, BEFORE, earlier.month().toString(), Look.RIGHT_TEXT_ROW);
            sheet.amount(row, THROUGH, earlier.amount(), Look.AMOUNT_ROW);
            sheet.text(row, HOW, earlier.kind().swedish(), Look.RULED_NOTE_ROW);
            row++;
        }
        sheet.text(row, LABEL, "Tidigare fakturerat, tillsammans", Look.STRONG_TEXT_ROW);
        sheet.blank(row, BEFORE, Look.TEXT_ROW);
        sheet.amount(
                row,
                THROUGH,
                new Total(SheetWriter.sum(THROUGH, first, row - 1), explanation.beforeAmount()),
                Look.STRONG_AMOUNT_ROW);
        sheet.text(row, HOW, "avgår", Look.RULED_NOTE_ROW);
        row++;
        return new Total(SheetWriter.at(row - 1, THROUGH), explanation.beforeAmount());
    }

    private void compare(InvoiceLine line, List<Total> parts, Total invoiced) {
        Total sum = parts.stream().reduce(Total::plus).orElse(Total.NOTHING);
        sheet.text(row, LABEL, "Rad " + line.budgetRow() + ", uträknat", Look.TEXT_SUM);
        sheet.blank(row, BEFORE, Look.TEXT_SUM);
        sheet.amount(
                row,
                THROUGH,
                new Total("ROUND(" + sum.formula() + ",2)", line.amount()),
                Look.AMOUNT_SUM);
        sheet.blank(row, HOW, Look.TEXT_SUM);
        String computed = SheetWriter.at(row, THROUGH);
        row++;
        sheet.text(row, LABEL, "På bladet Faktura", Look.TEXT_ROW);
        sheet.blank(row, BEFORE, Look.TEXT_ROW);
        sheet.amount(row, THROUGH, invoiced, Look.AMOUNT_ROW);
        sheet.blank(row, HOW, Look.TEXT_ROW);
        String onInvoice = SheetWriter.at(row, THROUGH);
        row++;
        boolean holds = line.amount().equals(invoiced.amount());
        sheet.text(row, LABEL, THROUGH, "Uträkningen stämmer med fakturan", Look.STRONG_TEXT_ROW);
        sheet.truth(
                row,
                HOW,
                SheetWriter.difference(computed, onInvoice) + "=0",
                holds,
                Look.TRUTH_ROW);
        checks.add(new Check(row, holds));
        row++;
    }

    private void both(String label, Optional<Total> before, Total through, String how) {
        sheet.text(row, LABEL, label, Look.TEXT_ROW);
        if (before.isPresent()) {
            sheet.amount(row, BEFORE, before.get(), Look.AMOUNT_ROW);
        } else {
            sheet.blank(row, BEFORE, Look.TEXT_ROW);
        }
        sheet.amount(row, THROUGH, through, Look.AMOUNT_ROW);
        sheet.text(row, HOW, how, Look.RULED_NOTE_ROW);
        row++;
    }

    private void single(String label, String formula, BigDecimal value, Look look, String how) {
        sheet.text(row, LABEL, label, Look.TEXT_ROW);
        sheet.blank(row, BEFORE, Look.TEXT_ROW);
        sheet.number(row, THROUGH, formula, value, look);
        sheet.text(row, HOW, how, Look.RULED_NOTE_ROW);
        row++;
    }

    private Pair pair(
            String label,
            String before,
            Money beforeAmount,
            String through,
            Money throughAmount,
            String how) {
        both(
                label,
                Optional.of(new Total(before, beforeAmount)),
                new Total(through, throughAmount),
                how);
        return new Pair(
                new Total(SheetWriter.at(row - 1, BEFORE), beforeAmount),
                new Total(SheetWriter.at(row - 1, THROUGH), throughAmount));
    }
}
