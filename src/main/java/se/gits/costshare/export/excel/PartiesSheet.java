package se.gits.costshare.export.excel;

import java.util.List;
import java.util.Optional;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.Party;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.run.Issuance;

/**
 * What each party bears against its invoices, their lines and what is carried centrally: the sheet
 * {@code Part för part}. An öre that moves from one party to another changes no sum, but is seen
 * here.
 */
final class PartiesSheet {

    private static final List<ListSheet.Column> COLUMNS =
            List.of(
                    ListSheet.Column.text("Part", 12),
                    ListSheet.Column.text("Namn", 34),
                    ListSheet.Column.amount("Fördelat"),
                    ListSheet.Column.amount("Fakturor, netto"),
                    ListSheet.Column.amount("Fakturarader"),
                    ListSheet.Column.amount("Bärs centralt"),
                    ListSheet.Column.change("Skillnad"),
                    ListSheet.Column.change("Skillnad mot rader"));

    private static final int BORNE = 2;
    private static final int DIFFERENCE = 6;
    private static final int DIFFERENCE_OF_LINES = 7;

    private final ListSheet sheet;
    private final int parties;

    PartiesSheet(
            ReproducibleWorkbook workbook,
            Issuance issuance,
            AllocationSheet allocation,
            InvoicesSheet invoices,
            LinesSheet lines,
            Optional<CentralSheet> central) {
        sheet =
                new ListSheet(
                        workbook,
                        "Part för part",
                        SheetTitle.of("Part för part", issuance)
                                .explained(
                                        "Partens summa på bladet Sammanställning ska vara det som"
                                                + " står på dess fakturor och det som bärs"
                                                + " centralt, och fakturorna summan av sina"
                                                + " rader. Båda skillnaderna ska vara noll."),
                        COLUMNS);
        int firstRow = sheet.row();
        for (PartyCode party : allocation.parties()) {
            Total borne = allocation.of(party);
            Total invoiced = invoices.net(party);
            Total ofLines = lines.net(party);
            Total carried = central.map(carriers -> carriers.of(party)).orElse(Total.NOTHING);
            sheet.text(party)
                    .text(issuance.inputs().parties().find(party).map(Party::name).orElse(""))
                    .amount(borne)
                    .amount(invoiced)
                    .amount(ofLines)
                    .amount(carried);
            String difference =
                    "ROUND(" + sheet.left(4) + "-" + sheet.left(3) + "-" + sheet.left(1) + ",2)";
            Money more = borne.amount().minus(invoiced.amount()).minus(carried.amount());
            sheet.amount(new Total(difference, more), Look.CHANGE_ROW);
            sheet.amount(
                            new Total(
                                    SheetWriter.difference(sheet.left(4), sheet.left(3)),
                                    invoiced.amount().minus(ofLines.amount())),
                            Look.CHANGE_ROW)
                    .endRow();
        }
        parties = sheet.row() - firstRow;
        sheet.redWhereNotZero(DIFFERENCE);
        sheet.redWhereNotZero(DIFFERENCE_OF_LINES);
        sheet.finish();
    }

    /** For each party, what it bears is invoiced or carried centrally, and invoices are lines. */
    List<Control> controls() {
        return parties == 0
                ? List.of()
                : List.of(
                        everyParty("Varje part, fakturor och centralt buret", DIFFERENCE),
                        everyParty("Varje part, fakturor och rader", DIFFERENCE_OF_LINES));
    }

    private Control everyParty(String name, int differences) {
        return Control.ofCounts(
                name,
                Control.Side.of("antal parter", "COUNT(" + sheet.cells(BORNE) + ")", parties),
                Control.Side.of(
                        "parter utan skillnad",
                        "COUNTIF(" + sheet.cells(differences) + ",0)",
                        parties));
    }
}
