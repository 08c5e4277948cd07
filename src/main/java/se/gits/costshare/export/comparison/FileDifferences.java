package se.gits.costshare.export.comparison;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipInputStream;
import se.gits.costshare.export.excel.WorkbookCells;
import se.gits.costshare.export.excel.WorkbookContent;

/** Finds what two files of the same name differ in. */
public final class FileDifferences {

    /** Of a table, or a workbook unpacked: so much is harmless, whatever is in it. */
    private static final long SMALL_BYTES = 1L << 20;

    /** What a part takes, also one without anything in it. */
    private static final long BYTES_OF_PART = 1L << 10;

    /**
     * What an earlier version of the program made is not many times larger than what this makes.
     */
    private static final long MOST_TIMES = 4;

    private FileDifferences() {}

    /**
     * What differs; nothing where the bytes are the same, or those of a workbook tell the same and
     * are only packed otherwise. A file that is so damaged that it cannot be read is another.
     *
     * @param name the file's path within its folder
     * @param before a file that may come from anywhere
     * @param after one that the program made
     */
    public static List<FileDifference> between(String name, byte[] before, byte[] after) {
        if (Arrays.equals(before, after)) {
            return List.of();
        }
        try {
            if (name.endsWith(".xlsx")) {
                if (isFarLarger(before, after)) {
                    return List.of(FileDifference.ofFile(name));
                }
                return WorkbookContent.sha256(before).equals(WorkbookContent.sha256(after))
                        ? List.of()
                        : orFile(name, cells(name, before, after));
            }
            boolean isTable =
                    name.endsWith(".csv")
                            && before.length <= SMALL_BYTES + MOST_TIMES * after.length;
            return orFile(name, isTable ? CsvCells.differences(name, before, after) : List.of());
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

    /** A workbook that is looked into is held in memory; one far larger may be made to harm. */
    private static boolean isFarLarger(byte[] workbook, byte[] than) throws IOException {
        long most = SMALL_BYTES + MOST_TIMES * unpacked(than, Long.MAX_VALUE);
        return unpacked(workbook, most) > most;
    }

    /** How much a workbook unpacks to; counted no further than to what is too much. */
    private static long unpacked(byte[] workbook, long most) throws IOException {
        long unpacked = 0;
        byte[] piece = new byte[1 << 14];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            while (unpacked <= most && zip.getNextEntry() != null) {
                unpacked += BYTES_OF_PART;
                int read = zip.read(piece);
                while (unpacked <= most && read > 0) {
                    unpacked += read;
                    read = zip.read(piece);
                }
                if (unpacked > most) {
                    // Closing an entry would read the rest of it.
                    return unpacked;
                }
            }
        }
        return unpacked;
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
