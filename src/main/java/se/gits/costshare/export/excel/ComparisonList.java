package se.gits.costshare.export.excel;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellReference;
import se.gits.costshare.simulation.Comparison;

/**
 * A sheet of rows that each end in a comparison: today, proposal, difference in kronor and percent,
 * inhabitants, and the difference in kronor an inhabitant.
 */
final class ComparisonList {

    static final String TODAY = "I dag";
    static final String PROPOSAL = "Förslaget";
    static final String DIFFERENCE = "Skillnad";
    static final String PERCENT = "Procent";
    static final int PERCENT_WIDTH = 12;

    private static final int INHABITANTS_WIDTH = 13;
    private static final int PER_INHABITANT_WIDTH = 16;

    private final ListSheet list;
    private final int today;
    private final int proposal;
    private final int difference;
    private final int percent;
    private final int perInhabitant;

    /**
     * @param first the columns before the comparison
     */
    ComparisonList(
            ReproducibleWorkbook workbook,
            String name,
            SheetTitle title,
            List<ListSheet.Column> first) {
        today = first.size();
        proposal = today + 1;
        difference = today + 2;
        percent = today + 3;
        perInhabitant = today + 5;
        List<ListSheet.Column> columns = new ArrayList<>(first);
        columns.add(ListSheet.Column.amount(TODAY));
        columns.add(ListSheet.Column.amount(PROPOSAL));
        columns.add(ListSheet.Column.change(DIFFERENCE));
        columns.add(ListSheet.Column.count(PERCENT, PERCENT_WIDTH));
        columns.add(ListSheet.Column.count("Invånare", INHABITANTS_WIDTH));
        columns.add(ListSheet.Column.count("Kr per invånare", PER_INHABITANT_WIDTH));
        list = new ListSheet(workbook, name, title, columns);
    }

    ComparisonList text(Object value) {
        list.text(value);
        return this;
    }

    /** Ends a row with its comparison. */
    void endRow(Comparison comparison) {
        list.amount(comparison.today())
                .amount(comparison.proposal())
                .amount(
                        new Total(
                                ComparisonFormulas.difference(list.left(2), list.left(1)),
                                comparison.difference()),
                        Look.CHANGE_ROW);
        relative(comparison, Look.CHANGE_IN_PERCENT_ROW, Look.INHABITANTS_ROW, Look.CHANGE_ROW);
        list.endRow();
    }

    /**
     * Writes the sums, each with what it is relative to.
     *
     * @param total all rows together
     */
    void finish(Comparison total) {
        list.finish();
        list.at(percent);
        relative(total, Look.CHANGE_IN_PERCENT_SUM, Look.INHABITANTS_SUM, Look.CHANGE_SUM);
    }

    private void relative(Comparison comparison, Look inPercent, Look count, Look change) {
        list.number(
                        ComparisonFormulas.part(list.left(3), list.left(1)),
                        comparison.percent().map(rate -> rate.movePointLeft(2)),
                        inPercent)
                .number(comparison.inhabitants(), count)
                .number(
                        ComparisonFormulas.perInhabitant(list.left(1), list.left(3)),
                        comparison.perInhabitant(),
                        change);
    }

    /** What the rows cost today, as other sheets refer to it. */
    Total today() {
        return list.sum(today);
    }

    /** What the rows would cost, as other sheets refer to it. */
    Total proposal() {
        return list.sum(proposal);
    }

    /** What the proposal adds to the rows, as other sheets refer to it. */
    Total difference() {
        return list.sum(difference);
    }

    /** The cells of one of the columns before the comparison. */
    String cells(int column) {
        return list.fixedCells(column);
    }

    String todayCells() {
        return list.fixedCells(today);
    }

    String proposalCells() {
        return list.fixedCells(proposal);
    }

    String differenceCells() {
        return list.fixedCells(difference);
    }

    String perInhabitantCells() {
        return list.fixedCells(perInhabitant);
    }

    CellReference todayHeading() {
        return list.heading(today);
    }

    CellReference proposalHeading() {
        return list.heading(proposal);
    }
}
