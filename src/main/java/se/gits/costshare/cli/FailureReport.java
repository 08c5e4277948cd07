package se.gits.costshare.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import org.springframework.dao.DataAccessException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import se.gits.costshare.register.RegisterFailure;
import se.gits.costshare.run.RunRefused;

/** Tells what went wrong in words, and gives it its exit code. */
final class FailureReport {

    private final Console console;
    private final Messages messages;

    FailureReport(Console console, Messages messages) {
        this.console = console;
        this.messages = messages;
    }

    /** A mistake on the command line. */
    int wrongUsage(ParameterException e, String[] args) {
        console.err().println(usage(e));
        String command = e.getCommandLine().getCommandName();
        String name = command.equals("gits") ? "" : command + " ";
        console.err().println(messages.of("usage.hint", name));
        return ExitCode.USAGE;
    }

    private String usage(ParameterException e) {
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched) {
            String unknown = String.join(" ", unmatched.getUnmatched());
            return unmatched.getSuggestions().isEmpty()
                    ? messages.of("usage.unknown", unknown)
                    : messages.of("usage.unknown.near", unknown, unmatched.getSuggestions().get(0));
        }
        if (e instanceof CommandLine.MissingParameterException missing) {
            String what =
                    missing.getMissing().isEmpty()
                            ? missing.getMessage()
                            : missing.getMissing().get(0).paramLabel();
            return messages.of("usage.missing", what);
        }
        return e.getMessage();
    }

    /** Anything that ended a command. */
    int failed(Exception e, CommandLine commandLine, CommandLine.ParseResult parsed) {
        if (e instanceof InputRefused refused) {
            refused.tell(console.err(), messages);
            return ExitCode.INPUT_REFUSED;
        }
        if (e instanceof RunRefused refused) {
            console.err().println(messages.of(refused.cause().name(), refused.details().toArray()));
            return ExitCode.REFUSED;
        }
        if (e instanceof RegisterFailure failure) {
            return register(failure);
        }
        if (e instanceof IOException || e instanceof UncheckedIOException) {
            return surroundings(e instanceof UncheckedIOException ? e.getCause() : e);
        }
        if (e instanceof DataAccessException database) {
            return surroundings(database.getMostSpecificCause());
        }
        return defect(console, messages, e);
    }

    /** What nobody outside can mend; the one time that a stack trace is shown. */
    static int defect(Console console, Messages messages, Throwable e) {
        console.err().println(messages.of("defect"));
        e.printStackTrace(console.err());
        return ExitCode.DEFECT;
    }

    private int register(RegisterFailure failure) {
        String message =
                switch (failure.kind()) {
                    case UNAVAILABLE -> told(innermost(failure));
                    default -> failure.getMessage();
                };
        console.err().println(messages.of("register." + failure.kind(), message));
        if (failure.kind() == RegisterFailure.Kind.UNAVAILABLE) {
            console.err().println(messages.of("surroundings.hint"));
            return ExitCode.SURROUNDINGS;
        }
        return ExitCode.REFUSED;
    }

    private int surroundings(Throwable e) {
        console.err().println(messages.of("surroundings", told(e)));
        console.err().println(messages.of("surroundings.hint"));
        return ExitCode.SURROUNDINGS;
    }

    /** What an exception says, with the file it concerns, in one line. */
    private static String told(Throwable e) {
        if (e instanceof AccessDeniedException denied) {
            return denied.getFile() + ": access denied";
        }
        if (e instanceof FileSystemException file && file.getFile() != null) {
            return file.getFile() + (file.getReason() == null ? "" : ": " + file.getReason());
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static Throwable innermost(Throwable e) {
        Throwable innermost = e;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return innermost;
    }
}
