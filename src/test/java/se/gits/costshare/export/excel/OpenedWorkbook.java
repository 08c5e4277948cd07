package se.gits.costshare.export.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import se.gits.costshare.money.Money;

/** A finished workbook, read as a receiver reads it. */
final class OpenedWorkbook {

    private final XSSFWorkbook workbook;

    OpenedWorkbook(byte[] bytes) {
        try {
            workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A workbook as the file it is saved as. */
    static byte[] bytes(XSSFWorkbook workbook) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        return bytes.toByteArray();
    }

    /** A part of the file, unpacked. */
    static String part(byte[] workbook, String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("No part " + name);
    }

    XSSFWorkbook workbook() {
        return workbook;
    }

    Sheet sheet(String name) {
        return workbook.getSheet(name);
    }

    List<String> sheetNames() {
        List<String> names = new ArrayList<>();
        workbook.forEach(sheet -> names.add(sheet.getSheetName()));
        return names;
    }

    /** Every cell that holds something. */
    List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (cell.getCellType() != CellType.BLANK) {
                        cells.add(cell);
                    }
                }
            }
        }
        return cells;
    }

    List<Cell> formulas() {
        return cells().stream().filter(cell -> cell.getCellType() == CellType.FORMULA).toList();
    }

    /** Where there is an error instead of a value, by formula or not. */
    List<String> errors() {
        return cells().stream()
                .filter(cell -> typeOfValue(cell) == CellType.ERROR)
                .map(OpenedWorkbook::place)
                .toList();
    }

    /** What the cell holds; of a formula what its cached value is. */
    static CellType typeOfValue(Cell cell) {
        return cell.getCellType() == CellType.FORMULA
                ? cell.getCachedFormulaResultType()
                : cell.getCellType();
    }

    /** A cell as a reader is told where it is, {@code Fakturor!C7}. */
    static String place(Cell cell) {
        return cell.getSheet().getSheetName() + "!" + cell.getAddress();
    }

    List<String> texts() {
        return cells().stream()
                .filter(cell -> cell.getCellType() == CellType.STRING)
                .map(Cell::getStringCellValue)
                .toList();
    }

    /** The cells of the first sheet's rows that hold something, after the cell with the label. */
    List<Cell> after(String label) {
        for (Row row : workbook.getSheetAt(0)) {
            List<Cell> rest = new ArrayList<>();
            boolean found = false;
            for (Cell cell : row) {
                if (found && cell.getCellType() != CellType.BLANK) {
                    rest.add(cell);
                }
                found =
                        found
                                || cell.getCellType() == CellType.STRING
                                        && cell.getStringCellValue().equals(label);
            }
            if (found) {
                return rest;
            }
        }
        return List.of();
    }

    /** The cell of the first sheet below the one with the label; empty where nothing is. */
    Optional<Cell> below(String label) {
        for (Row row : workbook.getSheetAt(0)) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.STRING
                        && cell.getStringCellValue().equals(label)) {
                    Row next = workbook.getSheetAt(0).getRow(cell.getRowIndex() + 1);
                    return Optional.ofNullable(next.getCell(cell.getColumnIndex()))
                            .filter(below -> below.getCellType() != CellType.BLANK);
                }
            }
        }
        return Optional.empty();
    }

    /** A number that stands in the first row of a sheet with a text and a number in a column. */
    Cell number(String sheet, String text, int column) {
        for (Row row : sheet(sheet)) {
            Cell number = row.getCell(column);
            if (number != null && number.getCellType() == CellType.NUMERIC) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.STRING
                            && cell.getStringCellValue().contains(text)) {
                        return number;
                    }
                }
            }
        }
        throw new AssertionError("No number in a row with " + text);
    }

    /** What a sheet's checks say, from the top. */
    List<Boolean> truths(String sheet) {
        return formulas().stream()
                .filter(cell -> cell.getSheet().getSheetName().equals(sheet))
                .filter(cell -> cell.getCachedFormulaResultType() == CellType.BOOLEAN)
                .map(Cell::getBooleanCellValue)
                .toList();
    }

    Optional<String> textBelow(String label) {
        return below(label).map(Cell::getStringCellValue);
    }

    Money amountBelow(String label) {
        return money(below(label).orElseThrow());
    }

    Optional<String> textAfter(String label) {
        return after(label).stream().findFirst().map(Cell::getStringCellValue);
    }

    Money amountAfter(String label) {
        return money(after(label).get(0));
    }

    static Money money(Cell cell) {
        return Money.ofKronor(decimal(cell.getNumericCellValue()));
    }

    /** Recalculates every formula and compares with its cached value, to the öre. */
    void assertFormulasGiveTheirCachedValues() {
        FormulaEvaluator evaluator = workbook.getCreationHelper().createFormulaEvaluator();
        for (Cell cell : formulas()) {
            String place = place(cell);
            CellValue value = evaluator.evaluate(cell);
            assertThat(value.getCellType()).as(place).isEqualTo(cell.getCachedFormulaResultType());
            switch (value.getCellType()) {
                case NUMERIC ->
                        assertThat(decimal(value.getNumberValue()))
                                .as(place + ": " + cell.getCellFormula())
                                .isEqualTo(decimal(cell.getNumericCellValue()));
                case BOOLEAN ->
                        assertThat(value.getBooleanValue())
                                .as(place + ": " + cell.getCellFormula())
                                .isEqualTo(cell.getBooleanCellValue());
                case STRING ->
                        assertThat(value.getStringValue())
                                .as(place + ": " + cell.getCellFormula())
                                .isEqualTo(cell.getStringCellValue());
                default -> throw new AssertionError(place + " is " + value.formatAsString());
            }
        }
    }

    static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }
}
