package se.gits.costshare.input;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads a table of the input, from CSV or the first sheet of a workbook: columns in any order under
 * a heading.
 *
 * <pre>
 * nyckel;från;till;part;andel;fördelning;beslut
 * 50/50;2023-01;;VGR;50;;Förvaltningsplan 2023, 4.2
 * 50/50;2023-01;;VGK;50;folkmängd;Förvaltningsplan 2023, 4.2
 * </pre>
 *
 * <p>As people keep them: titles may stand above the heading, blank rows between, notes of one cell
 * below. Rows are counted as a spreadsheet counts them.
 */
public final class TableFile {

    /** Names and identities: they come into number columns, headings and the register. */
    private static final Set<String> SHORT_COLUMNS =
            Set.of(
                    "rad",
                    "objekt",
                    "namn",
                    "nyckel",
                    "momssats",
                    "volym",
                    "kostnadsslag",
                    "benämning",
                    "referens");

    /**
     * What no printer shows, and a terminal or an invoice obeys: controls, writing direction; and
     * what no XML can hold.
     */
    private static final Pattern UNSEEN =
            Pattern.compile(
                    "[\\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF&&[^\r\n\t]]");

    /** Other writing than Latin, Greek and Cyrillic, and pictures: the invoices' font has none. */
    private static final Pattern NOT_PRINTED =
            Pattern.compile(
                    "[^\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}\\p{IsCommon}\\p{IsInherited}]"
                            + "|[\\p{So}&&[^©®°™№]]|[\\x{10000}-\\x{10FFFF}]");

    private static final Pattern UNSEEN_OR_LINE_BREAK =
            Pattern.compile("[\\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]");

    /** From here, À, to there Latin-1 and Latin Extended-A have letters, and × and ÷. */
    private static final char FIRST_LATIN = '\u00C0';

    private static final char LAST_LATIN = '\u017F';

    private static final int LONGEST_SHORT = 200;

    /** Room for a list of all municipalities of Sweden, and for any decision. */
    static final int LONGEST_TEXT = 5_000;

    /** A heading is looked for in so many rows with anything in them. */
    private static final int LINES_WITH_HEADING = 50;

    private TableFile() {}

    /**
     * Reads a table.
     *
     * @return empty, with the fault told, where the file or its heading cannot be understood
     */
    public static Optional<Table> read(InputFile file, Columns columns, Problems problems) {
        return Sheet.read(file, problems).flatMap(sheet -> of(sheet, columns, problems));
    }

    /** The table in a sheet; empty, with the fault told, where its heading is not understood. */
    public static Optional<Table> of(Sheet sheet, Columns columns, Problems problems) {
        int headingIndex = headingIndex(sheet, columns);
        Sheet.Line headingLine = sheet.lines().get(headingIndex);
        Optional<List<String>> heading = heading(sheet, headingLine, columns, problems);
        if (heading.isEmpty()) {
            return Optional.empty();
        }
        for (Sheet.Line above : sheet.lines().subList(0, headingIndex)) {
            if (above.filled() > 1) {
                problems.add(
                        sheet.place(above.number(), -1, ""),
                        above.quoted(),
                        ProblemKind.ROW_ABOVE_HEADING);
            }
        }
        Table.Places places = places(sheet, heading.get());
        List<Sheet.Line> lines =
                withoutNotes(
                        sheet,
                        sheet.lines().subList(headingIndex + 1, sheet.lines().size()),
                        columns,
                        problems);
        List<Table.Row> rows = new ArrayList<>();
        for (Sheet.Line line : lines) {
            if (isRowInOneCell(sheet, line, columns, problems)) {
                continue;
            }
            tellIfOdd(line, heading.get(), places, columns, problems);
            rows.add(new Table.Row(places, line));
        }
        if (lines.isEmpty()) {
            problems.add(Place.ofFile(sheet.file()), "", ProblemKind.TABLE_WITHOUT_ROWS);
        }
        tellMerged(sheet, heading.get(), lines, problems);
        return Optional.of(new Table(places, rows));
    }

    /** The row that names most of the columns, of equals the first; without one, the first row. */
    private static int headingIndex(Sheet sheet, Columns columns) {
        Set<String> known = new HashSet<>(columns.all());
        int end = Math.min(sheet.lines().size(), LINES_WITH_HEADING);
        int best = 0;
        long mostNamed = 1;
        for (int i = 0; i < end; i++) {
            long named =
                    sheet.lines().get(i).cells().stream()
                            .filter(cell -> known.contains(columnName(cell)))
                            .count();
            if (named > mostNamed) {
                mostNamed = named;
                best = i;
            }
        }
        return best;
    }

    /** A heading in small letters; one that is broken over lines is put together. */
    private static String columnName(Content cell) {
        return cell.text().length() > LONGEST_SHORT
                ? cell.text()
                : cell.text().toLowerCase(Locale.ROOT).replaceAll("-?[\\r\\n]+", "");
    }

    private static Optional<List<String>> heading(
            Sheet sheet, Sheet.Line line, Columns columns, Problems problems) {
        List<String> known = columns.all();
        Set<String> seen = new HashSet<>();
        Set<String> meant = new HashSet<>();
        List<String> heading = new ArrayList<>();
        boolean understood = true;
        for (int i = 0; i < line.cells().size(); i++) {
            Content cell = line.cells().get(i);
            String column = columnName(cell);
            if (column.isEmpty()) {
                heading.add("");
            } else if (!known.contains(column)) {
                NearestName nearest = new NearestName(cell.text(), known);
                problems.add(
                        sheet.place(line.number(), i, cell.text()),
                        cell.text(),
                        ProblemKind.COLUMN_UNKNOWN,
                        nearest,
                        String.join(", ", known));
                if (meant.size() < known.size()) {
                    // What was misspelt is not missing as well.
                    meant.add(nearest.toString());
                }
                heading.add("");
                understood = false;
            } else if (!seen.add(column)) {
                problems.add(
                        sheet.place(line.number(), i, column),
                        cell.text(),
                        ProblemKind.COLUMN_TWICE);
                understood = false;
            } else {
                heading.add(column);
            }
        }
        for (String column : columns.required()) {
            if (!seen.contains(column) && !meant.contains(column)) {
                problems.add(
                        sheet.place(line.number(), -1, column),
                        "",
                        ProblemKind.COLUMN_MISSING,
                        String.join(";", known));
                understood = false;
            }
        }
        return understood ? Optional.of(heading) : Optional.empty();
    }

    private static Table.Places places(Sheet sheet, List<String> heading) {
        Map<String, Integer> indexOfColumn = new LinkedHashMap<>();
        for (int i = 0; i < heading.size(); i++) {
            indexOfColumn.putIfAbsent(heading.get(i), i);
        }
        return new Table.Places(sheet, indexOfColumn);
    }

    /** Tells cells of the table that are merged: the value stands in the first of them alone. */
    private static void tellMerged(
            Sheet sheet, List<String> heading, List<Sheet.Line> lines, Problems problems) {
        NavigableSet<Integer> rows = new TreeSet<>();
        lines.forEach(line -> rows.add(line.number()));
        for (Sheet.Range range : sheet.merged()) {
            Integer row = rows.ceiling(range.firstRow());
            if (row != null && row <= range.lastRow() && range.firstColumn() < heading.size()) {
                problems.add(
                        sheet.place(row, range.firstColumn(), heading.get(range.firstColumn())),
                        "",
                        ProblemKind.CELLS_MERGED,
                        range);
            }
        }
    }

    /**
     * The lines down to the last that is more than a note. A note is one cell of text; one number
     * alone might be an amount that somebody misses, and a cell with delimiters a row that was
     * pasted into it, so those are no notes.
     */
    private static List<Sheet.Line> withoutNotes(
            Sheet sheet, List<Sheet.Line> lines, Columns columns, Problems problems) {
        int end = lines.size();
        while (end > 0 && isNote(lines.get(end - 1), columns)) {
            Sheet.Line note = lines.get(end - 1);
            problems.add(
                    sheet.place(note.number(), -1, ""),
                    note.quoted().replaceAll("^;+", ""),
                    ProblemKind.NOTE_BELOW_TABLE);
            end--;
        }
        return lines.subList(0, end);
    }

    private static boolean isNote(Sheet.Line line, Columns columns) {
        return line.filled() == 1
                && line.cells().stream().noneMatch(cell -> holdsRow(cell.text(), columns))
                && line.cells().stream()
                        .filter(cell -> cell.form() == Content.Form.TEXT)
                        .anyMatch(cell -> cell.text().chars().anyMatch(Character::isLetter));
    }

    /**
     * Whether a text has as many delimiters as a row of the table has at least. In a sentence a
     * space follows a comma.
     */
    private static boolean holdsRow(String text, Columns columns) {
        if (text.length() > LONGEST_TEXT) {
            // Told as too long; a hostile cell of megabytes is not looked through.
            return false;
        }
        int least = Math.max(2, columns.required().size() - 1);
        String withoutSentences = text.replaceAll("[;,] ", "");
        return ";\t,"
                .chars()
                .anyMatch(
                        delimiter ->
                                withoutSentences.chars().filter(c -> c == delimiter).count()
                                        >= least);
    }

    /** Tells a row that stands in one cell, as it was pasted or with another delimiter. */
    private static boolean isRowInOneCell(
            Sheet sheet, Sheet.Line line, Columns columns, Problems problems) {
        int last = line.cells().size() - 1;
        boolean isOne = line.filled() == 1 && holdsRow(line.cell(last).text(), columns);
        if (isOne) {
            problems.add(
                    sheet.place(line.number(), last, ""),
                    line.cell(last).text(),
                    ProblemKind.ROW_IN_ONE_CELL);
        }
        return isOne;
    }

    private static void tellIfOdd(
            Sheet.Line line,
            List<String> heading,
            Table.Places places,
            Columns columns,
            Problems problems) {
        boolean outside = false;
        for (int i = 0; i < line.cells().size(); i++) {
            Content content = line.cells().get(i);
            String column = i < heading.size() ? heading.get(i) : "";
            if (content.text().indexOf('\n') >= 0 && holdsRow(content.text(), columns)) {
                problems.add(
                        places.sheet().place(line.number(), i, column),
                        content.text(),
                        ProblemKind.ROW_IN_ONE_CELL);
            }
            if (!column.isEmpty()) {
                tellIfOdd(places.at(line.number(), column), column, content, problems);
            } else if (!content.isBlank() && !outside) {
                outside = true;
                problems.add(
                        places.sheet().place(line.number(), i, ""),
                        content.text(),
                        ProblemKind.ROW_TOO_LONG,
                        heading.size());
            }
        }
    }

    /**
     * Tells a text that is too long, or has in it what no printer shows, or what a cell of its form
     * cannot tell.
     *
     * @param column what it is called, which says whether it is to be short
     */
    public static void tellIfOdd(Place place, String column, Content content, Problems problems) {
        int longest = SHORT_COLUMNS.contains(column) ? LONGEST_SHORT : LONGEST_TEXT;
        if (content.text().length() > longest) {
            problems.add(
                    place,
                    content.text(),
                    ProblemKind.VALUE_TOO_LONG,
                    content.text().length(),
                    longest);
            return;
        }
        content.form().fault().ifPresent(kind -> problems.add(place, content.text(), kind));
        if (isOrdinary(content.text())) {
            return;
        }
        Pattern unseen = SHORT_COLUMNS.contains(column) ? UNSEEN_OR_LINE_BREAK : UNSEEN;
        if (unseen.matcher(content.text()).find()) {
            problems.add(place, content.text(), ProblemKind.UNSEEN_CHARACTERS);
        } else if (NOT_PRINTED.matcher(content.text()).find()) {
            problems.add(place, content.text(), ProblemKind.CHARACTERS_NOT_PRINTED);
        }
    }

    /** Most texts of most tables, without asking a pattern of each letter what it is. */
    private static boolean isOrdinary(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean isAscii = c >= ' ' && c <= '~';
            boolean isLatin = c >= FIRST_LATIN && c <= LAST_LATIN;
            if (!isAscii && !isLatin) {
                return false;
            }
        }
        return true;
    }
}
