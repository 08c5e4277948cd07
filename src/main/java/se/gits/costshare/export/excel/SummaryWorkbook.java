package se.gits.costshare.export.excel;

import se.gits.costshare.export.ActExporter;
import se.gits.costshare.run.Issuance;

/**
 * The month for those who check it before it leaves, {@code sammanstallning.xlsx}: who bears what,
 * the invoices, and controls that compare one sheet with another.
 */
public final class SummaryWorkbook implements ActExporter {

    @Override
    public String fileName() {
        return "sammanstallning.xlsx";
    }

    @Override
    public byte[] export(Issuance issuance) {
        ReproducibleWorkbook workbook =
                new ReproducibleWorkbook(
                        (issuance.terms().draft() ? SheetTitle.DRAFT + ", " : "")
                                + "Sammanställning "
                                + SheetTitle.subject(issuance.terms()),
                        issuance.terms().issueDate());
        AllocationSheet allocation = new AllocationSheet(workbook, issuance);
        InvoicesSheet invoices = new InvoicesSheet(workbook, issuance);
        // Made before the sheets it refers to, to stand before them.
        ControlsSheet controls = new ControlsSheet(workbook, issuance);
        LinesSheet lines = new LinesSheet(workbook, issuance);
        VatSheet vat = new VatSheet(workbook, issuance);
        BudgetSheet budget = new BudgetSheet(workbook, issuance);
        controls.write(allocation, invoices, lines, vat, budget);
        return workbook.bytes();
    }
}
