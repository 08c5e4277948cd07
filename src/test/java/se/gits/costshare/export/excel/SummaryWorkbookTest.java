package se.gits.costshare.export.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.money.Money;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.Issued;

class SummaryWorkbookTest {

    private static final Issuance JANUARY = SampleIssuances.january();
    private static final int FIRST_PARTY = 7;

    @Test
    void hasASheetForEveryQuestion() {
        OpenedWorkbook opened = open(JANUARY);

        assertThat(opened.sheetNames())
                .containsExactly(
                        "Sammanställning", "Fakturor", "Kontroller", "Rader", "Moms", "Budget");
        for (Sheet sheet : opened.workbook()) {
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getRepeatingRows()).isNotNull();
        }
    }

    @Test
    void showsEveryPartysShareOfEveryLine() {
        Sheet sheet = open(JANUARY).sheet("Sammanställning");
        Map<String, Money> shown = new TreeMap<>();
        for (int row = FIRST_PARTY; row < FIRST_PARTY + 50; row++) {
            for (int column = 3; column < 8; column++) {
                shown.put(
                        sheet.getRow(row).getCell(0) + " " + sheet.getRow(4).getCell(column),
                        OpenedWorkbook.money(sheet.getRow(row).getCell(column)));
            }
        }

        Map<String, Money> expected = new TreeMap<>();
        JANUARY.shares()
                .forEach(
                        (share, amount) -> expected.put(share.party() + " " + share.row(), amount));
        assertThat(shown).isEqualTo(expected);
        Row sums = sheet.getRow(FIRST_PARTY + 50);
        assertThat(sums.getCell(0)).hasToString("Summa");
        assertThat(OpenedWorkbook.money(sums.getCell(8))).isEqualTo(new Money(1_191_666_66));
        assertThat(sums.getCell(8).getCellFormula()).isEqualTo("SUM(I8:I57)");
    }

    @Test
    void partiesThatAreNotInvoicedAreShown() {
        Issuance carried =
                SampleIssuances.january(
                        text -> text.replace("232100-0131;intern", "232100-0131;ingen"));
        OpenedWorkbook opened = open(carried);
        Row region = opened.sheet("Sammanställning").getRow(FIRST_PARTY + 49);

        assertThat(region.getCell(0)).hasToString("VGR");
        assertThat(region.getCell(2)).hasToString("ingen");
        assertThat(OpenedWorkbook.money(region.getCell(9))).isEqualTo(Money.ZERO);
        assertThat(OpenedWorkbook.money(region.getCell(10))).isEqualTo(carried.notInvoiced());
        assertThat(controls(opened)).hasSizeGreaterThan(10).allSatisfy(this::isTrue);
        opened.assertFormulasGiveTheirCachedValues();
    }

    @Test
    void listsTheInvoicesWithLinksToTheirFiles() {
        Sheet sheet = open(JANUARY).sheet("Fakturor");
        Row goteborg = sheet.getRow(34);
        Invoice invoice = SampleIssuances.invoiceTo("1480", JANUARY);

        assertThat(goteborg.getCell(0)).hasToString("202300031");
        assertThat(goteborg.getCell(1)).hasToString("faktura");
        assertThat(goteborg.getCell(2).getLocalDateTimeCellValue().toLocalDate())
                .isEqualTo(invoice.issueDate());
        assertThat(goteborg.getCell(6)).hasToString(invoice.paymentReference());
        assertThat(OpenedWorkbook.money(goteborg.getCell(7))).isEqualTo(invoice.net());
        assertThat(OpenedWorkbook.money(goteborg.getCell(8))).isEqualTo(invoice.vat());
        assertThat(OpenedWorkbook.money(goteborg.getCell(10))).isEqualTo(invoice.payable());
        assertThat(goteborg.getCell(12)).hasToString("fakturor/1480-goteborgs-stad.xlsx");
        assertThat(goteborg.getCell(12).getHyperlink().getAddress())
                .isEqualTo("fakturor/1480-goteborgs-stad.xlsx");
    }

    @Test
    void formulasGiveTheirCachedValues() {
        open(JANUARY).assertFormulasGiveTheirCachedValues();
    }

    @Test
    void adjustmentsHaveColumnsOfTheirOwn() {
        Issuance february =
                SampleIssuances.february(
                        "Nytt beslut", text -> text.replace("2 000 000", "2 400 000"));
        OpenedWorkbook opened = open(february);
        Sheet sheet = opened.sheet("Sammanställning");

        List<String> columns = new ArrayList<>();
        for (int column = 3; column <= 8; column++) {
            columns.add(sheet.getRow(4).getCell(column) + " " + sheet.getRow(5).getCell(column));
        }
        assertThat(columns)
                .containsExactly(
                        "1 ordinarie",
                        "2 ordinarie",
                        "3 ordinarie",
                        "4 ordinarie",
                        "4 justering",
                        "5 ordinarie");
        assertThat(controls(opened)).allSatisfy(this::isTrue);
        opened.assertFormulasGiveTheirCachedValues();
    }

    @Test
    void creditNotesAndWholeKronorAddUpToo() {
        Issuance february =
                SampleIssuances.february(
                        "Sänkt",
                        text ->
                                text.replace("7 600 000", "760 000")
                                        .replace("öresavrundning: nej", "öresavrundning: ja"));
        OpenedWorkbook opened = open(february);

        assertThat(controls(opened)).allSatisfy(this::isTrue);
        opened.assertFormulasGiveTheirCachedValues();
    }

    @Test
    void allControlsHoldForTheSampleMonth() {
        OpenedWorkbook opened = open(JANUARY);

        assertThat(controls(opened)).hasSize(5 + 2 + 3 + 3 + 4 + 1).allSatisfy(this::isTrue);
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # sheet         | cell | change | the control that tells
                    Sammanställning | F31  |   0.01 | Budgetrad 3
                    Sammanställning | K20  |   0.01 | Fakturerat och ej fakturerat
                    Sammanställning | J20  |  -0.01 | Det som ska faktureras
                    Fakturor        | H20  |   0.01 | Fakturor och fakturarader
                    Fakturor        | H20  |   0.01 | Momsunderlag
                    Fakturor        | I20  |  -0.01 | Moms
                    Fakturor        | K20  |   0.01 | Att betala
                    Fakturor        | J20  |   0.01 | Att betala
                    Fakturor        | N53  |      1 | Nummerserie 2023, utan lucka
                    Fakturor        | N20  |      1 | Nummerserie 2023, utan dubblett
                    Rader           | I99  |   0.01 | Fakturor och fakturarader
                    Moms            | F20  |   0.04 | Moms
                    Budget          | G7   |   0.12 | Alla budgetrader
                    Budget          | H5   |      1 | Budgetrad 1
                    """)
    void aChangedFigureMakesItsControlFalse(
            String sheet, String cell, double change, String control) {
        OpenedWorkbook opened = open(JANUARY);
        Cell changed =
                opened.sheet(sheet)
                        .getRow(Integer.parseInt(cell.substring(1)) - 1)
                        .getCell(cell.charAt(0) - 'A');
        assertThat(changed.getCellType()).isEqualTo(CellType.NUMERIC);
        changed.setCellValue(changed.getNumericCellValue() + change);

        FormulaEvaluator evaluator = opened.workbook().getCreationHelper().createFormulaEvaluator();
        assertThat(evaluator.evaluate(controlCell(opened, control)).getBooleanValue()).isFalse();
        assertThat(evaluator.evaluate(controlCell(opened, "Alla kontroller stämmer")))
                .extracting(value -> value.getBooleanValue())
                .isEqualTo(false);
    }

    @Test
    void theTwoSidesOfAControlComeFromDifferentCells() {
        Sheet sheet = open(JANUARY).sheet("Kontroller");
        for (Row row : sheet) {
            Cell one = row.getCell(2);
            Cell other = row.getCell(4);
            if (one != null && one.getCellType() == CellType.FORMULA) {
                assertThat(one.getCellFormula()).contains("!");
                assertThat(other.getCellFormula()).contains("!");
                assertThat(one.getCellFormula()).isNotEqualTo(other.getCellFormula());
            }
        }
    }

    @Test
    void aDraftSaysSoOnEverySheetAndHasNoNumbers() {
        OpenedWorkbook opened = open(SampleIssuances.januaryDraft());

        for (Sheet sheet : opened.workbook()) {
            assertThat(sheet.getRow(1).getCell(0)).hasToString(SheetTitle.DRAFT);
            assertThat(sheet.getHeader().getCenter()).contains(SheetTitle.DRAFT);
        }
        assertThat(controls(opened)).hasSize(5 + 2 + 3 + 3 + 1).allSatisfy(this::isTrue);
        opened.assertFormulasGiveTheirCachedValues();
        assertThat(open(JANUARY).texts()).noneMatch(text -> text.contains("UTKAST"));
    }

    @Test
    void aMonthWithoutInvoicesIsAWorkbookAllTheSame() {
        Issuance empty =
                new Issuance(
                        JANUARY.terms(), JANUARY.inputs(), List.of(), List.of(), Issued.NOTHING);

        open(empty).assertFormulasGiveTheirCachedValues();
    }

    @Test
    void hostileNamesAreText() {
        Issuance hostile =
                SampleIssuances.january(
                        text ->
                                text.replace("Göteborgs stad", "=1+1")
                                        .replace("Drift och licens", "@SUM(A1)"));
        OpenedWorkbook opened = open(hostile);

        assertThat(opened.texts()).contains("=1+1", "@SUM(A1)");
        assertThat(opened.formulas())
                .hasSameSizeAs(open(JANUARY).formulas())
                .noneMatch(cell -> cell.getCellFormula().contains("1+1"));
    }

    private static OpenedWorkbook open(Issuance issuance) {
        return new OpenedWorkbook(new SummaryWorkbook().export(issuance));
    }

    /** The cells that say whether a control holds. */
    private static List<Cell> controls(OpenedWorkbook opened) {
        List<Cell> cells = new ArrayList<>();
        for (Row row : opened.sheet("Kontroller")) {
            Cell holds = row.getCell(6);
            if (holds != null && holds.getCellType() == CellType.FORMULA) {
                cells.add(holds);
            }
        }
        return cells;
    }

    private static Cell controlCell(OpenedWorkbook opened, String control) {
        for (Row row : opened.sheet("Kontroller")) {
            if (row.getCell(0) != null && row.getCell(0).toString().equals(control)) {
                return row.getCell(6);
            }
        }
        throw new AssertionError("No control " + control);
    }

    private void isTrue(Cell cell) {
        assertThat(cell.getBooleanCellValue()).isTrue();
    }
}
