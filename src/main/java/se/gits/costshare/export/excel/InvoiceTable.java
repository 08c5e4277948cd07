package se.gits.costshare.export.excel;

import java.util.ArrayList;
import java.util.List;
import se.gits.costshare.export.CommonNote;
import se.gits.costshare.export.SwedishMonths;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceKind;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.invoice.VatSum;
import se.gits.costshare.money.VatRate;

/** The lines of an invoice and, below them, its sums: without VAT, per VAT rate, and to pay. */
final class InvoiceTable {

    /** The widths of the sheet's columns; the amounts' holds a hundred milliards. */
    static final int[] WIDTHS = {9, 7, 43, 11, 11, 11, 19};

    private static final int OBJECT = 0;
    private static final int ROW = 1;
    private static final int TEXT = 2;
    private static final int KEY = 3;
    private static final int KIND = 4;
    private static final int VAT = 5;
    private static final int AMOUNT = 6;

    /** Below the lines: the VAT table has its rate and its taxable amount elsewhere. */
    private static final int SUM_RATE = KEY;

    private static final int SUM_NET = KIND;

    private final SheetWriter sheet;
    private final Invoice invoice;
    private final CommonNote common;
    private final List<VatRate> exemptions;
    private final List<Total> amountsOfLines = new ArrayList<>();
    private int row;

    /**
     * @param common what stands above the lines, and is not said again at each of them
     */
    InvoiceTable(SheetWriter sheet, Invoice invoice, CommonNote common) {
        this.sheet = sheet;
        this.invoice = invoice;
        this.common = common;
        this.exemptions =
                invoice.vatSums().stream()
                        .map(VatSum::rate)
                        .filter(rate -> rate.percent() == 0)
                        .toList();
    }

    static String payableLabel(Invoice invoice) {
        return invoice.kind() == InvoiceKind.CREDIT_NOTE ? "Att få tillbaka" : "Att betala";
    }

    /**
     * Writes lines and sums.
     *
     * @param headingRow where the headings go
     * @return the sum to pay, as a reference to its cell
     */
    Total write(int headingRow) {
        row = headingRow;
        headings();
        int first = row;
        String object = "";
        for (InvoiceLine line : invoice.lines()) {
            if (!line.objectCode().equals(object)) {
                object = line.objectCode();
                sheet.text(row, OBJECT, AMOUNT, object + "  " + line.objectName(), Look.GROUP_ROW);
                row++;
            }
            line(line);
        }
        return sums(first, row - 1);
    }

    /** Where the lines' amounts stand, as other sheets refer to them, once they are written. */
    List<Total> amountsOfLines() {
        return amountsOfLines;
    }

    private void headings() {
        sheet.text(row, OBJECT, "Objekt", Look.HEADING);
        sheet.text(row, ROW, "Rad", Look.HEADING);
        sheet.text(row, TEXT, "Benämning", Look.HEADING);
        sheet.text(row, KEY, "Nyckel", Look.HEADING);
        sheet.text(row, KIND, "Typ", Look.HEADING);
        sheet.text(row, VAT, "Momssats", Look.NUMBER_HEADING);
        sheet.text(row, AMOUNT, "Belopp", Look.NUMBER_HEADING);
        row++;
    }

    private void line(InvoiceLine line) {
        sheet.text(row, OBJECT, line.objectCode(), Look.TEXT_ROW);
        sheet.text(row, ROW, line.budgetRow(), Look.TEXT_ROW);
        sheet.text(row, TEXT, line.text(), Look.TEXT_ROW);
        sheet.text(row, KEY, line.keyCode(), Look.TEXT_ROW);
        sheet.text(row, KIND, line.kind().swedish(), Look.TEXT_ROW);
        rate(VAT, line.vat());
        sheet.amount(row, AMOUNT, line.amount(), Look.AMOUNT_ROW);
        amountsOfLines.add(
                new Total(sheet.fromElsewhere(SheetWriter.fixed(row, AMOUNT)), line.amount()));
        row++;
        String note = note(line);
        if (!note.isEmpty()) {
            row = sheet.longText(row, TEXT, VAT, note, Look.NOTE_ROW);
        }
    }

    /** What an adjustment, a credit or a settlement is about; empty for an ordinary line. */
    private String note(InvoiceLine line) {
        List<String> parts = new ArrayList<>();
        if (!line.concernsMonths().isEmpty()) {
            parts.add("Avser " + SwedishMonths.of(line.concernsMonths()));
        }
        if (!common.invoicesOf(line).isEmpty()) {
            parts.add("Avser faktura " + common.invoicesOf(line));
        }
        if (!common.causeOf(line).isEmpty()) {
            parts.add("Orsak: " + common.causeOf(line));
        }
        if (!parts.isEmpty() && !line.decision().isEmpty()) {
            parts.add("Beslut: " + line.decision());
        }
        return String.join("\n", parts);
    }

    private Total sums(int firstLine, int lastLine) {
        sheet.text(row, OBJECT, VAT, "Summa exklusive moms", Look.TEXT_SUM);
        Total net = sum(new Total(SheetWriter.sum(AMOUNT, firstLine, lastLine), invoice.net()));
        row++;
        Total vat = vat(firstLine, lastLine);
        Total beforeRounding = net.plus(vat);
        Total payable = beforeRounding;
        if (invoice.terms().wholeKronor()) {
            String sum = "(" + beforeRounding.formula() + ")";
            sheet.text(row, OBJECT, VAT, "Öresavrundning", Look.TEXT_ROW);
            payable =
                    beforeRounding.plus(
                            amount(
                                    new Total(
                                            "ROUND(ROUND(" + sum + ",0)-" + sum + ",2)",
                                            invoice.rounding()),
                                    Look.AMOUNT_ROW));
        }
        sheet.text(row, OBJECT, VAT, payableLabel(invoice) + ", SEK", Look.TEXT_TOTAL);
        return amount(payable, Look.AMOUNT_TOTAL);
    }

    /** The taxable amount, the rate and the VAT, or the ground for none, one rate a row. */
    private Total vat(int firstLine, int lastLine) {
        sheet.text(row, OBJECT, TEXT, "Moms", Look.HEADING);
        sheet.text(row, SUM_RATE, "Momssats", Look.NUMBER_HEADING);
        sheet.text(row, SUM_NET, VAT, "Underlag", Look.NUMBER_HEADING);
        sheet.text(row, AMOUNT, "Moms", Look.NUMBER_HEADING);
        row++;
        int first = row;
        String rates = SheetWriter.range(VAT, firstLine, lastLine);
        String amounts = SheetWriter.range(AMOUNT, firstLine, lastLine);
        for (VatSum sum : invoice.vatSums()) {
            String rate = SheetWriter.at(row, SUM_RATE);
            boolean exempt = sum.rate().percent() == 0;
            sheet.text(
                    row,
                    OBJECT,
                    TEXT,
                    exempt
                            ? "Ingen moms: " + sum.rate().ground()
                            : "Moms " + sum.rate().percent() + " %",
                    Look.TEXT_ROW);
            rate(SUM_RATE, sum.rate());
            sheet.amount(
                    row,
                    SUM_NET,
                    VAT,
                    new Total(
                            "ROUND(SUMIF(" + rates + "," + rate + "," + amounts + "),2)",
                            sum.net()),
                    Look.AMOUNT_ROW);
            String percent = isNumber(sum.rate()) ? rate : "0";
            String net = SheetWriter.at(row, SUM_NET);
            amount(
                    new Total("ROUND(" + net + "*" + percent + "/100,2)", sum.vat()),
                    Look.AMOUNT_ROW);
        }
        sheet.text(row, OBJECT, VAT, "Summa moms", Look.TEXT_SUM);
        Total vat = sum(new Total(SheetWriter.sum(AMOUNT, first, row - 1), invoice.vat()));
        row++;
        return vat;
    }

    private Total sum(Total total) {
        return amount(total, Look.AMOUNT_SUM);
    }

    /** Writes a sum last in the row, goes on to the next, and refers to the cell. */
    private Total amount(Total total, Look look) {
        sheet.amount(row, AMOUNT, total, look);
        row++;
        return new Total(SheetWriter.at(row - 1, AMOUNT), total.amount());
    }

    /**
     * A rate, alike on the lines and in the VAT table, since the one adds up the other by it. Where
     * an invoice has several grounds for no VAT, zero percent does not tell them apart.
     */
    private void rate(int column, VatRate rate) {
        if (isNumber(rate)) {
            sheet.count(row, column, rate.percent(), Look.PERCENT_ROW);
        } else {
            sheet.text(
                    row, column, "undantag " + (exemptions.indexOf(rate) + 1), Look.RIGHT_TEXT_ROW);
        }
    }

    private boolean isNumber(VatRate rate) {
        return rate.percent() != 0 || exemptions.size() == 1;
    }
}
