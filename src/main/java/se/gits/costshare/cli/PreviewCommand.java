package se.gits.costshare.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import se.gits.costshare.export.ActFolder;
import se.gits.costshare.export.ActFiles;
import se.gits.costshare.register.Act;
import se.gits.costshare.register.ActKind;
import se.gits.costshare.register.Register;
import se.gits.costshare.register.RegisterAddress;
import se.gits.costshare.register.RunIdentity;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.Issued;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.IssuingRun;
import se.gits.costshare.run.RunTerms;

/** The month as it would be invoiced, marked as a draft; nothing is recorded as issued. */
@Command(name = "preview", aliases = "forhandsgranska", mixinStandardHelpOptions = true)
final class PreviewCommand implements Callable<Integer> {

    private final Gits gits;

    @Mixin MonthArguments arguments;

    PreviewCommand(Gits gits) {
        this.gits = gits;
    }

    /** What the draft builds on: what is issued, and the hash of the last act. */
    private record State(Issued issued, String head) {}

    @Override
    public Integer call() throws IOException {
        gits.checkOptions();
        YearMonth month = arguments.month(gits);
        LocalDate date = arguments.date(gits).orElseGet(() -> LocalDate.now(gits.clock));
        String reason = arguments.reason(gits);
        String name = ActFolder.draftOf(month);
        ActFolder.refuseInputWithin(gits.output, name, List.of(gits.input));
        RegisterAddress address = gits.registerAddress();
        YearInput input = new YearInput(gits.input, Year.from(month));
        Inputs inputs = input.inputs(gits);
        State state = state(address, month);
        YearInput.warnOfEarlierMonths(gits, month, inputs, state.issued().months());
        RunTerms terms = new RunTerms(month, date, reason, true);
        Issuance draft = IssuingRun.calculate(terms, inputs, state.issued());
        RunIdentity run =
                new RunIdentity(
                        ActKind.MONTH, month, input.files().hashes(), date, reason, state.head());
        ActFolder folder = new ActFolder(gits.output, name, run.key());
        folder.writeInsteadOfEarlier(
                ActFiles::sealedIn,
                () -> new ActFiles(draft, input.files(), name, folder).writeAll());
        tell(draft, folder);
        return ExitCode.OK;
    }

    /** Reads the register where there is one; a preview makes none. */
    private State state(RegisterAddress address, YearMonth month) throws IOException {
        if (!address.exists()) {
            LostRegister.refuse(gits, address);
            return new State(Issued.NOTHING, RunIdentity.NO_ACT);
        }
        try (Register register = Register.open(address, gits.clock, ThisProcess.actor())) {
            LostRegister.refuseOlder(gits, register);
            Optional<Act> act = register.actOf(month);
            if (act.isEmpty()) {
                return new State(register.issued(month), register.head());
            }
            gits.console.err().println(gits.messages.of("preview.alreadyIssued", month));
            return new State(
                    register.issuedBefore(act.get().sequence(), month), act.get().previousAct());
        }
    }

    private void tell(Issuance draft, ActFolder folder) {
        gits.console
                .out()
                .println(
                        gits.messages.of(
                                "preview.done",
                                draft.terms().month(),
                                gits.messages.of("issued.invoices", draft.invoices().size()),
                                folder.place()));
        IssuanceAnswer.tellSums(gits, draft);
    }
}
