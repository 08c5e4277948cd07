package se.gits.costshare.export.excel;

import se.gits.costshare.export.MonthExporter;
import se.gits.costshare.run.Month;

public final class SummaryWorkbook implements MonthExporter {
    public String fileName() {
        return "sammanstallning.xlsx";
    }

    public byte[] export(Month m) {
        return new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    }
}
