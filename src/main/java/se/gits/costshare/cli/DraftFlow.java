package se.gits.costshare.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import se.gits.costshare.export.ActFiles;
import se.gits.costshare.export.ActFolder;
import se.gits.costshare.export.FolderNames;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.job.Issuing;
import se.gits.costshare.job.Progress;
import se.gits.costshare.money.Money;
import se.gits.costshare.register.Act;
import se.gits.costshare.register.Register;
import se.gits.costshare.register.RegisterAddress;
import se.gits.costshare.register.RunIdentity;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.Causes;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.Issued;
import se.gits.costshare.run.IssuingRun;
import se.gits.costshare.run.RunTerms;

/** Shows what would be issued, marked as a draft; nothing is recorded as issued. */
final class DraftFlow {

    private final Gits gits;
    private final RunTerms terms;
    private final YearInput input;

    /**
     * @throws IOException if the input cannot be read
     */
    DraftFlow(Gits gits, Asked asked) throws IOException {
        this.gits = gits;
        this.terms = asked.terms(gits).asDraft();
        ActFolder.refuseInputWithin(gits.output, FolderNames.ofDraft(terms), List.of(gits.input));
        this.input = YearInput.of(gits.input, asked);
    }

    /**
     * A draft and what it builds on.
     *
     * @param head the hash of the last act
     */
    private record Draft(Issuance issuance, String head) {}

    int run() throws IOException {
        RegisterAddress address = gits.registerAddress();
        if (!address.exists()) {
            LostRegister.refuse(gits, address);
            write(firstDraft());
        } else {
            // What is written asks for the inputs of what was issued: it is open as long.
            try (Register register = gits.openRegister(address)) {
                LostRegister.refuseOlder(gits, register);
                write(draft(register));
            }
        }
        return ExitCode.OK;
    }

    private void write(Draft draft) throws IOException {
        String name = FolderNames.ofDraft(terms);
        RunIdentity run = RunIdentity.of(terms, input.files(), draft.head());
        ActFolder folder = new ActFolder(gits.output, name, run.key());
        folder.writeInsteadOfEarlier(
                ActFiles::sealedIn,
                () -> {
                    ActFiles files = new ActFiles(draft.issuance(), input.files(), name, folder);
                    files.prepareCheckOfEInvoices();
                    files.writeAll();
                    files.checkEInvoices();
                });
        tell(draft.issuance(), folder);
    }

    /** Where there is no register; a draft makes none. */
    private Draft firstDraft() {
        IssuingRun.refuseByState(terms, Issued.NOTHING);
        Inputs inputs = input.inputs(gits);
        EarlierMonths.warn(gits, terms, inputs, List.of());
        return new Draft(
                IssuingRun.calculate(terms, inputs, Issued.NOTHING, Causes.UNTOLD),
                RunIdentity.NO_ACT);
    }

    private Draft draft(Register register) {
        Issuing issuing = new Issuing(register, gits.output, Progress.SILENT);
        Optional<Act> issuedBefore =
                terms.kind() == ActKind.MONTH
                        ? register.lastActOf(ActKind.MONTH, terms.month(), Optional.empty())
                        : Optional.empty();
        issuedBefore.ifPresent(
                act ->
                        gits.console
                                .err()
                                .println(gits.messages.of("preview.alreadyIssued", terms.month())));
        int sequence = issuedBefore.map(Act::sequence).orElse(Integer.MAX_VALUE);
        Issued issued = register.issuedBefore(sequence, terms.year());
        IssuingRun.refuseByState(terms, issued);
        Inputs inputs = input.inputs(gits);
        EarlierMonths.warn(gits, terms, inputs, issued.months());
        return new Draft(
                issuing.computeOn(issued, terms, input.files(), inputs),
                issuedBefore.map(act -> act.run().previousAct()).orElseGet(register::head));
    }

    private void tell(Issuance draft, ActFolder folder) {
        List<Invoice> invoices = draft.invoices();
        gits.console
                .out()
                .println(
                        gits.messages.of(
                                "preview.done",
                                gits.messages.act(terms),
                                gits.messages.of("issued.invoices", invoices.size()),
                                folder.place()));
        gits.console
                .out()
                .println(
                        gits.messages.of(
                                "issued.sums",
                                draft.invoiced(),
                                Money.total(invoices.stream().map(Invoice::vat)),
                                Money.total(invoices.stream().map(Invoice::payable)),
                                draft.notInvoiced()));
    }
}
