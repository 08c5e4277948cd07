package se.gits.costshare.export.excel;

import java.util.Locale;
import org.apache.poi.ss.util.CellRangeAddress;
import se.gits.costshare.export.InvoiceExporter;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.run.Issuance;

/**
 * An invoice as a workbook of one sheet, {@code Faktura}: who, to whom, what for, how much, and how
 * to pay.
 *
 * @see "17 kap. 24 § mervärdesskattelagen (2023:200)"
 */
public final class InvoiceWorkbook implements InvoiceExporter {

    static final String SHEET = "Faktura";
    static final String DRAFT = "UTKAST – inte en faktura";

    private final Issuance issuance;

    public InvoiceWorkbook(Issuance issuance) {
        this.issuance = issuance;
    }

    @Override
    public String ending() {
        return ".xlsx";
    }

    @Override
    public byte[] export(Invoice invoice) {
        String name = name(invoice);
        ReproducibleWorkbook workbook = new ReproducibleWorkbook(name, invoice.issueDate());
        SheetWriter sheet = workbook.addSheet(SHEET, InvoiceTable.WIDTHS);
        CommonNote common = new CommonNote(invoice);
        InvoiceHead head = new InvoiceHead(sheet, invoice, common);
        int headingRow = head.write();
        InvoiceTable table = new InvoiceTable(sheet, invoice, common);
        head.write(table.write(headingRow));
        sheet.allowDigitsAsText();
        boolean draft = invoice.number().isEmpty();
        Page.setUp(
                sheet,
                false,
                draft ? DRAFT : "",
                name + ", " + invoice.recipient().name(),
                new CellRangeAddress(headingRow, headingRow, -1, -1));
        return workbook.bytes();
    }

    /** What the invoice is called in the file's properties and at the foot of its pages. */
    private static String name(Invoice invoice) {
        return invoice.number()
                .map(number -> capitalised(invoice.kind().swedish()) + " " + number)
                .orElse(DRAFT);
    }

    private static String capitalised(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
