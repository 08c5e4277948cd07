package se.gits.costshare.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.gits.costshare.register.Register;
import se.gits.costshare.register.RegisterAddress;
import se.gits.costshare.register.RegisterFailure;
import se.gits.costshare.register.RegisterMove;
import se.gits.costshare.run.RunRefused;

/** Moves the register to another address: from its file to a server, or the other way. */
@Command(name = "move", aliases = "flytta", mixinStandardHelpOptions = true)
final class MoveCommand implements Callable<Integer> {

    private final Gits gits;

    @Option(names = "--to", paramLabel = "URL", required = true)
    String to;

    @Spec CommandSpec spec;

    MoveCommand(Gits gits) {
        this.gits = gits;
    }

    @Override
    public Integer call() throws IOException {
        gits.checkOptions();
        RegisterAddress target =
                RegisterAddress.parse(to)
                        // What was typed is not repeated: a password may stand in it.
                        .orElseThrow(() -> gits.wrongUsage(spec, "usage.register"));
        RegisterAddress source = gits.registerAddress();
        if (!source.exists()) {
            LostRegister.refuse(gits, source);
            throw new RunRefused(RunRefused.Cause.NOTHING_TO_VERIFY, source.place());
        }
        try (Register from = gits.openRegister(source)) {
            move(from, target);
            // Two registers would give the same numbers twice: it goes while nobody can open it.
            from.moveTo(target);
            tell(target, from.head());
            putAside(source);
        } catch (RegisterFailure failure) {
            if (!failure.isMovedTo(target)) {
                throw failure;
            }
            // Moved by a run that may have been killed before it was done.
            try (Register there = gits.openRegister(target)) {
                tell(target, there.head());
            }
            putAside(source);
        }
        return ExitCode.OK;
    }

    private void tell(RegisterAddress target, String head) {
        gits.console.out().println(gits.messages.of("moved", target.place(), head));
    }

    private void putAside(RegisterAddress source) throws IOException {
        source.putAside()
                .ifPresent(
                        aside ->
                                gits.console.out().println(gits.messages.of("moved.aside", aside)));
    }

    /** A copy that was made before, and whose source was not put aside, is not made again. */
    private void move(Register from, RegisterAddress target) {
        try (Register there = gits.openOrMakeRegister(target)) {
            if (there.acts().isEmpty()) {
                RegisterMove.copy(from, there);
            } else if (!there.head().equals(from.head())
                    || !there.headOfHistory().equals(from.headOfHistory())) {
                throw new RunRefused(RunRefused.Cause.REGISTER_HAS_ACTS, target.place());
            }
            there.force();
        }
    }
}
