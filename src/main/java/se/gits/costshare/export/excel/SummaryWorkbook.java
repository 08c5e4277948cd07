package se.gits.costshare.export.excel;

import se.gits.costshare.export.MonthExporter;
import se.gits.costshare.export.SwedishMonths;
import se.gits.costshare.run.Month;

/**
 * The month for those who check it before it leaves, {@code sammanstallning.xlsx}: who bears what,
 * the invoices, and controls that compare one sheet with another.
 */
public final class SummaryWorkbook implements MonthExporter {

    @Override
    public String fileName() {
        return "sammanstallning.xlsx";
    }

    @Override
    public byte[] export(Month month) {
        ReproducibleWorkbook workbook =
                new ReproducibleWorkbook(
                        (month.terms().draft() ? SheetTitle.DRAFT + ", " : "")
                                + "Sammanställning "
                                + SwedishMonths.of(month.terms().month()),
                        month.terms().issueDate());
        AllocationSheet allocation = new AllocationSheet(workbook, month);
        InvoicesSheet invoices = new InvoicesSheet(workbook, month);
        // Made before the sheets it refers to, to stand before them.
        ControlsSheet controls = new ControlsSheet(workbook, month);
        LinesSheet lines = new LinesSheet(workbook, month);
        VatSheet vat = new VatSheet(workbook, month);
        BudgetSheet budget = new BudgetSheet(workbook, month);
        controls.write(allocation, invoices, lines, vat, budget);
        return workbook.bytes();
    }
}
