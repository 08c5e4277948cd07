package se.gits.costshare.export.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    private final StringBuilder text = new StringBuilder("\uFEFF");
    private final CSVPrinter printer;
    private List<String> row = new ArrayList<>();

    CsvFile(List<String> columns) {
        try {
            printer = new CSVPrinter(text, FORMAT);
            printer.printRecord(columns);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
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
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        row = new ArrayList<>();
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
