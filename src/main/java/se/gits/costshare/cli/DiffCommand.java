package se.gits.costshare.cli;

import java.io.IOException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import se.gits.costshare.difference.ChangeKind;
import se.gits.costshare.difference.MonthChanges;
import se.gits.costshare.difference.MonthChanges.Change;
import se.gits.costshare.difference.MonthChanges.SharedCause;
import se.gits.costshare.difference.MonthChanges.Why;
import se.gits.costshare.job.Computation;
import se.gits.costshare.register.Act;
import se.gits.costshare.register.Register;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.RunRefused;

/**
 * What differs per party and line between two issued months of a year, and why: from the one that
 * was issued first to the other.
 */
@Command(name = "diff", aliases = "jamfor", mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {

    private final Gits gits;

    @Spec CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MONTH")
    String one;

    @Parameters(index = "1", paramLabel = "MONTH")
    String other;

    DiffCommand(Gits gits) {
        this.gits = gits;
    }

    @Override
    public Integer call() throws IOException {
        gits.checkOptions();
        YearMonth first = PlausibleYear.month(gits, spec, one);
        YearMonth second = PlausibleYear.month(gits, spec, other);
        if (first.getYear() != second.getYear() || first.equals(second)) {
            throw gits.wrongUsage(spec, "usage.diff");
        }
        try (Register register = gits.registerWith(first)) {
            List<Act> acts = register.acts();
            Act a = month(acts, first);
            Act b = month(acts, second);
            Act earlier = a.sequence() < b.sequence() ? a : b;
            Act later = earlier.equals(a) ? b : a;
            Issuance issuance = new Computation(register).again(later);
            tell(
                    earlier.run().month(),
                    issuance,
                    MonthChanges.between(earlier.run().month(), issuance));
        }
        return ExitCode.OK;
    }

    private static Act month(List<Act> acts, YearMonth month) {
        return acts.stream()
                .filter(act -> act.run().kind() == ActKind.MONTH)
                .filter(act -> act.run().month().equals(month))
                .findFirst()
                .orElseThrow(() -> new RunRefused(RunRefused.Cause.MONTH_NOT_ISSUED, month));
    }

    private void tell(YearMonth earlier, Issuance issuance, MonthChanges changes) {
        YearMonth later = issuance.terms().month();
        List<SharedCause> causes = changes.causes();
        Map<Why, Integer> numberOf = new HashMap<>();
        causes.forEach(cause -> numberOf.put(cause.why(), numberOf.size() + 1));
        TextTable table =
                new TextTable(
                        3,
                        gits.messages.of("diff.party"),
                        gits.messages.of("diff.row"),
                        gits.messages.of("diff.kind"),
                        earlier.toString(),
                        later.toString(),
                        gits.messages.of("diff.difference"),
                        gits.messages.of("diff.cause"));
        for (Change change : changes.changes()) {
            table.row(
                    change.party().value(),
                    change.row(),
                    change.kind().swedish(),
                    isOfInvoicing(change) ? "" : change.before().inSwedish(),
                    isOfInvoicing(change) ? "" : change.now().inSwedish(),
                    change.difference().inSwedish(),
                    numberOf.get(change.why()).toString());
        }
        table.row(
                gits.messages.of("diff.all"),
                "",
                "",
                changes.before().inSwedish(),
                changes.now().inSwedish(),
                changes.changed().inSwedish(),
                "");
        table.print(gits.console.out());
        gits.console.out().println();
        for (SharedCause cause : causes) {
            gits.console
                    .out()
                    .println(
                            gits.messages.of(
                                    hidesAmounts(cause) ? "diff.why.affected" : "diff.why",
                                    numberOf.get(cause.why()),
                                    cause.why().kind().swedish(),
                                    cause.difference(),
                                    cause.parties().size(),
                                    cause.why().text(),
                                    cause.affected()));
        }
    }

    /**
     * Whether more is concerned than the difference shows, such as what went from one to another.
     */
    private static boolean hidesAmounts(SharedCause cause) {
        return cause.affected().ore() != Math.abs(cause.difference().ore());
    }

    /** Its amounts are as they were, or changed on a row of their own. */
    private static boolean isOfInvoicing(Change change) {
        return change.kind() == ChangeKind.INVOICING;
    }
}
