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
        if (source.place().equals(target.place())) {
            throw gits.wrongUsage(spec, "usage.moveToItself");
        }
        if (!source.exists()) {
            LostRegister.refuse(gits, source);
            throw new RunRefused(RunRefused.Cause.NOTHING_TO_VERIFY, source.place());
        }
        try {
            move(source, target);
        } catch (RegisterFailure failure) {
            // By a run that was killed before it was done.
            if (!failure.isMovedTo(target)) {
                throw failure;
            }
        }
        try (Register there = gits.openRegister(target)) {
            gits.console
                    .out()
                    .println(
                            gits.messages.of(
                                    "moved",
                                    RegisterAddress.asGiven(target.place()),
                                    there.head()));
        }
        target.forgetMovedAside();
        source.putAside()
                .ifPresent(
                        aside ->
                                gits.console.out().println(gits.messages.of("moved.aside", aside)));
        return ExitCode.OK;
    }

    /** Two registers would give the same numbers twice: from the mark on nobody can open it. */
    private void move(RegisterAddress source, RegisterAddress target) {
        try (Register from = gits.openRegister(source)) {
            // What this user cannot mark would go on beside its copy.
            from.demandMarkable(target);
            copy(from, target);
            from.markMoved(target);
        }
    }

    /** Where a register was, and was moved away from, none comes again. */
    private Register openOrMake(RegisterAddress target) {
        try {
            return gits.openOrMakeRegister(target);
        } catch (RegisterFailure failure) {
            if (failure.kind() == RegisterFailure.Kind.MOVED) {
                throw new RunRefused(RunRefused.Cause.MOVED_FROM_THERE, target.place());
            }
            throw failure;
        }
    }

    /** A copy that was made before, and whose source was not put aside, is not made again. */
    private void copy(Register from, RegisterAddress target) {
        try (Register there = openOrMake(target)) {
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
