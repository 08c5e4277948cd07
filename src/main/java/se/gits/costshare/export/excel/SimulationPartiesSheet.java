package se.gits.costshare.export.excel;

import java.util.List;
import se.gits.costshare.party.Party;
import se.gits.costshare.simulation.Simulation;

/** What each party pays today and would pay, all objects together: the sheet {@code Per part}. */
final class SimulationPartiesSheet {

    private static final List<ListSheet.Column> COLUMNS =
            List.of(
                    ListSheet.Column.text("Kod", 11),
                    ListSheet.Column.text("Namn", 34),
                    ListSheet.Column.text("Typ", 10),
                    ListSheet.Column.text("Fakturering", 13));

    private static final int CODE = 0;

    private final ComparisonList list;

    SimulationPartiesSheet(ReproducibleWorkbook workbook, SheetTitle title, Simulation simulation) {
        list = new ComparisonList(workbook, "Per part", title, COLUMNS);
        for (Party party : simulation.parties()) {
            list.text(party.code())
                    .text(party.name())
                    .text(party.type().swedish())
                    .text(party.invoicing().swedish())
                    .endRow(simulation.of(party));
        }
        list.finish(simulation.total());
    }

    ComparisonList list() {
        return list;
    }

    /** A party's difference in kronor, wherever a reader sorts its row to. */
    String differenceOf(String codeCell) {
        return find(codeCell, list.differenceCells());
    }

    /** A party's difference in kronor an inhabitant, wherever a reader sorts its row to. */
    String perInhabitantOf(String codeCell) {
        return find(codeCell, list.perInhabitantCells());
    }

    private String find(String codeCell, String cells) {
        return "INDEX(" + cells + ",MATCH(" + codeCell + "," + list.cells(CODE) + ",0))";
    }
}
