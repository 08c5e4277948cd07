package se.gits.costshare.export.excel;

import java.time.YearMonth;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import se.gits.costshare.export.ActExporter;
import se.gits.costshare.export.Exported;
import se.gits.costshare.export.Exporters;
import se.gits.costshare.export.InvoiceExporter;
import se.gits.costshare.export.ReportExporter;
import se.gits.costshare.export.SimulationExporter;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.report.AnnualReport;
import se.gits.costshare.report.SmallYear;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.SmallInput;
import se.gits.costshare.simulation.Simulation;
import se.gits.costshare.template.TemplateWorkbooks;

/**
 * Every kind of workbook that the program makes, for the tests that hold for all of them. What
 * exporters there are is asked of {@link Exporters}, so that a new one is among them at once.
 */
final class SampleWorkbooks {

    /** The invoice of the published budget: Göteborg, January 2023. */
    static final String INVOICE_OF_THE_REAL_BUDGET = "januari-faktura-1480.xlsx";

    private static final String ENDING = ".xlsx";
    private static final String TEMPLATE = "mall-";

    /** Of what is written for others to read, as bad and as long as an input file can hold it. */
    private static final String BAD_NAME =
            "\"=1+1 <b>&P</b> \"\"stad\"\" 😀 _x0041_ \u0627\u0644 " + "långt ".repeat(20) + "\"";

    private static final SortedMap<String, byte[]> ALL =
            Collections.unmodifiableSortedMap(new SampleWorkbooks().make());

    private final SortedMap<String, byte[]> workbooks = new TreeMap<>();

    private SampleWorkbooks() {}

    /** Each by a file name of its own, which tells what it is. */
    static SortedMap<String, byte[]> all() {
        return ALL;
    }

    /** Whether the workbook is one to fill in, which computes nothing. */
    static boolean isTemplate(String name) {
        return name.startsWith(TEMPLATE);
    }

    private SortedMap<String, byte[]> make() {
        act("januari", SampleIssuances.january());
        act("utkast", SampleIssuances.januaryDraft());
        act("undantag", wholeKronorWithoutVat());
        act("text", SampleIssuances.january(text -> text.replace("Göteborgs stad", BAD_NAME)));
        act("justering", SampleIssuances.februaryOfCredits());
        act("kreditering", SampleIssuances.credit("Fel folkmängd"));
        act(
                "ny",
                SampleIssuances.reissue(
                        SampleIssuances.reissueTerms(),
                        text -> text.replace("2 000 000", "2 500 000")));
        act("avrakning", SampleIssuances.settlement());
        act("lang", SampleIssuances.january(SampleWorkbooks::withManyLines));
        act("portfolj", SampleIssuances.portfolio(YearMonth.of(2023, 10)));
        workbooks.put("halva-oren.xlsx", SampleInvoices.alone(SampleInvoices.halfOre()));
        simulation(
                "simulering",
                new SmallInput(),
                SampleSimulations.withOtherShares(new SmallInput()));
        simulation(
                "simulering-utan",
                SampleSimulations.withMuchElse(),
                SampleSimulations.withoutAFigure());
        report("arsrapport", SmallYear.ofApril());
        report("arsrapport-avraknad", SmallYear.settled());
        TemplateWorkbooks.all().forEach((name, bytes) -> workbooks.put(TEMPLATE + name, bytes));
        return workbooks;
    }

    /** The act's own workbooks, and those of its invoices to Göteborg and the region. */
    private void act(String name, Issuance issuance) {
        for (ActExporter exporter : Exporters.ofAct(issuance.terms().kind())) {
            if (exporter.fileName().endsWith(ENDING)) {
                put(name, exporter.fileName(), Exported.by(exporter, issuance));
            }
        }
        for (InvoiceExporter exporter : Exporters.ofInvoices(issuance)) {
            for (Invoice invoice : issuance.invoices()) {
                String party = invoice.recipient().code().value();
                boolean isSample = party.equals("1480") || party.equals("VGR");
                if (isSample && exporter.ending().equals(ENDING)) {
                    put(name, "faktura-" + party + ENDING, exporter.export(invoice));
                }
            }
        }
    }

    private void simulation(String name, SmallInput today, SmallInput proposal) {
        Simulation simulation = Simulation.of(today.inputs(), proposal.inputs());
        for (SimulationExporter exporter : Exporters.PER_SIMULATION) {
            if (exporter.fileName().endsWith(ENDING)) {
                put(
                        name,
                        exporter.fileName(),
                        exporter.export(simulation, today.files(), proposal.files()));
            }
        }
    }

    private void report(String name, AnnualReport report) {
        for (ReportExporter exporter : Exporters.PER_REPORT) {
            if (exporter.fileName().endsWith(ENDING)) {
                put(name, exporter.fileName(), exporter.export(report, SmallYear.sources(report)));
            }
        }
    }

    private void put(String name, String fileName, byte[] workbook) {
        if (workbooks.put(name + "-" + fileName, workbook) != null) {
            throw new IllegalStateException("Two samples are named " + name + "-" + fileName);
        }
    }

    /** More lines than a sheet keeps in memory, each of a cost of its own. */
    private static String withManyLines(String text) {
        if (!text.contains("rad;objekt;benämning")) {
            return text;
        }
        StringBuilder more = new StringBuilder(text.strip());
        for (int row = 6; row <= 150; row++) {
            more.append(
                    "\n%d;SHVO;Tjänst %d;drift;%d,%02d;70/30;;;Beslut"
                            .formatted(row, row, 1_000 + 37 * row, row % 100));
        }
        return more.toString();
    }

    private static Issuance wholeKronorWithoutVat() {
        return SampleIssuances.january(
                text ->
                        text.replace("öresavrundning: nej", "öresavrundning: ja")
                                .replace("alla;25;", "alla;undantag 10 kap. 6 § ML;"));
    }
}
