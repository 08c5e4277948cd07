package se.gits.costshare.export.excel;

import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickMark;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartLegend;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xddf.usermodel.text.XDDFTextRun;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFGraphicFrame;
import org.apache.xmlbeans.XmlCursor;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTCatAx;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTChartSpace;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTPlotArea;
import org.openxmlformats.schemas.drawingml.x2006.main.CTNonVisualDrawingProps;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextBody;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTextCharacterProperties;
import org.openxmlformats.schemas.drawingml.x2006.main.STTextVerticalType;

/**
 * A chart of bars that lie, so that a name stands before each: the first at the top. It shows cells
 * of the workbook and follows when someone edits them.
 *
 * @param names what stands before the bars
 * @param unit what the numbers are, beneath them
 * @param format how the numbers along the axis are written
 */
record BarChart(
        String title,
        String namesTitle,
        ChartCells.Names names,
        String unit,
        String format,
        List<Bars> bars) {

    private static final double TITLE_POINTS = 12;
    private static final int TEXT_HUNDREDTHS_OF_POINTS = 900;
    private static final double LINE_POINTS = 0.75;
    private static final int SINGLE_GAP_PERCENT = 45;
    private static final int GROUP_GAP_PERCENT = 70;
    private static final String FONT = "Arial";
    private static final String LANGUAGE = "sv-SE";
    private static final int UPWARDS = -90 * 60_000;

    /** From here on an axis counts in millions. */
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    BarChart {
        bars = List.copyOf(bars);
    }

    /**
     * One bar for each name.
     *
     * @param heading the cell that says what they are
     * @param text what that cell says
     * @param colour its ground; one that is told from the others also in grey print
     */
    record Bars(CellReference heading, String text, ChartCells.Numbers numbers, String colour) {

        static Bars ofToday(CellReference heading, ChartCells.Numbers numbers) {
            return new Bars(heading, ComparisonList.TODAY, numbers, Look.Colour.HAIRLINE);
        }

        static Bars ofProposal(CellReference heading, ChartCells.Numbers numbers) {
            return new Bars(heading, ComparisonList.PROPOSAL, numbers, Look.Colour.ACCENT);
        }
    }

    /**
     * Costs of several kinds beside each other for each name, in millions where any is that large.
     *
     * @param per what they are by, {@code " per år"}; empty where that needs no saying
     */
    static BarChart ofCosts(
            String title, String namesTitle, ChartCells.Names names, String per, List<Bars> costs) {
        boolean inMillions =
                costs.stream()
                        .flatMap(bars -> bars.numbers().values().stream())
                        .anyMatch(cost -> cost.abs().compareTo(MILLION) >= 0);
        return new BarChart(
                title,
                namesTitle,
                names,
                (inMillions ? "Miljoner kronor" : "Kronor") + per + ", utan moms",
                inMillions ? "[$-41D]#,##0.0,," : "[$-41D]#,##0",
                costs);
    }

    /**
     * Draws it over the cells of one column.
     *
     * @param rowAfter the first row beneath it
     */
    void draw(SheetWriter sheet, int column, int firstRow, int rowAfter) {
        XSSFDrawing drawing = sheet.sheet().createDrawingPatriarch();
        XSSFClientAnchor place =
                drawing.createAnchor(0, 0, 0, 0, column, firstRow, column + 1, rowAfter);
        place.setAnchorType(ClientAnchor.AnchorType.MOVE_DONT_RESIZE);
        XSSFChart chart = drawing.createChart(place);
        // POI, which has none of the rows, takes all of them to be of the usual height.
        chart.getGraphicFrame()
                .getCTGraphicalObjectFrame()
                .getXfrm()
                .getExt()
                .setCy(Units.pixelToEMU((int) sheet.pixels(firstRow, rowAfter)));
        name(chart.getGraphicFrame(), drawing.getCharts().size());
        chart.setTitleText(title);
        chart.setTitleOverlay(false);
        chart.setAutoTitleDeleted(false);
        for (XDDFTextRun run : chart.getFormattedTitle().getParagraph(0).getTextRuns()) {
            run.setFontSize(TITLE_POINTS);
            run.setBold(true);
            run.setFontColor(colour(Look.Colour.ACCENT));
            run.setLanguage(Locale.forLanguageTag(LANGUAGE));
        }
        plot(chart);
        chart.setPlotOnlyVisibleCells(true);
        chart.displayBlanksAs(DisplayBlanks.GAP);
        if (bars.size() > 1) {
            XDDFChartLegend legend = chart.getOrAddLegend();
            legend.setPosition(LegendPosition.TOP);
            legend.setOverlay(false);
        }
        ground(chart);
    }

    /** What a screen reader says; numbered from 1, since some readers take 0 for no object. */
    private void name(XSSFGraphicFrame frame, int number) {
        CTNonVisualDrawingProps properties =
                frame.getCTGraphicalObjectFrame().getNvGraphicFramePr().getCNvPr();
        properties.setId(number);
        properties.setName("Diagram " + number);
        properties.setDescr(title + ". " + unit + ".");
    }

    private void plot(XSSFChart chart) {
        XDDFCategoryAxis nameAxis = chart.createCategoryAxis(AxisPosition.LEFT);
        nameAxis.setTitle(namesTitle);
        nameAxis.setOrientation(AxisOrientation.MAX_MIN);
        nameAxis.setTickLabelPosition(AxisTickLabelPosition.LOW);
        nameAxis.setMajorTickMark(AxisTickMark.NONE);
        nameAxis.getOrAddShapeProperties().setLineProperties(line(Look.Colour.MUTED));
        XDDFValueAxis numberAxis = chart.createValueAxis(AxisPosition.BOTTOM);
        numberAxis.setTitle(unit);
        numberAxis.setNumberFormat(format);
        numberAxis.setCrossBetween(AxisCrossBetween.BETWEEN);
        // Beneath the last name, which is the axis' greatest.
        numberAxis.setCrosses(AxisCrosses.MAX);
        numberAxis.setMajorTickMark(AxisTickMark.NONE);
        numberAxis.getOrAddShapeProperties().setLineProperties(line(Look.Colour.HAIRLINE));
        numberAxis.getOrAddMajorGridProperties().setLineProperties(line(Look.Colour.HAIRLINE));
        beginAtZero(numberAxis);

        XDDFBarChartData data =
                (XDDFBarChartData) chart.createData(ChartTypes.BAR, nameAxis, numberAxis);
        data.setBarDirection(BarDirection.BAR);
        data.setBarGrouping(BarGrouping.CLUSTERED);
        data.setVaryColors(false);
        data.setGapWidth(bars.size() > 1 ? GROUP_GAP_PERCENT : SINGLE_GAP_PERCENT);
        for (Bars one : bars) {
            XDDFBarChartData.Series series =
                    (XDDFBarChartData.Series) data.addSeries(names, one.numbers());
            series.setTitle(one.text(), one.heading());
            series.setInvertIfNegative(false);
            XDDFShapeProperties look = new XDDFShapeProperties();
            look.setFillProperties(new XDDFSolidFillProperties(colour(one.colour())));
            look.setLineProperties(line(Look.Colour.ACCENT));
            series.setShapeProperties(look);
        }
        chart.plot(data);
        settleWhatIsLeftToTheMachine(chart.getCTChart().getPlotArea());
    }

    /** The titles' language would be that of the machine, and the numbers' format the cells'. */
    private static void settleWhatIsLeftToTheMachine(CTPlotArea area) {
        CTTextBody names = area.getCatAxArray(0).getTitle().getTx().getRich();
        names.getBodyPr().setRot(UPWARDS);
        names.getBodyPr().setVert(STTextVerticalType.HORZ);
        CTTextBody unit = area.getValAxArray(0).getTitle().getTx().getRich();
        for (CTTextBody text : List.of(names, unit)) {
            text.getPArray(0).getRArray(0).getRPr().setLang(LANGUAGE);
        }
        area.getValAxArray(0).getNumFmt().setSourceLinked(false);
        writeEveryName(area.getCatAxArray(0));
    }

    /** A spreadsheet would leave out some names where there are many. */
    private static void writeEveryName(CTCatAx axis) {
        try (XmlCursor cursor = axis.newCursor()) {
            cursor.toEndToken();
            cursor.beginElement("tickLblSkip", axis.schemaType().getName().getNamespaceURI());
            cursor.insertAttributeWithValue("val", "1");
        }
    }

    /** Bars of almost the same length would else begin where it suits the spreadsheet. */
    private void beginAtZero(XDDFValueAxis axis) {
        List<BigDecimal> all =
                bars.stream().flatMap(one -> one.numbers().values().stream()).toList();
        boolean anyAbove = all.stream().anyMatch(value -> value.signum() > 0);
        boolean anyBelow = all.stream().anyMatch(value -> value.signum() < 0);
        if (anyAbove && !anyBelow) {
            axis.setMinimum(0);
        } else if (anyBelow && !anyAbove) {
            axis.setMaximum(0);
        }
    }

    private static void ground(XSSFChart chart) {
        CTChartSpace space = chart.getCTChartSpace();
        if (!space.isSetRoundedCorners()) {
            space.addNewRoundedCorners();
        }
        space.getRoundedCorners().setVal(false);
        XDDFShapeProperties ground = new XDDFShapeProperties(space.addNewSpPr());
        ground.setFillProperties(new XDDFSolidFillProperties(colour(Look.Colour.PAPER)));
        ground.setLineProperties(line(Look.Colour.HAIRLINE));
        CTTextBody text = space.addNewTxPr();
        text.addNewBodyPr();
        CTTextCharacterProperties letters = text.addNewP().addNewPPr().addNewDefRPr();
        letters.setSz(TEXT_HUNDREDTHS_OF_POINTS);
        letters.addNewLatin().setTypeface(FONT);
    }

    private static XDDFLineProperties line(String colour) {
        XDDFLineProperties line =
                new XDDFLineProperties(new XDDFSolidFillProperties(colour(colour)));
        line.setWidth(LINE_POINTS);
        return line;
    }

    private static XDDFColor colour(String rgb) {
        return XDDFColor.from(HexFormat.of().parseHex(rgb));
    }
}
