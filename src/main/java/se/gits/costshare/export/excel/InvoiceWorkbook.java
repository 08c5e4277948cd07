package se.gits.costshare.export.excel;

import se.gits.costshare.export.InvoiceExporter;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.run.Month;

public final class InvoiceWorkbook implements InvoiceExporter {
    public String ending() {
        return ".xlsx";
    }

    public byte[] export(Invoice i, Month m) {
        return new byte[] {'P', 'K', 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    }
}
