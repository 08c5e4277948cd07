package se.gits.costshare.export;

import java.util.List;
import java.util.stream.Stream;
import se.gits.costshare.explanation.Explanations;
import se.gits.costshare.export.csv.AllocationCsv;
import se.gits.costshare.export.csv.InvoiceLinesCsv;
import se.gits.costshare.export.csv.InvoicesCsv;
import se.gits.costshare.export.csv.ReportCsv;
import se.gits.costshare.export.csv.SettlementCsv;
import se.gits.costshare.export.csv.SimulationCsv;
import se.gits.costshare.export.excel.InvoiceWorkbook;
import se.gits.costshare.export.excel.ReportWorkbook;
import se.gits.costshare.export.excel.SimulationWorkbook;
import se.gits.costshare.export.excel.SummaryWorkbook;
import se.gits.costshare.export.html.ReportPage;
import se.gits.costshare.export.html.SettlementPage;
import se.gits.costshare.export.html.SimulationPage;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.Issuance;

/**
 * The program's own list without what the peer does not write: PDF, e-invoices, bookkeeping and the
 * page. It stands before the other on the class path where the two are compared.
 */
public final class Exporters {

    private static final List<ActExporter> PER_ACT =
            List.of(
                    new SummaryWorkbook(),
                    new InvoiceLinesCsv(),
                    new InvoicesCsv(),
                    new AllocationCsv());

    private static final List<ActExporter> PER_SETTLEMENT =
            List.of(new SettlementCsv(), new SettlementPage());

    public static final List<SimulationExporter> PER_SIMULATION =
            List.of(new SimulationWorkbook(), new SimulationCsv(), new SimulationPage());

    public static final List<ReportExporter> PER_REPORT =
            List.of(new ReportWorkbook(), new ReportCsv(), new ReportPage());

    private Exporters() {}

    /** The files of each of an act's invoices. */
    public static List<InvoiceExporter> ofInvoices(Issuance issuance) {
        Explanations explanations = Explanations.of(issuance);
        return List.of(new InvoiceWorkbook(issuance, explanations), new InvoiceLinesCsv());
    }

    /** The files of an act as a whole. */
    public static List<ActExporter> ofAct(ActKind kind) {
        return Stream.concat(
                        PER_ACT.stream(),
                        kind == ActKind.SETTLEMENT
                                ? PER_SETTLEMENT.stream()
                                : Stream.<ActExporter>empty())
                .toList();
    }
}
