package se.gits.costshare.export.excel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.gits.costshare.export.CommonNote;
import se.gits.costshare.export.SwedishMonths;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.invoice.InvoiceKind;
import se.gits.costshare.invoice.InvoiceLine;
import se.gits.costshare.invoice.LineKind;
import se.gits.costshare.invoice.VatSum;
import se.gits.costshare.money.Money;
import se.gits.costshare.money.VatRate;

/** The lines of an invoice and, below them, its sums: without VAT, per VAT rate, and to pay. */
final class InvoiceTable {

    /** The widths of the sheet's columns; the amounts' holds a hundred milliards. */
    static final int[] WIDTHS = {13, 10, 43, 17, 14, 20};

    /** More lines than this are streamed: each that is kept takes some hundred bytes a cell. */
    private static final int MOST_KEPT = 100;

    private static final int OBJECT = 0;
    private static final int ROW = 1;
    private static final int TEXT = 2;
    private static final int KEY = 3;
    private static final int VAT = 4;
    private static final int AMOUNT = 5;

    /** Below the lines: the VAT table has its taxable amount elsewhere. */
    private static final int SUM_NET = KEY;

    private final SheetWriter sheet;
    private final Invoice invoice;
    private final CommonNote common;
    private final List<VatRate> exemptions;
    private final Total[] amountOfLine;
    private int row;

    /** An object as it is called on the lines. */
    private record ObjectName(String code, String name) {}

    /**
     * @param common what stands above the lines, and is not said again at each of them
     */
    InvoiceTable(SheetWriter sheet, Invoice invoice, CommonNote common) {
        this.sheet = sheet;
        this.invoice = invoice;
        this.common = common;
        this.amountOfLine = new Total[invoice.lines().size()];
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
        boolean isLong = invoice.lines().size() > MOST_KEPT;
        if (isLong) {
            sheet.streamFrom(first);
        }
        Map<ObjectName, List<Integer>> linesOfObject = new LinkedHashMap<>();
        for (int i = 0; i < invoice.lines().size(); i++) {
            InvoiceLine line = invoice.lines().get(i);
            linesOfObject
                    .computeIfAbsent(
                            new ObjectName(line.objectCode(), line.objectName()),
                            object -> new ArrayList<>())
                    .add(i);
        }
        List<Total> sums = new ArrayList<>();
        linesOfObject.forEach(
                (object, lines) -> sums.add(object(object, lines, linesOfObject.size() > 1)));
        if (isLong) {
            sheet.keepFrom(row);
        }
        return sums(first, row - 1, sums);
    }

    /** The row after what has been written. */
    int end() {
        return row;
    }

    /** Where the lines' amounts stand, as other sheets refer to them, once they are written. */
    List<Total> amountsOfLines() {
        return List.of(amountOfLine);
    }

    private void headings() {
        sheet.text(row, OBJECT, "Objekt", Look.HEADING);
        sheet.text(row, ROW, "Rad", Look.HEADING);
        sheet.text(row, TEXT, "Benämning", Look.HEADING);
        sheet.text(row, KEY, "Nyckel", Look.HEADING);
        sheet.text(row, VAT, "Momssats", Look.NUMBER_HEADING);
        sheet.text(row, AMOUNT, "Belopp, SEK", Look.NUMBER_HEADING);
        row++;
    }

    /**
     * An object's name and lines, and their sum where it says more than a line of its own or the
     * whole invoice's.
     *
     * @param lines which of the invoice's
     * @param oneOfSeveral whether the invoice has other objects
     */
    private Total object(ObjectName object, List<Integer> lines, boolean oneOfSeveral) {
        sheet.text(row, OBJECT, AMOUNT, object.code() + "  " + object.name(), Look.GROUP_ROW);
        row++;
        int first = row;
        lines.forEach(this::line);
        Money net = Money.total(lines.stream().map(i -> invoice.lines().get(i).amount()));
        if (oneOfSeveral && lines.size() == 1) {
            return new Total(SheetWriter.at(first, AMOUNT), net);
        }
        Total sum = new Total(SheetWriter.sum(AMOUNT, first, row - 1), net);
        if (!oneOfSeveral) {
            return sum;
        }
        sheet.text(row, OBJECT, VAT, "Summa " + object.code(), Look.STRONG_TEXT_ROW);
        return amount(sum, Look.STRONG_AMOUNT_ROW);
    }

    private void line(int index) {
        InvoiceLine line = invoice.lines().get(index);
        sheet.text(row, OBJECT, line.objectCode(), Look.RULED_NOTE_ROW);
        sheet.text(row, ROW, line.budgetRow(), Look.TEXT_ROW);
        sheet.text(row, TEXT, line.text(), Look.TEXT_ROW);
        sheet.text(row, KEY, line.keyCode(), Look.TEXT_ROW);
        rate(line.vat());
        sheet.amount(row, AMOUNT, line.amount(), Look.AMOUNT_ROW);
        amountOfLine[index] =
                new Total(sheet.fromElsewhere(SheetWriter.fixed(row, AMOUNT)), line.amount());
        row++;
        String note = note(line);
        if (!note.isEmpty()) {
            row = sheet.longText(row, TEXT, VAT, note, Look.NOTE_ROW);
        }
    }

    /** What an adjustment, a credit or a settlement is about; empty for an ordinary line. */
    private String note(InvoiceLine line) {
        List<String> parts = new ArrayList<>();
        if (line.kind() != LineKind.ORDINARY) {
            String kind = line.kind().swedish();
            String months = SwedishMonths.of(line.concernsMonths());
            parts.add(
                    kind.substring(0, 1).toUpperCase(Locale.ROOT)
                            + kind.substring(1)
                            + (months.isEmpty() ? "" : ", avser " + months));
        }
        String invoices = common.invoicesOf(line.concernsInvoices());
        if (!invoices.isEmpty()) {
            parts.add("Avser faktura: " + invoices);
        }
        if (!common.causeOf(line).isEmpty()) {
            parts.add("Orsak: " + common.causeOf(line));
        }
        if (!parts.isEmpty() && !line.decision().isEmpty()) {
            parts.add("Beslut: " + line.decision());
        }
        return String.join("\n", parts);
    }

    private Total sums(int firstLine, int lastLine, List<Total> ofObjects) {
        sheet.text(row, OBJECT, VAT, "Summa exklusive moms", Look.TEXT_SUM);
        Total net = sum(ofObjects.stream().reduce(Total::plus).orElseThrow());
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
        sheet.text(row, SUM_NET, "Underlag, SEK", Look.NUMBER_HEADING);
        sheet.text(row, VAT, "Momssats", Look.NUMBER_HEADING);
        sheet.text(row, AMOUNT, "Moms, SEK", Look.NUMBER_HEADING);
        row++;
        int first = row;
        String rates = SheetWriter.range(VAT, firstLine, lastLine);
        String amounts = SheetWriter.range(AMOUNT, firstLine, lastLine);
        for (VatSum sum : invoice.vatSums()) {
            String rate = SheetWriter.at(row, VAT);
            boolean exempt = sum.rate().percent() == 0;
            sheet.text(
                    row,
                    OBJECT,
                    TEXT,
                    exempt
                            ? "Ingen moms: " + sum.rate().ground()
                            : "Moms " + sum.rate().percent() + " %",
                    Look.TEXT_ROW);
            rate(sum.rate());
            sheet.amount(
                    row,
                    SUM_NET,
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
    private void rate(VatRate rate) {
        if (isNumber(rate)) {
            sheet.count(row, VAT, rate.percent(), Look.PERCENT_ROW);
        } else {
            sheet.text(row, VAT, "undantag " + (exemptions.indexOf(rate) + 1), Look.RIGHT_TEXT_ROW);
        }
    }

    private boolean isNumber(VatRate rate) {
        return rate.percent() != 0 || exemptions.size() == 1;
    }
}
