package se.gits.costshare.export.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.gits.costshare.difference.MonthChanges;
import se.gits.costshare.difference.MonthChanges.SharedCause;
import se.gits.costshare.export.ActExporter;
import se.gits.costshare.run.BudgetProgress;
import se.gits.costshare.run.Issuance;

/**
 * An act for those who check it before it leaves, {@code sammanstallning.xlsx}: who bears what, the
 * invoices, what they rest on, what has changed, and controls that compare one sheet with another.
 */
public final class SummaryWorkbook implements ActExporter {

    private final Room room;

    public SummaryWorkbook() {
        this(Room.OF_A_SHEET);
    }

    /**
     * @param room of each of its sheets
     */
    SummaryWorkbook(Room room) {
        this.room = room;
    }

    @Override
    public String fileName() {
        return "sammanstallning.xlsx";
    }

    @Override
    public void export(Issuance issuance, OutputStream out) throws IOException {
        new Made(issuance, room).writeTo(out);
    }

    /** One act's workbook. Sheets stand in the order that they are added. */
    private static final class Made {

        private final Issuance issuance;
        private final Room room;
        private final LineGroups groups;
        private final ReproducibleWorkbook workbook;

        Made(Issuance issuance, Room room) {
            this.issuance = issuance;
            this.room = room;
            this.groups = LineGroups.of(issuance, room);
            this.workbook =
                    new ReproducibleWorkbook(
                            (issuance.terms().draft() ? SheetTitle.DRAFT + ", " : "")
                                    + "Sammanställning "
                                    + SheetTitle.subject(issuance.terms()),
                            issuance.terms().issueDate());
        }

        void writeTo(OutputStream out) throws IOException {
            // Added before the sheets that they refer to, to stand before them.
            OverviewSheet overview = new OverviewSheet(workbook, issuance);
            ControlsSheet controls = new ControlsSheet(workbook, issuance);
            ControlsSheet.Sheets sheets = sheetsOfEveryAct();
            List<Control> ofKind = new ArrayList<>();
            Optional<OverviewSheet.Changes> changes = Optional.empty();
            Optional<SettlementSheet> settled = Optional.empty();
            switch (issuance.terms().kind()) {
                case MONTH -> {
                    addBudget(sheets.allocation(), ofKind);
                    changes = Optional.of(changes(sheets.allocation(), ofKind));
                    ofKind.add(new OddOreSheet(workbook, issuance, room).control());
                }
                case CREDIT ->
                        ofKind.addAll(
                                new EarlierSheet(workbook, issuance)
                                        .controlsOfCredit(sheets.invoices(), sheets.vat()));
                case REISSUE -> {
                    EarlierSheet earlier = new EarlierSheet(workbook, issuance);
                    ofKind.addAll(
                            new ReissueSheet(workbook, issuance)
                                    .controls(sheets.allocation(), earlier));
                }
                case SETTLEMENT -> {
                    SettlementSheet settlement = new SettlementSheet(workbook, issuance);
                    settled = Optional.of(settlement);
                    ofKind.addAll(
                            settlement.controls(
                                    sheets.allocation(),
                                    new SharesSheet(workbook, issuance, room)));
                    ofKind.add(new OddOreSheet(workbook, issuance, room).control());
                }
            }
            controls.write(ofKind, sheets);
            overview.write(controls, sheets, changes, settled, groups);
            workbook.writeTo(out);
        }

        private ControlsSheet.Sheets sheetsOfEveryAct() {
            AllocationSheet allocation = new AllocationSheet(workbook, issuance, groups);
            InvoicesSheet invoices = new InvoicesSheet(workbook, issuance);
            LinesSheet lines = new LinesSheet(workbook, issuance, groups);
            VatSheet vat = new VatSheet(workbook, issuance);
            Optional<CentralSheet> central =
                    CentralSheet.of(workbook, issuance, groups, allocation);
            lines.write(allocation, central);
            vat.write(lines);
            invoices.write(lines, vat);
            PartiesSheet parties =
                    new PartiesSheet(workbook, issuance, allocation, invoices, lines, central);
            return new ControlsSheet.Sheets(allocation, invoices, lines, vat, parties, central);
        }

        /** The month's budget, and the year so far against it. */
        private void addBudget(AllocationSheet allocation, List<Control> controls) {
            controls.addAll(new BudgetSheet(workbook, issuance).controls(allocation));
            BudgetProgress progress = BudgetProgress.of(issuance);
            BudgetFollowUpSheet followUp = new BudgetFollowUpSheet(workbook, issuance, progress);
            MonthByMonthSheet months =
                    new MonthByMonthSheet(workbook, issuance, progress, followUp);
            controls.addAll(followUp.controls(allocation, months));
            controls.add(months.control(issuance, allocation));
            controls.add(months.everyLine());
            new FollowUpChartSheet(workbook, issuance, progress).write(followUp, months);
        }

        /** What has changed since the month before. */
        private OverviewSheet.Changes changes(AllocationSheet allocation, List<Control> controls) {
            MonthChanges changes = MonthChanges.of(issuance);
            if (changes.earlier().isEmpty()) {
                new ChangesSheet(workbook, issuance, changes, List.of(), room);
                controls.add(
                        Control.notApplicable(
                                "Månaden före och förändringarna",
                                "Ingen tidigare månad i året är utfärdad: det finns ingenting att"
                                        + " jämföra med."));
                return new OverviewSheet.Changes(
                        changes, List.of(), Optional.empty(), Optional.empty());
            }
            YearMonth earlier = changes.earlier().get();
            List<SharedCause> shared = changes.causes();
            StepSheet steps = new StepSheet(workbook, issuance, changes, earlier);
            CausesSheet causes = new CausesSheet(workbook, issuance, shared);
            ChangesSheet list = new ChangesSheet(workbook, issuance, changes, shared, room);
            steps.write(list, allocation);
            causes.write(list);
            controls.addAll(steps.controls(list, causes, allocation));
            return new OverviewSheet.Changes(
                    changes, shared, Optional.of(steps), Optional.of(causes));
        }
    }
}
