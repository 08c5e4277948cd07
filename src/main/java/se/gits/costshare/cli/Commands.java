package se.gits.costshare.cli;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What {@code gits} can be told to do, in the order that its help lists it. */
enum Commands {
    INIT(InitCommand.class, InitCommand::new),
    CHECK(CheckCommand.class, CheckCommand::new),
    PREVIEW(PreviewCommand.class, PreviewCommand::new),
    ATTEST(AttestCommand.class, AttestCommand::new),
    INVOICE(InvoiceCommand.class, InvoiceCommand::new),
    CREDIT(CreditCommand.class, CreditCommand::new),
    SETTLE(SettleCommand.class, SettleCommand::new),
    REPORT(ReportCommand.class, ReportCommand::new),
    STATUS(StatusCommand.class, StatusCommand::new),
    EXPLAIN(ExplainCommand.class, ExplainCommand::new),
    DIFF(DiffCommand.class, DiffCommand::new),
    VERIFY(VerifyCommand.class, VerifyCommand::new),
    RERUN(RerunCommand.class, RerunCommand::new),
    PACKAGE(PackageCommand.class, PackageCommand::new),
    REBUILD(RebuildCommand.class, RebuildCommand::new),
    MOVE(MoveCommand.class, MoveCommand::new),
    SIMULATE(SimulateCommand.class, SimulateCommand::new);

    private final Class<?> type;

    /** Each with what it shares with the others: console, language, clock, options. */
    private final Function<Gits, Object> make;

    Commands(Class<?> type, Function<Gits, Object> make) {
        this.type = type;
        this.make = make;
    }

    /**
     * Adds those that may be meant. Where the first word is a command that is the one: to find out
     * by reflection how all the others are used takes longer than most of what is asked.
     */
    static void addTo(CommandLine commandLine, Gits gits, String[] words) {
        List<Commands> meant =
                Arrays.stream(values())
                        .filter(command -> words.length > 0 && command.isCalled(words[0]))
                        .toList();
        for (Commands command : meant.isEmpty() ? List.of(values()) : meant) {
            commandLine.addSubcommand(command.make.apply(gits));
        }
    }

    private boolean isCalled(String word) {
        Command names = type.getAnnotation(Command.class);
        return Stream.concat(Stream.of(names.name()), Arrays.stream(names.aliases()))
                .anyMatch(word::equals);
    }
}
