package se.gits.costshare.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import se.gits.costshare.job.Packaging;
import se.gits.costshare.register.Act;
import se.gits.costshare.register.Register;

/** Everything an outside auditor needs to check an issued month without this program, as a zip. */
@Command(name = "package", aliases = "paketera", mixinStandardHelpOptions = true)
final class PackageCommand implements Callable<Integer> {

    private final Gits gits;

    @Mixin IssuedActArgument act;

    PackageCommand(Gits gits) {
        this.gits = gits;
    }

    @Override
    public Integer call() throws IOException {
        gits.checkOptions();
        act.check(gits);
        try (Register register = gits.registerWith(act.name)) {
            Act issued = act.among(register.acts());
            gits.console
                    .out()
                    .println(
                            gits.messages.of(
                                    "packaged",
                                    issued.folder(),
                                    new Packaging(register, gits.output).write(issued),
                                    issued.hash()));
        }
        return ExitCode.OK;
    }
}
