package se.gits.costshare.input;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
            text = text.substring("sep=;".length()).replaceFirst("\\A(\r\n|\r|\n)", "");
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
                CSVParser.parse(
                        new StringReader(bounded(text, delimiter, problems.room())), format)) {
            for (CSVRecord record : parser) {
                row++;
                List<Content> cells = new ArrayList<>(record.size());
                record.forEach(cell -> cells.add(Content.typed(cell)));
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
        return Optional.of(new Sheet(file.name(), "", rows.lines(), List.of()));
    }

    /** The parser makes all cells of a row before anyone can count them. */
    private static String bounded(String text, char delimiter, TableRoom room)
            throws Sheet.TooLarge {
        int cells = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean endsLine = c == '\n' || c == '\r' && !text.startsWith("\n", at + 1);
            if (c == delimiter || endsLine) {
                cells++;
            }
        }
        if (cells > Sheet.MOST_CELLS) {
            throw new Sheet.TooLarge();
        }
        room.takeCells(cells);
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

    /**
     * The delimiter of which most lines have equally many: a table's rows do, sentences and decimal
     * commas do not. Quoted text says nothing; of equals the first in {@link #DELIMITERS} is meant.
     */
    private static char delimiterOf(String text) {
        List<Map<Integer, Integer>> linesOfCount = new ArrayList<>();
        int[] inLine = new int[DELIMITERS.length()];
        for (int which = 0; which < inLine.length; which++) {
            linesOfCount.add(new HashMap<>());
        }
        boolean quoted = false;
        int lines = 0;
        int end = Math.min(text.length(), CHARACTERS_THAT_TELL);
        for (int i = 0; i <= end && lines < LINES_THAT_TELL; i++) {
            char c = i == end ? '\n' : text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\n') {
                // A quotation mark that is never closed must not hide the rest.
                quoted = false;
                lines++;
                for (int which = 0; which < inLine.length; which++) {
                    linesOfCount.get(which).merge(inLine[which], 1, Integer::sum);
                }
                inLine = new int[DELIMITERS.length()];
            } else if (!quoted && DELIMITERS.indexOf(c) >= 0) {
                inLine[DELIMITERS.indexOf(c)]++;
            }
        }
        char best = DELIMITERS.charAt(0);
        int most = 0;
        for (int which = 0; which < inLine.length; which++) {
            linesOfCount.get(which).remove(0);
            int equal = linesOfCount.get(which).values().stream().max(Integer::compare).orElse(0);
            if (equal > most) {
                most = equal;
                best = DELIMITERS.charAt(which);
            }
        }
        return best;
    }
}
