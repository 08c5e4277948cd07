package se.gits.costshare.input;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ss.usermodel.BuiltinFormats;

/**
 * What a workbook says of itself: its sheets, its number formats, and from when it counts days.
 *
 * @param sheets those with cells in them; those that are shown first, in their order
 * @param sharedTexts the part with the texts that cells share; empty where there is none
 * @param formatOfStyle the number format of each cell style
 * @param from1904 whether days are counted from 1904, as on old Macs
 * @param toBeComputed whether formulas await a program that computes them (fullCalcOnLoad)
 * @see "ECMA-376, Office Open XML, part 1, 18.2 (workbook), 18.8 (styles)"
 */
record WorkbookDirectory(
        List<SheetPart> sheets,
        Optional<String> sharedTexts,
        List<NumberFormat> formatOfStyle,
        boolean from1904,
        boolean toBeComputed) {

    /** Where a sheet's cells are. */
    record SheetPart(String name, String part) {}

    private static final String MAIN_RELATIONS = "_rels/.rels";

    /** How a relation's type ends, in either edition of the standard. */
    private static final String WORKBOOK = "/officeDocument";

    private static final String WORKSHEET = "/worksheet";
    private static final String SHARED_TEXTS = "/sharedStrings";
    private static final String STYLES = "/styles";

    private static final Set<String> HIDDEN = Set.of("hidden", "veryHidden");

    /** A spreadsheet program takes 255 letters, some of which take several here. */
    private static final int LONGEST_FORMAT = 1_000;

    private record Relation(String type, String part) {}

    /** Reads the directory; empty where the zip file holds no workbook with a sheet of cells. */
    static Optional<WorkbookDirectory> read(WorkbookParts parts)
            throws IOException, XMLStreamException {
        if (!parts.contains(MAIN_RELATIONS)) {
            return Optional.empty();
        }
        Optional<String> workbook = partOfType(WORKBOOK, relations(parts, MAIN_RELATIONS, ""));
        if (workbook.isEmpty() || !parts.contains(workbook.get())) {
            return Optional.empty();
        }
        String folder = workbook.get().substring(0, workbook.get().lastIndexOf('/') + 1);
        String name = workbook.get().substring(folder.length());
        Map<String, Relation> relations =
                relations(parts, folder + "_rels/" + name + ".rels", folder);
        List<SheetPart> shown = new ArrayList<>();
        List<SheetPart> hidden = new ArrayList<>();
        boolean from1904 = false;
        boolean toBeComputed = false;
        try (InputStream in = parts.open(workbook.get(), WorkbookParts.MOST_BYTES_OF_OTHERS)) {
            XmlEvents xml = new XmlEvents(in);
            while (xml.next()) {
                if (xml.starts("workbookPr")) {
                    from1904 = xml.isSet("date1904");
                } else if (xml.starts("calcPr")) {
                    toBeComputed = xml.isSet("fullCalcOnLoad");
                } else if (xml.starts("sheet")) {
                    Relation relation = relations.get(xml.attribute("id"));
                    if (relation != null && relation.type().endsWith(WORKSHEET)) {
                        boolean isHidden = HIDDEN.contains(xml.attribute("state"));
                        List<SheetPart> sheets = isHidden ? hidden : shown;
                        sheets.add(new SheetPart(xml.attribute("name"), relation.part()));
                    }
                }
            }
        }
        shown.addAll(hidden);
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> styles = partOfType(STYLES, relations);
        return Optional.of(
                new WorkbookDirectory(
                        shown,
                        partOfType(SHARED_TEXTS, relations),
                        styles.isPresent() ? formats(parts, styles.get()) : List.of(),
                        from1904,
                        toBeComputed));
    }

    private static Optional<String> partOfType(String type, Map<String, Relation> relations) {
        return relations.values().stream()
                .filter(relation -> relation.type().endsWith(type))
                .map(Relation::part)
                .findFirst();
    }

    private static Map<String, Relation> relations(WorkbookParts parts, String part, String folder)
            throws IOException, XMLStreamException {
        Map<String, Relation> relationOfId = new HashMap<>();
        try (InputStream in = parts.open(part, WorkbookParts.MOST_BYTES_OF_OTHERS)) {
            XmlEvents xml = new XmlEvents(in);
            while (xml.next()) {
                if (xml.starts("Relationship") && !xml.attribute("TargetMode").equals("External")) {
                    String target = xml.attribute("Target");
                    relationOfId.put(
                            xml.attribute("Id"),
                            new Relation(xml.attribute("Type"), partAt(folder, target)));
                }
            }
        }
        return relationOfId;
    }

    /** The part that a relation points to, from the folder that it stands in or from the root. */
    private static String partAt(String folder, String target) {
        return URI.create("/" + folder).resolve(target).normalize().getPath().substring(1);
    }

    private static List<NumberFormat> formats(WorkbookParts parts, String part)
            throws IOException, XMLStreamException {
        Map<Integer, String> ownFormats = new HashMap<>();
        Map<Integer, NumberFormat> known = new HashMap<>();
        List<NumberFormat> formatOfStyle = new ArrayList<>();
        boolean ofCells = false;
        try (InputStream in = parts.open(part, WorkbookParts.MOST_BYTES_OF_OTHERS)) {
            XmlEvents xml = new XmlEvents(in);
            while (xml.next()) {
                if (xml.starts("numFmt")) {
                    String pattern = xml.attribute("formatCode");
                    if (pattern.length() > LONGEST_FORMAT) {
                        throw new XMLStreamException("A format longer than any");
                    }
                    ownFormats.put(Integer.parseInt(xml.attribute("numFmtId")), pattern);
                } else if (xml.starts("cellXfs") || xml.ends("cellXfs")) {
                    ofCells = xml.starts("cellXfs");
                } else if (ofCells && xml.starts("xf")) {
                    String id = xml.attribute("numFmtId");
                    formatOfStyle.add(
                            known.computeIfAbsent(
                                    id.isEmpty() ? 0 : Integer.parseInt(id),
                                    number -> format(number, ownFormats)));
                }
            }
        }
        return formatOfStyle;
    }

    private static NumberFormat format(int id, Map<Integer, String> ownFormats) {
        String builtin = BuiltinFormats.getBuiltinFormat(id);
        String pattern = ownFormats.getOrDefault(id, builtin == null ? "General" : builtin);
        return pattern.equals("General") ? NumberFormat.GENERAL : new NumberFormat(id, pattern);
    }

    /** The number format of a cell style; the general one where the style is not known. */
    NumberFormat format(String style) {
        int index = style.isEmpty() ? 0 : Integer.parseInt(style);
        return index >= 0 && index < formatOfStyle.size()
                ? formatOfStyle.get(index)
                : NumberFormat.GENERAL;
    }
}
