package se.gits.costshare.export.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.LongStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.gits.costshare.Endurance;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.run.Books;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.RandomYear;
import se.gits.costshare.run.SmallInput;

/** That an invoice's recipient can follow, from the workbook alone, how each amount came about. */
class SpecificationTest {

    private static final YearMonth JANUARY = YearMonth.of(2023, 1);

    private final Books books = new Books();

    private static OpenedWorkbook open(Issuance issuance, String party) {
        return new OpenedWorkbook(
                new InvoiceWorkbook(issuance).export(SampleIssuances.invoiceTo(party, issuance)));
    }

    /** A sheet's rows as a reader sees them, the empty cells left out. */
    private static List<String> rows(OpenedWorkbook workbook, String sheet) {
        DataFormatter formatter = new DataFormatter(Locale.forLanguageTag("sv"));
        formatter.setUseCachedValuesForFormulaCells(true);
        List<String> rows = new ArrayList<>();
        for (Row row : workbook.sheet(sheet)) {
            List<String> cells = new ArrayList<>();
            for (Cell cell : row) {
                String text = formatter.formatCellValue(cell).strip();
                if (!text.isEmpty()) {
                    cells.add(text.replace('\u00A0', ' '));
                }
            }
            if (!cells.isEmpty()) {
                rows.add(String.join(" | ", cells));
            }
        }
        return rows;
    }

    /** Why an adjustment takes all of it back, which is another thing each time. */
    @ParameterizedTest(name = "{0}: {5}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            1480 | objekt.csv | 2023-12;alla;25      | 2023-12;alla;12       | 1480 | står den egna delen i dag på en rad med 12 % moms
            1480 | objekt.csv | 2023-12;alla;25      | 2023-12;1440 1489;25  | 1480 | omfattar inte Göteborgs stad då
            1440 | parter.csv | 212000-1439;faktura  | 212000-1439;ingen     | 1440 | bärs den egna delen centralt i dag
            VGR  | parter.csv | 232100-0131;intern   | 232100-0131;faktura   | VGR  | faktureras den egna delen med faktura i dag
            """)
    void tellsWhyNothingOfAMonthIsLeft(
            String party, String file, String from, String to, String recipient, String told) {
        books.issue(JANUARY, new SmallInput().inputs());
        Issuance february =
                books.issue(
                        JANUARY.plusMonths(1), new SmallInput().change(file, from, to).inputs());
        List<String> notes = new ArrayList<>();
        for (Invoice invoice : february.invoices()) {
            if (invoice.recipient().code().value().equals(recipient)) {
                notes.addAll(
                        rows(
                                new OpenedWorkbook(new InvoiceWorkbook(february).export(invoice)),
                                "Specifikation"));
            }
        }

        assertThat(notes)
                .anyMatch(note -> note.contains("För januari 2023") && note.contains(told));
        assertThat(notes)
                .filteredOn(note -> note.contains("För januari 2023"))
                .allMatch(note -> note.contains(told));
    }

    @Test
    void provesAnAmountStepByStep() {
        books.issue(JANUARY, new SmallInput().inputs());
        Issuance february = books.issue(JANUARY.plusMonths(1), new SmallInput().inputs());

        OpenedWorkbook workbook = open(february, "1480");

        assertThat(workbook.sheetNames()).containsExactly("Faktura", "Specifikation", "Underlag");
        assertThat(String.join("\n", rows(workbook, "Specifikation").subList(3, 22)))
                .isEqualTo(
                        """
                        Stämmer alla rader med fakturan? | TRUE
                        Rad 1  Drift och licens
                        Kostnaden för februari 2023 | t.o.m. januari 2023 | t.o.m. februari 2023 | Så är det räknat
                        Radens belopp för 12 månader | 7 600 000,00 | Plan 2023, 4.1
                        Månader som har gått | 1 | 2 | av radens 12
                        Kostnad hittills | 633 333,33 | 1 266 666,67 | belopp × månader som har gått ÷ 12, i hela ören
                        Andel för VGK i nyckel 70/30 | 30,000000 % | Plan 2023, 4.2
                        Exakt del för VGK | 189 999,999000 | 380 000,001000 | kostnad × andel
                        Restens plats, den största först | 1:a av 2 | 2:a av 2 | rest 0,9000 och 0,1000 öre mer än hela ören
                        Öre av dem som blev över | 0,01 | 0,00 | 1 öre blev över, ett var till de största resterna
                        Del för VGK | 190 000,00 | 380 000,00 | hela ören av den exakta delen, och öret
                        Invånare i Göteborgs stad | 596 841 | bladet Underlag
                        Invånare i alla 3 kommuner | 671 434 | summan på bladet Underlag
                        Exakt del för Göteborgs stad | 168 891,938746 | 337 783,877492 | delen för VGK × egna ÷ allas
                        Restens plats, den största först | 1:a av 3 | 1:a av 3 | rest 0,8746 och 0,7492 öre mer än hela ören
                        Öre av dem som blev över | 0,01 | 0,01 | 2 öre blev över, ett var till de största resterna
                        Del för Göteborgs stad | 168 891,94 | 337 783,88 | hela ören av den exakta delen, och öret
                        Kostnad för februari 2023 | 168 891,94 | delen t.o.m. månaden − delen dessförinnan
                        Stämmer med bladet Faktura | 168 891,94 | TRUE""");
    }

    /** Every act of a random year: its proofs add up, and a spreadsheet agrees. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void provesEveryLineOfAYear(long seed) {
        new RandomYear(seed, 1, books.office()).happen();

        Random random = new Random(seed);
        for (Issuance issuance : books.issuances()) {
            if (issuance.invoices().isEmpty()) {
                continue;
            }
            InvoiceWorkbook exporter = new InvoiceWorkbook(issuance);
            Invoice invoice = issuance.invoices().get(random.nextInt(issuance.invoices().size()));
            OpenedWorkbook workbook = new OpenedWorkbook(exporter.export(invoice));
            workbook.assertFormulasGiveTheirCachedValues();
            assertThat(truths(workbook)).as("seed %d", seed).isNotEmpty().containsOnly(true);
        }
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Endurance.count(200, 10));
    }

    private static List<Boolean> truths(OpenedWorkbook workbook) {
        return workbook.formulas().stream()
                .filter(cell -> cell.getCachedFormulaResultType() == CellType.BOOLEAN)
                .map(Cell::getBooleanCellValue)
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # sheet      | text in the row  | column | instead
            Underlag     | Drift och licens | 5      | 7600001.20
            Underlag     | Ale kommun       | 5      | 33394
            Underlag     | VGK              | 5      | 0.31
            Faktura      | Drift och licens | 5      | 168891.95
            """)
    void aFigureThatSomeoneChangesShows(String sheet, String text, int column, double instead)
            throws IOException {
        OpenedWorkbook workbook = open(books.issue(JANUARY, new SmallInput().inputs()), "1480");

        cell(workbook.sheet(sheet), text, column).setCellValue(instead);

        FormulaEvaluator evaluator =
                workbook.workbook().getCreationHelper().createFormulaEvaluator();
        CellValue all =
                evaluator.evaluate(
                        cell(
                                workbook.sheet("Specifikation"),
                                "Stämmer alla rader med fakturan?",
                                3));
        assertThat(all.getBooleanValue()).isFalse();
    }

    private static Cell cell(Sheet sheet, String text, int column) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.STRING
                        && cell.getStringCellValue().contains(text)
                        && row.getCell(column) != null
                        && row.getCell(column).getCellType() != CellType.STRING) {
                    return row.getCell(column);
                }
            }
        }
        throw new AssertionError("No row with " + text);
    }

    @ParameterizedTest
    @CsvSource({"1,1:a", "2,2:a", "3,3:e", "11,11:e", "12,12:e", "21,21:a", "49,49:e", "112,112:e"})
    void ordersAsSwedishDoes(int number, String words) {
        assertThat(SplitProof.ordinal(number)).isEqualTo(words);
    }
}
