package se.gits.costshare.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.gits.costshare.export.ActFolder;
import se.gits.costshare.export.FolderNames;
import se.gits.costshare.export.SimulationFiles;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.simulation.Check;
import se.gits.costshare.simulation.Comparison;
import se.gits.costshare.simulation.Simulation;
import se.gits.costshare.simulation.SimulationText;

/** What another set of keys, budgets, participants or populations would cost each party. */
@Command(name = "simulate", aliases = "simulera", mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {

    private final Gits gits;

    @Spec CommandSpec spec;

    @Parameters(index = "0", paramLabel = "YEAR")
    String year;

    @Option(names = "--against", paramLabel = "DIR", required = true)
    Path against;

    SimulateCommand(Gits gits) {
        this.gits = gits;
    }

    /** One side: its files, and its meaning where it has no fault. */
    private record Side(Optional<YearInput> input, Optional<Inputs> inputs) {}

    @Override
    public Integer call() throws IOException {
        gits.checkOptions();
        Year ofYear = PlausibleYear.year(gits, spec, year);
        ActFolder.refuseInputWithin(
                gits.output, FolderNames.ofSimulation(ofYear), List.of(gits.input, against));
        Side today = read(gits.input, ofYear);
        Side proposal = read(against, ofYear);
        if (today.inputs().isEmpty() || proposal.inputs().isEmpty()) {
            return ExitCode.INPUT_REFUSED;
        }
        Simulation simulation = Simulation.of(today.inputs().get(), proposal.inputs().get());
        Path folder =
                new SimulationFiles(
                                simulation,
                                today.input().orElseThrow().files(),
                                proposal.input().orElseThrow().files())
                        .writeInto(gits.output);
        tell(simulation, folder);
        return tellChecks(simulation.checks());
    }

    /** Reads a side; its faults are told, so that those of both are told at once. */
    private Side read(Path folder, Year ofYear) throws IOException {
        try {
            YearInput input = YearInput.of(folder, ofYear);
            return new Side(Optional.of(input), Optional.of(input.inputs(gits)));
        } catch (InputRefused refused) {
            gits.console.err().println(gits.messages.of("simulated.faults", folder));
            gits.console.err().println();
            refused.tell(gits.console.err(), gits.messages, true);
            return new Side(Optional.empty(), Optional.empty());
        }
    }

    private void tell(Simulation simulation, Path folder) {
        SimulationText text = new SimulationText(gits.messages.locale());
        gits.console
                .out()
                .println(
                        gits.messages.of(
                                "simulated", gits.input, against, simulation.year(), folder));
        TextTable table =
                new TextTable(
                        1,
                        gits.messages.of("simulated.bearer"),
                        gits.messages.of("simulated.today"),
                        gits.messages.of("simulated.proposal"),
                        gits.messages.of("simulated.difference"),
                        "%");
        simulation
                .bearers()
                .forEach((bearer, comparison) -> row(table, text.of(bearer), comparison));
        row(table, gits.messages.of("status.total"), simulation.total());
        table.print(gits.console.out());
        tellMovements(simulation);
        if (simulation.differences().isEmpty()) {
            gits.console.out().println(gits.messages.of("simulated.same"));
            return;
        }
        gits.console.out().println(gits.messages.of("simulated.differs"));
        simulation
                .differences()
                .forEach(difference -> gits.console.out().println("- " + text.of(difference)));
    }

    /** The sums may stand still while parties pay more and less. */
    private void tellMovements(Simulation simulation) {
        gits.console
                .out()
                .println(
                        gits.messages.of(
                                "simulated.movements",
                                simulation.count(1),
                                simulation.count(-1),
                                simulation.count(0)));
    }

    private static void row(TextTable table, String name, Comparison comparison) {
        table.row(
                name,
                comparison.today().inSwedish(),
                comparison.proposal().inSwedish(),
                comparison.difference().inSwedish(),
                comparison
                        .percent()
                        .map(BigDecimal::toPlainString)
                        .map(percent -> percent.replace('.', ','))
                        .orElse(""));
    }

    /** Tells the simulation's own checks that do not hold, which is a defect and must be seen. */
    int tellChecks(List<Check> checks) {
        List<Check> failed = checks.stream().filter(check -> !check.holds()).toList();
        for (Check check : failed) {
            gits.console
                    .err()
                    .println(
                            gits.messages.of(
                                    "simulated.check",
                                    new SimulationText(gits.messages.locale()).of(check),
                                    check.one().inSwedish(),
                                    check.other().inSwedish()));
        }
        return failed.isEmpty() ? ExitCode.OK : ExitCode.DIFFERENCE;
    }
}
