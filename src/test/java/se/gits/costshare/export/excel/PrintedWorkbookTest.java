package se.gits.costshare.export.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every sheet of every workbook can be printed: on A4, all its columns side by side on each page (a
 * month of so many budget lines that nobody could read them so goes on beside it), and no number
 * replaced by signs because it did not fit.
 */
class PrintedWorkbookTest {

    private static final String SAMPLE = "januari-sammanstallning.xlsx";

    private static final String TOO_WIDE = "for-bred.xlsx";
    private static final String OTHER_PAPER = "annat-papper.xlsx";
    private static final String NARROW = "for-smal.xlsx";

    private static final SortedMap<String, byte[]> WORKBOOKS = new TreeMap<>(SampleWorkbooks.all());

    private static SortedMap<String, byte[]> printed;

    @BeforeAll
    static void print(@TempDir Path folder) throws Exception {
        LibreOffice.require();
        WORKBOOKS.put(TOO_WIDE, changed(sheet -> sheet.setFitToPage(false)));
        WORKBOOKS.put(
                OTHER_PAPER,
                changed(sheet -> sheet.getPrintSetup().setPaperSize(PrintSetup.LETTER_PAPERSIZE)));
        WORKBOOKS.put(NARROW, changed(sheet -> sheet.setColumnWidth(8, 4 * 256)));
        printed = LibreOffice.convert(WORKBOOKS, "pdf", folder);
    }

    static Set<String> samples() {
        return SampleWorkbooks.all().keySet();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void isPrintedWell(String name) throws IOException {
        assertThat(faults(name)).isEmpty();
    }

    @Test
    void theInvoiceOfTheRealBudgetIsOnePage() throws IOException {
        String name = SampleWorkbooks.INVOICE_OF_THE_REAL_BUDGET;

        assertThat(new PrintedWorkbook(printed.get(name)).pages("Faktura"))
                .singleElement()
                .satisfies(page -> assertThat(page.isA4(false)).isTrue())
                .satisfies(page -> assertThat(page.shows("Göteborgs stad Att betala")).isTrue());
    }

    @Test
    void aTooWideSheetIsFound() throws IOException {
        assertThat(faults(TOO_WIDE))
                .anyMatch(fault -> fault.startsWith("Sammanställning, page 1 lacks "))
                .anyMatch(fault -> fault.startsWith("Fakturor, page 1 lacks "))
                .allMatch(fault -> fault.contains(" lacks "));
    }

    @Test
    void otherPaperIsFound() throws IOException {
        assertThat(faults(OTHER_PAPER))
                .contains("Sammanställning, page 1 is not A4", "Fakturor, page 1 is not A4")
                .allMatch(fault -> fault.endsWith(" is not A4"));
    }

    @Test
    void aNumberThatDoesNotFitIsFound() throws IOException {
        assertThat(faults(NARROW))
                .contains("Sammanställning, page 1 has a number that does not fit");
    }

    /** A sample, each of its sheets with something done to it. */
    private static byte[] changed(Consumer<Sheet> change) throws IOException {
        XSSFWorkbook workbook = new OpenedWorkbook(SampleWorkbooks.all().get(SAMPLE)).workbook();
        workbook.forEach(change);
        return OpenedWorkbook.bytes(workbook);
    }

    /** What is wrong with a workbook's pages. */
    private static List<String> faults(String name) throws IOException {
        PrintedWorkbook pages = new PrintedWorkbook(printed.get(name));
        List<String> faults = new ArrayList<>();
        XSSFWorkbook workbook = new OpenedWorkbook(WORKBOOKS.get(name)).workbook();
        for (Sheet sheet : workbook) {
            int index = workbook.getSheetIndex(sheet);
            if (workbook.getSheetVisibility(index) == SheetVisibility.VISIBLE) {
                faults.addAll(faults(sheet, pages.pages(sheet.getSheetName())));
            }
        }
        return faults;
    }

    private static List<String> faults(Sheet sheet, List<PrintedWorkbook.Page> pages) {
        String name = sheet.getSheetName();
        List<String> faults = new ArrayList<>();
        if (pages.isEmpty()) {
            faults.add(name + " is not printed");
        }
        List<String> headings = headings(sheet);
        if (headings.isEmpty() && sheet.getRepeatingRows() != null) {
            faults.add(name + " repeats a row without headings");
        }
        boolean landscape = sheet.getPrintSetup().getLandscape();
        int across = sheet.getPrintSetup().getFitWidth();
        if (across > 1) {
            faults.addAll(faultsAcross(name, headings, sheet, pages));
        }
        for (int at = 0; at < pages.size(); at++) {
            PrintedWorkbook.Page page = pages.get(at);
            String place = name + ", page " + (at + 1);
            if (!page.isA4(landscape)) {
                faults.add(place + " is not A4");
            }
            if (page.isOverflown()) {
                faults.add(place + " has a number that does not fit");
            }
            // Headings that are not repeated are on the first page.
            if (across == 1 && (at == 0 || sheet.getRepeatingRows() != null)) {
                headings.stream()
                        .filter(heading -> !page.shows(heading))
                        .forEach(heading -> faults.add(place + " lacks " + heading));
            }
        }
        return faults;
    }

    /** One that goes on beside its first page: every page tells whose its rows are. */
    private static List<String> faultsAcross(
            String name, List<String> headings, Sheet sheet, List<PrintedWorkbook.Page> pages) {
        List<String> faults = new ArrayList<>();
        int repeated = sheet.getRepeatingColumns().getLastColumn() + 1;
        if (pages.size() % sheet.getPrintSetup().getFitWidth() != 0) {
            faults.add(name + " is not as many pages wide as it says");
        }
        for (String heading : headings.subList(0, repeated)) {
            if (!pages.stream().allMatch(page -> page.shows(heading))) {
                faults.add(name + " does not repeat " + heading);
            }
        }
        for (String heading : headings) {
            if (pages.stream().noneMatch(page -> page.shows(heading))) {
                faults.add(name + " lacks " + heading);
            }
        }
        return faults;
    }

    /**
     * The texts of the row that is repeated on each page, the last if there are several; else of
     * the first row that has several.
     */
    private static List<String> headings(Sheet sheet) {
        if (sheet.getRepeatingRows() != null) {
            return texts(sheet.getRow(sheet.getRepeatingRows().getLastRow()));
        }
        for (Row row : sheet) {
            List<String> texts = texts(row);
            if (texts.size() > 1) {
                return texts;
            }
        }
        return List.of();
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        for (Cell cell : row) {
            if (cell.getCellType() == CellType.STRING && !cell.getStringCellValue().isBlank()) {
                texts.add(Normalizer.normalize(cell.getStringCellValue(), Normalizer.Form.NFKC));
            }
        }
        return texts;
    }
}
