package se.gits.costshare.export.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every sheet as it comes out on paper. */
class PrintedPagesTest {

    @BeforeAll
    static void needsLibreOffice() {
        LibreOffice.demand("nothing is printed");
    }

    @Test
    void everySheetIsOnePageWide(@TempDir Path folder) throws Exception {
        Map<String, byte[]> workbooks = SampleWorkbooks.all();
        Map<String, List<String>> pagesOf = print(folder, workbooks);

        int sheets = 0;
        for (Map.Entry<String, byte[]> workbook : workbooks.entrySet()) {
            for (Sheet sheet : new OpenedWorkbook(workbook.getValue()).workbook()) {
                if (sheet.getRepeatingRows() != null) {
                    hasItsHeadingsTogether(
                            workbook.getKey(), sheet, pagesOf.get(workbook.getKey()));
                    sheets++;
                }
            }
        }
        assertThat(sheets).isGreaterThan(30);
    }

    private static void hasItsHeadingsTogether(String workbook, Sheet sheet, List<String> pages) {
        List<String> headings = headings(sheet);
        String first = headings.get(0);
        String last = headings.get(headings.size() - 1);
        List<String> ofSheet = pagesOf(sheet, pages);
        String name = workbook + " " + sheet.getSheetName();
        assertThat(ofSheet).as(name).isNotEmpty();
        for (String page : ofSheet) {
            assertThat(page).as(name + " on each page").contains(first).contains(last);
        }
    }

    /** The last word of each heading that is repeated on the pages. */
    private static List<String> headings(Sheet sheet) {
        Row row = sheet.getRow(sheet.getRepeatingRows().getLastRow());
        List<String> texts = new ArrayList<>();
        for (Cell cell : row) {
            if (cell.getCellType() == CellType.STRING && !cell.getStringCellValue().isBlank()) {
                // A heading may go on in a second line, beside the others' first.
                String[] words = cell.getStringCellValue().strip().split("\\s+");
                texts.add(words[words.length - 1]);
            }
        }
        return texts;
    }

    private static List<String> pagesOf(Sheet sheet, List<String> pages) {
        String footer = squeezed(sheet.getFooter().getLeft().replace("&&", "&"));
        return pages.stream()
                .filter(page -> page.contains(footer + "Sida"))
                // Other sheets of the workbook begin theirs with their own name.
                .filter(page -> !page.contains("," + footer + "Sida"))
                .toList();
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s\u00A0]+", "");
    }

    @Test
    void anOrdinaryInvoiceIsOnePage(@TempDir Path folder) throws Exception {
        Map<String, byte[]> invoice =
                Map.of("faktura.xlsx", SampleWorkbooks.all().get("faktura.xlsx"));

        List<String> pages = print(folder, invoice).get("faktura.xlsx");

        assertThat(
                        pages.stream()
                                .filter(
                                        page ->
                                                page.contains(
                                                        "Faktura202300031,GöteborgsstadSida1"))
                                .count())
                .isEqualTo(1);
        assertThat(pages.get(0)).contains("FAKTURA", "Attbetala,SEK177110,46");
        assertThat(pages.get(1)).contains("Specifikationtillfaktura202300031");
    }

    /** A sheet that is wider than its page is found out. */
    @Test
    void aSheetTwoPagesWideIsFoundOut(@TempDir Path folder) throws Exception {
        OpenedWorkbook wide = new OpenedWorkbook(SampleWorkbooks.all().get("sammanstallning.xlsx"));
        XSSFSheet sheet = (XSSFSheet) wide.sheet("Rader");
        sheet.setFitToPage(false);
        Path file = folder.resolve("bred.xlsx");
        try (var out = Files.newOutputStream(file)) {
            wide.workbook().write(out);
        }

        List<String> pages =
                print(folder, Map.of("bred.xlsx", Files.readAllBytes(file))).get("bred.xlsx");

        List<String> headings = headings(sheet);
        assertThat(pagesOf(sheet, pages))
                .anyMatch(
                        page ->
                                !page.contains(headings.get(0))
                                        || !page.contains(headings.get(headings.size() - 1)));
    }

    /** The text of each printed page, without spaces and line ends. */
    private static Map<String, List<String>> print(Path folder, Map<String, byte[]> workbooks)
            throws Exception {
        for (Map.Entry<String, byte[]> workbook : workbooks.entrySet()) {
            Files.write(folder.resolve(workbook.getKey()), workbook.getValue());
        }
        LibreOffice.convert(folder, "pdf", workbooks.keySet());
        Map<String, List<String>> pagesOf = new TreeMap<>();
        for (String workbook : workbooks.keySet()) {
            Path pdf = folder.resolve("ut").resolve(workbook.replace(".xlsx", ".pdf"));
            try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
                List<String> pages = new ArrayList<>();
                for (int page = 1; page <= document.getNumberOfPages(); page++) {
                    PDFTextStripper text = new PDFTextStripper();
                    text.setSortByPosition(true);
                    text.setStartPage(page);
                    text.setEndPage(page);
                    pages.add(squeezed(text.getText(document)));
                }
                pagesOf.put(workbook, pages);
            }
        }
        return pagesOf;
    }
}
