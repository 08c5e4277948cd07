package se.gits.costshare.export.excel;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import se.gits.costshare.export.excel.FollowUpList.Figure;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.PartyType;
import se.gits.costshare.report.AnnualReport;
import se.gits.costshare.report.PartyReport;

/** What each party paid, also in kronor an inhabitant: the sheet {@code Per part}. */
final class ReportPartiesSheet {

    private static final List<ListSheet.Column> COLUMNS =
            List.of(
                    ListSheet.Column.text("Kod", 11),
                    ListSheet.Column.text("Namn", 34),
                    ListSheet.Column.text("Typ", 10),
                    ListSheet.Column.amount(Figure.INVOICED.heading),
                    ListSheet.Column.amount(Figure.CENTRAL.heading),
                    ListSheet.Column.amount("Summa"),
                    ListSheet.Column.count("Invånare", 13),
                    ListSheet.Column.count("Kr per invånare", 16));

    private static final int CODE = 0;
    private static final int TYPE = 2;
    private static final int INVOICED = 3;
    private static final int CENTRAL = 4;
    private static final int SUM = 5;
    private static final int INHABITANTS = 6;
    private static final int PER_INHABITANT = 7;

    private final ListSheet list;

    ReportPartiesSheet(ReproducibleWorkbook workbook, SheetTitle title, AnnualReport report) {
        list = new ListSheet(workbook, "Per part", title, COLUMNS);
        for (PartyReport party : report.parties()) {
            list.text(party.party().code())
                    .text(party.party().name())
                    .text(party.party().type().swedish());
            ReportSharesSheet.charge(list, party.charge());
            relative(
                    party.inhabitants(),
                    party.perInhabitant(),
                    Look.INHABITANTS_ROW,
                    Look.AMOUNT_ROW);
            list.endRow();
        }
        list.finish();
        list.at(INHABITANTS);
        relative(
                report.inhabitantsOfMunicipalities(),
                report.perInhabitant(report.total().charge().total()),
                Look.INHABITANTS_SUM,
                Look.AMOUNT_SUM);
    }

    private void relative(
            OptionalLong inhabitants, Optional<Money> perInhabitant, Look count, Look amount) {
        list.number(inhabitants, count)
                .number(
                        ComparisonFormulas.perInhabitant(list.left(1), list.left(2)),
                        perInhabitant.map(Money::kronor),
                        amount);
    }

    Total invoiced() {
        return list.sum(INVOICED);
    }

    Total central() {
        return list.sum(CENTRAL);
    }

    Total sum() {
        return list.sum(SUM);
    }

    /** The cell that has all municipalities' inhabitants. */
    String inhabitantsCell() {
        return list.cell(list.row(), INHABITANTS);
    }

    /** How the workbook finds what was invoiced to the parties of a type. */
    String invoicedTo(PartyType type) {
        return "ROUND(SUMIF("
                + list.fixedCells(TYPE)
                + ",\""
                + type.swedish()
                + "\","
                + list.fixedCells(INVOICED)
                + "),2)";
    }

    /** A party's cost in kronor an inhabitant, wherever a reader sorts its row to. */
    String perInhabitantOf(String codeCell) {
        return find(codeCell, PER_INHABITANT);
    }

    /** A party's cost, wherever a reader sorts its row to. */
    String sumOf(String codeCell) {
        return find(codeCell, SUM);
    }

    private String find(String codeCell, int column) {
        return "INDEX("
                + list.fixedCells(column)
                + ",MATCH("
                + codeCell
                + ","
                + list.fixedCells(CODE)
                + ",0))";
    }
}
