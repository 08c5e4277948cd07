package se.gits.costshare.export.excel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import se.gits.costshare.input.InputFiles;

/** The files of both inputs, which of them differ, and their hashes: the sheet {@code Underlag}. */
final class SimulationSourcesSheet {

    private static final int HASH_WIDTH = 76;

    private static final List<ListSheet.Column> COLUMNS =
            List.of(
                    ListSheet.Column.text("Fil", 26),
                    ListSheet.Column.text("Jämförelse", 20),
                    ListSheet.Column.text("SHA-256 i dag", HASH_WIDTH),
                    ListSheet.Column.text("SHA-256 i förslaget", HASH_WIDTH));

    private SimulationSourcesSheet() {}

    static void write(
            ReproducibleWorkbook workbook,
            SheetTitle title,
            InputFiles today,
            InputFiles proposal) {
        Map<String, String> before = today.hashes();
        Map<String, String> after = proposal.hashes();
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        ListSheet sheet = new ListSheet(workbook, "Underlag", title, COLUMNS);
        for (String name : names) {
            Optional<String> one = Optional.ofNullable(before.get(name));
            Optional<String> other = Optional.ofNullable(after.get(name));
            Look look = one.equals(other) ? Look.TEXT_ROW : Look.STRONG_TEXT_ROW;
            sheet.text(name, look)
                    .text(comparison(one, other), look)
                    .text(one.orElse(""), look)
                    .text(other.orElse(""), look)
                    .endRow();
        }
        sheet.finish();
    }

    private static String comparison(Optional<String> today, Optional<String> proposal) {
        if (proposal.isEmpty()) {
            return "bara i dag";
        }
        if (today.isEmpty()) {
            return "bara i förslaget";
        }
        return today.equals(proposal) ? "lika" : "skiljer";
    }
}
