package se.gits.costshare.input;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads the cells of a CSV file: {@code ;}, {@code ,} or tab between them, UTF-8 or Windows-1252.
 *
 * <p>A first line {@code sep=;}, which Excel writes and does not show, names the delimiter and is
 * no row.
 */
final class CsvSheet {

    private static final String DELIMITERS = ";\t,";

    /** A comma stands in numbers and sentences too; the others hardly ever. */
    private static final int[] WEIGHTS = {4, 4, 1};

    /** Titles stand above a heading; further down the delimiter is known. */
    private static final int LINES_THAT_TELL = 30;

    private static final int CHARACTERS_THAT_TELL = 100_000;

    private CsvSheet() {}

    static Optional<Sheet> read(InputFile file, Problems problems) {
        Optional<String> decoded = TextFile.decode(file, problems);
        if (decoded.isEmpty()) {
            return Optional.empty();
        }
        String text = decoded.get();
        char delimiter = delimiterOf(text);
        if (separatorLine(text).isPresent()) {
            delimiter = separatorLine(text).get();
            text = text.substring(Math.max(text.indexOf('\n'), text.indexOf('\r')) + 1);
        }
        Sheet.Collector rows = new Sheet.Collector();
        CSVFormat format =
                CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(delimiter)
                        .setIgnoreEmptyLines(false)
                        .get();
        int row = 0;
        try (CSVParser parser =
                CSVParser.parse(new StringReader(bounded(text, delimiter)), format)) {
            for (CSVRecord record : parser) {
                row++;
                List<Content> cells = new ArrayList<>(record.size());
                record.forEach(cell -> cells.add(content(cell)));
                rows.add(row, cells);
            }
        } catch (Sheet.TooLarge e) {
            return e.tell(file, problems);
        } catch (CSVException | UncheckedIOException e) {
            problems.add(new Place(file.name(), row + 1, ""), "", ProblemKind.FILE_NOT_CSV);
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory failed", e);
        }
        if (rows.lines().isEmpty()) {
            problems.add(Place.ofFile(file.name()), "", ProblemKind.FILE_EMPTY);
            return Optional.empty();
        }
        return Optional.of(new Sheet(file.name(), "", rows.lines()));
    }

    /** A Mac may write å as a and a ring; names then look alike and are not. */
    private static Content content(String cell) {
        return Content.ofText(Normalizer.normalize(Cell.trimmed(cell), Normalizer.Form.NFC));
    }

    /** The parser makes all cells of a row before anyone can count them. */
    private static String bounded(String text, char delimiter) throws Sheet.TooLarge {
        long cells = text.chars().filter(c -> c == delimiter || c == '\n').count();
        if (cells > Sheet.MOST_CELLS) {
            throw new Sheet.TooLarge();
        }
        return text;
    }

    private static Optional<Character> separatorLine(String text) {
        String start = text.substring(0, Math.min(text.length(), 7)).toLowerCase(Locale.ROOT);
        boolean isLine =
                start.startsWith("sep=")
                        && start.length() > 5
                        && DELIMITERS.indexOf(start.charAt(4)) >= 0
                        && (start.charAt(5) == '\n' || start.charAt(5) == '\r');
        return isLine ? Optional.of(start.charAt(4)) : Optional.empty();
    }

    /** The delimiter that a line has most of, by weight. Quoted text says nothing. */
    private static char delimiterOf(String text) {
        int[] most = new int[DELIMITERS.length()];
        int[] inLine = new int[DELIMITERS.length()];
        boolean quoted = false;
        int lines = 0;
        int end = Math.min(text.length(), CHARACTERS_THAT_TELL);
        for (int i = 0; i < end && lines < LINES_THAT_TELL; i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\n' || c == '\r') {
                // A quotation mark that is never closed must not hide the rest.
                quoted = false;
                lines++;
                inLine = new int[DELIMITERS.length()];
            } else if (!quoted && DELIMITERS.indexOf(c) >= 0) {
                int which = DELIMITERS.indexOf(c);
                inLine[which]++;
                most[which] = Math.max(most[which], inLine[which]);
            }
        }
        int best = 0;
        for (int which = 1; which < most.length; which++) {
            if (most[which] * WEIGHTS[which] > most[best] * WEIGHTS[best]) {
                best = which;
            }
        }
        return DELIMITERS.charAt(best);
    }
}
