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
import se.gits.costshare.invoice.InvoiceNumber;
import se.gits.costshare.invoice.InvoiceSeries;
import se.gits.costshare.job.Issuing;
import se.gits.costshare.register.Act;
import se.gits.costshare.register.Register;
import se.gits.costshare.register.RegisterAddress;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.RunTerms;

/** Issues the month: numbers, files, register entry. */
@Command(name = "invoice", aliases = "fakturera", mixinStandardHelpOptions = true)
final class InvoiceCommand implements Callable<Integer> {

    private final Gits gits;

    @Mixin MonthArguments arguments;

    InvoiceCommand(Gits gits) {
        this.gits = gits;
    }

    @Override
    public Integer call() throws IOException {
        gits.checkOptions();
        YearMonth month = arguments.month(gits);
        Optional<LocalDate> date = arguments.date(gits);
        String reason = arguments.reason(gits);
        RegisterAddress address = gits.registerAddress();
        YearInput input = new YearInput(gits.input, Year.from(month));
        LocalDate issueDate = date.orElseGet(() -> LocalDate.now(gits.clock));
        RunTerms terms = new RunTerms(month, issueDate, reason, false);
        boolean isNew = !address.exists();
        if (isNew) {
            // Faults and refusals are told before anything is made, the register included.
            LostRegister.refuse(gits, address);
            Issuing.refuseWithoutAttest(terms, input.inputs(gits));
        }
        try (Register register = Register.open(address, gits.clock, ThisProcess.actor())) {
            LostRegister.refuseOlder(gits, register);
            Optional<Issuing.Issue> before =
                    months(register).issuedAlready(month, input.files(), date);
            if (before.isPresent()) {
                tellIssuedBefore(before.get());
                return ExitCode.OK;
            }
            // Another run may have made it in the meantime.
            if (isNew && register.acts().isEmpty()) {
                tellNewRegister(address, terms, input.inputs(gits));
            }
            return issue(register, terms, input);
        }
    }

    private Issuing months(Register register) {
        return new Issuing(register, gits.output, gits.console.progress(gits.messages));
    }

    private int issue(Register register, RunTerms terms, YearInput input) throws IOException {
        Inputs inputs = input.inputs(gits);
        List<YearMonth> issued = register.acts().stream().map(Act::month).toList();
        YearInput.warnOfEarlierMonths(gits, terms.month(), inputs, issued);
        Thread ifInterrupted =
                new Thread(() -> gits.console.err().println(gits.messages.of("interrupted")));
        Runtime.getRuntime().addShutdownHook(ifInterrupted);
        Issuing.Issue issue;
        try {
            issue = months(register).issue(terms, input.files(), inputs);
        } finally {
            forget(ifInterrupted);
        }
        tell(register, issue.act());
        return ExitCode.OK;
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, interrupted just as the month was done.
        }
    }

    private void tellNewRegister(RegisterAddress address, RunTerms terms, Inputs inputs) {
        InvoiceSeries series = new InvoiceSeries(terms.issueDate().getYear(), false);
        gits.console
                .err()
                .println(
                        gits.messages.of(
                                "register.new",
                                address.place(),
                                Integer.toString(series.year()),
                                new InvoiceNumber(series, inputs.settings().firstOrdinal())));
    }

    private void tellIssuedBefore(Issuing.Issue issue) {
        Act act = issue.act();
        gits.console
                .out()
                .println(gits.messages.of("issued.already", act.month(), act.issueDate()));
        if (issue.restored()) {
            gits.console
                    .out()
                    .println(
                            gits.messages.of("issued.restored", gits.output.resolve(act.folder())));
        }
    }

    private void tell(Register register, Act act) {
        Register.ActTotals totals = register.totals(act.sequence());
        gits.console
                .out()
                .println(
                        gits.messages.of(
                                "issued",
                                act.month(),
                                gits.messages.of("issued.invoices", totals.invoices()),
                                gits.output.resolve(act.folder())));
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
    }
}
