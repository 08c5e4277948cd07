package se.gits.costshare.export.excel;

import java.util.List;
import se.gits.costshare.export.excel.FollowUpList.Figure;
import se.gits.costshare.report.AnnualReport;
import se.gits.costshare.report.Charge;
import se.gits.costshare.report.PartyReport;

/** What each party paid of each object, where it paid anything: {@code Part och objekt}. */
final class ReportSharesSheet {

    private static final List<ListSheet.Column> COLUMNS =
            List.of(
                    ListSheet.Column.text("Kod", 11),
                    ListSheet.Column.text("Namn", 30),
                    ListSheet.Column.text("Objekt", 12),
                    ListSheet.Column.text("Objektets namn", 34),
                    ListSheet.Column.amount(Figure.INVOICED.heading),
                    ListSheet.Column.amount(Figure.CENTRAL.heading),
                    ListSheet.Column.amount("Summa"));

    private static final int INVOICED = 4;
    private static final int CENTRAL = 5;

    private final ListSheet list;

    ReportSharesSheet(ReproducibleWorkbook workbook, SheetTitle title, AnnualReport report) {
        list = new ListSheet(workbook, "Part och objekt", title, COLUMNS);
        for (PartyReport party : report.parties()) {
            for (String object : report.objects()) {
                Charge charge = report.of(party.party(), object);
                if (!charge.isZero()) {
                    list.text(party.party().code())
                            .text(party.party().name())
                            .text(object)
                            .text(report.nameOf(object));
                    charge(list, charge);
                    list.endRow();
                }
            }
        }
        list.finish();
    }

    /** What was invoiced, what is carried centrally, and both together. */
    static void charge(ListSheet list, Charge charge) {
        list.amount(charge.invoiced()).amount(charge.central());
        list.amount(
                new Total("ROUND(" + list.left(2) + "+" + list.left(1) + ",2)", charge.total()));
    }

    Total invoiced() {
        return list.sum(INVOICED);
    }

    Total central() {
        return list.sum(CENTRAL);
    }
}
