package se.gits.costshare.export;

import java.util.List;
import se.gits.costshare.explanation.Explanations;
import se.gits.costshare.export.csv.AllocationCsv;
import se.gits.costshare.export.csv.InvoiceLinesCsv;
import se.gits.costshare.export.csv.InvoicesCsv;
import se.gits.costshare.export.excel.InvoiceWorkbook;
import se.gits.costshare.export.excel.SummaryWorkbook;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.Issuance;

/**
 * What the program and the peer both write of a month, and nothing else. It stands before the
 * program's own list on the class path where the two are compared.
 */
public final class Exporters {

    private Exporters() {}

    /** The files of each of an act's invoices. */
    public static List<InvoiceExporter> ofInvoices(Issuance issuance) {
        return List.of(
                new InvoiceWorkbook(issuance, Explanations.of(issuance)), new InvoiceLinesCsv());
    }

    /** The files of an act as a whole. */
    public static List<ActExporter> ofAct(ActKind kind) {
        return List.of(
                new SummaryWorkbook(),
                new InvoiceLinesCsv(),
                new InvoicesCsv(),
                new AllocationCsv());
    }
}
