package se.gits.costshare.export.excel;

import java.util.List;
import se.gits.costshare.export.ReportInWords;
import se.gits.costshare.export.excel.FollowUpList.Figure;
import se.gits.costshare.report.AnnualReport;
import se.gits.costshare.report.LineReport;

/** Every budget line's year, with the decision it rests on: the sheet {@code Per rad}. */
final class ReportLinesSheet {

    private static final List<ListSheet.Column> COLUMNS =
            List.of(
                    ListSheet.Column.text("Objekt", 12),
                    ListSheet.Column.text("Rad", 8),
                    ListSheet.Column.text("Benämning", 36),
                    ListSheet.Column.text("Beslut", 30),
                    ListSheet.Column.text("Ändring", 14));

    private static final int OBJECT = 0;

    private final FollowUpList list;

    ReportLinesSheet(ReproducibleWorkbook workbook, SheetTitle title, AnnualReport report) {
        list = new FollowUpList(workbook, "Per rad", title, COLUMNS, report.isSettled());
        for (LineReport line : report.lines()) {
            list.text(line.line().objectCode())
                    .text(line.line().row())
                    .text(line.line().text())
                    .text(line.line().decision())
                    .text(ReportInWords.of(line.change()))
                    .endRow(line.followUp());
        }
        list.finish();
    }

    FollowUpList list() {
        return list;
    }

    /** What the lines of an object come to, wherever a reader sorts them to. */
    String sumOf(String objectCell, Figure figure) {
        // The sign makes a code that begins with another of them stand for itself.
        return "ROUND(SUMIF("
                + list.cells(OBJECT)
                + ",\"=\"&"
                + objectCell
                + ","
                + list.cells(figure)
                + "),2)";
    }
}
