package se.gits.costshare.export.excel;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The cells of a workbook as texts, so that two workbooks can be held against each other. */
public final class WorkbookCells {

    private WorkbookCells() {}

    /**
     * Every cell that holds something, by its place ({@code Faktura!F17}), in the order of sheets,
     * rows and columns: its value, and its formula where it has one.
     *
     * @throws IOException if it is no workbook
     */
    public static Map<String, String> of(byte[] bytes) throws IOException {
        Map<String, String> cells = new LinkedHashMap<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        String text = text(cell);
                        if (!text.isEmpty()) {
                            cells.put(sheet.getSheetName() + "!" + cell.getAddress(), text);
                        }
                    }
                }
            }
        } catch (OpenXML4JRuntimeException e) {
            throw new IOException("No workbook", e);
        }
        return cells;
    }

    private static String text(Cell cell) {
        if (cell.getCellType() == CellType.FORMULA) {
            return value(cell, cell.getCachedFormulaResultType())
                    + " ("
                    + cell.getCellFormula()
                    + ")";
        }
        return value(cell, cell.getCellType());
    }

    private static String value(Cell cell, CellType type) {
        return switch (type) {
            case NUMERIC -> number(cell.getNumericCellValue());
            case STRING -> cell.getStringCellValue();
            case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
            case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
            default -> "";
        };
    }

    /** As the file has it, which is what is compared: no amount is computed from it. */
    private static String number(double value) {
        return new BigDecimal(Double.toString(value))
                .stripTrailingZeros()
                .toPlainString()
                .replace('.', ',');
    }
}
