package se.gits.costshare.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/**
 * Reads the rows of a sheet.
 *
 * @see "ECMA-376, Office Open XML, part 1, 18.3 (worksheets)"
 */
final class SheetXml {

    private static final Pattern RANGE =
            Pattern.compile("\\$?([A-Z]{1,3})\\$?(\\d{1,7}):\\$?([A-Z]{1,3})\\$?(\\d{1,7})");

    /** No double has one, and a number with it would take all memory when written out. */
    private static final Pattern HUGE_EXPONENT = Pattern.compile("[eE][+-]?\\d{4}");

    private static final Pattern ZERO = Pattern.compile("-?0*\\.?0*");
    private static final Set<String> TRUE = Set.of("1", "true");

    private final WorkbookDirectory directory;
    private final SharedTexts sharedTexts;
    private final Sheet.Collector rows = new Sheet.Collector();
    private final BitSet hiddenRows = new BitSet();
    private final BitSet hiddenColumns = new BitSet();
    private final List<Sheet.Range> merged = new ArrayList<>();
    private boolean hasFormulas;

    private int rowNumber;
    private int column;
    private List<Content> cells = new ArrayList<>();

    // The cell that is being read.
    private String type = "";
    private String style = "";
    private boolean isFormula;
    private boolean hasValue;
    private boolean inValue;
    private final StringBuilder value = new StringBuilder();
    private final SharedTexts.RichText ownText = new SharedTexts.RichText();

    SheetXml(WorkbookDirectory directory, SharedTexts sharedTexts) {
        this.directory = directory;
        this.sharedTexts = sharedTexts;
    }

    List<Sheet.Line> lines() {
        return rows.lines();
    }

    /** How many cells were read. */
    long cells() {
        return rows.cells();
    }

    boolean isHiddenRow(int number) {
        return hiddenRows.get(number);
    }

    boolean isHiddenColumn(int index) {
        return hiddenColumns.get(index);
    }

    /** What is merged to one cell. */
    List<Sheet.Range> merged() {
        return merged;
    }

    /** Whether any cell holds a formula. */
    boolean hasFormulas() {
        return hasFormulas;
    }

    /**
     * Reads the sheet to its end: what is merged stands behind the rows, and the part's checksum is
     * known when all of it is read.
     *
     * @throws XMLStreamException if it is no sheet
     */
    void read(InputStream in) throws IOException, XMLStreamException, Sheet.TooLarge {
        XmlEvents xml = new XmlEvents(in);
        boolean inRows = false;
        while (xml.next()) {
            if (xml.starts("sheetData") || xml.ends("sheetData")) {
                inRows = xml.starts("sheetData");
            } else if (inRows) {
                readInRows(xml);
            } else if (xml.starts("col")) {
                readColumn(xml);
            } else if (xml.starts("mergeCell")) {
                readMerged(xml.attribute("ref"));
            }
        }
    }

    private void readInRows(XmlEvents xml) throws XMLStreamException, Sheet.TooLarge {
        if (xml.starts("row")) {
            startRow(xml);
        } else if (xml.ends("row")) {
            rows.add(rowNumber, cells);
        } else if (xml.starts("c")) {
            startCell(xml);
        } else if (xml.ends("c")) {
            endCell();
        } else {
            readInCell(xml);
        }
    }

    private void readMerged(String range) throws XMLStreamException, Sheet.TooLarge {
        Matcher match = RANGE.matcher(range);
        if (!match.matches()) {
            throw new XMLStreamException("No range: " + range.length() + " characters");
        }
        merged.add(
                new Sheet.Range(
                        Integer.parseInt(match.group(2)),
                        columnOf(match.group(1)),
                        Integer.parseInt(match.group(4)),
                        columnOf(match.group(3))));
        if (merged.size() > Sheet.MOST_CELLS) {
            throw new Sheet.TooLarge();
        }
    }

    private void readColumn(XmlEvents xml) {
        if (xml.isSet("hidden")) {
            int from = Integer.parseInt(xml.attribute("min"));
            int to = Math.min(Integer.parseInt(xml.attribute("max")), Sheet.MOST_COLUMNS);
            hiddenColumns.set(from - 1, Math.max(from - 1, to));
        }
    }

    private void startRow(XmlEvents xml) throws XMLStreamException {
        String number = xml.attribute("r");
        int next = number.isEmpty() ? rowNumber + 1 : Integer.parseInt(number);
        if (next <= rowNumber || next > Sheet.MOST_ROWS) {
            throw new XMLStreamException("Row " + next + " after row " + rowNumber);
        }
        rowNumber = next;
        column = -1;
        cells = new ArrayList<>();
        if (xml.isSet("hidden")) {
            hiddenRows.set(rowNumber);
        }
    }

    private void startCell(XmlEvents xml) throws XMLStreamException {
        String address = xml.attribute("r");
        int next = address.isEmpty() ? column + 1 : columnOf(address);
        if (next <= column || next >= Sheet.MOST_COLUMNS) {
            throw new XMLStreamException("Cell " + address + " out of order");
        }
        column = next;
        type = xml.attribute("t");
        style = xml.attribute("s");
        isFormula = false;
        hasValue = false;
        inValue = false;
        value.setLength(0);
    }

    private static int columnOf(String address) {
        int number = 0;
        for (int i = 0; i < address.length() && Character.isLetter(address.charAt(i)); i++) {
            number = Math.addExact(Math.multiplyExact(number, 26), address.charAt(i) - 'A' + 1);
        }
        return number - 1;
    }

    private void readInCell(XmlEvents xml) throws XMLStreamException {
        if (xml.starts("f")) {
            isFormula = true;
            hasFormulas = true;
        } else if (xml.starts("v") || xml.ends("v")) {
            inValue = xml.starts("v");
            hasValue = true;
        } else if (inValue && xml.isText()) {
            SharedTexts.RichText.append(value, xml);
        } else {
            ownText.see(xml);
        }
    }

    private void endCell() throws XMLStreamException, Sheet.TooLarge {
        Content content = content(value.toString(), ownText.take());
        if (content.isBlank()) {
            return;
        }
        while (cells.size() < column) {
            cells.add(Content.BLANK);
        }
        cells.add(content);
    }

    private Content content(String value, String ownText) throws XMLStreamException {
        if (isFormula && !hasValue) {
            return new Content("", Content.Form.UNCOMPUTED, "");
        }
        return switch (type) {
            case "s" -> Content.typed(value.isEmpty() ? "" : sharedTexts.get(value));
            case "str" -> Content.typed(SharedTexts.RichText.plain(value));
            case "inlineStr" -> Content.typed(ownText);
            case "b" ->
                    new Content(TRUE.contains(value) ? "SANT" : "FALSKT", Content.Form.TRUTH, "");
            case "e" -> new Content(value, Content.Form.ERROR, "");
            case "d" ->
                    new Content(
                            value.substring(0, Math.min(10, value.length())), Content.Form.DAY, "");
            default -> number(value.strip());
        };
    }

    private Content number(String number) throws XMLStreamException {
        if (number.isEmpty()) {
            return isFormula ? new Content("", Content.Form.UNCOMPUTED, "") : Content.BLANK;
        }
        if (isFormula && directory.toBeComputed() && ZERO.matcher(number).matches()) {
            // What programs write that make formulas and compute none.
            return new Content("0", Content.Form.UNCOMPUTED, "");
        }
        if (number.length() > Cell.LONGEST_NUMBER || HUGE_EXPONENT.matcher(number).find()) {
            throw new XMLStreamException("A number that no spreadsheet program writes");
        }
        return directory.format(style).read(number, directory.from1904());
    }
}
