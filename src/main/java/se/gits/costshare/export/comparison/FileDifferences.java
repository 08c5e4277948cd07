package se.gits.costshare.export.comparison;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.gits.costshare.export.excel.WorkbookCells;
import se.gits.costshare.export.excel.WorkbookContent;

/** Finds what two files of the same name differ in. */
public final class FileDifferences {

    private FileDifferences() {}

    /**
     * A file that only one of two folders has.
     *
     * @param before whether it is the first
     */
    public static FileDifference missing(String name, boolean before) {
        return before
                ? new FileDifference(name, "", "finns", "saknas")
                : new FileDifference(name, "", "saknas", "finns");
    }

    /**
     * What differs; nothing where the bytes are the same, or those of a workbook tell the same and
     * are only packed otherwise.
     *
     * @param name the file's path within its folder
     * @throws IOException if a workbook cannot be opened
     */
    public static List<FileDifference> between(String name, byte[] before, byte[] after)
            throws IOException {
        if (Arrays.equals(before, after)) {
            return List.of();
        }
        List<FileDifference> differences = List.of();
        if (name.endsWith(".xlsx")) {
            if (WorkbookContent.sha256(before).equals(WorkbookContent.sha256(after))) {
                return List.of();
            }
            differences = cells(name, WorkbookCells.of(before), WorkbookCells.of(after));
        } else if (name.endsWith(".csv")) {
            differences = CsvCells.differences(name, before, after);
        }
        // A look, a picture or a page: what the cells say is the same, or there are none.
        return differences.isEmpty() ? List.of(FileDifference.ofFile(name)) : differences;
    }

    private static List<FileDifference> cells(
            String file, Map<String, String> before, Map<String, String> after) {
        Set<String> places = new LinkedHashSet<>(before.keySet());
        places.addAll(after.keySet());
        List<FileDifference> differences = new ArrayList<>();
        for (String place : places) {
            String was = before.getOrDefault(place, "");
            String is = after.getOrDefault(place, "");
            if (!was.equals(is)) {
                differences.add(new FileDifference(file, place, was, is));
            }
        }
        return differences;
    }
}
