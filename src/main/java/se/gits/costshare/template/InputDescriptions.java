package se.gits.costshare.template;

import java.util.Arrays;
import java.util.List;
import se.gits.costshare.export.excel.FormColumn;

/** What the tables of the input are, for the documentation of the system. */
public final class InputDescriptions {

    private InputDescriptions() {}

    /**
     * A table.
     *
     * @param fileName without ending, of the example's year where it has one
     */
    public record TableDescription(String fileName, List<ColumnDescription> columns) {}

    /**
     * A column.
     *
     * @param note what stands in it, in Swedish
     */
    public record ColumnDescription(String heading, boolean required, String note) {}

    /** Every table, in the order in which a newcomer fills them in. */
    public static List<TableDescription> all() {
        return Arrays.stream(InputTable.values())
                .map(
                        table ->
                                new TableDescription(
                                        table.baseName(),
                                        table.formColumns().stream()
                                                .map(InputDescriptions::of)
                                                .toList()))
                .toList();
    }

    private static ColumnDescription of(FormColumn column) {
        return new ColumnDescription(column.heading(), column.required(), column.note());
    }
}
