package se.gits.costshare.export.excel;

import java.util.List;
import se.gits.costshare.export.ReportInWords;
import se.gits.costshare.export.ReportSources;
import se.gits.costshare.export.excel.FollowUpList.Figure;
import se.gits.costshare.report.ActReport;
import se.gits.costshare.report.AnnualReport;

/** Every act of the year in the order they were issued: the sheet {@code Utfärdat}. */
final class ReportActsSheet {

    private static final List<ListSheet.Column> COLUMNS =
            List.of(
                    ListSheet.Column.text("Mapp", 20),
                    ListSheet.Column.text("Slag", 12),
                    ListSheet.Column.text("Avser", 16),
                    ListSheet.Column.text("Part", 10),
                    ListSheet.Column.text("Fakturadatum", 13),
                    ListSheet.Column.text("Orsak", 40),
                    ListSheet.Column.amount(Figure.INVOICED.heading),
                    ListSheet.Column.amount(Figure.CENTRAL.heading),
                    ListSheet.Column.text("Manifestets SHA-256", 76),
                    ListSheet.Column.text("Utfärdandets hash i registret", 76));

    private static final int INVOICED = 6;
    private static final int CENTRAL = 7;

    private final ListSheet list;

    ReportActsSheet(
            ReproducibleWorkbook workbook,
            SheetTitle title,
            AnnualReport report,
            ReportSources sources) {
        list = new ListSheet(workbook, "Utfärdat", title, COLUMNS);
        for (int i = 0; i < report.acts().size(); i++) {
            ActReport act = report.acts().get(i);
            ReportSources.ActSource source = sources.acts().get(i);
            list.text(source.folder())
                    .text(ReportInWords.of(act.act().kind()))
                    .text(ReportInWords.period(act.act()))
                    .text(act.act().party().map(Object::toString).orElse(""))
                    .date(source.issueDate())
                    .text(source.reason())
                    .amount(act.charge().invoiced())
                    .amount(act.charge().central())
                    .text(source.manifest())
                    .text(source.hash())
                    .endRow();
        }
        list.finish();
    }

    Total invoiced() {
        return list.sum(INVOICED);
    }

    Total central() {
        return list.sum(CENTRAL);
    }
}
