package se.gits.costshare.export.excel;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.apache.poi.ss.util.CellReference;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyType;
import se.gits.costshare.simulation.Comparison;
import se.gits.costshare.simulation.Simulation;

/**
 * What the proposal adds for each municipality, the most at the top: the sheet {@code Diagram}. In
 * kronor an inhabitant, or in kronor where there is one without a figure of inhabitants.
 *
 * <p>The figures stand beside the chart, since the order is its own; they are looked up by code, so
 * that they are right also when someone sorts the parties' sheet.
 */
final class SimulationChartSheet {

    private static final int CHART = 0;
    private static final int CODE = 2;
    private static final int NAME = 3;
    private static final int VALUE = 4;

    private static final int[] WIDTHS = {64, 2, 7, 26, 17};

    private static final String NAME_OF_SHEET = "Diagram";
    private static final float ROW_POINTS = 15f;
    private static final int LEAST_ROWS = 14;

    private final SheetWriter sheet;
    private final SheetTitle title;

    /** A bar. */
    private record Bar(Party party, BigDecimal value) {}

    SimulationChartSheet(ReproducibleWorkbook workbook, SheetTitle title) {
        this.title = title;
        this.sheet = workbook.addSheet(NAME_OF_SHEET, WIDTHS);
    }

    void write(Simulation simulation, SimulationPartiesSheet parties) {
        List<Party> municipalities =
                simulation.parties().stream()
                        .filter(party -> party.type() == PartyType.MUNICIPALITY)
                        .toList();
        boolean perInhabitant =
                municipalities.stream()
                        .map(simulation::of)
                        .allMatch(cost -> cost.perInhabitant().isPresent());
        int headingRow = title.write(sheet);
        int firstRow = headingRow + 1;
        sheet.text(headingRow, CODE, "Kod", Look.HEADING);
        sheet.text(headingRow, NAME, "Kommun", Look.HEADING);
        String heading = perInhabitant ? "Kr per invånare" : "Skillnad, kronor";
        sheet.text(headingRow, VALUE, heading, Look.NUMBER_HEADING);
        List<Bar> bars = sorted(municipalities, simulation, perInhabitant);
        int row = firstRow;
        for (Bar bar : bars) {
            write(row, bar, perInhabitant, parties);
            row++;
        }
        sheet.allowDigitsAsText();
        if (bars.isEmpty()) {
            sheet.text(firstRow, CODE, VALUE, "Ingen kommun bär någon kostnad.", Look.TEXT);
        } else {
            int below = Math.max(row, headingRow + LEAST_ROWS);
            for (int covered = headingRow; covered < below; covered++) {
                sheet.settleHeight(covered, ROW_POINTS);
            }
            sheet.blank(below, CHART, Look.TEXT);
            chart(simulation, bars, perInhabitant, heading, firstRow, row - 1)
                    .draw(sheet, CHART, headingRow, below);
        }
        Page.setUp(sheet, false, "", title.text(), null);
    }

    private static List<Bar> sorted(
            List<Party> municipalities, Simulation simulation, boolean perInhabitant) {
        return municipalities.stream()
                .map(party -> new Bar(party, value(simulation.of(party), perInhabitant)))
                .sorted(Comparator.comparing(Bar::value).reversed())
                .toList();
    }

    private static BigDecimal value(Comparison cost, boolean perInhabitant) {
        return perInhabitant ? cost.perInhabitant().orElseThrow() : cost.difference().kronor();
    }

    private void write(int row, Bar bar, boolean perInhabitant, SimulationPartiesSheet parties) {
        String code = SheetWriter.at(row, CODE);
        sheet.text(row, CODE, bar.party().code().value(), Look.TEXT_ROW);
        sheet.text(row, NAME, bar.party().name(), Look.TEXT_ROW);
        sheet.number(
                row,
                VALUE,
                perInhabitant ? parties.perInhabitantOf(code) : parties.differenceOf(code),
                bar.value(),
                Look.CHANGE_ROW);
    }

    private BarChart chart(
            Simulation simulation,
            List<Bar> bars,
            boolean perInhabitant,
            String heading,
            int firstRow,
            int lastRow) {
        ChartCells.Names names =
                new ChartCells.Names(
                        cells(NAME, firstRow, lastRow),
                        bars.stream().map(bar -> bar.party().name()).toList());
        ChartCells.Numbers numbers =
                new ChartCells.Numbers(
                        cells(VALUE, firstRow, lastRow),
                        Look.Format.CHANGE.code,
                        bars.stream().map(Bar::value).toList());
        return new BarChart(
                "Vad förslaget ändrar för varje kommun " + simulation.year(),
                "Kommun",
                names,
                perInhabitant
                        ? "Kronor per invånare och år, utan moms"
                        : "Kronor per år, utan moms",
                axisFormat(bars, perInhabitant),
                List.of(
                        new BarChart.Bars(
                                new CellReference(NAME_OF_SHEET, firstRow - 1, VALUE, true, true),
                                heading,
                                numbers,
                                Look.Colour.ACCENT)));
    }

    /** Decimals along the axis: none of kronor, and no more than kronor an inhabitant need. */
    private static String axisFormat(List<Bar> bars, boolean perInhabitant) {
        boolean anyWholeKrona =
                bars.stream().anyMatch(bar -> bar.value().abs().compareTo(BigDecimal.ONE) >= 0);
        String digits = !perInhabitant ? "#,##0" : anyWholeKrona ? "#,##0.0" : "0.00";
        return "[$-41D]+" + digits + ";[$-41D]-" + digits + ";0";
    }

    private String cells(int column, int firstRow, int lastRow) {
        return sheet.fromElsewhere(SheetWriter.fixedRange(column, firstRow, lastRow));
    }
}
