package se.gits.costshare.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.gits.costshare.explanation.Explanation;
import se.gits.costshare.explanation.Explanations;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.job.Computation;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.register.Act;
import se.gits.costshare.register.Register;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.RunRefused;

/** How each amount of an issued month came about for a party, back to file and row. */
@Command(name = "explain", aliases = "forklara", mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {

    private final Gits gits;

    @Spec CommandSpec spec;

    @Mixin IssuedActArgument act;

    @Parameters(index = "1", paramLabel = "PARTY")
    String party;

    @Option(names = "--line", paramLabel = "ROW")
    String row;

    @Option(names = "--json")
    boolean json;

    ExplainCommand(Gits gits) {
        this.gits = gits;
    }

    @Override
    public Integer call() throws IOException {
        gits.checkOptions();
        act.check(gits);
        PartyCode code = gits.partyCode(spec, "PARTY", party);
        try (Register register = gits.registerWith(act.name)) {
            Act issued = act.among(register.acts());
            Issuance issuance = new Computation(register).again(issued);
            List<ExplainedLine> lines = lines(issuance, code);
            if (lines.isEmpty()) {
                throw new RunRefused(
                        RunRefused.Cause.NOTHING_TO_EXPLAIN,
                        issued.folder(),
                        row == null ? party : party + " " + row);
            }
            List<Invoice> invoices =
                    issuance.invoices().stream()
                            .filter(invoice -> row == null)
                            .filter(invoice -> invoice.recipient().code().equals(code))
                            .toList();
            List<String> later =
                    register.acts().stream()
                            .filter(other -> other.sequence() > issued.sequence())
                            .filter(other -> other.run().month().equals(issued.run().month()))
                            .filter(other -> other.run().party().equals(Optional.of(code)))
                            .map(Act::folder)
                            .toList();
            FactPlaces places = new FactPlaces(issuance.inputs(), register.inputsOf(issued));
            if (json) {
                new ExplanationJson(places)
                        .write(issued.folder(), code, lines, invoices, later, gits.console.out());
            } else {
                new ExplanationText(gits.messages, places)
                        .write(issuance, code, lines, invoices, later, gits.console.out());
            }
        }
        return ExitCode.OK;
    }

    private List<ExplainedLine> lines(Issuance issuance, PartyCode code) {
        Explanations explanations = Explanations.of(issuance);
        List<ExplainedLine> lines = new ArrayList<>();
        for (Invoice invoice : issuance.invoices()) {
            if (invoice.recipient().code().equals(code)) {
                invoice.lines()
                        .forEach(
                                line ->
                                        lines.add(
                                                new ExplainedLine(
                                                        invoice.number(),
                                                        explanations.of(invoice, line))));
            }
        }
        List<Explanation> central = explanations.ofCentral().getOrDefault(code, List.of());
        central.forEach(of -> lines.add(new ExplainedLine(Optional.empty(), of)));
        lines.removeIf(of -> row != null && !of.explanation().line().budgetRow().equals(row));
        return lines;
    }
}
