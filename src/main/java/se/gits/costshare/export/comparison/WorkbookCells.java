package se.gits.costshare.export.comparison;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Holds the cells of two workbooks against each other: values, and formulas. */
final class WorkbookCells {

    private final String file;

    WorkbookCells(String file) {
        this.file = file;
    }

    List<FileDifference> differences(byte[] before, byte[] after) throws IOException {
        Map<String, String> one = cells(before);
        Map<String, String> other = cells(after);
        Set<String> places = new LinkedHashSet<>(one.keySet());
        places.addAll(other.keySet());
        List<FileDifference> differences = new ArrayList<>();
        for (String place : places) {
            String was = one.getOrDefault(place, "");
            String is = other.getOrDefault(place, "");
            if (!was.equals(is)) {
                differences.add(new FileDifference(file, place, was, is));
            }
        }
        return differences;
    }

    /** Every cell that holds something, by its place, in the order of sheets, rows and columns. */
    private static Map<String, String> cells(byte[] bytes) throws IOException {
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
