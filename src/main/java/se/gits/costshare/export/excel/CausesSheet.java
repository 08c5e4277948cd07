package se.gits.costshare.export.excel;

import java.util.ArrayList;
import java.util.List;
import se.gits.costshare.difference.MonthChanges.SharedCause;
import se.gits.costshare.run.Issuance;

/**
 * Why the month is another than the one before, every cause once, what changes most first: the
 * sheet {@code Orsaker}. What each has changed is added up from the sheet {@code Förändringar}.
 */
final class CausesSheet {

    private static final List<ListSheet.Column> COLUMNS =
            List.of(
                    ListSheet.Column.count("Nr", 7),
                    ListSheet.Column.text("Slag", 15),
                    ListSheet.Column.text("Orsak", 78),
                    ListSheet.Column.text("Budgetrader", 16),
                    ListSheet.Column.count("Parter", 10),
                    ListSheet.Column.amount("Berört belopp"),
                    ListSheet.Column.change("Förändring"));

    private static final int CHANGE = 6;

    /** More budget lines than these are counted and not named. */
    private static final int MOST_ROWS_NAMED = 6;

    private final ListSheet sheet;
    private final List<SharedCause> causes;
    private final List<Total> changeOf = new ArrayList<>();

    CausesSheet(ReproducibleWorkbook workbook, Issuance issuance, List<SharedCause> causes) {
        this.causes = causes;
        this.sheet =
                new ListSheet(
                        workbook,
                        "Orsaker",
                        SheetTitle.of("Orsaker", issuance)
                                .explained(
                                        "Varför månaden är en annan än månaden före, med besluten."
                                                + " Flera orsaker i en ruta har ändrat samma"
                                                + " belopp, och kan inte delas upp. Det största"
                                                + " berörda beloppet står först. Raderna med samma"
                                                + " nummer står på bladet Förändringar."),
                        COLUMNS);
    }

    void write(ChangesSheet changes) {
        int number = 0;
        for (SharedCause cause : causes) {
            number++;
            changeOf.add(new Total(sheet.cell(sheet.row(), CHANGE), cause.difference()));
            sheet.count(number)
                    .text(cause.why().kind().swedish())
                    .text(cause.why().text())
                    .text(rows(cause.rows()))
                    .count(cause.parties().size())
                    .amount(changes.affected(number, cause.affected()))
                    .amount(changes.change(number, cause.difference()), Look.CHANGE_ROW)
                    .endRow();
        }
        sheet.finish();
    }

    private static String rows(List<String> rows) {
        return rows.size() <= MOST_ROWS_NAMED
                ? String.join(", ", rows)
                : rows.size() + " budgetrader";
    }

    /** What a cause has changed, by its place in the list. */
    Total change(int index) {
        return changeOf.get(index);
    }

    /** What all causes have changed together. */
    Total sum() {
        return sheet.sum(CHANGE);
    }
}
