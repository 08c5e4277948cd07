package se.gits.costshare.export.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A spreadsheet that is not ours computes every formula anew and gets what we cached. It is given
 * the workbooks without the cached values, so that it cannot but compute.
 */
class LibreOfficeTest {

    @BeforeAll
    static void needsLibreOffice() {
        LibreOffice.demand("nothing is recalculated");
    }

    @Test
    void computesWhatIsCached(@TempDir Path folder) throws Exception {
        Map<String, byte[]> workbooks = SampleWorkbooks.all();
        for (Map.Entry<String, byte[]> workbook : workbooks.entrySet()) {
            writeWithoutCachedValues(workbook.getValue(), folder.resolve(workbook.getKey()));
        }
        LibreOffice.convert(folder, "xlsx", workbooks.keySet());

        for (Map.Entry<String, byte[]> workbook : workbooks.entrySet()) {
            Path recalculated = folder.resolve("ut").resolve(workbook.getKey());
            compare(
                    new OpenedWorkbook(workbook.getValue()),
                    new OpenedWorkbook(Files.readAllBytes(recalculated)));
        }
    }

    private static void compare(OpenedWorkbook ours, OpenedWorkbook recalculated) {
        List<Cell> formulas = ours.formulas();
        assertThat(formulas).isNotEmpty();
        for (Cell formula : formulas) {
            Cell other =
                    recalculated
                            .sheet(formula.getSheet().getSheetName())
                            .getRow(formula.getRowIndex())
                            .getCell(formula.getColumnIndex());
            String place = formula.getSheet().getSheetName() + "!" + formula.getAddress();
            assertThat(other.getCellType()).as(place).isEqualTo(CellType.FORMULA);
            assertThat(value(other)).as(place + " " + formula).isEqualTo(value(formula));
        }
    }

    private static String value(Cell cell) {
        return switch (cell.getCachedFormulaResultType()) {
            case BOOLEAN -> Boolean.toString(cell.getBooleanCellValue());
            case STRING -> "\"" + cell.getStringCellValue() + "\"";
            default -> OpenedWorkbook.decimal(cell.getNumericCellValue()).toPlainString();
        };
    }

    private static void writeWithoutCachedValues(byte[] workbook, Path file) throws IOException {
        OpenedWorkbook opened = new OpenedWorkbook(workbook);
        for (Cell formula : opened.formulas()) {
            ((XSSFCell) formula).getCTCell().unsetV();
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            opened.workbook().write(out);
        }
    }
}
