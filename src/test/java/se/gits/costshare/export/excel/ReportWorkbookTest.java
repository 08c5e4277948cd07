package se.gits.costshare.export.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import se.gits.costshare.money.Money;
import se.gits.costshare.report.AnnualReport;
import se.gits.costshare.report.SmallYear;
import se.gits.costshare.run.Books;
import se.gits.costshare.run.SmallInput;

class ReportWorkbookTest {

    private static final AnnualReport APRIL = SmallYear.ofApril();

    static byte[] workbook(AnnualReport report) {
        return new ReportWorkbook().export(report, SmallYear.sources(report));
    }

    private static OpenedWorkbook opened(AnnualReport report) {
        return new OpenedWorkbook(workbook(report));
    }

    private static Row row(Sheet sheet, int column, String text) {
        for (Row row : sheet) {
            if (row.getCell(column) != null && row.getCell(column).toString().equals(text)) {
                return row;
            }
        }
        throw new AssertionError("No row " + text);
    }

    private static List<String> figures(Row row) {
        List<String> figures = new ArrayList<>();
        for (Cell cell : row) {
            boolean isNumber =
                    cell.getCellType() == CellType.NUMERIC
                            || cell.getCellType() == CellType.FORMULA
                                    && cell.getCachedFormulaResultType() == CellType.NUMERIC;
            if (isNumber) {
                figures.add(OpenedWorkbook.money(cell).toString());
            }
        }
        return figures;
    }

    private static List<Cell> controls(OpenedWorkbook opened) {
        return opened.formulas().stream()
                .filter(cell -> cell.getSheet().getSheetName().equals("Kontroller"))
                .filter(cell -> cell.getCachedFormulaResultType() == CellType.BOOLEAN)
                .toList();
    }

    private static List<XSSFChart> charts(OpenedWorkbook opened, String sheet) {
        return ((XSSFSheet) opened.sheet(sheet)).getDrawingPatriarch().getCharts();
    }

    private static List<String> references(XSSFChart chart) {
        List<String> references = new ArrayList<>();
        for (CTBarSer bars : chart.getCTChart().getPlotArea().getBarChartArray(0).getSerArray()) {
            references.add(
                    bars.getTx().getStrRef().getF()
                            + " "
                            + bars.getCat().getStrRef().getF()
                            + " "
                            + bars.getVal().getNumRef().getF());
        }
        return references;
    }

    @Test
    void hasASheetForEveryQuestion() {
        OpenedWorkbook opened = opened(APRIL);

        assertThat(new ReportWorkbook().fileName()).isEqualTo("arsrapport.xlsx");
        assertThat(opened.sheetNames())
                .containsExactly(
                        "Översikt",
                        "Diagram",
                        "Per objekt",
                        "Per rad",
                        "Per part",
                        "Part och objekt",
                        "Per månad",
                        "Kontroller",
                        "Utfärdat",
                        "Underlag");
        for (Sheet sheet : opened.workbook()) {
            assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo((short) 9);
            assertThat(sheet.getRow(0).getCell(0).toString()).startsWith("Årsrapport 2023");
        }
        assertThat(opened.sheet("Översikt").getRow(1).getCell(0))
                .hasToString("Kronor utan moms. Utfärdat: januari–april 2023.");
    }

    @Test
    void followsLinesAndObjectsFromBudgetToWhatRemains() {
        OpenedWorkbook opened = opened(APRIL);
        Sheet lines = opened.sheet("Per rad");
        Sheet objects = opened.sheet("Per objekt");
        Row addition = row(lines, 1, "4");

        assertThat(addition.getCell(3)).hasToString("SITIV maj");
        assertThat(addition.getCell(4)).hasToString("tillägg");
        assertThat(figures(addition))
                .containsExactly("0.00", "120.00", "120.00", "40.00", "0.00", "80.00");
        assertThat(addition.getCell(7).getCellFormula()).isEqualTo("ROUND(F7+G7,2)");
        assertThat(addition.getCell(10).getCellFormula()).isEqualTo("ROUND(H7-I7-J7,2)");
        assertThat(figures(row(objects, 0, "SHVO")))
                .containsExactly("1200.00", "120.00", "1320.00", "440.00", "0.00", "880.00");
        assertThat(row(objects, 0, "SHVO").getCell(5).getCellFormula())
                .isEqualTo("ROUND(SUMIF('Per rad'!$A$5:$A$7,\"=\"&A5,'Per rad'!$I$5:$I$7),2)");
        assertThat(figures(row(objects, 0, "Summa")))
                .containsExactly("1560.00", "120.00", "1680.00", "520.00", "40.00", "1120.00");
    }

    @Test
    void tellsWhatEachPartyPaidAlsoByInhabitant() {
        OpenedWorkbook opened = opened(APRIL);
        Sheet parties = opened.sheet("Per part");
        Row goteborg = row(parties, 0, "1480");

        assertThat(figures(goteborg)).containsExactly("84.00", "0.00", "84.00", "40.00", "2.10");
        assertThat(goteborg.getCell(7).getCellFormula()).isEqualTo("IF(G6=0,\"\",ROUND(F6/G6,2))");
        assertThat(row(parties, 0, "VASTKOM").getCell(7).getStringCellValue()).isEmpty();
        assertThat(figures(row(parties, 0, "Summa")))
                .containsExactly("520.00", "40.00", "560.00", "100.00", "5.60");
        Sheet overview = opened.sheet("Översikt");
        assertThat(figures(row(overview, 0, "Kommunerna"))).containsExactly("212.00", "2.12");
        assertThat(figures(row(overview, 0, "Bärs centralt"))).containsExactly("40.00");
        assertThat(figures(row(overview, 0, "Bärs centralt, faktureras inte")))
                .containsExactly("40.00", "0.40");
        assertThat(figures(row(overview, 0, "Återstår"))).containsExactly("1120.00");
    }

    @Test
    void tellsTheYearMonthByMonth() {
        Sheet months = opened(APRIL).sheet("Per månad");

        assertThat(figures(row(months, 0, "februari 2023")))
                .containsExactly(
                        "140.00", "120.00", "0.00", "-21.00", "21.00", "120.00", "10.00", "130.00",
                        "280.00", "260.00");
        assertThat(row(months, 0, "maj 2023").getCell(1)).hasToString("inte utfärdad");
        assertThat(row(months, 0, "februari 2023").getCell(11).getCellFormula())
                .isEqualTo("ROUND(SUM($J$5:J6),2)");
    }

    @Test
    void formulasGiveWhatTheyHaveCachedAndEveryControlHolds() {
        for (AnnualReport report : List.of(APRIL, SmallYear.settled())) {
            OpenedWorkbook opened = opened(report);

            opened.assertFormulasGiveTheirCachedValues();
            assertThat(controls(opened))
                    .hasSize(1 + report.checks().size() + 13)
                    .allSatisfy(
                            cell ->
                                    assertThat(cell.getBooleanCellValue())
                                            .as(cell.getAddress().toString())
                                            .isTrue());
        }
    }

    @Test
    void controlsNoticeAChangedFigure() {
        OpenedWorkbook opened = opened(APRIL);
        row(opened.sheet("Per rad"), 1, "1").getCell(8).setCellValue(1);
        FormulaEvaluator evaluator = opened.workbook().getCreationHelper().createFormulaEvaluator();

        // The objects are computed from the lines and follow.
        assertThat(
                        controls(opened).stream()
                                .filter(cell -> !evaluator.evaluate(cell).getBooleanValue()))
                .hasSize(1 + 4);
    }

    @Test
    void onceSettledTheOutcomeStandsBesideTheBudget() {
        OpenedWorkbook opened = opened(SmallYear.settled());

        assertThat(figures(row(opened.sheet("Per objekt"), 0, "KORT")))
                .containsExactly(
                        "360.00", "0.00", "360.00", "260.00", "130.00", "-30.00", "390.00", "0.00");
        assertThat(figures(row(opened.sheet("Översikt"), 0, "Utfall"))).containsExactly("1610.00");
        assertThat(figures(row(opened.sheet("Per månad"), 0, "Avräkning")))
                .containsExactly("-80.00", "10.00", "-70.00", "1680.00", "1610.00");
    }

    @Test
    void listsTheActsAndTheFiles() {
        OpenedWorkbook opened = opened(APRIL);
        Row credit = row(opened.sheet("Utfärdat"), 0, "mapp-5");
        Row budget = row(opened.sheet("Underlag"), 0, "budget-2023.csv");

        assertThat(credit.getCell(1)).hasToString("kredit");
        assertThat(credit.getCell(2)).hasToString("februari 2023");
        assertThat(credit.getCell(3)).hasToString("1480");
        assertThat(credit.getCell(5).getCellType()).isEqualTo(CellType.STRING);
        assertThat(credit.getCell(5)).hasToString("=skäl");
        assertThat(OpenedWorkbook.money(credit.getCell(6))).isEqualTo(new Money(-21_00));
        assertThat(budget.getCell(1)).hasToString("ändrad");
        assertThat(budget.getCell(2))
                .hasToString(SmallYear.planned().files().hashes().get("budget-2023.csv"));
    }

    @Test
    void chartsShowTheCellsOfTheSheets() {
        OpenedWorkbook opened = opened(APRIL);
        List<XSSFChart> overview = charts(opened, "Översikt");

        assertThat(overview).hasSize(3);
        assertThat(references(overview.get(0)))
                .containsExactly(
                        "'Per månad'!$C$4 'Per månad'!$A$5:$A$16 'Per månad'!$C$5:$C$16",
                        "'Per månad'!$J$4 'Per månad'!$A$5:$A$16 'Per månad'!$J$5:$J$16");
        assertThat(references(overview.get(1)))
                .containsExactly(
                        "'Per månad'!$K$4 'Per månad'!$A$5:$A$16 'Per månad'!$K$5:$K$16",
                        "'Per månad'!$L$4 'Per månad'!$A$5:$A$16 'Per månad'!$L$5:$L$16");
        assertThat(references(overview.get(2)))
                .containsExactly(
                        "'Per objekt'!$E$4 'Per objekt'!$B$5:$B$6 'Per objekt'!$E$5:$E$6",
                        "'Per objekt'!$F$4 'Per objekt'!$B$5:$B$6 'Per objekt'!$F$5:$F$6",
                        "'Per objekt'!$G$4 'Per objekt'!$B$5:$B$6 'Per objekt'!$G$5:$G$6",
                        "'Per objekt'!$H$4 'Per objekt'!$B$5:$B$6 'Per objekt'!$H$5:$H$6");
        assertThat(opened.sheet("Diagram").getRow(4).getCell(3)).hasToString("Ale kommun");
        assertThat(opened.sheet("Diagram").getRow(4).getCell(4).getCellFormula())
                .isEqualTo("INDEX('Per part'!$H$5:$H$9,MATCH(C5,'Per part'!$A$5:$A$9,0))");
    }

    @Test
    void withoutAFigureOfInhabitantsTheChartIsInKronor() {
        SmallInput today =
                SmallYear.withAddition().change("folkmangd.csv", "\"1489 Alingsås\";50\n", "");

        OpenedWorkbook opened = opened(SmallYear.report(SmallYear.throughApril(), today));

        assertThat(opened.sheet("Diagram").getRow(3).getCell(4)).hasToString("Kronor");
        assertThat(figures(opened.sheet("Diagram").getRow(4))).containsExactly("84.00");
        opened.assertFormulasGiveTheirCachedValues();
    }

    @Test
    void objectsThatTheOverviewHasNoRoomForHaveASheet() {
        SmallInput many =
                SmallYear.planned()
                        .changeAll("objekt.csv", "KORT", "<17")
                        .changeAll("budget-2023.csv", "KORT;Kort", "<17;Kort")
                        .changeAll("budget-2023.csv", "SHVO", "17")
                        .changeAll("objekt.csv", "SHVO", "17");
        IntStream.range(0, 20)
                .forEach(
                        i -> {
                            many.add("objekt.csv", "O" + i + ";Nr;uppdrag;2023-01;;alla;25;Plan");
                            many.add(
                                    "budget-2023.csv",
                                    "r" + i + ";O" + i + ";Rad;12;70/30;;;Plan 2023");
                        });
        Books nothing = new Books();

        OpenedWorkbook opened =
                opened(
                        AnnualReport.of(
                                many.inputs(), many.inputs(), nothing.issued(), Optional.empty()));

        assertThat(opened.sheetNames()).contains("Diagram objekt");
        assertThat(charts(opened, "Diagram objekt")).hasSize(1);
        assertThat(charts(opened, "Översikt")).hasSize(2);
        opened.assertFormulasGiveTheirCachedValues();
    }

    @Test
    void theSameReportGivesTheSameBytes() {
        assertThat(workbook(SmallYear.ofApril())).isEqualTo(workbook(APRIL));
    }
}
