package se.gits.costshare.export.excel;

import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import se.gits.costshare.export.CommonNote;
import se.gits.costshare.invoice.Invoice;

/**
 * The invoice itself, on paper one page where it fits: who, to whom, what for, how much, and how to
 * pay. The sheet {@code Faktura}.
 *
 * @see "17 kap. 24 § mervärdesskattelagen (2023:200)"
 */
final class InvoiceSheet {

    static final String SHEET = "Faktura";

    private final Invoice invoice;
    private final SheetWriter sheet;
    private final CommonNote common;
    private final InvoiceTable table;

    InvoiceSheet(ReproducibleWorkbook workbook, Invoice invoice) {
        this.invoice = invoice;
        this.sheet = workbook.addSheet(SHEET, InvoiceTable.WIDTHS);
        this.common = new CommonNote(invoice);
        this.table = new InvoiceTable(sheet, invoice, common);
    }

    void write() {
        InvoiceHead head = new InvoiceHead(sheet, invoice, common);
        int headingRow = head.write();
        head.write(table.write(headingRow));
        new InvoiceFoot(sheet, invoice).write(table.end() + 1);
        sheet.allowDigitsAsText();
        Page.setUp(
                sheet,
                false,
                invoice.number().isEmpty() ? InvoiceWorkbook.DRAFT : "",
                InvoiceWorkbook.name(invoice) + ", " + invoice.recipient().name(),
                new CellRangeAddress(headingRow, headingRow, -1, -1));
    }

    /** Where the lines' amounts stand, as other sheets refer to them, in the lines' order. */
    List<Total> amountsOfLines() {
        return table.amountsOfLines();
    }
}
