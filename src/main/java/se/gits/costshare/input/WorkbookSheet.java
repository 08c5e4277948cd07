package se.gits.costshare.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/**
 * Reads the first sheet of a workbook (.xlsx) as a stream of cells.
 *
 * <p>Nothing is computed: of a formula the value is read that the workbook was saved with. Nothing
 * that the workbook refers to outside itself is opened, and of what is inside only the parts that
 * the sheet needs, each up to a limit. POI's model of a workbook holds all of it in memory, and its
 * event reader tells what a cell shows but not what it holds; so the rows are read here, with POI's
 * knowledge of formats and dates.
 */
final class WorkbookSheet {

    private WorkbookSheet() {}

    static Optional<Sheet> read(InputFile file, Problems problems) {
        if (TextFile.startsWith(file.bytes(), 0xD0, 0xCF, 0x11, 0xE0)) {
            return refused(file, ProblemKind.WORKBOOK_OLD_OR_LOCKED, problems);
        }
        if (!TextFile.startsWith(file.bytes(), 'P', 'K', 3, 4)) {
            return refused(file, ProblemKind.FILE_NOT_WORKBOOK, problems);
        }
        try (WorkbookParts parts = new WorkbookParts(file.bytes(), problems.room())) {
            Optional<WorkbookDirectory> directory = WorkbookDirectory.read(parts);
            if (directory.isEmpty()) {
                return refused(file, ProblemKind.FILE_NOT_WORKBOOK, problems);
            }
            return sheet(file, parts, directory.get(), problems);
        } catch (Sheet.TooLarge e) {
            return e.tell(file, problems);
        } catch (IOException | XMLStreamException | RuntimeException e) {
            if (isTooLarge(e)) {
                // That there is no room beside others is told where it is asked for.
                if (problems.room().isFull()) {
                    return Optional.empty();
                }
                problems.add(
                        Place.ofFile(file.name()),
                        "",
                        ProblemKind.WORKBOOK_TOO_LARGE,
                        WorkbookParts.MOST_BYTES / (1024 * 1024));
                return Optional.empty();
            }
            // Whatever a damaged file makes a parser throw, it is the file that is damaged.
            return refused(file, ProblemKind.WORKBOOK_DAMAGED, problems);
        }
    }

    /** The parser wraps what its stream throws. */
    private static boolean isTooLarge(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof WorkbookParts.TooLarge) {
                return true;
            }
            if (cause instanceof XMLStreamException xml
                    && xml.getNestedException() instanceof WorkbookParts.TooLarge) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Sheet> refused(InputFile file, ProblemKind kind, Problems problems) {
        problems.add(Place.ofFile(file.name()), "", kind);
        return Optional.empty();
    }

    private static Optional<Sheet> sheet(
            InputFile file, WorkbookParts parts, WorkbookDirectory directory, Problems problems)
            throws IOException, XMLStreamException, Sheet.TooLarge {
        WorkbookDirectory.SheetPart first = directory.sheets().get(0);
        SheetXml xml = new SheetXml(directory, SharedTexts.read(parts, directory));
        try (InputStream in = parts.open(first.part(), WorkbookParts.MOST_BYTES)) {
            xml.read(in);
        } finally {
            problems.room().takeCells(xml.cells());
        }
        if (xml.lines().isEmpty()) {
            problems.add(
                    new Place(file.name(), 0, "", first.name()),
                    "",
                    ProblemKind.SHEET_EMPTY,
                    first.name());
            return Optional.empty();
        }
        Sheet sheet = new Sheet(file.name(), first.name(), xml.lines(), xml.merged());
        warn(sheet, xml, directory, problems);
        return Optional.of(sheet);
    }

    private static void warn(
            Sheet sheet, SheetXml xml, WorkbookDirectory directory, Problems problems) {
        List<String> others =
                directory.sheets().stream().skip(1).map(WorkbookDirectory.SheetPart::name).toList();
        Place whole = new Place(sheet.file(), 0, "", sheet.name());
        if (!others.isEmpty()) {
            problems.add(
                    whole, "", ProblemKind.OTHER_SHEETS, sheet.name(), String.join(", ", others));
        }
        if (directory.toBeComputed() && xml.hasFormulas()) {
            problems.add(whole, "", ProblemKind.FORMULAS_TO_BE_COMPUTED);
        }
        List<Integer> hiddenRows = new ArrayList<>();
        for (Sheet.Line line : sheet.lines()) {
            if (xml.isHiddenRow(line.number())) {
                hiddenRows.add(line.number());
            }
        }
        if (!hiddenRows.isEmpty()) {
            problems.add(whole, "", ProblemKind.ROWS_HIDDEN, hiddenRows.size(), ranges(hiddenRows));
        }
        List<String> hiddenColumns = new ArrayList<>();
        int width = sheet.lines().stream().mapToInt(line -> line.cells().size()).max().orElse(0);
        for (int column = 0; column < width; column++) {
            if (xml.isHiddenColumn(column)) {
                hiddenColumns.add(Sheet.letters(column));
            }
        }
        if (!hiddenColumns.isEmpty()) {
            problems.add(whole, "", ProblemKind.COLUMNS_HIDDEN, String.join(", ", hiddenColumns));
        }
    }

    /** {@code 3–7, 12}. */
    private static String ranges(List<Integer> ascending) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < ascending.size(); i++) {
            int from = ascending.get(i);
            while (i + 1 < ascending.size() && ascending.get(i + 1) == ascending.get(i) + 1) {
                i++;
            }
            int to = ascending.get(i);
            text.append(text.length() == 0 ? "" : ", ").append(from);
            text.append(to == from ? "" : (to == from + 1 ? ", " : "–") + to);
        }
        return text.toString();
    }
}
