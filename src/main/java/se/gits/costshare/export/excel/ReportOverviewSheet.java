package se.gits.costshare.export.excel;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import se.gits.costshare.export.excel.FollowUpList.Figure;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.Bearer;
import se.gits.costshare.party.PartyType;
import se.gits.costshare.report.AnnualReport;
import se.gits.costshare.simulation.SimulationText;

/**
 * The year on one page: its sums, who paid, and charts of the objects and of the months. The sheet
 * {@code Översikt}.
 */
final class ReportOverviewSheet {

    private static final int NAME = 0;
    private static final int AMOUNT = 1;
    private static final int PER_INHABITANT = 2;
    private static final int OBJECTS = 4;
    private static final int MONTHS = 6;

    private static final int[] WIDTHS = {32, 19, 16, 2, 66, 2, 66, 1};

    private static final Set<Figure> STRONG =
            EnumSet.of(Figure.BUDGET, Figure.REMAINING, Figure.REMAINING_OF_OUTCOME);

    private static final float ROW_POINTS = 15f;
    private static final float CHART_POINTS = 110f;
    private static final float MONTH_POINTS = 14f;
    private static final float NAME_POINTS = 56f;

    /** What is left of the page for the objects' names. */
    private static final float OBJECTS_POINTS = 450f;

    private static final float LEAST_NAME_POINTS = 26f;

    private final SheetWriter sheet;
    private final SheetTitle title;
    private final SimulationText text = new SimulationText(Locale.forLanguageTag("sv"));
    private Total paid;

    ReportOverviewSheet(ReproducibleWorkbook workbook, SheetTitle title) {
        this.title = title;
        this.sheet = workbook.addSheet("Översikt", WIDTHS);
    }

    /** Whether a chart of so many objects stands here; more have a sheet of their own. */
    static boolean hasRoomFor(int objects) {
        return objects * LEAST_NAME_POINTS <= OBJECTS_POINTS;
    }

    void write(
            AnnualReport report,
            ReportObjectsSheet objects,
            ReportPartiesSheet parties,
            ReportMonthsSheet months) {
        int firstRow = title.write(sheet);
        int row = keyFigures(firstRow, objects.list(), report.isSettled());
        bearers(row + 1, report, parties);
        int between = below(firstRow, 12 * MONTH_POINTS);
        months.chart().draw(sheet, MONTHS, firstRow, between);
        int last = below(between + 1, 12 * MONTH_POINTS);
        months.chartThrough().draw(sheet, MONTHS, between + 1, last);
        int count = report.objects().size();
        if (hasRoomFor(count)) {
            float points = Math.min(NAME_POINTS, OBJECTS_POINTS / Math.max(1, count)) * count;
            objects.chart().draw(sheet, OBJECTS, firstRow, below(firstRow, points));
        }
        title.setUpPage(sheet, null);
    }

    private int keyFigures(int headingRow, FollowUpList objects, boolean settled) {
        sheet.text(headingRow, NAME, "Hela året", Look.HEADING);
        sheet.text(headingRow, AMOUNT, "Kronor", Look.NUMBER_HEADING);
        int row = headingRow + 1;
        for (Figure figure : Figure.values()) {
            if (settled || !figure.isOfOutcome()) {
                boolean strong = STRONG.contains(figure);
                sheet.text(
                        row, NAME, figure.heading, strong ? Look.STRONG_TEXT_ROW : Look.TEXT_ROW);
                sheet.amount(
                        row,
                        AMOUNT,
                        objects.sum(figure),
                        strong ? Look.STRONG_AMOUNT_ROW : figure.look());
                row++;
            }
        }
        return row;
    }

    private void bearers(int headingRow, AnnualReport report, ReportPartiesSheet parties) {
        sheet.text(headingRow, NAME, "Vem som betalar", Look.HEADING);
        sheet.text(headingRow, AMOUNT, "Kronor", Look.NUMBER_HEADING);
        sheet.text(headingRow, PER_INHABITANT, "Kr per invånare", Look.NUMBER_HEADING);
        int firstRow = headingRow + 1;
        int row = firstRow;
        for (Map.Entry<Bearer, Money> bearer : report.bearers().entrySet()) {
            Total cost = new Total(formula(bearer.getKey(), parties), bearer.getValue());
            sheet.text(row, NAME, text.of(bearer.getKey()), Look.TEXT_ROW);
            sheet.amount(row, AMOUNT, cost, Look.AMOUNT_ROW);
            perInhabitant(row, cost.amount(), report, parties, Look.AMOUNT_ROW);
            row++;
        }
        Money all = report.total().charge().total();
        sheet.text(row, NAME, "Summa", Look.TEXT_SUM);
        sheet.amount(
                row,
                AMOUNT,
                new Total(SheetWriter.sum(AMOUNT, firstRow, row - 1), all),
                Look.AMOUNT_SUM);
        perInhabitant(row, all, report, parties, Look.AMOUNT_SUM);
        paid = new Total(sheet.fromElsewhere(SheetWriter.at(row, AMOUNT)), all);
    }

    private static String formula(Bearer bearer, ReportPartiesSheet parties) {
        return switch (bearer) {
            case REGION -> parties.invoicedTo(PartyType.REGION);
            case MUNICIPALITIES -> parties.invoicedTo(PartyType.MUNICIPALITY);
            case OTHERS -> parties.invoicedTo(PartyType.OTHER);
            case CENTRAL -> parties.central().formula();
        };
    }

    private void perInhabitant(
            int row, Money cost, AnnualReport report, ReportPartiesSheet parties, Look look) {
        sheet.number(
                row,
                PER_INHABITANT,
                ComparisonFormulas.perInhabitant(
                        parties.inhabitantsCell(), SheetWriter.at(row, AMOUNT)),
                report.perInhabitant(cost).map(Money::kronor),
                look);
    }

    /** What all bearers paid together. */
    Total paid() {
        return paid;
    }

    /**
     * The row after those that a chart needs, whose heights are then settled.
     *
     * @param namesPoints what the names take together, in points
     */
    private int below(int firstRow, float namesPoints) {
        int row = sheet.rowBelow(firstRow, CHART_POINTS + namesPoints, ROW_POINTS);
        sheet.blank(row, OBJECTS, Look.TEXT);
        return row;
    }
}
