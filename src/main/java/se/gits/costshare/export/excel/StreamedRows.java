package se.gits.costshare.export.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.apache.commons.io.output.ByteArrayOutputStream;
import org.apache.poi.ss.util.CellReference;

/**
 * The rows of a long sheet as the file has them, written from top to bottom and kept as bytes until
 * the workbook is packed, compressed where they are many. POI keeps some hundred bytes a cell;
 * these are a few.
 *
 * <p>Only the row that is being written can be written to.
 */
final class StreamedRows {

    /** So many bytes are a thousand rows and more of a specification. */
    private static final int LONG = 1 << 20;

    /** Fewer bytes are not worth the time to compress, and there are some sheets at a time. */
    private static final int MOST_AS_THEY_ARE = 8 << 20;

    private final int firstRow;
    private final StringBuilder xml = new StringBuilder();
    private Rows rows = new AsTheyAre();
    private CellValue[] values = {};
    private int[] styles = {};
    private String[] letters = {};
    private int row = -1;
    private float points;
    private long bytesWritten;

    /** The first row after them that is kept; none where they are the sheet's last. */
    private OptionalInt rowAfter = OptionalInt.empty();

    /** The rows that are written. */
    private interface Rows {

        void add(byte[] bytes) throws IOException;

        void copyTo(OutputStream out) throws IOException;
    }

    private final class AsTheyAre implements Rows {

        /** In pieces: one array would be copied whole each time it grew. */
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void add(byte[] more) throws IOException {
            bytes.write(more);
            if (bytes.size() > MOST_AS_THEY_ARE) {
                Compressed compressed = new Compressed();
                bytes.writeTo(compressed.in);
                rows = compressed;
            }
        }

        @Override
        public void copyTo(OutputStream out) throws IOException {
            bytes.writeTo(out);
        }
    }

    private static final class Compressed implements Rows {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        private final OutputStream in = new DeflaterOutputStream(bytes, deflater, 1 << 16);

        @Override
        public void add(byte[] more) throws IOException {
            in.write(more);
        }

        @Override
        public void copyTo(OutputStream out) throws IOException {
            in.close();
            deflater.end();
            new InflaterInputStream(bytes.toInputStream()).transferTo(out);
        }
    }

    /**
     * @param firstRow counted from 0; those before it are kept
     */
    StreamedRows(int firstRow) {
        this.firstRow = firstRow;
    }

    /** Those of a sheet that has none: they begin where no sheet goes. */
    static StreamedRows none() {
        return new StreamedRows(Integer.MAX_VALUE);
    }

    /** Whether a row is one of these. */
    boolean include(int ofRow) {
        return ofRow >= firstRow && ofRow < rowAfter.orElse(Integer.MAX_VALUE);
    }

    /** Leaves this row and those after it to be kept. */
    void endBefore(int row) {
        rowAfter = OptionalInt.of(row);
    }

    int firstRow() {
        return firstRow;
    }

    /** Whether they are so many that time counts for more than the last fifth of their size. */
    boolean areLong() {
        return bytesWritten > LONG;
    }

    boolean isEmpty() {
        return row < 0;
    }

    /** The last row that was written to; negative where there is none. */
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
        if (column >= values.length) {
            makeRoomFor(column);
        }
        values[column] = value;
        styles[column] = style;
    }

    private void makeRoomFor(int column) {
        int columns = Math.max(column + 1, 2 * values.length);
        values = Arrays.copyOf(values, columns);
        styles = Arrays.copyOf(styles, columns);
        letters = new String[columns];
        Arrays.setAll(letters, CellReference::convertNumToColString);
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
        if (ofRow >= Room.MOST_ROWS) {
            throw new IllegalStateException("A sheet has at most " + Room.MOST_ROWS + " rows");
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
        for (int column = 0; column < values.length; column++) {
            if (values[column] != null) {
                values[column].writeTo(xml, letters[column], row + 1, styles[column]);
                values[column] = null;
            }
        }
        xml.append("</row>");
        points = 0;
        byte[] bytes = xml.toString().getBytes(StandardCharsets.UTF_8);
        bytesWritten += bytes.length;
        try {
            rows.add(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
    }

    /** How a float is printed depends on the JDK. */
    private static String tenths(float points) {
        int tenths = Math.round(points * 10);
        return tenths / 10 + "." + tenths % 10;
    }

    /** Writes every row; none can be written to afterwards. */
    void copyTo(OutputStream out) throws IOException {
        endRow();
        row = -1;
        rows.copyTo(out);
        rows = new AsTheyAre();
    }
}
