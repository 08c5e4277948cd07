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
     * What differs; nothing where the bytes are the same, or those of a workbook tell the same and
     * are only packed otherwise. A file that is so damaged that it cannot be read is another.
     *
     * @param name the file's path within its folder
     */
    public static List<FileDifference> between(String name, byte[] before, byte[] after) {
        if (Arrays.equals(before, after)) {
            return List.of();
        }
        try {
            if (name.endsWith(".xlsx")) {
                return WorkbookContent.sha256(before).equals(WorkbookContent.sha256(after))
                        ? List.of()
                        : orFile(name, cells(name, before, after));
            }
            return orFile(
                    name,
                    name.endsWith(".csv") ? CsvCells.differences(name, before, after) : List.of());
        } catch (IOException | RuntimeException e) {
            // POI and the zip reader tell of damage in many ways, and each of them means the same.
            return List.of(FileDifference.ofFile(name));
        }
    }

    /** The same where the bytes themselves are to be the same, however a workbook is packed. */
    public static List<FileDifference> betweenBytes(String name, byte[] before, byte[] after) {
        return Arrays.equals(before, after)
                ? List.of()
                : orFile(name, between(name, before, after));
    }

    /** A look, a picture or a page: what the cells say is the same, or there are none. */
    private static List<FileDifference> orFile(String name, List<FileDifference> differences) {
        return differences.isEmpty() ? List.of(FileDifference.ofFile(name)) : differences;
    }

    private static List<FileDifference> cells(String name, byte[] before, byte[] after)
            throws IOException {
        return cells(name, WorkbookCells.of(before), WorkbookCells.of(after));
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
                differences.add(FileDifference.ofCell(file, place, was, is));
            }
        }
        return differences;
    }
}
