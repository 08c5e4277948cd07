package se.gits.costshare.export.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.gits.costshare.export.excel.FormColumn.Content;

class FormWorkbookTest {

    private static final LocalDate DAY = LocalDate.of(2023, 1, 1);

    private static FormColumn column(Content content, String note) {
        return new FormColumn("kolumn", true, content, 20, note, List.of(), false, "");
    }

    private static XSSFCell typed(Content content, String example) {
        byte[] bytes =
                FormWorkbook.of("Blad", DAY, List.of(column(content, "Not.")), List.of(example));
        return new OpenedWorkbook(bytes).workbook().getSheetAt(0).getRow(1).getCell(0);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    AMOUNT | 7 600 000 | 7600000.00
                    AMOUNT | 12500,5   | 12500.50
                    AMOUNT | -0,01     | -0.01
                    AMOUNT | 0         | 0.00
                    COUNT  | 596 841   | 596841
                    """)
    void numbersAreNumbers(Content content, String example, String value) {
        XSSFCell cell = typed(content, example);

        assertThat(cell.getCellType()).isEqualTo(CellType.NUMERIC);
        assertThat(cell.getCTCell().getV()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"1/3", "0117", "2023-01", "25", "=1+1"})
    void textIsTextWhateverItLooksLike(String example) {
        XSSFCell cell = typed(Content.TEXT, example);

        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell.getStringCellValue()).isEqualTo(example);
    }

    @Test
    void anEmptyCellHasItsFormatAndNothingElse() {
        XSSFCell cell = typed(Content.TEXT, "");

        assertThat(cell.getCellType()).isEqualTo(CellType.BLANK);
        assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
    }

    @Test
    void theLastColumnsNoteLiesBesideIt() {
        XSSFSheet sheet = typed(Content.TEXT, "x").getSheet();

        assertThat(sheet.getRow(0).getCell(0).getCellComment().getClientAnchor().getCol1())
                .isEqualTo((short) 1);
        assertThat(sheet.getRow(0).getCell(0).getCellComment().isVisible()).isFalse();
    }

    @Test
    void aNoteThatNoSpreadsheetShowsIsRefused() {
        assertThat(column(Content.TEXT, "x".repeat(255)).note()).hasSize(255);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> column(Content.TEXT, "x".repeat(256)));
    }

    @Test
    void anExampleOfAnotherWidthIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                FormWorkbook.of(
                                        "Blad",
                                        DAY,
                                        List.of(column(Content.TEXT, "Not.")),
                                        List.of("a", "b")));
    }
}
