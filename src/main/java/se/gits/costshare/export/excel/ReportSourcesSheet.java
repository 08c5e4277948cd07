package se.gits.costshare.export.excel;

import java.util.List;
import se.gits.costshare.export.ReportSources;

/** The input's files, then and now, and their hashes: the sheet {@code Underlag}. */
final class ReportSourcesSheet {

    private static final int HASH_WIDTH = 76;

    private static final List<ListSheet.Column> COLUMNS =
            List.of(
                    ListSheet.Column.text("Fil", 26),
                    ListSheet.Column.text("Jämförelse", 20),
                    ListSheet.Column.text("SHA-256 vid årets första faktura", HASH_WIDTH),
                    ListSheet.Column.text("SHA-256 i dag", HASH_WIDTH));

    private ReportSourcesSheet() {}

    static void write(ReproducibleWorkbook workbook, SheetTitle title, ReportSources sources) {
        ListSheet sheet = new ListSheet(workbook, "Underlag", title, COLUMNS);
        for (String file : sources.files()) {
            sheet.text(file)
                    .text(sources.comparison(file))
                    .text(sources.original().getOrDefault(file, ""))
                    .text(sources.today().getOrDefault(file, ""))
                    .endRow();
        }
        sheet.finish();
    }
}
