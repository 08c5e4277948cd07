package se.gits.costshare.template;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The workbooks that a newcomer gets to fill in. */
public final class TemplateWorkbooks {

    private TemplateWorkbooks() {}

    /** Each by the name it is given. */
    public static Map<String, byte[]> all() {
        return Arrays.stream(InputTable.values())
                .collect(
                        Collectors.toMap(
                                table -> table.baseName() + ".xlsx", InputTable::workbook));
    }
}
