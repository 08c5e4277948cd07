package se.gits.costshare.export.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import se.gits.costshare.export.excel.InvoiceWorkbook;
import se.gits.costshare.export.excel.SampleIssuances;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.money.Money;
import se.gits.costshare.run.Issuance;

/** Who has the PDF and who has the workbook have read the same invoice. */
class SameAsWorkbookTest {

    /** Heads the column of what the page shows by where it stands. */
    private static final Set<String> WORDS_OF_THE_SHEET = Set.of("objekt");

    /** The sheet's way to the workbook's other sheets, which the page has not. */
    private static final String GUIDE = "Bladet Specifikation";

    static Stream<Arguments> invoices() {
        Issuance january = SampleIssuances.january();
        Issuance credit = SampleIssuances.credit("Fel folkmängd");
        return Stream.of(
                arguments("faktura", january, "1480"),
                arguments("internfaktura", january, "VGR"),
                arguments("utkast", SampleIssuances.januaryDraft(), "1480"),
                arguments(
                        "justering",
                        SampleIssuances.february("Tillägg", SampleIssuances::dearer),
                        "1480"),
                arguments("kreditfaktura", credit, "1480"),
                arguments(
                        "ny faktura",
                        SampleIssuances.reissue(
                                SampleIssuances.reissueTerms(), SampleIssuances::dearer),
                        "1480"),
                arguments("avräkning", SampleIssuances.settlement(), "1480"),
                arguments(
                        "undantag och hela kronor",
                        SampleIssuances.january(
                                text ->
                                        text.replace("alla;25;", "alla;undantag 10 kap. 6 § ML;")
                                                .replace("avrundning: nej", "avrundning: ja")),
                        "1480"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("invoices")
    void everyWordAndFigureOfTheSheetIsOnThePage(String name, Issuance issuance, String party)
            throws IOException {
        Invoice invoice = SampleIssuances.invoiceTo(party, issuance);
        SortedSet<String> missing = new TreeSet<>(wordsOfSheet(invoice, issuance));
        assertThat(missing).as("words of the sheet").hasSizeGreaterThan(40);

        String page =
                new OpenedPdf(PdfInvoices.exporter().export(invoice))
                        .tags()
                        .all()
                        .map(OpenedPdf.Tag::own)
                        .collect(Collectors.joining("\n"));
        missing.removeAll(words(page));
        missing.removeAll(WORDS_OF_THE_SHEET);
        assertThat(missing).isEmpty();
    }

    private static List<String> wordsOfSheet(Invoice invoice, Issuance issuance)
            throws IOException {
        byte[] bytes = new InvoiceWorkbook(issuance).export(invoice);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            StringBuilder text = new StringBuilder();
            for (Row row : workbook.getSheet("Faktura")) {
                for (Cell cell : row) {
                    text.append(shown(cell)).append('\n');
                }
            }
            return words(text.toString());
        }
    }

    private static String shown(Cell cell) {
        CellType type =
                cell.getCellType() == CellType.FORMULA
                        ? cell.getCachedFormulaResultType()
                        : cell.getCellType();
        if (type == CellType.STRING) {
            return cell.getStringCellValue().startsWith(GUIDE) ? "" : cell.getStringCellValue();
        }
        if (type == CellType.BLANK) {
            return "";
        }
        if (DateUtil.isCellDateFormatted(cell)) {
            LocalDate date = cell.getLocalDateTimeCellValue().toLocalDate();
            return date.toString();
        }
        BigDecimal number = BigDecimal.valueOf(cell.getNumericCellValue());
        boolean isPercent = cell.getCellStyle().getDataFormatString().contains("%");
        return isPercent
                ? number.setScale(0, RoundingMode.UNNECESSARY).toPlainString()
                : Money.ofKronor(number.setScale(2, RoundingMode.HALF_UP)).inSwedish();
    }

    /** Lower case, without what only parts them; a figure's thousands are words of their own. */
    private static List<String> words(String text) {
        return Arrays.stream(
                        text.toLowerCase(Locale.ROOT).replace('\u2212', '-').split("[\\s\u00A0]+"))
                .map(word -> word.replaceAll("^[(]+|[:,.)]+$", ""))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
