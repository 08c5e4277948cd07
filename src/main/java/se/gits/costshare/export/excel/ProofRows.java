package se.gits.costshare.export.excel;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import se.gits.costshare.money.Money;

/**
 * The rows of {@code Specifikation}, one below the other: what is computed, its value before the
 * months and through them, and how it is computed.
 */
final class ProofRows {

    static final int LABEL = 0;
    static final int BEFORE = 1;
    static final int THROUGH = 2;
    static final int HOW = 3;
    static final int[] WIDTHS = {35, 22, 22, 46};

    private final SheetWriter sheet;
    private int row;

    /** The same figure before the months and through them. */
    record Pair(Total before, Total through) {

        /** The sums of several. */
        static Pair sum(List<Pair> pairs) {
            return new Pair(
                    pairs.stream().map(Pair::before).reduce(Total::plus).orElse(Total.NOTHING),
                    pairs.stream().map(Pair::through).reduce(Total::plus).orElse(Total.NOTHING));
        }
    }

    ProofRows(SheetWriter sheet, int firstRow) {
        this.sheet = sheet;
        this.row = firstRow;
        sheet.streamFrom(firstRow);
    }

    /** The row that is written next. */
    int next() {
        return row;
    }

    void empty() {
        row++;
    }

    /** A block's heading. */
    void heading(String text) {
        sheet.text(row, LABEL, HOW, text, Look.HEADING);
        row++;
    }

    /** A text of any length; none where it is empty. */
    void note(String text) {
        if (!text.isEmpty()) {
            row = sheet.longText(row, LABEL, HOW, text, Look.NOTE_ROW);
        }
    }

    /** The headings of some rows, one a column. */
    void section(String label, String before, String through, String how) {
        sheet.text(row, LABEL, label, Look.SECTION);
        sheet.text(row, BEFORE, before, Look.RIGHT_SECTION);
        sheet.text(row, THROUGH, through, Look.RIGHT_SECTION);
        sheet.text(row, HOW, how, Look.INDENTED_SECTION);
        row++;
    }

    /** An amount before and through. */
    Pair amounts(String label, Total before, Total through, String how) {
        begin(label, how);
        sheet.amount(row, BEFORE, before, Look.AMOUNT_ROW);
        sheet.amount(row, THROUGH, through, Look.AMOUNT_ROW);
        row++;
        return written(before, through);
    }

    /** A number before and through. */
    void numbers(
            String label,
            String beforeFormula,
            BigDecimal before,
            String throughFormula,
            BigDecimal through,
            Look look,
            String how) {
        begin(label, how);
        sheet.number(row, BEFORE, beforeFormula, before, look);
        sheet.number(row, THROUGH, throughFormula, through, look);
        row++;
    }

    /** Numbers that nothing on the sheet follows from. */
    void given(String label, BigDecimal before, BigDecimal through, Look look, String how) {
        begin(label, how);
        sheet.number(row, BEFORE, before, look);
        sheet.number(row, THROUGH, through, look);
        row++;
    }

    /** Words before and through. */
    void words(String label, String before, String through, String how) {
        begin(label, how);
        sheet.text(row, BEFORE, before, Look.RIGHT_TEXT_ROW);
        sheet.text(row, THROUGH, through, Look.RIGHT_TEXT_ROW);
        row++;
    }

    /**
     * A figure that is the same before and through, and stands once.
     *
     * @return its cell, as a formula that is copied names it
     */
    String once(String label, String formula, BigDecimal value, Look look, String how) {
        begin(label, how);
        sheet.blank(row, BEFORE, Look.TEXT_ROW);
        sheet.number(row, THROUGH, formula, value, look);
        row++;
        return SheetWriter.fixed(row - 1, THROUGH);
    }

    /** What some rows come to. */
    Total result(String label, Total total, String how) {
        sheet.text(row, LABEL, label, Look.STRONG_TEXT_ROW);
        sheet.text(row, HOW, how, Look.HOW_ROW);
        sheet.blank(row, BEFORE, Look.TEXT_ROW);
        sheet.amount(row, THROUGH, total, Look.STRONG_AMOUNT_ROW);
        row++;
        return written(total, total).through();
    }

    /** The sums of a table. */
    Pair sums(String label, Total before, Total through, String how) {
        sheet.text(row, LABEL, label, Look.TEXT_SUM);
        sheet.amount(row, BEFORE, before, Look.AMOUNT_SUM);
        sheet.amount(row, THROUGH, through, Look.AMOUNT_SUM);
        sheet.text(row, HOW, how, Look.HOW_SUM);
        row++;
        return written(before, through);
    }

    /** A table's row; the first amount may be missing. */
    void entry(String label, Optional<Money> before, Money through, String how) {
        begin(label, how);
        if (before.isPresent()) {
            sheet.amount(row, BEFORE, before.get(), Look.AMOUNT_ROW);
        } else {
            sheet.blank(row, BEFORE, Look.AMOUNT_ROW);
        }
        sheet.amount(row, THROUGH, through, Look.AMOUNT_ROW);
        row++;
    }

    /**
     * A check.
     *
     * @return its row
     */
    int check(String label, Total amount, String formula, boolean holds) {
        sheet.text(row, LABEL, label, Look.TEXT_SUM);
        sheet.blank(row, BEFORE, Look.TEXT_SUM);
        sheet.amount(row, THROUGH, amount, Look.AMOUNT_SUM);
        sheet.truth(row, HOW, formula, holds, Look.TRUTH_SUM);
        row++;
        return row - 1;
    }

    private void begin(String label, String how) {
        sheet.text(row, LABEL, label, Look.TEXT_ROW);
        sheet.text(row, HOW, how, Look.HOW_ROW);
    }

    /** The amounts of the row above, as references to their cells. */
    private Pair written(Total before, Total through) {
        return new Pair(
                new Total(SheetWriter.at(row - 1, BEFORE), before.amount()),
                new Total(SheetWriter.at(row - 1, THROUGH), through.amount()));
    }
}
