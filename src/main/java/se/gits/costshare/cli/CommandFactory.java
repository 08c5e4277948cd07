package se.gits.costshare.cli;

import picocli.CommandLine;

/** Makes each command with what it shares with the others: console, language, clock, options. */
final class CommandFactory implements CommandLine.IFactory {

    private final Gits gits;

    CommandFactory(Gits gits) {
        this.gits = gits;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (type == InitCommand.class) {
            return type.cast(new InitCommand(gits));
        }
        if (type == CheckCommand.class) {
            return type.cast(new CheckCommand(gits));
        }
        if (type == PreviewCommand.class) {
            return type.cast(new PreviewCommand(gits));
        }
        if (type == AttestCommand.class) {
            return type.cast(new AttestCommand(gits));
        }
        if (type == CreditCommand.class) {
            return type.cast(new CreditCommand(gits));
        }
        if (type == SettleCommand.class) {
            return type.cast(new SettleCommand(gits));
        }
        if (type == InvoiceCommand.class) {
            return type.cast(new InvoiceCommand(gits));
        }
        if (type == ReportCommand.class) {
            return type.cast(new ReportCommand(gits));
        }
        if (type == StatusCommand.class) {
            return type.cast(new StatusCommand(gits));
        }
        if (type == VerifyCommand.class) {
            return type.cast(new VerifyCommand(gits));
        }
        if (type == DiffCommand.class) {
            return type.cast(new DiffCommand(gits));
        }
        if (type == ExplainCommand.class) {
            return type.cast(new ExplainCommand(gits));
        }
        if (type == RerunCommand.class) {
            return type.cast(new RerunCommand(gits));
        }
        if (type == PackageCommand.class) {
            return type.cast(new PackageCommand(gits));
        }
        if (type == RebuildCommand.class) {
            return type.cast(new RebuildCommand(gits));
        }
        if (type == MoveCommand.class) {
            return type.cast(new MoveCommand(gits));
        }
        if (type == SimulateCommand.class) {
            return type.cast(new SimulateCommand(gits));
        }
        return CommandLine.defaultFactory().create(type);
    }
}
