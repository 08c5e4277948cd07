package se.gits.costshare.export.excel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFConditionalFormattingRule;
import org.apache.poi.xssf.usermodel.XSSFFontFormatting;
import org.apache.poi.xssf.usermodel.XSSFPatternFormatting;
import org.apache.poi.xssf.usermodel.XSSFSheetConditionalFormatting;
import se.gits.costshare.invoice.InvoiceSeries;
import se.gits.costshare.run.Month;

/**
 * The controls: the sheet {@code Kontroller}. Each compares two sums by formulas that look into
 * other sheets, so that whoever changes a figure there sees what no longer agrees.
 */
final class ControlsSheet {

    private static final int NAME = 0;
    private static final int ONE_TEXT = 1;
    private static final int ONE = 2;
    private static final int OTHER_TEXT = 3;
    private static final int OTHER = 4;
    private static final int DIFFERENCE = 5;
    private static final int HOLDS = 6;

    private static final int[] WIDTHS = {36, 42, 19, 42, 19, 15, 12};

    private final SheetWriter sheet;
    private final SheetTitle title;
    private final List<Control> controls = new ArrayList<>();

    ControlsSheet(ReproducibleWorkbook workbook, Month month) {
        this.title = SheetTitle.of("Kontroller", month);
        this.sheet = workbook.addSheet("Kontroller", WIDTHS);
    }

    void write(
            AllocationSheet allocation,
            InvoicesSheet invoices,
            LinesSheet lines,
            VatSheet vat,
            BudgetSheet budget) {
        addBudget(allocation, budget);
        addInvoices(allocation, invoices, lines);
        addVat(invoices, vat);
        invoices.numbersOfSeries().forEach(this::addNumbers);
        writeAll();
    }

    private void addBudget(AllocationSheet allocation, BudgetSheet budget) {
        for (Map.Entry<String, Total> line : budget.costOfRow().entrySet()) {
            amounts(
                    "Budgetrad " + line.getKey(),
                    "månadens kostnad enligt budgeten",
                    line.getValue(),
                    "summan av parternas andelar",
                    allocation.ordinary(line.getKey()));
        }
        amounts(
                "Alla budgetrader",
                "månadens kostnad enligt budgeten",
                budget.cost(),
                "summan av parternas andelar",
                allocation.ordinary());
        amounts(
                "Sammanställningen, på två ledder",
                "summan av parternas summor",
                allocation.ofParties(),
                "summan av radernas summor",
                allocation.ofLines());
    }

    private void addInvoices(AllocationSheet allocation, InvoicesSheet invoices, LinesSheet lines) {
        amounts(
                "Fakturerat och ej fakturerat",
                "fakturornas netto och det som inte faktureras",
                invoices.net().plus(allocation.notInvoiced()),
                "allt som är fördelat",
                allocation.ofParties());
        amounts(
                "Det som ska faktureras",
                "fakturornas netto",
                invoices.net(),
                "kolumnen Faktureras",
                allocation.invoiced());
        amounts(
                "Fakturor och fakturarader",
                "fakturornas netto",
                invoices.net(),
                "summan av fakturaraderna",
                lines.net());
    }

    private void addVat(InvoicesSheet invoices, VatSheet vat) {
        amounts(
                "Momsunderlag",
                "fakturornas netto",
                invoices.net(),
                "underlagen per faktura och momssats",
                vat.net());
        amounts(
                "Moms",
                "fakturornas moms",
                invoices.vat(),
                "momsen omräknad per faktura och momssats",
                vat.vat());
        amounts(
                "Att betala",
                "fakturornas belopp att betala",
                invoices.payable(),
                "netto, moms och öresavrundning",
                invoices.net().plus(invoices.vat()).plus(invoices.rounding()));
    }

    private void addNumbers(InvoiceSeries series, InvoicesSheet.Numbers numbers) {
        String name = "Nummerserie " + InvoicesSheet.name(series);
        String first = "MIN(" + numbers.cells() + ")";
        String last = "MAX(" + numbers.cells() + ")";
        String count = "COUNT(" + numbers.cells() + ")";
        long firstOrdinal = numbers.first();
        long lastOrdinal = numbers.last();
        controls.add(
                Control.ofCounts(
                        name + ", utan lucka",
                        Control.Side.of(
                                "sista − första + 1",
                                last + "-" + first + "+1",
                                lastOrdinal - firstOrdinal + 1),
                        Control.Side.of("antal nummer", count, numbers.count())));
        // A gap and a repeat together would hide from the count, but not from the sum.
        controls.add(
                Control.ofCounts(
                        name + ", utan dubblett",
                        Control.Side.of(
                                "numren, summerade", "SUM(" + numbers.cells() + ")", numbers.sum()),
                        Control.Side.of(
                                "(första + sista) × antal ÷ 2",
                                "(" + first + "+" + last + ")*" + count + "/2",
                                (firstOrdinal + lastOrdinal) * numbers.count() / 2)));
    }

    private void amounts(String name, String oneText, Total one, String otherText, Total other) {
        controls.add(
                Control.ofAmounts(
                        name, Control.Side.of(oneText, one), Control.Side.of(otherText, other)));
    }

    private void writeAll() {
        int allRow = title.write(sheet);
        int headingRow = allRow + 2;
        int firstRow = headingRow + 1;
        int row = firstRow;
        for (Control control : controls) {
            write(row, control);
            row++;
        }
        int lastRow = row - 1;
        sheet.text(allRow, NAME, OTHER, "Alla kontroller stämmer", Look.TEXT_TOTAL);
        sheet.blank(allRow, DIFFERENCE, Look.TEXT_TOTAL);
        sheet.truth(
                allRow,
                HOLDS,
                "AND(" + SheetWriter.range(HOLDS, firstRow, lastRow) + ")",
                controls.stream().allMatch(Control::holds),
                Look.TRUTH_TOTAL);
        headings(headingRow);
        redWhereFalse(allRow, allRow);
        redWhereFalse(firstRow, lastRow);
        sheet.sheet().createFreezePane(1, firstRow);
        title.setUpPage(sheet, new CellRangeAddress(headingRow, headingRow, -1, -1));
    }

    private void headings(int row) {
        sheet.text(row, NAME, "Kontroll", Look.HEADING);
        sheet.text(row, ONE_TEXT, "Jämför", Look.HEADING);
        sheet.text(row, ONE, "Summa 1", Look.NUMBER_HEADING);
        sheet.text(row, OTHER_TEXT, "med", Look.HEADING);
        sheet.text(row, OTHER, "Summa 2", Look.NUMBER_HEADING);
        sheet.text(row, DIFFERENCE, "Skillnad", Look.NUMBER_HEADING);
        sheet.text(row, HOLDS, "Stämmer", Look.CENTRED_HEADING);
    }

    private void write(int row, Control control) {
        Look look = control.isCount() ? Look.COUNT_ROW : Look.AMOUNT_ROW;
        sheet.text(row, NAME, control.name(), Look.TEXT_ROW);
        sheet.text(row, ONE_TEXT, control.one().what(), Look.TEXT_ROW);
        sheet.number(row, ONE, control.one().formula(), control.one().value(), look);
        sheet.text(row, OTHER_TEXT, control.other().what(), Look.TEXT_ROW);
        sheet.number(row, OTHER, control.other().formula(), control.other().value(), look);
        String one = SheetWriter.at(row, ONE);
        String other = SheetWriter.at(row, OTHER);
        sheet.number(
                row, DIFFERENCE, "ROUND(" + one + "-" + other + ",2)", control.difference(), look);
        sheet.truth(
                row,
                HOLDS,
                SheetWriter.at(row, DIFFERENCE) + "=0",
                control.holds(),
                Look.TRUTH_ROW);
    }

    private void redWhereFalse(int firstRow, int lastRow) {
        XSSFSheetConditionalFormatting formatting = sheet.sheet().getSheetConditionalFormatting();
        XSSFConditionalFormattingRule rule =
                formatting.createConditionalFormattingRule(
                        "$" + SheetWriter.at(firstRow, HOLDS) + "=FALSE");
        XSSFPatternFormatting ground = rule.createPatternFormatting();
        ground.setFillPattern(FillPatternType.SOLID_FOREGROUND.getCode());
        ground.setFillBackgroundColor(Looks.colour(Look.Colour.ALARM_GROUND));
        XSSFFontFormatting font = rule.createFontFormatting();
        font.setFontColor(Looks.colour(Look.Colour.ALARM));
        formatting.addConditionalFormatting(
                new CellRangeAddress[] {new CellRangeAddress(firstRow, lastRow, NAME, HOLDS)},
                rule);
    }
}
