package se.gits.costshare.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.gits.costshare.export.FolderAudit;
import se.gits.costshare.export.FolderNames;
import se.gits.costshare.job.InvoiceDifference;
import se.gits.costshare.job.Verifying;
import se.gits.costshare.job.Verifying.Finding;
import se.gits.costshare.register.Register;
import se.gits.costshare.register.RegisterAddress;
import se.gits.costshare.run.RunRefused;

/** Holds the register and the files on disk against their hashes; silent where all is well. */
@Command(name = "verify", aliases = "verifiera", mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    private final Gits gits;

    @Spec CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MONTH", arity = "0..1")
    String month;

    VerifyCommand(Gits gits) {
        this.gits = gits;
    }

    @Override
    public Integer call() throws IOException {
        gits.checkOptions();
        Optional<String> asked = Optional.ofNullable(month);
        if (asked.isPresent()
                && (!FolderNames.isOfAct(month) || month.length() == "2023-01".length())) {
            PlausibleYear.month(gits, spec, month);
        }
        RegisterAddress address = gits.registerAddress();
        if (!address.exists()) {
            LostRegister.refuse(gits, address);
            throw new RunRefused(RunRefused.Cause.NOTHING_TO_VERIFY, address.place());
        }
        try (Register register = Register.open(address, gits.clock, gits.actor.get())) {
            List<Finding> findings = new Verifying(register, gits.output).findings(asked);
            findings.forEach(finding -> gits.console.out().println(inWords(finding)));
            return exitCode(findings);
        }
    }

    /** What cannot be read is no difference, as long as nothing else is one. */
    static int exitCode(List<Finding> findings) {
        if (findings.isEmpty()) {
            return ExitCode.OK;
        }
        return findings.stream().allMatch(VerifyCommand::isNotRead)
                ? ExitCode.SURROUNDINGS
                : ExitCode.DIFFERENCE;
    }

    private static boolean isNotRead(Finding finding) {
        return finding instanceof Finding.NotRead
                || finding instanceof Finding.InFolder of
                        && of.finding().fault() == FolderAudit.Fault.FILE_NOT_READ;
    }

    private String inWords(Finding finding) {
        if (finding instanceof Finding.InRegister of) {
            return gits.messages.of(
                    "verify." + of.finding().fault(), of.finding().details().toArray());
        }
        if (finding instanceof Finding.InFolder of) {
            return gits.messages.of("verify." + of.finding().fault(), of.finding().file());
        }
        if (finding instanceof Finding.OfAmount of) {
            return gits.messages.of(
                    "verify.AMOUNT",
                    of.act(),
                    of.row(),
                    of.party(),
                    of.month(),
                    of.stored().inSwedish(),
                    of.computed().inSwedish());
        }
        if (finding instanceof Finding.OfInvoice of) {
            InvoiceDifference difference = of.difference();
            return gits.messages.of(
                    "verify.INVOICE",
                    of.act(),
                    difference.number(),
                    difference.what(),
                    difference.kept(),
                    difference.computed());
        }
        if (finding instanceof Finding.NotRead of) {
            return gits.messages.of("verify.NOT_READ", of.act(), of.cause());
        }
        return gits.messages.of("verify.NOT_COMPUTED", ((Finding.NotComputed) finding).act());
    }
}
