package se.gits.costshare.population;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.gits.costshare.input.Sheet;

/**
 * The heading of a table from Statistikdatabasen: one row in a CSV file, one or several in a
 * workbook, where what stands over several columns is written over the first of them.
 *
 * <pre>
 * region ; kön ; Folkmängd 2021 ; Folkmängd 2022        region ; år ; Folkmängd
 *
 *              ; Folkmängd ;        (a workbook has no words over region and sex)
 *              ; 2021      ; 2022
 * </pre>
 *
 * @param firstRow the index of its first row among the sheet's
 * @param lastRow the index of its last row
 * @param firstValue the index of the first column with figures; those before it are the stub
 * @param columns the columns from there on
 */
record PxWebHeading(int firstRow, int lastRow, int firstValue, List<Column> columns) {

    /** More rows than this stand above no table. */
    private static final int ROWS_ABOVE = 50;

    private static final int MOST_ROWS = 6;

    /**
     * What the heading says of a column.
     *
     * @param heading all of its words
     * @param date the figures' reference date; empty where the rows say it
     * @param parts the part that the figures count, one for each row of the heading
     */
    record Column(
            int index,
            int row,
            String heading,
            Measure measure,
            Optional<LocalDate> date,
            List<String> parts) {

        /** Whether it says itself what is counted, {@code Folkmängd 2022}. */
        boolean saysPopulation() {
            String words = heading.toLowerCase(Locale.ROOT);
            return words.contains("folkmängd") || words.contains("population");
        }
    }

    /** The heading of a sheet; empty where no row looks like one. */
    static Optional<PxWebHeading> find(Sheet sheet) {
        int end = Math.min(sheet.lines().size(), ROWS_ABOVE);
        for (int row = 0; row < end; row++) {
            int firstValue = firstValue(sheet.lines().get(row));
            if (firstValue > 0) {
                return Optional.of(of(sheet, row, firstValue));
            }
        }
        return Optional.empty();
    }

    /** The first column that speaks of figures, in a row where one is understood. */
    private static int firstValue(Sheet.Line line) {
        int first = -1;
        for (int column = 1; column < line.cells().size(); column++) {
            Words words = Words.of(line.cell(column).text());
            if (first < 0 && (words.stated() || words.date().isPresent())) {
                first = column;
            }
            if (words.headFigures()) {
                return first;
            }
        }
        return -1;
    }

    private static PxWebHeading of(Sheet sheet, int found, int firstValue) {
        int first = found;
        while (first > 0
                && found - first < MOST_ROWS
                && hasNoStub(sheet.lines().get(first - 1), firstValue)) {
            first--;
        }
        int last = found;
        boolean dated = hasDate(sheet.lines().get(found), firstValue);
        while (hasNoStub(sheet.lines().get(last), firstValue)
                && last + 1 < sheet.lines().size()
                && last - first < MOST_ROWS
                && goesOn(sheet.lines().get(last + 1), firstValue, dated)) {
            last++;
            dated |= hasDate(sheet.lines().get(last), firstValue);
        }
        return new PxWebHeading(first, last, firstValue, columns(sheet, first, last, firstValue));
    }

    private static boolean hasNoStub(Sheet.Line line, int firstValue) {
        for (int column = 0; column < firstValue; column++) {
            if (!line.cell(column).text().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasDate(Sheet.Line line, int firstValue) {
        for (int column = firstValue; column < line.cells().size(); column++) {
            if (Words.of(line.cell(column).text()).date().isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** A row of data has words to the left; so has a heading, but no digits in them. */
    private static boolean goesOn(Sheet.Line line, int firstValue, boolean dated) {
        if (hasNoStub(line, firstValue)) {
            return true;
        }
        boolean digits =
                line.cells().subList(0, Math.min(firstValue, line.cells().size())).stream()
                        .anyMatch(cell -> cell.text().chars().anyMatch(Character::isDigit));
        return !dated && !digits && hasDate(line, firstValue);
    }

    private static List<Column> columns(Sheet sheet, int first, int last, int firstValue) {
        int width = 0;
        for (int row = first; row <= last; row++) {
            width = Math.max(width, sheet.lines().get(row).cells().size());
        }
        String[] carried = new String[last - first + 1];
        List<Column> columns = new ArrayList<>();
        for (int column = firstValue; column < width; column++) {
            for (int row = first; row <= last; row++) {
                String text = sheet.lines().get(row).cell(column).text();
                boolean carries = row < last && text.isEmpty() && column > firstValue;
                carried[row - first] = carries ? carried[row - first] : text;
            }
            column(carried, column, sheet.lines().get(last)).ifPresent(columns::add);
        }
        return columns;
    }

    private static Optional<Column> column(String[] texts, int index, Sheet.Line last) {
        Measure measure = Measure.POPULATION;
        Optional<LocalDate> date = Optional.empty();
        List<String> parts = new ArrayList<>();
        for (String text : texts) {
            Words words = Words.of(text);
            if (words.date().isPresent() && date.isPresent()) {
                measure = Measure.UNKNOWN;
            }
            date = words.date().isPresent() ? words.date() : date;
            if (words.measure() != Measure.POPULATION && measure != Measure.UNKNOWN) {
                measure = words.measure();
            }
            parts.add(words.part());
        }
        String heading = String.join(" ", texts).strip();
        return last.cell(index).text().isEmpty()
                ? Optional.empty()
                : Optional.of(new Column(index, last.number(), heading, measure, date, parts));
    }

    /**
     * What the words of one heading say: {@code Folkmängd 2022}, {@code 2022}, {@code män 2022},
     * {@code Folkökning 2022}.
     *
     * @param part the part that is counted; empty where it says none
     * @param stated whether it says what is counted
     */
    private record Words(Measure measure, Optional<LocalDate> date, String part, boolean stated) {

        private static final int LONGEST = 200;

        static Words of(String text) {
            if (text.length() > LONGEST) {
                return new Words(Measure.UNKNOWN, Optional.empty(), "", false);
            }
            List<String> words = new ArrayList<>(List.of(text.split("[\\s\u00A0]+")));
            Optional<LocalDate> date = Optional.empty();
            for (String word : List.copyOf(words)) {
                Optional<LocalDate> read = ReferenceDate.of(word);
                if (read.isPresent() && date.isEmpty()) {
                    date = read;
                    words.remove(word);
                }
            }
            String rest = String.join(" ", words);
            if (rest.isEmpty()) {
                return new Words(Measure.POPULATION, date, "", false);
            }
            Measure measure = Measure.of(rest);
            if (measure == Measure.POPULATION) {
                return new Words(measure, date, "", true);
            }
            String part = rest.replaceFirst("(?i)^(?:folkmängd|population) ", "");
            return Part.of(part) instanceof Part.Unknown
                    ? new Words(measure, date, "", measure == Measure.OTHER)
                    : new Words(Measure.POPULATION, date, part, false);
        }

        /** Whether figures stand below such a heading; a part alone may as well head a stub. */
        boolean headFigures() {
            boolean understood = measure != Measure.UNKNOWN;
            return understood && (stated || date.isPresent());
        }
    }
}
