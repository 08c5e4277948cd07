package se.gits.costshare.export.excel;

import java.util.ArrayList;
import java.util.List;
import se.gits.costshare.difference.MonthChanges;
import se.gits.costshare.export.ActExporter;
import se.gits.costshare.run.Issuance;

/**
 * An act for those who check it before it leaves, {@code sammanstallning.xlsx}: who bears what, the
 * invoices, what they rest on, and controls that compare one sheet with another.
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
        List<Control> ofKind =
                switch (issuance.terms().kind()) {
                    case MONTH -> month(workbook, issuance, allocation);
                    case CREDIT ->
                            new EarlierSheet(workbook, issuance).controlsOfCredit(invoices, vat);
                    case REISSUE -> {
                        EarlierSheet earlier = new EarlierSheet(workbook, issuance);
                        yield new ReissueSheet(workbook, issuance).controls(allocation, earlier);
                    }
                    case SETTLEMENT -> {
                        SettlementSheet settlement = new SettlementSheet(workbook, issuance);
                        yield settlement.controls(allocation, new SharesSheet(workbook, issuance));
                    }
                };
        controls.write(ofKind, allocation, invoices, lines, vat);
        return workbook.bytes();
    }

    /** What a month has besides: its budget, the year so far, the month before, the odd öre. */
    private static List<Control> month(
            ReproducibleWorkbook workbook, Issuance issuance, AllocationSheet allocation) {
        List<Control> controls =
                new ArrayList<>(new BudgetSheet(workbook, issuance).controls(allocation));
        BudgetFollowUpSheet followUp = new BudgetFollowUpSheet(workbook, issuance);
        controls.addAll(followUp.controls(allocation));
        new FollowUpChartSheet(workbook, issuance).write(followUp);
        MonthChanges changes = MonthChanges.of(issuance);
        controls.addAll(new ChangesSheet(workbook, issuance, changes).controls(allocation));
        controls.add(new OddOreSheet(workbook, issuance).control());
        return controls;
    }
}
