package se.gits.costshare.cli;

import java.io.IOException;
import java.util.Optional;
import se.gits.costshare.export.peppol.EInvoicesRefused;
import se.gits.costshare.job.Attesting;
import se.gits.costshare.job.Issuing;
import se.gits.costshare.register.Act;
import se.gits.costshare.register.Register;
import se.gits.costshare.register.RegisterAddress;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.Issued;
import se.gits.costshare.run.IssuingRun;
import se.gits.costshare.run.RunRefused;
import se.gits.costshare.run.RunTerms;

/** Issues what {@code invoice}, {@code credit} and {@code settle} are asked for. */
final class IssueFlow {

    private final Gits gits;
    private final Asked asked;
    private final RegisterAddress address;
    private final YearInput input;

    /**
     * @throws IOException if the input cannot be read
     */
    IssueFlow(Gits gits, Asked asked) throws IOException {
        this.gits = gits;
        this.asked = asked;
        this.address = gits.registerAddress();
        this.input = YearInput.of(gits.input, asked);
    }

    int run() throws IOException {
        boolean isNew = !address.exists();
        if (isNew) {
            // Faults and refusals are told before anything is made, the register included.
            LostRegister.refuse(gits, address);
            refuseWithoutRegister();
        }
        try (Register register =
                isNew ? gits.openOrMakeRegister(address) : gits.openRegister(address)) {
            LostRegister.refuseOlder(gits, register);
            RunTerms terms = asked.terms(gits);
            Optional<Issuing.Done> before =
                    issuing(register).issuedAlready(terms, input.files(), asked.date());
            if (before.isPresent()) {
                tellIssuedBefore(register, before.get());
                return ExitCode.OK;
            }
            refuseByState(register, terms);
            warnOfEarlierCredit(register, terms);
            if (!holdsNothing(register)) {
                return issue(register, terms);
            }
            // Another run may have made it, or one that issued nothing.
            NewRegister.tell(gits, address, terms, input.inputs(gits), isNew);
            return isNew ? issueFirst(register, terms) : issue(register, terms);
        }
    }

    /** Where something was attested, it was told then where the numbers begin. */
    private static boolean holdsNothing(Register register) {
        return register.acts().isEmpty() && register.attests().isEmpty();
    }

    /** As with any input that is refused, nothing is left behind. */
    private int issueFirst(Register register, RunTerms terms) throws IOException {
        try {
            return issue(register, terms);
        } catch (EInvoicesRefused | RunRefused refused) {
            try {
                if (holdsNothing(register)) {
                    register.discard();
                }
            } catch (IOException | RuntimeException e) {
                // What has to be mended is the input; an empty register does no harm.
                refused.addSuppressed(e);
            }
            throw refused;
        }
    }

    /**
     * Whoever was interrupted after a credit or a settlement was issued, and asks again, is to see
     * that it is theirs.
     */
    private void refuseByState(Register register, RunTerms terms) {
        try {
            IssuingRun.refuseByState(terms, register.issued(terms.year()));
        } catch (RunRefused refused) {
            issuing(register)
                    .standing(terms)
                    .ifPresent(act -> gits.console.err().println(inWords(register, act)));
            throw refused;
        }
    }

    /** The same command once more, when the month is issued anew, is another credit. */
    private void warnOfEarlierCredit(Register register, RunTerms terms) {
        if (terms.kind() == ActKind.CREDIT) {
            register.lastActOf(terms.kind(), terms.month(), terms.party())
                    .ifPresent(
                            act ->
                                    gits.console
                                            .err()
                                            .println(
                                                    gits.messages.of(
                                                            "warning.creditedBefore",
                                                            inWords(register, act))));
        }
    }

    private String inWords(Register register, Act act) {
        return gits.messages.sentence(
                "issued.standing",
                gits.messages.act(act.terms()),
                gits.output.resolve(act.folder()),
                act.terms().issueDate(),
                orDash(register.totals(act.sequence()).numbers()),
                orDash(act.terms().reason()));
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "–" : text;
    }

    private Issuing issuing(Register register) {
        return new Issuing(register, gits.output, gits.console.progress(gits.messages));
    }

    /** Where nothing was ever issued, only a month that needs no attest can be. */
    private void refuseWithoutRegister() {
        RunTerms terms = asked.terms(gits);
        IssuingRun.refuseByState(terms, Issued.NOTHING);
        Register.beginMaking(address);
        Inputs inputs = input.inputs(gits);
        if (Attesting.isNeeded(terms.kind(), inputs)) {
            throw Attesting.missing(terms);
        }
    }

    private int issue(Register register, RunTerms today) throws IOException {
        Inputs inputs = input.inputs(gits);
        RunTerms terms =
                Attesting.isNeeded(today.kind(), inputs) ? asAttested(register, today) : today;
        EarlierMonths.warn(gits, terms, inputs, register.issued(terms.year()).months());
        Thread ifInterrupted =
                new Thread(() -> gits.console.err().println(gits.messages.of("interrupted")));
        Runtime.getRuntime().addShutdownHook(ifInterrupted);
        Issuing.Done done;
        try {
            done = issuing(register).issue(terms, input.files(), inputs);
        } finally {
            forget(ifInterrupted);
        }
        tell(register, done.act());
        return ExitCode.OK;
    }

    /** What is not said is taken from what was approved, or nobody could issue it the day after. */
    private RunTerms asAttested(Register register, RunTerms today) {
        return new Attesting(register, gits.output)
                .approved(today, input.files(), input.inputs(gits), asked.date(), today.reason())
                .orElse(today);
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, interrupted just as the act was done.
        }
    }

    private void tellIssuedBefore(Register register, Issuing.Done done) {
        Act act = done.act();
        gits.console
                .out()
                .println(
                        gits.messages.sentence(
                                done.restored() ? "issued.before" : "issued.already",
                                gits.messages.act(act.terms()),
                                act.terms().issueDate()));
        if (done.restored()) {
            gits.console
                    .out()
                    .println(
                            gits.messages.of("issued.restored", gits.output.resolve(act.folder())));
        }
        // Whoever was interrupted was never told.
        tellContent(act, register.totals(act.sequence()));
    }

    private void tell(Register register, Act act) {
        Register.ActTotals totals = register.totals(act.sequence());
        gits.console
                .out()
                .println(
                        gits.messages.sentence(
                                "issued",
                                gits.messages.act(act.terms()),
                                gits.messages.of("issued.invoices", totals.invoices()),
                                gits.output.resolve(act.folder())));
        tellContent(act, totals);
    }

    private void tellContent(Act act, Register.ActTotals totals) {
        if (act.run().kind() == ActKind.REISSUE && totals.invoices() == 0) {
            gits.console.out().println(gits.messages.of("issued.nothingToPay"));
        }
        if (totals.invoices() > 0) {
            gits.console.out().println(gits.messages.of("issued.numbers", totals.numbers()));
        }
        gits.console
                .out()
                .println(
                        gits.messages.of(
                                "issued.sums",
                                totals.net(),
                                totals.vat(),
                                totals.payable(),
                                totals.notInvoiced()));
        act.attest()
                .ifPresent(
                        attest ->
                                gits.console
                                        .out()
                                        .println(
                                                gits.messages.of(
                                                        "issued.attest",
                                                        attest.name(),
                                                        attest.login(),
                                                        act.terms().issueDate())));
        if (act.run().kind() == ActKind.CREDIT) {
            gits.console
                    .out()
                    .println(
                            gits.messages.of(
                                    "issued.creditNext",
                                    act.run().month(),
                                    act.run().party().orElseThrow()));
        }
    }
}
