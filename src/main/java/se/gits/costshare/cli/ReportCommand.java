package se.gits.costshare.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.gits.costshare.export.ActFolder;
import se.gits.costshare.export.FolderNames;
import se.gits.costshare.export.ReportFiles;
import se.gits.costshare.job.Reporting;
import se.gits.costshare.money.Money;
import se.gits.costshare.party.Bearer;
import se.gits.costshare.register.Register;
import se.gits.costshare.register.RegisterAddress;
import se.gits.costshare.report.AnnualReport;
import se.gits.costshare.report.FollowUp;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.simulation.SimulationText;

/** The annual economic report: budget, additions, invoiced, centrally carried, remaining. */
@Command(name = "report", aliases = "rapport", mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

    private final Gits gits;

    @Spec CommandSpec spec;

    @Parameters(index = "0", paramLabel = "YEAR")
    String year;

    ReportCommand(Gits gits) {
        this.gits = gits;
    }

    @Override
    public Integer call() throws IOException {
        gits.checkOptions();
        Year ofYear = PlausibleYear.year(gits, spec, year);
        ActFolder.refuseInputWithin(gits.output, FolderNames.ofReport(ofYear), List.of(gits.input));
        RegisterAddress address = gits.registerAddress();
        YearInput input = YearInput.of(gits.input, ofYear);
        Reporting.Made made = make(address, input, ofYear);
        Path folder = new ReportFiles(made.report(), made.sources()).writeInto(gits.output);
        tell(made.report(), folder);
        return ExitCode.OK;
    }

    /** Reads the register where there is one; a report makes none. */
    private Reporting.Made make(RegisterAddress address, YearInput input, Year ofYear)
            throws IOException {
        Inputs today = input.inputs(gits);
        if (!address.exists()) {
            LostRegister.refuse(gits, address);
            return Reporting.ofNothing(today, input.files());
        }
        try (Register register = gits.openRegister(address)) {
            LostRegister.refuseOlder(gits, register);
            return new Reporting(register, ofYear).of(today, input.files());
        }
    }

    private void tell(AnnualReport report, Path folder) {
        gits.console
                .out()
                .println(
                        gits.messages.of(
                                "reported", report.year(), report.issuedMonths().size(), folder));
        tellObjects(report);
        gits.console.out().println();
        tellBearers(report);
        if (!report.credited().isEmpty()) {
            gits.console
                    .out()
                    .println(gits.messages.of("reported.waits", report.credited().size()));
        }
    }

    private void tellObjects(AnnualReport report) {
        List<String> headings =
                new ArrayList<>(
                        List.of(
                                gits.messages.of("reported.object"),
                                gits.messages.of("reported.original"),
                                gits.messages.of("reported.changes"),
                                gits.messages.of("reported.invoiced"),
                                gits.messages.of("reported.central"),
                                gits.messages.of("reported.remaining")));
        if (report.isSettled()) {
            headings.add(gits.messages.of("reported.outcome"));
        }
        TextTable table = new TextTable(1, headings.toArray(String[]::new));
        report.objects().forEach(object -> row(table, object, report.of(object)));
        row(table, gits.messages.of("status.total"), report.total());
        table.print(gits.console.out());
    }

    private static void row(TextTable table, String name, FollowUp followUp) {
        List<String> cells =
                new ArrayList<>(
                        List.of(
                                name,
                                followUp.original().inSwedish(),
                                followUp.changes().inSwedish(),
                                followUp.charge().invoiced().inSwedish(),
                                followUp.charge().central().inSwedish(),
                                followUp.remaining().inSwedish()));
        followUp.outcome().map(Money::inSwedish).ifPresent(cells::add);
        table.row(cells.toArray(String[]::new));
    }

    private void tellBearers(AnnualReport report) {
        SimulationText text = new SimulationText(gits.messages.locale());
        TextTable table =
                new TextTable(
                        1,
                        gits.messages.of("simulated.bearer"),
                        gits.messages.of("reported.sum"),
                        gits.messages.of("reported.perInhabitant"));
        for (Bearer bearer : Bearer.values()) {
            Money sum = report.bearers().get(bearer);
            if (sum != null) {
                row(table, text.of(bearer), sum, report);
            }
        }
        row(table, gits.messages.of("status.total"), report.total().charge().total(), report);
        table.print(gits.console.out());
    }

    private static void row(TextTable table, String name, Money sum, AnnualReport report) {
        table.row(
                name, sum.inSwedish(), report.perInhabitant(sum).map(Money::inSwedish).orElse(""));
    }
}
