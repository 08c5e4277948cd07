package se.gits.costshare.export.excel;

import java.util.List;
import se.gits.costshare.explanation.Explanation;
import se.gits.costshare.explanation.Explanations;
import se.gits.costshare.export.InvoiceExporter;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.run.Issuance;

/**
 * An invoice as a workbook: the invoice itself, how each amount came about, and what that rests on.
 * With SCB's public figures it can be checked by its recipient without this program.
 */
public final class InvoiceWorkbook implements InvoiceExporter {

    static final String DRAFT = "UTKAST – inte en faktura";

    private final Issuance issuance;
    private final Explanations explanations;

    public InvoiceWorkbook(Issuance issuance) {
        this(issuance, Explanations.of(issuance));
    }

    /**
     * @param explanations of the same issuance, which others ask too
     */
    public InvoiceWorkbook(Issuance issuance, Explanations explanations) {
        this.issuance = issuance;
        this.explanations = explanations;
    }

    @Override
    public String ending() {
        return ".xlsx";
    }

    @Override
    public byte[] export(Invoice invoice) {
        String name = name(invoice);
        ReproducibleWorkbook workbook = new ReproducibleWorkbook(name, invoice.issueDate());
        InvoiceSheet sheet = new InvoiceSheet(workbook, invoice);
        // Made before the sheet it computes from, to stand before it.
        SheetWriter specificationSheet = SpecificationSheet.add(workbook);
        BasisSheet basis = new BasisSheet(workbook, invoice, issuance);
        List<Explanation> explained =
                invoice.lines().stream().map(line -> explanations.of(invoice, line)).toList();
        InvoiceSheetTitle title =
                new InvoiceSheetTitle(
                        name, invoice.recipient().name(), invoice.number().isEmpty() ? DRAFT : "");
        sheet.write();
        basis.write(title, explained);
        new SpecificationSheet(specificationSheet, basis, invoice.recipient().name())
                .write(title, explained, sheet.amountsOfLines());
        return workbook.bytes();
    }

    /** What the invoice is called in the file's properties and at the foot of its pages. */
    static String name(Invoice invoice) {
        return invoice.number()
                .map(number -> invoice.kind().heading() + " " + number)
                .orElse(DRAFT);
    }
}
