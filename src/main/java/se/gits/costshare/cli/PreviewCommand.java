package se.gits.costshare.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The month as it would be invoiced, marked as a draft; nothing is recorded as issued. */
@Command(name = "preview", aliases = "forhandsgranska", mixinStandardHelpOptions = true)
final class PreviewCommand implements Callable<Integer> {

    private final Gits gits;

    @Mixin MonthArguments month;

    @Mixin RunArguments run;

    PreviewCommand(Gits gits) {
        this.gits = gits;
    }

    @Override
    public Integer call() throws IOException {
        gits.checkOptions();
        return new DraftFlow(gits, gits.asked(month, run)).run();
    }
}
