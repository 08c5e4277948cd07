package se.gits.costshare.export;

import java.util.List;
import se.gits.costshare.export.csv.AllocationCsv;
import se.gits.costshare.export.csv.InvoiceLinesCsv;
import se.gits.costshare.export.csv.InvoicesCsv;
import se.gits.costshare.export.csv.ReportCsv;
import se.gits.costshare.export.csv.SimulationCsv;
import se.gits.costshare.export.excel.InvoiceWorkbook;
import se.gits.costshare.export.excel.ReportWorkbook;
import se.gits.costshare.export.excel.SimulationWorkbook;
import se.gits.costshare.export.excel.SummaryWorkbook;
import se.gits.costshare.export.html.ReportPage;
import se.gits.costshare.export.html.SimulationPage;

/**
 * Every kind of file that an act, a simulation or an annual report is made into: the one place to
 * add another.
 */
public final class Exporters {

    public static final List<InvoiceExporter> PER_INVOICE =
            List.of(new InvoiceWorkbook(), new InvoiceLinesCsv());

    public static final List<ActExporter> PER_ACT =
            List.of(
                    new SummaryWorkbook(),
                    new InvoiceLinesCsv(),
                    new InvoicesCsv(),
                    new AllocationCsv());

    public static final List<SimulationExporter> PER_SIMULATION =
            List.of(new SimulationWorkbook(), new SimulationCsv(), new SimulationPage());

    public static final List<ReportExporter> PER_REPORT =
            List.of(new ReportWorkbook(), new ReportCsv(), new ReportPage());

    private Exporters() {}
}
