package se.gits.costshare.export.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.apache.commons.io.output.ByteArrayOutputStream;
import org.apache.poi.ss.util.CellReference;

/**
 * The rows of a long sheet as the file has them, written from top to bottom and kept compressed
 * until the workbook is packed. POI keeps some hundred bytes a cell; these are a few.
 *
 * <p>Only the row that is being written can be written to.
 */
final class StreamedRows {

    /** What a spreadsheet opens; beyond it a file would be damaged without a word. */
    private static final int MOST_ROWS = 1_048_576;

    private final int firstRow;

    /** In pieces: one array would be copied whole each time it grew, and once more to be read. */
    private final ByteArrayOutputStream compressed = new ByteArrayOutputStream();

    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final OutputStream rows = new DeflaterOutputStream(compressed, deflater, 1 << 16);
    private final SortedMap<Integer, Cell> cells = new TreeMap<>();
    private final StringBuilder xml = new StringBuilder();
    private int row = -1;
    private float points;
    private String[] letters = {};

    private record Cell(CellValue value, int style) {}

    /**
     * @param firstRow counted from 0; those before it are kept by POI
     */
    StreamedRows(int firstRow) {
        this.firstRow = firstRow;
    }

    int firstRow() {
        return firstRow;
    }

    boolean isEmpty() {
        return row < 0;
    }

    /** The last row that was written to. */
    int lastRow() {
        return row;
    }

    /**
     * Puts a cell, in place of an earlier one.
     *
     * @throws IllegalStateException if the row is written already
     */
    void put(int ofRow, int column, CellValue value, int style) {
        goTo(ofRow);
        cells.put(column, new Cell(value, style));
    }

    /** Makes a row as high as its highest text. */
    void raise(int ofRow, float atLeastPoints) {
        goTo(ofRow);
        points = Math.max(points, atLeastPoints);
    }

    private void goTo(int ofRow) {
        if (ofRow < row) {
            throw new IllegalStateException("Row " + ofRow + " is written, at " + row);
        }
        if (ofRow >= MOST_ROWS) {
            throw new IllegalStateException("A sheet has at most " + MOST_ROWS + " rows");
        }
        if (ofRow > row) {
            endRow();
            row = ofRow;
        }
    }

    private void endRow() {
        if (row < 0) {
            return;
        }
        xml.setLength(0);
        xml.append("<row r=\"").append(row + 1).append('"');
        if (points > 0) {
            xml.append(" ht=\"").append(tenths(points)).append("\" customHeight=\"1\"");
        }
        xml.append('>');
        cells.forEach(
                (column, cell) ->
                        cell.value().writeTo(xml, letters(column) + (row + 1), cell.style()));
        xml.append("</row>");
        cells.clear();
        points = 0;
        try {
            rows.write(xml.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
    }

    /** How a float is printed depends on the JDK. */
    private static String tenths(float points) {
        int tenths = Math.round(points * 10);
        return tenths / 10 + "." + tenths % 10;
    }

    private String letters(int column) {
        if (column >= letters.length) {
            String[] more = new String[Math.max(column + 1, 2 * letters.length)];
            for (int i = 0; i < more.length; i++) {
                more[i] = CellReference.convertNumToColString(i);
            }
            letters = more;
        }
        return letters[column];
    }

    /** Writes every row; none can be written to afterwards. */
    void copyTo(OutputStream out) throws IOException {
        endRow();
        row = -1;
        rows.close();
        deflater.end();
        new InflaterInputStream(compressed.toInputStream()).transferTo(out);
        compressed.reset();
    }
}
