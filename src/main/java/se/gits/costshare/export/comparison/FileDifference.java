package se.gits.costshare.export.comparison;

/**
 * Something that two files differ in.
 *
 * @param file its path within the folder
 * @param place a cell ({@code Faktura!F17}), or line and column ({@code rad 3 belopp}); empty where
 *     the file as a whole is meant
 * @param before what stands there in the first; empty for nothing
 * @param after what stands there in the second; likewise
 */
public record FileDifference(String file, String place, String before, String after) {

    /** Of the file as a whole. */
    static FileDifference ofFile(String file) {
        return new FileDifference(file, "", "", "");
    }

    /** Whether the files are told apart as wholes, since they have no cells that differ. */
    public boolean isOfWholeFile() {
        return place.isEmpty();
    }
}
