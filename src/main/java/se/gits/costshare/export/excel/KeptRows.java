package se.gits.costshare.export.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.model.SharedStringsTable;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;

/**
 * The rows of a sheet that any cell can be put into at any time, and that are written as POI writes
 * them, to the byte: months that are issued have it so. POI itself keeps an XML tree of them, which
 * takes a twelfth of a month's time.
 */
final class KeptRows {

    private static final float TWENTIETHS = 20;

    private final SharedStringsTable texts;
    private final SortedMap<Integer, Row> rows = new TreeMap<>();

    private static final class Row {

        private final SortedMap<Integer, Cell> cells = new TreeMap<>();

        /** The file format has heights in twentieths of a point. */
        private OptionalInt twentieths = OptionalInt.empty();
    }

    /**
     * @param text the place of its text among those that the sheets share
     */
    private record Cell(CellValue value, int style, OptionalInt text) {}

    KeptRows(SharedStringsTable texts) {
        this.texts = texts;
    }

    /** Puts a cell, in place of an earlier one. */
    void put(int row, int column, CellValue value, int style) {
        OptionalInt text =
                value.isOwnText()
                        ? OptionalInt.of(
                                texts.addSharedStringItem(new XSSFRichTextString(value.value())))
                        : OptionalInt.empty();
        row(row).cells.put(column, new Cell(value, style, text));
    }

    private Row row(int row) {
        return rows.computeIfAbsent(row, index -> new Row());
    }

    /** A row's height in points, where it is told. */
    Optional<Float> height(int row) {
        Row there = rows.get(row);
        return there == null || there.twentieths.isEmpty()
                ? Optional.empty()
                : Optional.of(there.twentieths.getAsInt() / TWENTIETHS);
    }

    void setHeight(int row, float points) {
        row(row).twentieths = OptionalInt.of((int) (points * TWENTIETHS));
    }

    /** The last row; none where there is none. */
    OptionalInt lastRow() {
        return rows.isEmpty() ? OptionalInt.empty() : OptionalInt.of(rows.lastKey());
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** How far the cells go; nowhere where there are none. */
    Optional<CellRangeAddress> dimension() {
        int first = Integer.MAX_VALUE;
        int last = -1;
        for (Row row : rows.values()) {
            if (!row.cells.isEmpty()) {
                first = Math.min(first, row.cells.firstKey());
                last = Math.max(last, row.cells.lastKey());
            }
        }
        return last < 0
                ? Optional.empty()
                : Optional.of(new CellRangeAddress(rows.firstKey(), rows.lastKey(), first, last));
    }

    /** Writes the rows before one. */
    void copyTo(OutputStream out, int before) throws IOException {
        write(rows.headMap(before), out);
    }

    /** Writes the rows from one on. */
    void copyRestTo(OutputStream out, int from) throws IOException {
        write(rows.tailMap(from), out);
    }

    private static void write(Map<Integer, Row> rows, OutputStream out) throws IOException {
        StringBuilder xml = new StringBuilder();
        rows.forEach((index, row) -> write(index + 1, row, xml));
        out.write(xml.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void write(int number, Row row, StringBuilder xml) {
        xml.append("<row r=\"").append(number).append('"');
        row.twentieths.ifPresent(
                height ->
                        xml.append(" ht=\"")
                                .append(height / (double) TWENTIETHS)
                                .append("\" customHeight=\"true\""));
        Collection<Map.Entry<Integer, Cell>> cells = row.cells.entrySet();
        if (cells.isEmpty()) {
            xml.append("/>");
            return;
        }
        xml.append('>');
        for (Map.Entry<Integer, Cell> cell : cells) {
            Cell of = cell.getValue();
            of.value()
                    .writeKeptTo(
                            xml, SheetWriter.at(number - 1, cell.getKey()), of.style(), of.text());
        }
        xml.append("</row>");
    }
}
