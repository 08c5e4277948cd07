package se.gits.costshare.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.gits.costshare.run.ActKind;

/** The annual settlement against the actual outcome, once December is issued. */
@Command(name = "settle", aliases = "avrakna", mixinStandardHelpOptions = true)
final class SettleCommand implements Callable<Integer> {

    private final Gits gits;

    @Spec CommandSpec spec;

    @Parameters(index = "0", paramLabel = "YEAR")
    String year;

    @Option(names = "--preview")
    boolean preview;

    @Mixin RunArguments run;

    SettleCommand(Gits gits) {
        this.gits = gits;
    }

    @Override
    public Integer call() throws IOException {
        gits.checkOptions();
        Asked asked =
                new Asked(
                        ActKind.SETTLEMENT,
                        PlausibleYear.year(gits, spec, year).atMonth(12),
                        Optional.empty(),
                        run.date(gits),
                        run.reason(gits));
        return preview ? new DraftFlow(gits, asked).run() : new IssueFlow(gits, asked).run();
    }
}
