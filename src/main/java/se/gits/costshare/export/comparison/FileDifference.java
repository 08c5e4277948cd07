package se.gits.costshare.export.comparison;

/**
 * Something that two files differ in.
 *
 * @param file its path within the folder
 * @param kind whether a cell is told of, or the file as a whole
 * @param place a cell ({@code Faktura!F17}), or a row or line and column ({@code rad 3, belopp});
 *     empty where the file as a whole is meant
 * @param before what stands there in the first; empty for nothing
 * @param after what stands there in the second; likewise
 */
public record FileDifference(String file, Kind kind, String place, String before, String after) {

    /** What is told of. */
    public enum Kind {
        /** What a cell says. */
        CELL,
        /** The file, which has no cells that differ, or cannot be read. */
        FILE,
        /** The first has no such file. */
        MISSING,
        /** Only the first has such a file. */
        ADDED
    }

    static FileDifference ofCell(String file, String place, String before, String after) {
        return new FileDifference(file, Kind.CELL, place, before, after);
    }

    /** Of the file as a whole. */
    static FileDifference ofFile(String file) {
        return new FileDifference(file, Kind.FILE, "", "", "");
    }

    /**
     * A file that only one of two folders has.
     *
     * @param inFirst whether it is the first
     */
    public static FileDifference ofOne(String file, boolean inFirst) {
        return new FileDifference(file, inFirst ? Kind.ADDED : Kind.MISSING, "", "", "");
    }
}
