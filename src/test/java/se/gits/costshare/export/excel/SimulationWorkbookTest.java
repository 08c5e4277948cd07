package se.gits.costshare.export.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.CTTwoCellAnchor;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.money.Money;
import se.gits.costshare.run.SmallInput;
import se.gits.costshare.simulation.Simulation;

class SimulationWorkbookTest {

    private static final byte[] OTHER_SHARES = SampleSimulations.otherShares();
    private static final int FIRST_ROW = 4;

    @Test
    void hasASheetForEveryQuestion() {
        OpenedWorkbook opened = new OpenedWorkbook(OTHER_SHARES);

        assertThat(new SimulationWorkbook().fileName()).isEqualTo("simulering.xlsx");
        assertThat(opened.sheetNames())
                .containsExactly(
                        "Översikt",
                        "Diagram",
                        "Per part",
                        "Per objekt",
                        "Part och objekt",
                        "Kontroller",
                        "Underlag");
        for (Sheet sheet : opened.workbook()) {
            assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo((short) 9);
            assertThat(sheet.getRow(0).getCell(0).toString()).startsWith("Simulering 2023");
        }
        for (String list : List.of("Per part", "Per objekt", "Part och objekt", "Underlag")) {
            assertThat(opened.sheet(list).getPaneInformation().isFreezePane()).isTrue();
            assertThat(((XSSFSheet) opened.sheet(list)).getCTWorksheet().isSetAutoFilter())
                    .isTrue();
        }
    }

    @Test
    void showsWhatEachPartyPaysTodayAndWouldPay() {
        Sheet sheet = new OpenedWorkbook(OTHER_SHARES).sheet("Per part");
        Row goteborg = row(sheet, "1480");

        assertThat(texts(sheet.getRow(3)))
                .containsExactly(
                        "Kod",
                        "Namn",
                        "Typ",
                        "Fakturering",
                        "I dag",
                        "Förslaget",
                        "Skillnad",
                        "Procent",
                        "Invånare",
                        "Kr per invånare");
        assertThat(texts(goteborg)).startsWith("1480", "Göteborgs stad", "kommun", "faktura");
        // 2 280 000 and 3 040 000 by 596 841 of 671 434, and 2/3 of 1 000,01 by 1 250 of 1 257.
        assertThat(amount(goteborg, 4)).isEqualTo(new Money(202_736_623));
        assertThat(amount(goteborg, 5)).isEqualTo(new Money(270_293_398));
        assertThat(amount(goteborg, 6)).isEqualTo(new Money(67_556_775));
        assertThat(goteborg.getCell(7).getNumericCellValue()).isEqualTo(0.333);
        assertThat(goteborg.getCell(8).getNumericCellValue()).isEqualTo(596_841);
        assertThat(amount(goteborg, 9)).isEqualTo(new Money(1_13));
        assertThat(goteborg.getCell(6).getCellFormula()).isEqualTo("ROUND(F6-E6,2)");
        assertThat(goteborg.getCell(7).getCellFormula())
                .isEqualTo("IF(E6=0,\"\",ROUND(G6/ABS(E6),3))");
        assertThat(goteborg.getCell(9).getCellFormula()).isEqualTo("IF(I6=0,\"\",ROUND(G6/I6,2))");
        Row vastkom = row(sheet, "VASTKOM");
        assertThat(vastkom.getCell(8).getCellType()).isEqualTo(CellType.BLANK);
        assertThat(vastkom.getCell(9).getStringCellValue()).isEmpty();
        Row sums = row(sheet, "Summa");
        assertThat(sums.getCell(4).getCellFormula()).isEqualTo("SUM(E5:E9)");
        assertThat(amount(sums, 4)).isEqualTo(new Money(760_110_001));
        assertThat(amount(sums, 6)).isEqualTo(Money.ZERO);
        assertThat(sheet.getRow(1).getCell(0).toString())
                .contains("utan moms", "ingenting faktureras", "Invånare per 2022-12-31");
    }

    @Test
    void showsWhatEachObjectCostsAndWhoPaysForIt() {
        OpenedWorkbook opened = new OpenedWorkbook(OTHER_SHARES);

        assertThat(amount(row(opened.sheet("Per objekt"), "SHVO"), 2))
                .isEqualTo(new Money(760_010_000));
        List<String> shares = new ArrayList<>();
        for (Row row : opened.sheet("Part och objekt")) {
            if (row.getRowNum() >= FIRST_ROW) {
                shares.add(row.getCell(0) + " " + row.getCell(2));
            }
        }
        assertThat(shares)
                .containsExactly(
                        "1440 SHVO",
                        "1440 KORT",
                        "1480 SHVO",
                        "1480 KORT",
                        "1489 SHVO",
                        "VASTKOM KORT",
                        "VGR SHVO",
                        "Summa ");
    }

    @Test
    void tellsInWordsWhatDiffersAndWhoBearsIt() {
        OpenedWorkbook opened = new OpenedWorkbook(OTHER_SHARES);
        Sheet overview = opened.sheet("Översikt");

        assertThat(amount(row(overview, "Regionen"), 3)).isEqualTo(new Money(-760_000_00));
        assertThat(amount(row(overview, "Kommunerna"), 3)).isEqualTo(new Money(760_000_00));
        assertThat(row(overview, "Bärs centralt, faktureras inte").getCell(1).getNumericCellValue())
                .isEqualTo(333.34);
        assertThat(amount(row(overview, "Summa"), 2)).isEqualTo(new Money(760_110_001));
        assertThat(opened.texts())
                .contains(
                        "Vad som skiljer",
                        "Nyckeln 70/30, 2023-01–2023-12: VGK (folkmängd) 30 % → 40 %, VGR 70 % → 60 %.");
    }

    @Test
    void listsTheFilesAndMarksThoseThatDiffer() {
        SmallInput proposal = SampleSimulations.withOtherShares(new SmallInput());
        Sheet sheet = new OpenedWorkbook(OTHER_SHARES).sheet("Underlag");

        assertThat(texts(row(sheet, "nycklar.csv")))
                .containsExactly(
                        "nycklar.csv",
                        "skiljer",
                        new SmallInput().files().hashes().get("nycklar.csv"),
                        proposal.files().hashes().get("nycklar.csv"));
        assertThat(texts(row(sheet, "parter.csv"))).contains("lika");
    }

    @Test
    void marksFilesThatOneSideLacks() {
        Simulation same = Simulation.of(new SmallInput().inputs(), new SmallInput().inputs());
        InputFiles all = new SmallInput().files();
        InputFiles fewer = new SmallInput().without("volymer.csv").files();

        byte[] onlyToday = new SimulationWorkbook().export(same, all, fewer);
        byte[] onlyProposed = new SimulationWorkbook().export(same, fewer, all);

        assertThat(texts(row(new OpenedWorkbook(onlyToday).sheet("Underlag"), "volymer.csv")))
                .containsExactly("volymer.csv", "bara i dag", all.hashes().get("volymer.csv"), "");
        assertThat(texts(row(new OpenedWorkbook(onlyProposed).sheet("Underlag"), "volymer.csv")))
                .contains("bara i förslaget");
    }

    @Test
    void chartsShowTheCellsOfTheSheets() {
        OpenedWorkbook opened = new OpenedWorkbook(OTHER_SHARES);
        List<XSSFChart> overview = charts(opened, "Översikt");
        List<XSSFChart> municipalities = charts(opened, "Diagram");

        assertThat(overview).hasSize(2);
        assertThat(references(overview.get(0)))
                .containsExactly(
                        "Översikt!$B$4 'Översikt'!$A$5:$A$7 'Översikt'!$B$5:$B$7",
                        "Översikt!$C$4 'Översikt'!$A$5:$A$7 'Översikt'!$C$5:$C$7");
        assertThat(references(overview.get(1)))
                .containsExactly(
                        "'Per objekt'!$C$4 'Per objekt'!$B$5:$B$6 'Per objekt'!$C$5:$C$6",
                        "'Per objekt'!$D$4 'Per objekt'!$B$5:$B$6 'Per objekt'!$D$5:$D$6");
        assertThat(municipalities).hasSize(1);
        assertThat(references(municipalities.get(0)))
                .containsExactly("Diagram!$E$4 'Diagram'!$D$5:$D$7 'Diagram'!$E$5:$E$7");
        assertThat(municipalities.get(0).getTitleText().getString())
                .isEqualTo("Vad förslaget ändrar för varje kommun 2023");
        assertThat(opened.sheet("Diagram").getRow(4).getCell(4).getCellFormula())
                .isEqualTo("INDEX('Per part'!$J$5:$J$9,MATCH(C5,'Per part'!$A$5:$A$9,0))");
    }

    @Test
    void chartsLieBesideEachOtherAndWithinThePage() {
        XSSFSheet sheet = (XSSFSheet) new OpenedWorkbook(OTHER_SHARES).sheet("Översikt");
        int rowBefore = -1;
        for (CTTwoCellAnchor anchor :
                sheet.getDrawingPatriarch().getCTDrawing().getTwoCellAnchorArray()) {
            assertThat(anchor.getFrom().getCol()).isEqualTo(6);
            assertThat(anchor.getFrom().getRow()).isGreaterThan(rowBefore);
            rowBefore = anchor.getTo().getRow();
        }
        assertThat(rowBefore).isLessThanOrEqualTo(sheet.getLastRowNum());
        assertThat(sheet.getMergedRegions())
                .allMatch(text -> text.getLastColumn() < 6 || text.getLastRow() < 3);
    }

    @Test
    void chartsAreWhatASpreadsheetOpensWithoutRepair() throws IOException {
        for (int chart = 1; chart <= 3; chart++) {
            assertThat(OpenedWorkbook.part(OTHER_SHARES, "xl/charts/chart" + chart + ".xml"))
                    .contains("<c:roundedCorners val=\"false\"/>")
                    .contains("<c:varyColors val=\"false\"/>")
                    .contains("<c:autoTitleDeleted val=\"false\"/>")
                    .contains("sourceLinked=\"false\"")
                    .contains("<c:tickLblSkip val=\"1\"/></c:catAx>")
                    .contains("<c:crossBetween val=\"between\"/></c:valAx>")
                    .doesNotContain("<c:delete val=\"true\"/>");
        }
    }

    @Test
    void withoutAFigureOfInhabitantsTheChartIsInKronor() {
        OpenedWorkbook opened =
                opened(
                        SampleSimulations.withoutAFigure(),
                        SampleSimulations.withOtherShares(SampleSimulations.withoutAFigure()));
        Row alingsas = row(opened.sheet("Per part"), "1489");

        assertThat(alingsas.getCell(8).getCellType()).isEqualTo(CellType.BLANK);
        assertThat(alingsas.getCell(9).getStringCellValue()).isEmpty();
        assertThat(opened.sheet("Diagram").getRow(3).getCell(4)).hasToString("Skillnad, kronor");
        assertThat(amount(opened.sheet("Diagram").getRow(4), 4)).isEqualTo(new Money(253_333_34));
        assertThat(opened.sheet("Per part").getRow(1).getCell(0).toString())
                .contains("saknas för någon kommun");
        opened.assertFormulasGiveTheirCachedValues();
        assertThat(controls(opened)).allSatisfy(this::isTrue);
    }

    @Test
    void whereNothingDiffersItSaysSo() {
        OpenedWorkbook opened = opened(new SmallInput(), new SmallInput());

        assertThat(opened.texts()).contains("Ingenting som påverkar kostnaden skiljer sig.");
        assertThat(controls(opened)).hasSize(1 + 6 + 9).allSatisfy(this::isTrue);
        assertThat(charts(opened, "Diagram")).hasSize(1);
        opened.assertFormulasGiveTheirCachedValues();
    }

    @Test
    void everyKindOfDifferenceAddsUp() {
        OpenedWorkbook opened = opened(new SmallInput(), SampleSimulations.withMuchElse());

        assertThat(controls(opened)).hasSize(1 + 6 + 9).allSatisfy(this::isTrue);
        Row added = row(opened.sheet("Per objekt"), "NY");
        assertThat(added.getCell(1).getCellType()).isEqualTo(CellType.STRING);
        assertThat(added.getCell(1)).hasToString("=1+1");
        assertThat(added.getCell(5).getStringCellValue()).isEmpty();
        opened.assertFormulasGiveTheirCachedValues();
    }

    @Test
    void controlsNoticeAChangedFigure() {
        OpenedWorkbook opened = new OpenedWorkbook(OTHER_SHARES);
        row(opened.sheet("Per part"), "1480").getCell(5).setCellValue(1);
        FormulaEvaluator evaluator = opened.workbook().getCreationHelper().createFormulaEvaluator();

        assertThat(
                        controls(opened).stream()
                                .filter(cell -> !evaluator.evaluate(cell).getBooleanValue()))
                .hasSize(1 + 6);
    }

    @Test
    void namesAreShownAsTheyAreAlsoInCharts() throws IOException {
        SmallInput oddNames = new SmallInput().change("objekt.csv", "SITHS-kort", "_x000D_<&'kort");

        byte[] workbook = SampleSimulations.workbook(new SmallInput(), oddNames);

        Sheet objects = new OpenedWorkbook(workbook).sheet("Per objekt");
        assertThat(row(objects, "KORT").getCell(1).getStringCellValue())
                .isEqualTo("_x000D_<&'kort");
        assertThat(OpenedWorkbook.part(workbook, "xl/charts/chart2.xml"))
                .contains("<c:v>_x005F_x000D_&lt;&amp;'kort</c:v>");
    }

    @Test
    void objectsWithLongNamesStandInTheChartByTheirCodes() {
        SmallInput longName =
                new SmallInput().change("objekt.csv", "SITHS-kort", "SITHS-kort " + "x".repeat(30));

        assertThat(references(charts(opened(new SmallInput(), longName), "Översikt").get(1)).get(0))
                .contains("'Per objekt'!$A$5:$A$6");
    }

    @Test
    void theSameSimulationGivesTheSameBytes() {
        assertThat(SampleSimulations.otherShares()).isEqualTo(OTHER_SHARES);
    }

    private static OpenedWorkbook opened(SmallInput today, SmallInput proposal) {
        return new OpenedWorkbook(SampleSimulations.workbook(today, proposal));
    }

    private static Row row(Sheet sheet, String first) {
        for (Row row : sheet) {
            if (row.getCell(0) != null && row.getCell(0).toString().equals(first)) {
                return row;
            }
        }
        throw new AssertionError("No row " + first);
    }

    private static Money amount(Row row, int column) {
        return OpenedWorkbook.money(row.getCell(column));
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        for (Cell cell : row) {
            if (cell.getCellType() == CellType.STRING) {
                texts.add(cell.getStringCellValue());
            }
        }
        return texts;
    }

    private static List<XSSFChart> charts(OpenedWorkbook opened, String sheet) {
        return ((XSSFSheet) opened.sheet(sheet)).getDrawingPatriarch().getCharts();
    }

    /** What each series is called by, what stands at its bars, and their lengths. */
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

    private static List<Cell> controls(OpenedWorkbook opened) {
        return opened.formulas().stream()
                .filter(cell -> cell.getSheet().getSheetName().equals("Kontroller"))
                .filter(cell -> cell.getCachedFormulaResultType() == CellType.BOOLEAN)
                .toList();
    }

    private void isTrue(Cell control) {
        assertThat(control.getBooleanCellValue()).as(control.getAddress().toString()).isTrue();
    }
}
