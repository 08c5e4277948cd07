package se.gits.costshare.export.excel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook being made, whose bytes follow from what is written to it alone: its times are those
 * of the invoice date, and it names no person, machine or version.
 */
final class ReproducibleWorkbook {

    private static final String CREATOR = "GITS";

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final Looks looks = new Looks(workbook);

    /**
     * @param title what the file's properties call it
     * @param date the invoice date, which the file was made on whenever it is made
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
        return new SheetWriter(workbook.createSheet(name), looks, widths);
    }

    /** The finished file; nothing can be written afterwards. */
    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            workbook.write(bytes);
            // Closing it would write it once more, to nowhere.
            workbook.getPackage().revert();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return ReproducibleZip.repack(bytes.toByteArray());
    }
}
