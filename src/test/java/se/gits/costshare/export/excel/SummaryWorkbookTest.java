package se.gits.costshare.export.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFGraphicFrame;
import org.apache.poi.xssf.usermodel.XSSFShape;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.gits.costshare.export.Exported;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.money.Money;
import se.gits.costshare.run.Causes;
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
                        "Översikt",
                        "Kontroller",
                        "Sammanställning",
                        "Fakturor",
                        "Rader",
                        "Moms",
                        "Part för part",
                        "Budget",
                        "Budget mot fakturerat",
                        "Månad för månad",
                        "Diagram",
                        "Förändringar",
                        "Öreslista");
        for (Sheet sheet : opened.workbook()) {
            if (Set.of("Diagram", "Översikt").contains(sheet.getSheetName())) {
                continue;
            }
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
            assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getRepeatingRows()).isNotNull();
        }
    }

    /** Among its rows are names of two lines, which make the chart higher. */
    @Test
    void aChartIsAsHighAsTheRowsItLiesOver() {
        XSSFSheet sheet =
                (XSSFSheet)
                        open(SampleIssuances.portfolio(YearMonth.of(2023, 10))).sheet("Diagram");
        XSSFDrawing drawing = sheet.getDrawingPatriarch();
        List<XSSFShape> charts = drawing.getShapes();

        assertThat(charts).hasSize(2);
        for (XSSFShape chart : charts) {
            XSSFClientAnchor place = (XSSFClientAnchor) chart.getAnchor();
            assertThat(size((XSSFGraphicFrame) chart))
                    .isEqualTo(size(drawing.createChart(place).getGraphicFrame()));
        }
    }

    private static String size(XSSFGraphicFrame frame) {
        return frame.getCTGraphicalObjectFrame().getXfrm().getExt().xmlText();
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
        JANUARY.forEachShare(
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
        Row goteborg = sheet.getRow(35);
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

        assertThat(controls(opened))
                .hasSize(1 + 1 + 3 + 2 + 3 + 4 + 2 * 3 + 5 + 1 + 6 + 1)
                .allSatisfy(this::isTrue);
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
                    Fakturor        | H21  |   0.01 | Fakturor och fakturarader
                    Fakturor        | H21  |   0.01 | Momsunderlag
                    Fakturor        | I21  |  -0.01 | Moms
                    Fakturor        | K21  |   0.01 | Att betala
                    Fakturor        | J21  |   0.01 | Att betala
                    Fakturor        | H21  |   0.01 | Varje part, fakturor och centralt buret
                    Rader           | I100 |   0.01 | Varje part, fakturor och rader
                    Rader           | I100 |   0.01 | Fakturor och fakturarader
                    Rader           | I100 |   0.01 | Varje part och budgetrad, fakturarader
                    Rader           | J100 |    -13 | Varje momsunderlag och dess rader
                    Moms            | F21  |   0.01 | Varje momsunderlag och dess rader
                    Fakturor        | I21  |   0.01 | Varje faktura, mot rader och moms
                    Fakturor        | D21  |      1 | Varje faktura, datum
                    Moms            | F21  |   0.04 | Moms
                    Budget          | G7   |   0.12 | Alla budgetrader
                    Budget          | H5   |      1 | Budgetrad 1
                    Budget mot fakturerat | D6 | 0.12 | Upparbetat till och med 2023-01
                    Budget mot fakturerat | H7 | 0.01 | Upparbetat till och med 2023-01
                    Budget mot fakturerat | J8 | 0.01 | Denna månad i uppföljningen
                    Budget mot fakturerat | J8 | 0.01 | Varje budgetrad, upparbetat till och med 2023-01
                    Månad för månad | E7   |   0.01 | Utfärdat hittills, månad för månad
                    Månad för månad | E7   |   0.01 | Utfärdat med 2023-01, månad för månad
                    Månad för månad | D7   |   0.01 | Varje budgetrad, månad för månad
                    Öreslista       | G6   |   0.01 | Öresutjämningen
                    Öreslista       | J7   |   0.01 | Öresutjämningen
                    """)
    void aChangedFigureMakesItsControlFalse(
            String sheet, String cell, double change, String control) {
        assertTells(open(JANUARY), sheet, cell, change, control);
    }

    @ParameterizedTest(name = "{0} := {1}: {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # cell | number    | the control that tells
                    A54    | 202300099 | Nummerserie 2023, utan lucka
                    A6     | 202300000 | Nummerserie 2023, fortsätter
                    A21    | 202300017 | Nummerserie 2023, utan dubblett
                    """)
    void aChangedInvoiceNumberIsSeen(String cell, String number, String control) {
        OpenedWorkbook opened = open(JANUARY);
        Row row = opened.sheet("Fakturor").getRow(Integer.parseInt(cell.substring(1)) - 1);
        assertThat(row.getCell(0).getStringCellValue()).matches("2023\\d{5}").isNotEqualTo(number);
        // POI leaves a text that stands in the cell itself as it is.
        row.createCell(0).setCellValue(number);

        assertThat(evaluated(opened, control)).isFalse();
    }

    @Test
    void theMonthBeforeAndTheChangesAreTheMonth() {
        Issuance february = SampleIssuances.february("Dyrare", SampleIssuances::dearer);
        OpenedWorkbook opened = open(february);

        assertThat(controls(opened)).allSatisfy(this::isTrue);
        assertThat(opened.texts().stream().map(text -> text.replace('\u00A0', ' ')))
                .contains(
                        "Budgetrad 4: beloppet 2 000 000,00 kr → 2 400 000,00 kr (beslut:"
                                + " Förvaltningsplan 2023, 4.1)",
                        "Justering av 2023-01; Budgetrad 4: beloppet 2 000 000,00 kr →"
                                + " 2 400 000,00 kr (beslut: Förvaltningsplan 2023, 4.1)",
                        "stor ändring");
        assertTells(opened, "Förändringar", "H6", 0.01, "Från 2023-01 till denna månad");
        assertTells(
                open(february), "Sammanställning", "F20", 0.01, "Från 2023-01 till denna månad");
    }

    /** No sum is another, but two municipalities pay each other's öre. */
    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # sheet   | one | other | the control that tells
                    Fakturor  | H21 | H22   | Varje part, fakturor och centralt buret
                    Fakturor  | H21 | H22   | Varje faktura, mot rader och moms
                    Fakturor  | I21 | I22   | Varje faktura, mot rader och moms
                    Fakturor  | K21 | K22   | Varje faktura, mot rader och moms
                    Fakturor  | D21 | D22   | Varje faktura, datum
                    Rader     | I99 | I104  | Varje part, fakturor och rader
                    Rader     | I99 | I100  | Varje part och budgetrad, fakturarader
                    """)
    void anOreThatMovesBetweenPartiesIsSeen(
            String sheet, String one, String other, String control) {
        OpenedWorkbook opened = open(JANUARY);
        changeBy(opened, sheet, one, 1);
        changeBy(opened, sheet, other, -1);

        assertThat(evaluated(opened, control)).isFalse();
    }

    /** What is carried centrally is held against each of its cells too. */
    @Test
    void anOreThatMovesBetweenLinesThatAreCarriedIsSeen() {
        OpenedWorkbook opened =
                open(
                        SampleIssuances.january(
                                text -> text.replace("232100-0131;intern", "232100-0131;ingen")));
        changeBy(opened, "Bärs centralt", "G6", 0.01);
        changeBy(opened, "Bärs centralt", "G7", -0.01);

        assertThat(evaluated(opened, "Det som bärs centralt")).isTrue();
        assertThat(evaluated(opened, "Varje part och budgetrad, bärs centralt")).isFalse();
    }

    /** What was invoiced and is carried now stands on both sheets, and comes to nothing. */
    @Test
    void aPartThatIsInvoicedAndCarriedIsComparedWhole() {
        OpenedWorkbook opened =
                open(
                        SampleIssuances.february(
                                "Bärs centralt",
                                text -> text.replace("232100-0131;intern", "232100-0131;ingen")));

        assertThat(controls(opened)).allSatisfy(this::isTrue);
        opened.assertFormulasGiveTheirCachedValues();
        assertThat(opened.sheet("Orsaker").getRow(5).getCell(2))
                .hasToString("Justering av 2023-01; Parten VGR: fakturering intern → ingen");
        assertThat(OpenedWorkbook.money(opened.sheet("Orsaker").getRow(5).getCell(5)))
                .isEqualTo(new Money(774_166_66));
        assertTells(opened, "Bärs centralt", "G7", 0.01, "Varje part och budgetrad, bärs centralt");
    }

    private static void changeBy(OpenedWorkbook opened, String sheet, String cell, double change) {
        Cell changed =
                opened.sheet(sheet)
                        .getRow(Integer.parseInt(cell.substring(1)) - 1)
                        .getCell(cell.charAt(0) - 'A');
        assertThat(changed.getCellType()).isEqualTo(CellType.NUMERIC);
        changed.setCellValue(changed.getNumericCellValue() + change);
    }

    private static boolean evaluated(OpenedWorkbook opened, String control) {
        FormulaEvaluator evaluator = opened.workbook().getCreationHelper().createFormulaEvaluator();
        return evaluator.evaluate(controlCell(opened, control)).getBooleanValue();
    }

    @Test
    void theOverviewSumsUpTheOtherSheets() {
        OpenedWorkbook opened = open(SampleIssuances.february("Dyrare", SampleIssuances::dearer));
        Map<String, String> shown = new LinkedHashMap<>();
        for (Row row : opened.sheet("Översikt")) {
            Cell value = row.getCell(3);
            if (value != null && value.getCellType() == CellType.FORMULA) {
                shown.putIfAbsent(
                        row.getCell(0).toString(),
                        value.getCachedFormulaResultType() == CellType.BOOLEAN
                                ? "" + value.getBooleanCellValue()
                                : "" + OpenedWorkbook.money(value));
            }
        }

        assertThat(shown)
                .containsEntry("Stämmer alla kontroller?", "true")
                .containsEntry("Fördelat januari 2023", "1191666.66")
                .containsEntry("Ändrad kostnad", "33333.33")
                .containsEntry("Ändrade justeringar", "33333.33")
                .containsEntry("Öresutjämning", "0.03")
                .containsEntry("Fördelat februari 2023", "1258333.35");
        changeBy(opened, "Fakturor", "H21", 0.01);
        FormulaEvaluator evaluator = opened.workbook().getCreationHelper().createFormulaEvaluator();
        assertThat(
                        opened.formulas().stream()
                                .filter(cell -> cell.getSheet().getSheetName().equals("Översikt"))
                                .filter(cell -> cell.getCellFormula().startsWith("'Kontroller'!"))
                                .map(cell -> evaluator.evaluate(cell).getBooleanValue()))
                .containsExactly(false);
    }

    @Test
    void theOverviewOfASettlementTellsTheYear() {
        OpenedWorkbook opened = open(SampleIssuances.settlement());
        List<String> shown = new ArrayList<>();
        for (Row row : opened.sheet("Översikt")) {
            if (row.getCell(3) != null && row.getCell(3).getCellType() == CellType.FORMULA) {
                shown.add(row.getCell(0).toString());
            }
        }

        assertThat(shown)
                .containsSubsequence(
                        "Budget",
                        "Utfall",
                        "Tidigare fakturerat och centralt buret",
                        "Avräkning",
                        "VGR");
    }

    private static void assertTells(
            OpenedWorkbook opened, String sheet, String cell, double change, String control) {
        changeBy(opened, sheet, cell, change);

        assertThat(evaluated(opened, control)).isFalse();
        assertThat(evaluated(opened, "Stämmer alla kontroller?")).isFalse();
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
        assertThat(controls(opened))
                .hasSize(1 + 1 + 3 + 2 + 3 + 4 + 5 + 1 + 6 + 1)
                .allSatisfy(this::isTrue);
        assertThat(controlCell(opened, "Nummerserier")).hasToString("gäller inte");
        opened.assertFormulasGiveTheirCachedValues();
        assertThat(open(JANUARY).texts()).noneMatch(text -> text.contains("UTKAST"));
    }

    /** One act of each kind beside the month. */
    enum Act {
        CREDIT(SampleIssuances.credit("Fel folkmängd")),
        REISSUE(SampleIssuances.reissue(SampleIssuances.reissueTerms(), Act::dearerStill)),
        SURPLUS(SampleIssuances.settlement()),
        DEFICIT(
                SampleIssuances.settlement(
                        SampleIssuances.settlementTerms(), SampleIssuances.DEFICIT, text -> text));

        final Issuance issuance;

        Act(Issuance issuance) {
            this.issuance = issuance;
        }

        private static String dearerStill(String text) {
            return text.replace("2 000 000", "2 500 000");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CREDIT, Tidigare fakturerat, ,",
        "REISSUE, Tidigare fakturerat, Dagens underlag,",
        "SURPLUS, Avräkning, Rad och part, Öreslista",
        "DEFICIT, Avräkning, Rad och part, Öreslista"
    })
    void anActThatIsNoMonthHasOtherSheetsThanTheBudget(
            Act act, String one, String other, String last) {
        List<String> expected =
                new ArrayList<>(
                        List.of(
                                "Översikt",
                                "Kontroller",
                                "Sammanställning",
                                "Fakturor",
                                "Rader",
                                "Moms",
                                "Part för part",
                                one));
        Stream.of(other, last).filter(Objects::nonNull).forEach(expected::add);
        assertThat(open(act.issuance).sheetNames()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        // Those of the act alone, beside two ledges, invoices, parties, VAT, numbers and all.
        "CREDIT, 2",
        "REISSUE, 7",
        "SURPLUS, 15",
        "DEFICIT, 15"
    })
    void allControlsHoldForEveryKindOfAct(Act act, int ofKind) {
        OpenedWorkbook opened = open(act.issuance);
        int series = act.issuance.invoices().size() > 1 ? 2 : 1;

        assertThat(controls(opened))
                .hasSize(ofKind + 1 + 3 + 2 + 3 + 4 + 3 * series + 1)
                .allSatisfy(this::isTrue);
        opened.assertFormulasGiveTheirCachedValues();
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}: {4}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # act   | sheet               | cell | change | the control that tells
                    CREDIT  | Tidigare fakturerat | K7   |   0.01 | Det som är fakturerat, och krediten
                    CREDIT  | Tidigare fakturerat | K7   |   0.01 | Med moms 25 %
                    CREDIT  | Moms                | F6   |   0.01 | Med moms 25 %
                    CREDIT  | Sammanställning     | D8   |   0.01 | Fakturerat och ej fakturerat
                    REISSUE | Tidigare fakturerat | K7   |   0.01 | Alla budgetrader
                    REISSUE | Tidigare fakturerat | K7   |   0.01 | Tidigare fakturerat
                    REISSUE | Dagens underlag     | E6   |   0.01 | Budgetrad 2
                    REISSUE | Dagens underlag     | F6   |   0.01 | Budgetrad 2
                    REISSUE | Sammanställning     | E8   |   0.01 | Budgetrad 2
                    SURPLUS | Avräkning           | F8   |   0.01 | Budgetrad 3, utfall
                    SURPLUS | Avräkning           | F8   |   0.01 | Budgetrad 3, avräkning
                    SURPLUS | Avräkning           | F8   |   0.01 | Parternas andelar av utfallet
                    SURPLUS | Avräkning           | G8   |   0.01 | Alla budgetrader, utfall
                    SURPLUS | Avräkning           | G8   |   0.01 | Tidigare fakturerat
                    SURPLUS | Sammanställning     | F31  |   0.01 | Budgetrad 3, utfall
                    SURPLUS | Rad och part        | G110 |  -0.01 | Budgetrad 3, avräkning
                    SURPLUS | Rad och part        | H110 |   0.01 | Alla budgetrader, avräkning
                    SURPLUS | Fakturor            | H21  |   0.01 | Fakturerat och ej fakturerat
                    """)
    void aChangedFigureOfAnActMakesItsControlFalse(
            Act act, String sheet, String cell, double change, String control) {
        assertTells(open(act.issuance), sheet, cell, change, control);
    }

    @Test
    void aCreditListsWhatItTakesBackInvoiceByInvoice() {
        OpenedWorkbook opened = open(Act.CREDIT.issuance);
        Sheet earlier = opened.sheet("Tidigare fakturerat");

        List<String> rows = new ArrayList<>();
        for (int row = 4; row < 10; row++) {
            Row of = earlier.getRow(row);
            rows.add(
                    of.getCell(0)
                            + " "
                            + of.getCell(1)
                            + " "
                            + of.getCell(2)
                            + " "
                            + of.getCell(5)
                            + " "
                            + of.getCell(7)
                            + " "
                            + OpenedWorkbook.money(of.getCell(10)));
        }
        assertThat(rows)
                .containsExactly(
                        "faktura 2023-01 202300031 1 ordinarie 64480.94",
                        "faktura 2023-01 202300031 2 ordinarie 50906.00",
                        "faktura 2023-01 202300031 3 ordinarie 7466.21",
                        "faktura 2023-01 202300031 4 ordinarie 16968.67",
                        "faktura 2023-01 202300031 5 ordinarie 1866.55",
                        "faktura 2023-02 202300080 4 justering 3393.73");
        assertThat(earlier.getRow(10).getCell(0)).hasToString("Summa");
        assertThat(OpenedWorkbook.money(earlier.getRow(10).getCell(10)))
                .isEqualTo(Act.CREDIT.issuance.invoiced().negated());
        Sheet allocation = opened.sheet("Sammanställning");
        assertThat(allocation.getRow(FIRST_PARTY).getCell(0)).hasToString("1480");
        assertThat(allocation.getRow(FIRST_PARTY + 1).getCell(0)).hasToString("Summa");
        assertThat(allocation.getRow(5).getCell(3)).hasToString("kredit");
    }

    @Test
    void everyVatRateIsCreditedOnItsOwn() {
        Issuance credit =
                SampleIssuances.credit(
                        "Fel",
                        text ->
                                text.contains("objekt;namn;typ")
                                        ? text
                                                + "UTAN;Utan moms;uppdrag;2023-01;;alla;undantag"
                                                + " <5 kap. 1 §;Plan\n"
                                        : text.replace("2;SHVO", "2;UTAN"));
        OpenedWorkbook opened = open(credit);

        assertThat(controlCell(opened, "Utan moms: <5 kap. 1 §").getBooleanCellValue()).isTrue();
        assertThat(controlCell(opened, "Med moms 25 %").getBooleanCellValue()).isTrue();
        opened.assertFormulasGiveTheirCachedValues();
    }

    @Test
    void aSettlementHoldsTheOutcomeAgainstBudgetAndInvoices() {
        Sheet sheet = open(Act.SURPLUS.issuance).sheet("Avräkning");
        Row operation = sheet.getRow(5);
        Row sums = sheet.getRow(10);

        assertThat(operation.getCell(1)).hasToString("1");
        assertThat(OpenedWorkbook.money(operation.getCell(4))).isEqualTo(new Money(7_600_000_00));
        assertThat(OpenedWorkbook.money(operation.getCell(5))).isEqualTo(new Money(6_900_000_01));
        assertThat(OpenedWorkbook.money(operation.getCell(6))).isEqualTo(new Money(7_600_000_00));
        assertThat(OpenedWorkbook.money(operation.getCell(7))).isEqualTo(new Money(-699_999_99));
        assertThat(operation.getCell(7).getCellFormula()).isEqualTo("ROUND(F6-G6,2)");
        assertThat(OpenedWorkbook.money(sums.getCell(7)))
                .isEqualTo(Act.SURPLUS.issuance.invoiced())
                .isEqualTo(new Money(-1_429_999_49));
    }

    @Test
    void anOutcomeThatIsWhatWasInvoicedNeedsNoInvoice() {
        Issuance even =
                SampleIssuances.settlement(
                        SampleIssuances.settlementTerms(),
                        "rad;utfall\n1;7600000\n2;3600000\n3;880000\n4;2000000\n5;220000\n",
                        text -> text);
        OpenedWorkbook opened = open(even);

        assertThat(even.invoices()).isEmpty();
        assertThat(controls(opened)).allSatisfy(this::isTrue);
        opened.assertFormulasGiveTheirCachedValues();
    }

    @Test
    void aMonthThatIsNowFreeNeedsNoNewInvoice() {
        Issuance free =
                SampleIssuances.reissue(
                        SampleIssuances.reissueTerms(),
                        text -> text.replaceAll("(SHVO;[^;]*;[^;]*;)[0-9 ]+;", "$10;"));
        OpenedWorkbook opened = open(free);

        assertThat(free.invoices()).isEmpty();
        assertThat(opened.sheet("Sammanställning").getRow(FIRST_PARTY).getCell(0))
                .hasToString("1480");
        assertThat(controls(opened)).allSatisfy(this::isTrue);
        opened.assertFormulasGiveTheirCachedValues();
    }

    @Test
    void aDraftOfAnActSaysSoOnEverySheet() {
        List<Issuance> drafts =
                List.of(
                        SampleIssuances.reissue(
                                SampleIssuances.reissueTerms().asDraft(), text -> text),
                        SampleIssuances.settlement(
                                SampleIssuances.settlementTerms().asDraft(),
                                SampleIssuances.SURPLUS,
                                text -> text));

        for (Issuance draft : drafts) {
            for (Sheet sheet : open(draft).workbook()) {
                assertThat(sheet.getRow(1).getCell(0)).hasToString(SheetTitle.DRAFT);
                assertThat(sheet.getHeader().getCenter()).contains(SheetTitle.DRAFT);
            }
        }
        for (Act act : Act.values()) {
            assertThat(open(act.issuance).texts()).noneMatch(text -> text.contains("UTKAST"));
        }
    }

    @Test
    void hostileNamesAreTextInASettlementToo() {
        Issuance hostile =
                SampleIssuances.settlement(
                        SampleIssuances.settlementTerms(),
                        SampleIssuances.SURPLUS,
                        text ->
                                text.replace("Göteborgs stad", "=1+1")
                                        .replace("Drift och licens", "@SUM(A1)"));
        OpenedWorkbook opened = open(hostile);

        assertThat(opened.texts()).contains("=1+1", "@SUM(A1)");
        assertThat(opened.formulas())
                .hasSameSizeAs(open(Act.SURPLUS.issuance).formulas())
                .noneMatch(cell -> cell.getCellFormula().contains("1+1"));
    }

    @Test
    void aMonthWithoutInvoicesIsAWorkbookAllTheSame() {
        Issuance empty =
                new Issuance(
                        JANUARY.terms(),
                        JANUARY.inputs(),
                        List.of(),
                        List.of(),
                        Issued.NOTHING,
                        Causes.UNTOLD);

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
        return new OpenedWorkbook(Exported.by(new SummaryWorkbook(), issuance));
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
