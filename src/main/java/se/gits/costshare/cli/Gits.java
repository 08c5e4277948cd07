package se.gits.costshare.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import se.gits.costshare.export.manifest.ProgramVersion;
import se.gits.costshare.party.PartyCode;
import se.gits.costshare.register.Actor;
import se.gits.costshare.register.Register;
import se.gits.costshare.register.RegisterAddress;
import se.gits.costshare.run.RunRefused;

/** The program as its users see it: {@code gits COMMAND [ARGS]}. */
@Command(name = "gits", mixinStandardHelpOptions = true, versionProvider = Gits.Version.class)
public final class Gits implements Runnable {

    @Option(
            names = "--input",
            paramLabel = "DIR",
            defaultValue = "input-samples",
            scope = ScopeType.INHERIT)
    Path input;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            defaultValue = "reports",
            scope = ScopeType.INHERIT)
    Path output;

    @Option(names = "--register", paramLabel = "URL", scope = ScopeType.INHERIT)
    String register;

    @Option(names = "--lang", paramLabel = "sv|en", defaultValue = "sv", scope = ScopeType.INHERIT)
    String language;

    @Spec CommandSpec spec;

    /** An invoice is dated in Sweden, wherever the machine is. */
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    final Console console;
    final Messages messages;
    final Clock clock;

    /** Who runs the program; asked for only where something is noted. */
    final Supplier<Actor> actor;

    Gits(Console console, Messages messages, Clock clock, Supplier<Actor> actor) {
        this.console = console;
        this.messages = messages;
        this.clock = clock;
        this.actor = actor;
    }

    /**
     * Runs the program.
     *
     * @return the exit code of CONTRACT 1
     */
    public static int run(String[] args) {
        silenceLibraries();
        Console console = Console.ofProcess();
        try {
            return run(args, console, Clock.system(SWEDEN), ThisProcess::actor);
        } catch (Throwable e) {
            // Not an Exception, so picocli lets it through: out of memory, a class that is missing.
            return FailureReport.defect(console, new Messages(languageAskedFor(args)), e);
        }
    }

    static int run(String[] args, Console console, Clock clock, Supplier<Actor> actor) {
        Locale locale = languageAskedFor(args);
        Messages messages = new Messages(locale);
        Gits gits = new Gits(console, messages, clock, actor);
        CommandLine commandLine = new CommandLine(gits);
        Commands.addTo(commandLine, gits, args);
        FailureReport failures = new FailureReport(console, messages);
        commandLine
                .setResourceBundle(Messages.bundle("help", locale))
                .setOut(new PrintWriter(console.out(), true))
                .setErr(new PrintWriter(console.err(), true))
                .setExpandAtFiles(false)
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(100)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Path.class, Gits::path)
                .setParameterExceptionHandler(failures::wrongUsage)
                .setExecutionExceptionHandler(failures::failed);
        int exitCode = commandLine.execute(args);
        return console.failureOfOut()
                .map(failure -> failures.unsaid(failure, exitCode))
                .orElse(exitCode);
    }

    /**
     * The program tells its users what matters; what libraries log is nothing to them, nor what
     * becomes of their threads: H2 tidies up in one while the disk fails. Whoever waits for a
     * thread is told of its failure.
     */
    private static void silenceLibraries() {
        Thread.setDefaultUncaughtExceptionHandler((thread, e) -> {});
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.OFF);
    }

    /**
     * The language is needed before the arguments are understood: a mistake in them is told in it.
     */
    private static Locale languageAskedFor(String[] args) {
        List<String> words = List.of(args);
        int option = words.indexOf("--lang");
        boolean english =
                words.contains("--lang=en")
                        || option >= 0
                                && option + 1 < words.size()
                                && words.get(option + 1).equals("en");
        return Locale.forLanguageTag(english ? "en" : "sv");
    }

    /** Without a command: how it is used, and that this was not it. */
    @Override
    public void run() {
        throw new CommandLine.MissingParameterException(spec.commandLine(), List.of(), "COMMAND");
    }

    /** A path of nothing, as an unset variable gives, is some folder, and seldom the one meant. */
    private static Path path(String text) {
        if (text.isBlank()) {
            throw new CommandLine.TypeConversionException(text);
        }
        return Path.of(text);
    }

    /** The register's address, given or following from the output folder. */
    RegisterAddress registerAddress() {
        boolean ofOutput = register == null;
        return (ofOutput ? RegisterAddress.ofOutput(output) : RegisterAddress.parse(register))
                .orElseThrow(
                        () ->
                                new ParameterException(
                                        spec.commandLine(),
                                        messages.of(ofOutput ? "usage.output" : "usage.register")));
    }

    /**
     * Opens the register for a command about what is issued already; such a command makes none.
     *
     * @param asked the act that it is about
     * @throws RunRefused if there is no register, so that nothing is issued, or it is lost, or not
     *     what its own hashes say
     */
    Register registerWith(Object asked) throws IOException {
        RegisterAddress address = registerAddress();
        if (!address.exists()) {
            LostRegister.refuse(this, address);
            throw new RunRefused(RunRefused.Cause.MONTH_NOT_ISSUED, asked);
        }
        return openRegister(address);
    }

    /**
     * Opens a register that is there, for a command that rests on what was issued. What was changed
     * or damaged in it must not come to stand on an invoice.
     *
     * @throws RunRefused if it is not what its own hashes say
     */
    Register openRegister(RegisterAddress address) {
        return sound(Register.open(address, clock, actor.get()));
    }

    /** The same, making it where there is none. */
    Register openOrMakeRegister(RegisterAddress address) {
        Register register = Register.openOrMake(address, clock, actor.get());
        // There is nothing yet that could have been changed.
        return register.isNew() ? register : sound(register);
    }

    private static Register sound(Register register) {
        boolean isSound = false;
        try {
            LostRegister.refuseChanged(register);
            isSound = true;
            return register;
        } finally {
            if (!isSound) {
                register.close();
            }
        }
    }

    /** What a month's command is asked for. */
    Asked asked(MonthArguments month, RunArguments run) {
        return new Asked(
                month.kind(),
                month.month(this),
                month.party(this),
                run.date(this),
                run.reason(this));
    }

    /** A party's code as it is typed. */
    PartyCode partyCode(CommandSpec command, String argument, String text) {
        if (!PartyCode.isCode(text)) {
            throw wrongValue(command, argument, text, "usage.party");
        }
        return new PartyCode(text);
    }

    /** A value that is none, with what to write instead. */
    ParameterException wrongValue(CommandSpec command, String option, String value, String remedy) {
        return new ParameterException(
                command.commandLine(),
                messages.of("usage.value", option, value) + "\n" + messages.of(remedy));
    }

    /** Arguments that are wrong in some other way. */
    ParameterException wrongUsage(CommandSpec command, String message, Object... details) {
        return new ParameterException(command.commandLine(), messages.of(message, details));
    }

    /** Checks what picocli cannot know. */
    void checkOptions() {
        if (!language.equals("sv") && !language.equals("en")) {
            throw new ParameterException(spec.commandLine(), messages.of("usage.lang"));
        }
    }

    /** The version that the build stamped. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"gits " + ProgramVersion.current()};
        }
    }
}
