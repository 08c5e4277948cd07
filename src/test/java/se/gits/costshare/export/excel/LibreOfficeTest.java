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
            writeWithoutCachedValues(
                    new OpenedWorkbook(workbook.getValue()), folder.resolve(workbook.getKey()));
        }
        LibreOffice.convert(folder, "xlsx", workbooks.keySet());

        for (Map.Entry<String, byte[]> workbook : workbooks.entrySet()) {
            Path recalculated = folder.resolve("ut").resolve(workbook.getKey());
            compare(
                    new OpenedWorkbook(workbook.getValue()),
                    new OpenedWorkbook(Files.readAllBytes(recalculated)));
        }
    }

    /** A figure of the sheet {@code sheet}, in the row with a text, that someone types anew. */
    private record Typed(String workbook, String sheet, String text, int column, String instead) {

        String file() {
            return workbook.replace(".xlsx", "-" + sheet + "-" + column + "-" + instead + ".xlsx");
        }
    }

    /**
     * A municipality that types another figure is told by the spreadsheet, line by line and for the
     * whole invoice, that the amounts are other ones then.
     */
    @Test
    void tellsThatATypedFigureGivesAnotherAmount(@TempDir Path folder) throws Exception {
        Map<String, byte[]> workbooks = SampleWorkbooks.all();
        List<Typed> typed =
                List.of(
                        new Typed("faktura.xlsx", "Underlag", "Ale kommun", 5, "33394"),
                        new Typed("faktura.xlsx", "Underlag", "Drift och licens", 5, "7600012"),
                        new Typed("faktura.xlsx", "Underlag", "VGK", 5, "0.31"),
                        new Typed("faktura.xlsx", "Faktura", "Drift och licens", 5, "64480.95"),
                        new Typed("kredit.xlsx", "Specifikation", "januari 2023", 2, "64480.95"),
                        new Typed("kredit.xlsx", "Specifikation", "januari 2023", 1, "1"),
                        new Typed("kreditfaktura.xlsx", "Specifikation", "januari 2023", 2, "1"),
                        new Typed("avrakning.xlsx", "Underlag", "Göteborgs stad", 5, "596842"),
                        new Typed("portfolj.xlsx", "Underlag", "Övriga", 5, "47"),
                        new Typed("portfolj.xlsx", "Underlag", "Skövde kommun", 5, "1"));
        for (Typed one : typed) {
            OpenedWorkbook opened = new OpenedWorkbook(workbooks.get(one.workbook()));
            opened.number(one.sheet(), one.text(), one.column())
                    .setCellValue(Double.parseDouble(one.instead()));
            writeWithoutCachedValues(opened, folder.resolve(one.file()));
        }
        LibreOffice.convert(folder, "xlsx", typed.stream().map(Typed::file).toList());

        for (Typed one : typed) {
            OpenedWorkbook recalculated =
                    new OpenedWorkbook(
                            Files.readAllBytes(folder.resolve("ut").resolve(one.file())));
            List<Boolean> truths = recalculated.truths("Specifikation");
            assertThat(truths.get(0)).as(one + ": all lines").isFalse();
            assertThat(truths.subList(1, truths.size())).as(one + ": each line").contains(false);
            assertThat(new OpenedWorkbook(workbooks.get(one.workbook())).truths("Specifikation"))
                    .as(one + ": untouched")
                    .containsOnly(true);
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

    private static void writeWithoutCachedValues(OpenedWorkbook opened, Path file)
            throws IOException {
        for (Cell formula : opened.formulas()) {
            ((XSSFCell) formula).getCTCell().unsetV();
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            opened.workbook().write(out);
        }
    }
}
