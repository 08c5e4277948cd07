package se.gits.costshare.export.excel;

import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import se.gits.costshare.report.SmallYear;
import se.gits.costshare.run.Issuance;

/** A workbook of every kind that the program makes, for those who open them all. */
final class SampleWorkbooks {

    private SampleWorkbooks() {}

    /** By the names of their files. */
    static Map<String, byte[]> all() {
        Issuance january = SampleIssuances.january();
        Issuance february = SampleIssuances.februaryOfCredits();
        Issuance whole =
                SampleIssuances.january(
                        text ->
                                text.replace("öresavrundning: nej", "öresavrundning: ja")
                                        .replace("alla;25;", "alla;undantag 10 kap. 6 § ML;"));
        SummaryWorkbook summary = new SummaryWorkbook();
        Map<String, byte[]> workbooks = new TreeMap<>();
        workbooks.put(
                "faktura.xlsx",
                new InvoiceWorkbook(january).export(SampleIssuances.invoiceTo("1480", january)));
        workbooks.put(
                "kredit.xlsx",
                new InvoiceWorkbook(february).export(SampleIssuances.invoiceTo("1480", february)));
        workbooks.put(
                "undantag.xlsx",
                new InvoiceWorkbook(whole).export(SampleIssuances.invoiceTo("1480", whole)));
        Issuance credit = SampleIssuances.credit("Fel");
        workbooks.put(
                "kreditfaktura.xlsx",
                new InvoiceWorkbook(credit).export(SampleIssuances.invoiceTo("1480", credit)));
        Issuance anew =
                SampleIssuances.reissue(SampleIssuances.reissueTerms(), SampleIssuances::dearer);
        workbooks.put(
                "ny.xlsx",
                new InvoiceWorkbook(anew).export(SampleIssuances.invoiceTo("1480", anew)));
        Issuance portfolio = SampleIssuances.portfolio(YearMonth.of(2023, 10));
        workbooks.put(
                "portfolj.xlsx",
                new InvoiceWorkbook(portfolio)
                        .export(SampleIssuances.invoiceTo("1480", portfolio)));
        workbooks.put("halva-oren.xlsx", SampleInvoices.alone(SampleInvoices.halfOre()));
        workbooks.put("sammanstallning.xlsx", summary.export(january));
        workbooks.put("justering.xlsx", summary.export(february));
        Issuance settlement = SampleIssuances.settlement();
        workbooks.put(
                "avrakning.xlsx",
                new InvoiceWorkbook(settlement)
                        .export(SampleIssuances.invoiceTo("1480", settlement)));
        workbooks.put("sammanstallning-kredit.xlsx", summary.export(credit));
        workbooks.put(
                "sammanstallning-ny.xlsx",
                summary.export(
                        SampleIssuances.reissue(
                                SampleIssuances.reissueTerms(),
                                text -> text.replace("2 000 000", "2 500 000"))));
        workbooks.put("sammanstallning-avrakning.xlsx", summary.export(settlement));
        workbooks.put("simulering.xlsx", SampleSimulations.otherShares());
        workbooks.put(
                "simulering-utan.xlsx",
                SampleSimulations.workbook(
                        SampleSimulations.withMuchElse(), SampleSimulations.withoutAFigure()));
        workbooks.put("arsrapport.xlsx", ReportWorkbookTest.workbook(SmallYear.ofApril()));
        workbooks.put("arsrapport-avraknad.xlsx", ReportWorkbookTest.workbook(SmallYear.settled()));
        return workbooks;
    }
}
