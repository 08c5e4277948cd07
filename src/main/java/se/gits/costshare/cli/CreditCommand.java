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

/** Takes back what is invoiced to a party for a month. */
@Command(name = "credit", aliases = "kreditera", mixinStandardHelpOptions = true)
final class CreditCommand implements Callable<Integer> {

    private final Gits gits;

    @Spec CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MONTH")
    String month;

    @Option(names = "--party", paramLabel = "CODE", required = true)
    String party;

    @Mixin RunArguments run;

    CreditCommand(Gits gits) {
        this.gits = gits;
    }

    @Override
    public Integer call() throws IOException {
        gits.checkOptions();
        Asked asked =
                new Asked(
                        ActKind.CREDIT,
                        PlausibleYear.month(gits, spec, month),
                        Optional.of(gits.partyCode(spec, "--party", party)),
                        run.date(gits),
                        run.reason(gits));
        return new IssueFlow(gits, asked).run();
    }
}
