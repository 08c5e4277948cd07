package se.gits.costshare.export.excel;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import se.gits.costshare.export.ReportExporter;
import se.gits.costshare.export.ReportInWords;
import se.gits.costshare.export.ReportSources;
import se.gits.costshare.export.excel.FollowUpList.Figure;
import se.gits.costshare.party.PartyType;
import se.gits.costshare.report.AnnualReport;
import se.gits.costshare.report.PartyReport;

/**
 * The year's economy for finance and for the annual report of the activity, {@code
 * arsrapport.xlsx}: by object, budget line, party and month, with charts, controls that compare one
 * sheet with another, and what it rests on.
 */
public final class ReportWorkbook implements ReportExporter {

    @Override
    public String fileName() {
        return "arsrapport.xlsx";
    }

    @Override
    public byte[] export(AnnualReport report, ReportSources sources) {
        String name = "Årsrapport " + report.year();
        String note = "Kronor utan moms. " + ReportInWords.state(report);
        ReproducibleWorkbook workbook = new ReproducibleWorkbook(name, sources.date(report.year()));
        // These are made before the sheets they refer to, to stand before them.
        ReportOverviewSheet overview =
                new ReportOverviewSheet(workbook, new SheetTitle(name, note, false));
        MunicipalityChartSheet chart =
                new MunicipalityChartSheet(
                        workbook, new SheetTitle(name + ", per kommun", note, false));
        Optional<ChartSheet> objectChart =
                ReportOverviewSheet.hasRoomFor(report.objects().size())
                        ? Optional.empty()
                        : Optional.of(
                                new ChartSheet(
                                        workbook,
                                        "Diagram objekt",
                                        new SheetTitle(name + ", per objekt", note, false)));
        ReportObjectsSheet objects =
                new ReportObjectsSheet(
                        workbook, new SheetTitle(name + ", per objekt", note, false), report);
        ReportLinesSheet lines =
                new ReportLinesSheet(
                        workbook, new SheetTitle(name + ", per budgetrad", note, false), report);
        objects.write(lines);
        ReportPartiesSheet parties =
                new ReportPartiesSheet(
                        workbook,
                        new SheetTitle(
                                name + ", per part",
                                note + " " + ReportInWords.inhabitants(report),
                                false),
                        report);
        ReportSharesSheet shares =
                new ReportSharesSheet(
                        workbook,
                        new SheetTitle(name + ", per part och objekt", note, false),
                        report);
        ReportMonthsSheet months =
                new ReportMonthsSheet(
                        workbook, new SheetTitle(name + ", per månad", note, false), report);
        overview.write(report, objects, parties, months);
        municipalities(report, chart, parties);
        objectChart.ifPresent(sheet -> sheet.write(objects.chart()));
        ControlTable controls =
                new ControlTable(workbook, new SheetTitle(name + ", kontroller", note, false));
        ReportActsSheet acts =
                new ReportActsSheet(
                        workbook,
                        new SheetTitle(name + ", utfärdat", note, false),
                        report,
                        sources);
        ReportSourcesSheet.write(
                workbook, new SheetTitle(name + ", underlag", note, false), sources);
        controls.write(
                controls(
                        new ReportControls(report),
                        overview,
                        objects.list(),
                        lines.list(),
                        parties,
                        shares,
                        months,
                        acts));
        return workbook.bytes();
    }

    private static List<Control> controls(
            ReportControls controls,
            ReportOverviewSheet overview,
            FollowUpList objects,
            FollowUpList lines,
            ReportPartiesSheet parties,
            ReportSharesSheet shares,
            ReportMonthsSheet months,
            ReportActsSheet acts) {
        String ofLines = "summan av Per rad";
        return controls.compare(
                        "Budget: rader och objekt",
                        ofLines,
                        lines.sum(Figure.BUDGET),
                        "summan av Per objekt",
                        objects.sum(Figure.BUDGET))
                .compare(
                        "Budget: rader och månader",
                        ofLines,
                        lines.sum(Figure.BUDGET),
                        "summan av Per månad",
                        months.budget())
                .compare(
                        "Fakturerat: rader och objekt",
                        ofLines,
                        lines.sum(Figure.INVOICED),
                        "summan av Per objekt",
                        objects.sum(Figure.INVOICED))
                .compare(
                        "Fakturerat: rader och parter",
                        ofLines,
                        lines.sum(Figure.INVOICED),
                        "summan av Per part",
                        parties.invoiced())
                .compare(
                        "Fakturerat: rader, och part och objekt",
                        ofLines,
                        lines.sum(Figure.INVOICED),
                        "summan av Part och objekt",
                        shares.invoiced())
                .compare(
                        "Fakturerat: rader och månader",
                        ofLines,
                        lines.sum(Figure.INVOICED),
                        "summan av Per månad",
                        months.invoiced())
                .compare(
                        "Fakturerat: rader och det utfärdade",
                        ofLines,
                        lines.sum(Figure.INVOICED),
                        "summan av Utfärdat",
                        acts.invoiced())
                .compare(
                        "Centralt: rader och objekt",
                        ofLines,
                        lines.sum(Figure.CENTRAL),
                        "summan av Per objekt",
                        objects.sum(Figure.CENTRAL))
                .compare(
                        "Centralt: rader och parter",
                        ofLines,
                        lines.sum(Figure.CENTRAL),
                        "summan av Per part",
                        parties.central())
                .compare(
                        "Centralt: rader, och part och objekt",
                        ofLines,
                        lines.sum(Figure.CENTRAL),
                        "summan av Part och objekt",
                        shares.central())
                .compare(
                        "Centralt: rader och månader",
                        ofLines,
                        lines.sum(Figure.CENTRAL),
                        "summan av Per månad",
                        months.central())
                .compare(
                        "Centralt: rader och det utfärdade",
                        ofLines,
                        lines.sum(Figure.CENTRAL),
                        "summan av Utfärdat",
                        acts.central())
                .compare(
                        "Fakturerat och centralt: parter och översikten",
                        "summan av Per part",
                        parties.sum(),
                        "summan i Översikt",
                        overview.paid())
                .all();
    }

    /** In kronor an inhabitant, or in kronor where there is one without a figure of inhabitants. */
    private static void municipalities(
            AnnualReport report, MunicipalityChartSheet chart, ReportPartiesSheet parties) {
        List<PartyReport> municipalities =
                report.parties().stream()
                        .filter(party -> party.party().type() == PartyType.MUNICIPALITY)
                        .toList();
        boolean perInhabitant =
                municipalities.stream().allMatch(party -> party.perInhabitant().isPresent());
        List<MunicipalityChartSheet.Bar> bars =
                municipalities.stream()
                        .map(
                                party ->
                                        new MunicipalityChartSheet.Bar(
                                                party.party(),
                                                (perInhabitant
                                                                ? party.perInhabitant()
                                                                        .orElseThrow()
                                                                : party.charge().total())
                                                        .kronor()))
                        .toList();
        chart.write(
                bars,
                new MunicipalityChartSheet.Figures(
                        "Vad varje kommun har betalat " + report.year(),
                        perInhabitant ? "Kronor per invånare, utan moms" : "Kronor, utan moms",
                        perInhabitant ? "Kr per invånare" : "Kronor",
                        perInhabitant ? parties::perInhabitantOf : parties::sumOf,
                        Look.AMOUNT_ROW,
                        axisFormat(bars, perInhabitant)));
    }

    /** Decimals along the axis, no more than kronor an inhabitant need. */
    private static String axisFormat(List<MunicipalityChartSheet.Bar> bars, boolean perInhabitant) {
        boolean anyTenKronor =
                bars.stream().anyMatch(bar -> bar.value().abs().compareTo(BigDecimal.TEN) >= 0);
        return "[$-41D]" + (perInhabitant && !anyTenKronor ? "0.00" : "#,##0");
    }
}
