package se.gits.costshare.export.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.transform.TransformerFactory;
import org.apache.commons.io.output.ByteArrayOutputStream;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook being made, whose bytes follow from what is written to it alone: its times are those
 * of a date it is given, and it names no person, machine or version.
 */
final class ReproducibleWorkbook {

    private static final String CREATOR = "GITS";

    private static final String TRANSFORMER = TransformerFactory.class.getName();

    static {
        // POI asks for one for each small part; unnamed it is searched for in every library.
        if (System.getProperty(TRANSFORMER) == null) {
            System.setProperty(
                    TRANSFORMER, TransformerFactory.newDefaultInstance().getClass().getName());
        }
    }

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final Looks looks = new Looks(workbook);
    private final List<SheetWriter> sheets = new ArrayList<>();

    /**
     * @param title what the file's properties call it
     * @param date which the file was made on, whenever it is made: an invoice's own date
     */
    ReproducibleWorkbook(String title, LocalDate date) {
        Optional<Date> made = Optional.of(Date.from(date.atStartOfDay(ZoneOffset.UTC).toInstant()));
        POIXMLProperties.CoreProperties properties = workbook.getProperties().getCoreProperties();
        properties.setTitle(title);
        properties.setCreator(CREATOR);
        properties.setLastModifiedByUser(CREATOR);
        properties.setCreated(made);
        properties.setModified(made);
    }

    /**
     * Adds a sheet last.
     *
     * @param widths of its columns, in characters. Widths are never measured: that depends on the
     *     fonts of the machine
     */
    SheetWriter addSheet(String name, int... widths) {
        SheetWriter sheet = new SheetWriter(workbook.createSheet(name), looks, widths);
        sheets.add(sheet);
        return sheet;
    }

    /** A look, for what concerns more than one cell. */
    XSSFCellStyle style(Look look) {
        return looks.style(look);
    }

    /** A font, for text that is in no cell. */
    XSSFFont font(Look.Face face) {
        return looks.font(face);
    }

    /** The finished file; nothing can be written afterwards. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Writes the finished file; nothing can be written afterwards.
     *
     * @throws IOException if it cannot be written
     */
    void writeTo(OutputStream out) throws IOException {
        sheets.forEach(SheetWriter::settleDimension);
        CollectedParts collected = new CollectedParts();
        workbook.write(collected);
        // Closing it would write it once more, to nowhere.
        workbook.getPackage().revert();
        Map<String, SheetWriter> sheetOfPart = new HashMap<>();
        for (SheetWriter sheet : sheets) {
            String part = sheet.sheet().getPackagePart().getPartName().getName().substring(1);
            sheetOfPart.put(part, sheet);
        }
        ReproducibleZip.pack(collected.parts(), sheetOfPart, out);
    }
}
