package se.gits.costshare.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Issues the month: numbers, files, register entry. With a party: a month that was credited, anew
 * to that party.
 */
@Command(name = "invoice", aliases = "fakturera", mixinStandardHelpOptions = true)
final class InvoiceCommand implements Callable<Integer> {

    private final Gits gits;

    @Mixin MonthArguments month;

    @Mixin RunArguments run;

    InvoiceCommand(Gits gits) {
        this.gits = gits;
    }

    @Override
    public Integer call() throws IOException {
        gits.checkOptions();
        return new IssueFlow(gits, gits.asked(month, run)).run();
    }
}
