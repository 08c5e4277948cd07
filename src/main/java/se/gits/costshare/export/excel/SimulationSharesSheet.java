package se.gits.costshare.export.excel;

import java.util.List;
import se.gits.costshare.party.Party;
import se.gits.costshare.simulation.Comparison;
import se.gits.costshare.simulation.Simulation;

/**
 * What each party pays of each object today and would pay, where it pays anything: the sheet {@code
 * Part och objekt}.
 */
final class SimulationSharesSheet {

    private static final List<ListSheet.Column> COLUMNS =
            List.of(
                    ListSheet.Column.text("Kod", 11),
                    ListSheet.Column.text("Namn", 30),
                    ListSheet.Column.text("Objekt", 12),
                    ListSheet.Column.text("Objektets namn", 34));

    private final ComparisonList list;

    SimulationSharesSheet(ReproducibleWorkbook workbook, SheetTitle title, Simulation simulation) {
        list = new ComparisonList(workbook, "Part och objekt", title, COLUMNS);
        for (Party party : simulation.parties()) {
            for (String object : simulation.objects()) {
                Comparison share = simulation.of(party, object);
                if (!share.today().isZero() || !share.proposal().isZero()) {
                    list.text(party.code())
                            .text(party.name())
                            .text(object)
                            .text(simulation.nameOf(object))
                            .endRow(share);
                }
            }
        }
        list.finish(simulation.total());
    }

    ComparisonList list() {
        return list;
    }
}
