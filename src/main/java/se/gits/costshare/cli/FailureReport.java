package se.gits.costshare.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import se.gits.costshare.export.peppol.EInvoicesRefused;
import se.gits.costshare.export.peppol.PeppolRules;
import se.gits.costshare.register.RegisterAddress;
import se.gits.costshare.register.RegisterFailure;
import se.gits.costshare.run.RunRefused;

/** Tells what went wrong in words, and gives it its exit code. */
final class FailureReport {

    /** The class of SQL states that tell a broken rule. */
    private static final String INTEGRITY_VIOLATION = "23";

    /** As Linux and Windows say it. */
    private static final List<String> NO_ROOM =
            List.of("No space left on device", "There is not enough space on the disk");

    /** What H2 adds for whoever wrote the program, and a way back that is not the right one. */
    private static final Pattern BESIDE_THE_POINT =
            Pattern.compile("(?s)(\\. Possible solution: .*|; SQL statement:.*| \\[\\d+-\\d+])$");

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
                            : named(missing.getMissing().get(0));
            return messages.of("usage.missing", what);
        }
        if (e.getArgSpec() != null && e.getValue() != null && e.getValue().isBlank()) {
            return messages.of("usage.missing", named(e.getArgSpec()));
        }
        if (e.getArgSpec() instanceof CommandLine.Model.OptionSpec option && e.getValue() != null) {
            return messages.of("usage.value", option.longestName(), e.getValue());
        }
        return e.getMessage();
    }

    /** An option by its name, {@code --party CODE}; a parameter by its label. */
    private static String named(CommandLine.Model.ArgSpec missing) {
        return missing instanceof CommandLine.Model.OptionSpec option
                ? option.longestName() + " " + option.paramLabel()
                : missing.paramLabel();
    }

    /** Anything that ended a command. */
    int failed(Exception e, CommandLine commandLine, CommandLine.ParseResult parsed) {
        if (e instanceof InputRefused refused) {
            refused.tell(console.err(), messages, true);
            return ExitCode.INPUT_REFUSED;
        }
        if (e instanceof RunRefused refused) {
            console.err()
                    .println(
                            messages.sentence(refused.cause().name(), refused.details().toArray()));
            return ExitCode.REFUSED;
        }
        if (e instanceof EInvoicesRefused refused) {
            return eInvoices(refused);
        }
        if (RegisterFailure.tellsDamage(e)) {
            return damage(e);
        }
        if (RegisterFailure.tellsMissingRight(e)) {
            return surroundings(messages.of("register.role", said(e)));
        }
        Optional<RegisterFailure> lost = RegisterFailure.lostBehind(e);
        if (lost.isPresent()) {
            return lost(e, lost.get());
        }
        if (e instanceof RegisterFailure failure) {
            return register(failure);
        }
        return failureOfSurroundings(e)
                .map(said -> surroundings(e, said))
                .orElseGet(() -> defect(console, messages, e));
    }

    /** Every rule, with the file that breaks it. */
    private int eInvoices(EInvoicesRefused refused) {
        for (EInvoicesRefused.Refusal refusal : refused.refusals()) {
            console.err()
                    .println(
                            messages.of(
                                    "eInvoice.refused",
                                    refusal.file(),
                                    (refusal.rule().id() + " " + refusal.rule().text()).strip()));
        }
        console.err().println(messages.of("eInvoice.hint", PeppolRules.VERSION));
        return ExitCode.INPUT_REFUSED;
    }

    /**
     * What the file system or the database said, under whatever it was wrapped in. A rule of the
     * database that was broken is no such thing: that is a defect.
     */
    private static Optional<Throwable> failureOfSurroundings(Throwable e) {
        List<Throwable> said =
                RegisterFailure.causes(e)
                        .filter(
                                cause ->
                                        cause instanceof IOException
                                                || cause instanceof SQLException)
                        .toList();
        return said.isEmpty() || said.stream().anyMatch(FailureReport::isBrokenRule)
                ? Optional.empty()
                : Optional.of(said.get(said.size() - 1));
    }

    private static boolean isBrokenRule(Throwable e) {
        return e instanceof SQLException sql
                && String.valueOf(sql.getSQLState()).startsWith(INTEGRITY_VIOLATION);
    }

    /** What nobody outside can mend; the one time that a stack trace is shown. */
    static int defect(Console console, Messages messages, Throwable e) {
        console.err().println(messages.of("defect"));
        e.printStackTrace(console.err());
        return ExitCode.DEFECT;
    }

    /** Where the disk let go of it, what the disk said is what can be mended. */
    private int lost(Exception e, RegisterFailure lost) {
        return RegisterFailure.causes(lost)
                .filter(IOException.class::isInstance)
                .findFirst()
                .map(said -> surroundings(e, said))
                .orElseGet(() -> register(lost));
    }

    private int register(RegisterFailure failure) {
        RegisterFailure.Kind kind = failure.kind();
        String said =
                switch (kind) {
                    case UNAVAILABLE -> told(failureOfSurroundings(failure).orElse(failure));
                    case MOVED -> RegisterAddress.asGiven(failure.getMessage());
                    default -> failure.getMessage();
                };
        console.err().println(messages.of("register." + kind, said));
        return switch (kind) {
            case BUSY, MOVED, TOO_NEW -> ExitCode.REFUSED;
            case NO_SCHEMA, LINK -> ExitCode.SURROUNDINGS;
            case GONE, LOST -> surroundings(remedy(failure));
            case UNAVAILABLE ->
                    surroundings(
                            RegisterFailure.isOnServer(failure)
                                    ? messages.of("surroundings.server", failure.getMessage())
                                    : remedy(failure));
        };
    }

    /** To try again would not help; there is a way back. */
    private int damage(Exception e) {
        String where = RegisterFailure.isOnServer(e) ? ".server" : "";
        return surroundings(messages.of("register.DAMAGED" + where, said(e)));
    }

    /** What the file system or the database said, in one line. */
    private String said(Exception e) {
        String told = told(failureOfSurroundings(e).orElse(e));
        return told.lines().findFirst().orElse(told);
    }

    /**
     * That whoever asked has not got the answer.
     *
     * @param exitCode of what was done
     */
    int unsaid(IOException failure, int exitCode) {
        console.err().println(messages.of("surroundings.unsaid", told(failure)));
        if (exitCode != ExitCode.OK) {
            return exitCode;
        }
        return surroundings(messages.of("surroundings.unsaid.done"));
    }

    private int surroundings(Exception e, Throwable said) {
        String what =
                RegisterFailure.isOnServer(e)
                        ? "register." + RegisterFailure.Kind.UNAVAILABLE
                        : "surroundings";
        console.err().println(messages.of(what, told(said)));
        return surroundings(remedy(e));
    }

    /** What to do about a disk or a server that was there when the run began. */
    private String remedy(Exception e) {
        return messages.of(
                RegisterFailure.isOnServer(e) ? "surroundings.serverGone" : "surroundings.hint");
    }

    private int surroundings(String lastWord) {
        console.err().println(lastWord);
        return ExitCode.SURROUNDINGS;
    }

    /** What an exception says, with the file it concerns, in one line. */
    private String told(Throwable e) {
        String said = e.getMessage();
        if (said != null && NO_ROOM.stream().anyMatch(said::contains)) {
            return messages.of(
                    RegisterFailure.isOnServer(e)
                            ? "surroundings.fullServer"
                            : "surroundings.full");
        }
        if (e instanceof AccessDeniedException denied) {
            return messages.of("surroundings.denied", denied.getFile());
        }
        if (e instanceof NoSuchFileException file) {
            return messages.of("surroundings.gone", file.getFile());
        }
        if (e instanceof NotDirectoryException file) {
            return messages.of("surroundings.notFolder", file.getFile());
        }
        if (e instanceof FileSystemException file && file.getFile() != null) {
            return file.getFile() + (file.getReason() == null ? "" : ": " + file.getReason());
        }
        if (said == null) {
            return messages.of("surroundings.damaged");
        }
        return e instanceof SQLException ? BESIDE_THE_POINT.matcher(said).replaceFirst("") : said;
    }
}
