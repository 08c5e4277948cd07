package se.gits.costshare.export.excel;

/**
 * How much a sheet has room for.
 *
 * @param rows of a list, beside its title, heading and sums
 * @param columns beside those that name a row and sum it
 */
record Room(int rows, int columns) {

    /** What a spreadsheet opens; beyond it a file would be damaged without a word. */
    static final int MOST_ROWS = 1_048_576;

    /** The title, the heading and the sums of a sheet, and what names and sums its rows. */
    private static final int OTHERS = 16;

    /** Of a sheet that is opened by a spreadsheet. */
    static final Room OF_A_SHEET = new Room(MOST_ROWS - OTHERS, 16_384 - OTHERS);
}
