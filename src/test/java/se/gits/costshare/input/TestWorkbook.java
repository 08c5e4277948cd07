package se.gits.costshare.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook as people keep them, put together cell by cell. */
public final class TestWorkbook {

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final Map<String, CellStyle> styleOfFormat = new HashMap<>();
    private XSSFSheet sheet;

    public TestWorkbook(String sheetName) {
        sheet = workbook.createSheet(sheetName);
    }

    /** Goes on with another sheet. */
    public TestWorkbook sheet(String name) {
        sheet = workbook.createSheet(name);
        return this;
    }

    /** A row of texts, from column A. */
    public TestWorkbook row(int number, String... texts) {
        for (int column = 0; column < texts.length; column++) {
            if (!texts[column].isEmpty()) {
                cell(CellReference.convertNumToColString(column) + number)
                        .setCellValue(texts[column]);
            }
        }
        return this;
    }

    public TestWorkbook text(String address, String value) {
        cell(address).setCellValue(value);
        return this;
    }

    public TestWorkbook number(String address, double value, String format) {
        Cell cell = cell(address);
        cell.setCellValue(value);
        cell.setCellStyle(style(format));
        return this;
    }

    public TestWorkbook date(String address, String day, String format) {
        Cell cell = cell(address);
        cell.setCellValue(LocalDate.parse(day));
        cell.setCellStyle(style(format));
        return this;
    }

    /** A formula with the value that a spreadsheet program saved with it. */
    public TestWorkbook formula(String address, String formula, double saved) {
        Cell cell = cell(address);
        cell.setCellFormula(formula);
        cell.setCellValue(saved);
        return this;
    }

    /** A formula that no program has computed, as openpyxl leaves it. */
    public TestWorkbook uncomputed(String address) {
        formula(address, "1+1", 2);
        ((XSSFCell) cell(address)).getCTCell().unsetV();
        return this;
    }

    /** A workbook whose sheet is ten million spaces, packed into some kilobytes. */
    public static byte[] bomb() {
        return new TestWorkbook("Blad1").text("A1", "x").grown(1_000);
    }

    public TestWorkbook error(String address, byte code) {
        cell(address).setCellErrorValue(code);
        return this;
    }

    /** Whatever else POI can do to the sheet. */
    public TestWorkbook with(Consumer<XSSFSheet> change) {
        change.accept(sheet);
        return this;
    }

    /** Whatever else POI can do to the workbook. */
    public TestWorkbook withBook(Consumer<XSSFWorkbook> change) {
        change.accept(workbook);
        return this;
    }

    /** The bytes, with spaces within the sheet that any parser would pass over. */
    private byte[] grown(int times) {
        ByteArrayOutputStream grown = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes()));
                ZipOutputStream out = new ZipOutputStream(grown)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                byte[] bytes = in.readAllBytes();
                if (!entry.getName().equals("xl/worksheets/sheet1.xml")) {
                    out.write(bytes);
                    continue;
                }
                String[] halves = new String(bytes, UTF_8).split("(?=<sheetData>)");
                out.write(halves[0].getBytes(UTF_8));
                for (int i = 0; i < times; i++) {
                    out.write(" ".repeat(10_000).getBytes(UTF_8));
                }
                out.write(halves[1].getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return grown.toByteArray();
    }

    private Cell cell(String address) {
        CellReference reference = new CellReference(address);
        Row row = sheet.getRow(reference.getRow());
        if (row == null) {
            row = sheet.createRow(reference.getRow());
        }
        Cell cell = row.getCell(reference.getCol());
        return cell == null ? row.createCell(reference.getCol()) : cell;
    }

    private CellStyle style(String format) {
        return styleOfFormat.computeIfAbsent(
                format,
                pattern -> {
                    CellStyle style = workbook.createCellStyle();
                    style.setDataFormat(workbook.createDataFormat().getFormat(pattern));
                    return style;
                });
    }

    public byte[] bytes() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public InputFile file(String name) {
        return new InputFile(name, bytes());
    }
}
