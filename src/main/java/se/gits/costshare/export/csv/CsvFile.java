package se.gits.costshare.export.csv;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import se.gits.costshare.money.Money;

/**
 * A CSV file for people: {@code ;} between cells, decimal comma, no thousands separator, UTF-8 with
 * BOM, CRLF. Text that a spreadsheet would run as a formula is disarmed by an apostrophe.
 */
final class CsvFile {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setDelimiter(';').setRecordSeparator("\r\n").get();

    /** What a formula begins with, also in the wide signs of East Asian programs. */
    private static final String RUNNING = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CSVPrinter printer;
    private List<String> row = new ArrayList<>();

    private CsvFile(CSVPrinter printer) {
        this.printer = printer;
    }

    /**
     * Writes a file, row by row.
     *
     * @param rows puts every row into it
     * @throws IOException if it cannot be written
     */
    static void write(OutputStream out, List<String> columns, Consumer<CsvFile> rows)
            throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.append(BYTE_ORDER_MARK);
        CSVPrinter printer = new CSVPrinter(text, FORMAT);
        printer.printRecord(columns);
        try {
            rows.accept(new CsvFile(printer));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        text.flush();
    }

    /** The same for a small file. */
    static byte[] inMemory(List<String> columns, Consumer<CsvFile> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(bytes, columns, rows);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    /** A cell of text, disarmed. */
    CsvFile text(Object value) {
        String cell = value.toString();
        boolean wouldRun = !cell.isEmpty() && RUNNING.indexOf(cell.charAt(0)) >= 0;
        row.add(wouldRun ? "'" + cell : cell);
        return this;
    }

    /** A cell that holds several things, with spaces between. */
    CsvFile texts(Iterable<?> values) {
        List<String> words = new ArrayList<>();
        values.forEach(value -> words.add(value.toString()));
        return text(String.join(" ", words));
    }

    /** An amount in kronor, {@code -1234,50}. */
    CsvFile amount(Money amount) {
        row.add(amount.toString().replace('.', ','));
        return this;
    }

    /** A whole number. */
    CsvFile number(long value) {
        row.add(Long.toString(value));
        return this;
    }

    /** A number with decimals, {@code -12,5}; an empty cell where there is none. */
    CsvFile decimal(Optional<BigDecimal> value) {
        row.add(value.map(number -> number.toPlainString().replace('.', ',')).orElse(""));
        return this;
    }

    void endRow() {
        try {
            printer.printRecord(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        row = new ArrayList<>();
    }
}
