package se.gits.costshare.export.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A spreadsheet that is not ours computes every formula of every sheet anew and gets what we
 * cached. It is given the workbooks without the cached values, so that it cannot but compute.
 */
class LibreOfficeTest {

    /** A workbook whose cached values are not those of its formulas. */
    private static final String WRONG = "fel.xlsx";

    private static final String JANUARY = SampleWorkbooks.INVOICE_OF_THE_REAL_BUDGET;
    private static final String ADJUSTED = "justering-faktura-1480.xlsx";
    private static final String CREDIT = "kreditering-faktura-1480.xlsx";
    private static final String SETTLEMENT = "avrakning-faktura-1480.xlsx";
    private static final String PORTFOLIO = "portfolj-faktura-1480.xlsx";

    private static final SortedMap<String, byte[]> WORKBOOKS = new TreeMap<>(SampleWorkbooks.all());

    private static SortedMap<String, byte[]> recalculated;

    @BeforeAll
    static void recalculate(@TempDir Path folder) throws Exception {
        LibreOffice.require();
        WORKBOOKS.put(WRONG, wrong());
        SortedMap<String, byte[]> uncomputed = new TreeMap<>();
        for (Map.Entry<String, byte[]> workbook : WORKBOOKS.entrySet()) {
            uncomputed.put(workbook.getKey(), withoutCachedValues(workbook.getValue()));
        }
        recalculated = LibreOffice.convert(uncomputed, "xlsx", folder);
    }

    static Set<String> samples() {
        return SampleWorkbooks.all().keySet();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void computesWhatIsCached(String name) {
        OpenedWorkbook ours = new OpenedWorkbook(WORKBOOKS.get(name));
        OpenedWorkbook theirs = new OpenedWorkbook(recalculated.get(name));

        assertThat(theirs.sheetNames()).isEqualTo(ours.sheetNames());
        assertThat(differences(ours, theirs)).isEmpty();
        assertThat(ours.errors()).isEmpty();
        assertThat(theirs.errors()).isEmpty();
        assertThat(ours.formulas().isEmpty()).isEqualTo(SampleWorkbooks.isTemplate(name));
    }

    @Test
    void findsWhatIsCachedWrongly() {
        OpenedWorkbook ours = new OpenedWorkbook(WORKBOOKS.get(WRONG));
        OpenedWorkbook theirs = new OpenedWorkbook(recalculated.get(WRONG));

        assertThat(differences(ours, theirs))
                .containsExactly(
                        "Blad!A1 1+1: cached 2.01, computed 2.00",
                        "Blad!A2 1=2: cached true, computed false",
                        "Blad!A3 1/0: cached 0.00, computed #DIV/0!",
                        "Sista!A1 \"a\": cached \"b\", computed \"a\"");
        assertThat(theirs.errors()).containsExactly("Blad!A3");
    }

    private static byte[] wrong() throws IOException {
        try (XSSFWorkbook wrong = new XSSFWorkbook()) {
            XSSFSheet sheet = wrong.createSheet("Blad");
            formula(sheet, 0, "1+1").setCellValue(2.01);
            formula(sheet, 1, "1=2").setCellValue(true);
            formula(sheet, 2, "1/0").setCellValue(0);
            formula(sheet, 3, "1+2").setCellValue(3);
            formula(wrong.createSheet("Sista"), 0, "\"a\"").setCellValue("b");
            return OpenedWorkbook.bytes(wrong);
        }
    }

    private static Cell formula(XSSFSheet sheet, int row, String formula) {
        Cell cell = sheet.createRow(row).createCell(0);
        cell.setCellFormula(formula);
        return cell;
    }

    /** Where a formula has another value than it was cached with, to the öre. */
    private static List<String> differences(OpenedWorkbook ours, OpenedWorkbook theirs) {
        List<String> differences = new ArrayList<>();
        for (Cell formula : ours.formulas()) {
            Cell other =
                    theirs.sheet(formula.getSheet().getSheetName())
                            .getRow(formula.getRowIndex())
                            .getCell(formula.getColumnIndex());
            String cached = value(formula);
            String computed = value(other);
            if (!computed.equals(cached)) {
                differences.add(
                        OpenedWorkbook.place(formula)
                                + " "
                                + formula.getCellFormula()
                                + ": cached "
                                + cached
                                + ", computed "
                                + computed);
            }
        }
        return differences;
    }

    private static String value(Cell cell) {
        assertThat(cell.getCellType()).as(OpenedWorkbook.place(cell)).isEqualTo(CellType.FORMULA);
        return switch (cell.getCachedFormulaResultType()) {
            case BOOLEAN -> Boolean.toString(cell.getBooleanCellValue());
            case STRING -> "\"" + cell.getStringCellValue() + "\"";
            case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
            default -> OpenedWorkbook.decimal(cell.getNumericCellValue()).toPlainString();
        };
    }

    private static byte[] withoutCachedValues(byte[] workbook) throws IOException {
        OpenedWorkbook opened = new OpenedWorkbook(workbook);
        for (Cell formula : opened.formulas()) {
            ((XSSFCell) formula).getCTCell().unsetV();
        }
        return OpenedWorkbook.bytes(opened.workbook());
    }

    /** A figure of the sheet {@code sheet}, in the row with a text, that someone types anew. */
    private record Typed(String workbook, String sheet, String text, int column, String instead) {

        String file() {
            return workbook.replace(".xlsx", "-" + sheet + "-" + column + "-" + instead + ".xlsx");
        }
    }

    private static final List<Typed> TYPED =
            List.of(
                    new Typed(JANUARY, "Underlag", "Ale kommun", 5, "33394"),
                    new Typed(JANUARY, "Underlag", "Drift och licens", 5, "7600012"),
                    new Typed(JANUARY, "Underlag", "VGK", 5, "0.31"),
                    new Typed(JANUARY, "Faktura", "Drift och licens", 5, "64480.95"),
                    new Typed(ADJUSTED, "Specifikation", "januari 2023", 2, "64480.95"),
                    new Typed(ADJUSTED, "Specifikation", "januari 2023", 1, "1"),
                    new Typed(CREDIT, "Specifikation", "januari 2023", 2, "1"),
                    new Typed(SETTLEMENT, "Underlag", "Göteborgs stad", 5, "596842"),
                    new Typed(PORTFOLIO, "Underlag", "Övriga", 5, "47"),
                    new Typed(PORTFOLIO, "Underlag", "Skövde kommun", 5, "1"));

    /**
     * A municipality that types another figure is told by the spreadsheet, line by line and for the
     * whole invoice, that the amounts are other ones then.
     */
    @Test
    void tellsThatATypedFigureGivesAnotherAmount(@TempDir Path folder) throws Exception {
        SortedMap<String, byte[]> typed = new TreeMap<>();
        for (Typed one : TYPED) {
            OpenedWorkbook opened = new OpenedWorkbook(WORKBOOKS.get(one.workbook()));
            opened.number(one.sheet(), one.text(), one.column())
                    .setCellValue(Double.parseDouble(one.instead()));
            typed.put(one.file(), withoutCachedValues(OpenedWorkbook.bytes(opened.workbook())));
        }
        SortedMap<String, byte[]> answers = LibreOffice.convert(typed, "xlsx", folder);

        for (Typed one : TYPED) {
            List<Boolean> truths =
                    new OpenedWorkbook(answers.get(one.file())).truths("Specifikation");
            assertThat(truths.get(0)).as(one + ": all lines").isFalse();
            assertThat(truths.subList(1, truths.size())).as(one + ": each line").contains(false);
            assertThat(new OpenedWorkbook(WORKBOOKS.get(one.workbook())).truths("Specifikation"))
                    .as(one + ": untouched")
                    .containsOnly(true);
        }
    }
}
