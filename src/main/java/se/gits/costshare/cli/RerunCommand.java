package se.gits.costshare.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.gits.costshare.export.comparison.FileDifference;
import se.gits.costshare.job.AmountDifference;
import se.gits.costshare.job.FaultyKeptInput;
import se.gits.costshare.job.InvoiceDifference;
import se.gits.costshare.job.Rerunning;
import se.gits.costshare.pack.ActPackage;
import se.gits.costshare.register.Act;
import se.gits.costshare.register.ExtractedActs;
import se.gits.costshare.register.IssuedActs;
import se.gits.costshare.register.Register;
import se.gits.costshare.run.RunRefused;

/** Makes an issued month again and holds it against what was issued. */
@Command(name = "rerun", aliases = "omkor", mixinStandardHelpOptions = true)
final class RerunCommand implements Callable<Integer> {

    /** So many differences of files are told; the others are counted. */
    private static final int MOST_TOLD = 50;

    /** Enough to recognise a cell or a row by. */
    private static final int LONGEST_TOLD = 300;

    private static final Pattern NOT_ON_ONE_LINE =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private final Gits gits;

    @Mixin IssuedActArgument act;

    @Option(names = "--package", paramLabel = "ZIP")
    Path fromPackage;

    RerunCommand(Gits gits) {
        this.gits = gits;
    }

    @Override
    public Integer call() throws IOException {
        gits.checkOptions();
        act.check(gits);
        return fromPackage == null ? fromRegister() : fromPackage();
    }

    private int fromRegister() throws IOException {
        try (Register register = gits.registerWith(act.name)) {
            Act issued = act.among(register.acts());
            return rerun(register, issued, Rerunning.filesIn(gits.output.resolve(issued.folder())));
        }
    }

    private int fromPackage() throws IOException {
        record Opened(ActPackage zip, ExtractedActs acts) {}
        Opened of = GivenPackage.opened(fromPackage, zip -> new Opened(zip, zip.acts()));
        ActPackage opened = of.zip();
        ExtractedActs acts = of.acts();
        Act issued = act.among(acts.acts());
        if (!opened.act().equals(issued.folder())) {
            throw new RunRefused(RunRefused.Cause.PACKAGE_OF_OTHER, fromPackage, opened.act());
        }
        try {
            return rerun(acts, issued, opened.in(opened.actFolder()));
        } catch (FaultyKeptInput e) {
            throw new RunRefused(RunRefused.Cause.PACKAGE_DAMAGED, fromPackage);
        }
    }

    private int rerun(IssuedActs acts, Act issued, SortedMap<String, byte[]> files)
            throws IOException {
        Rerunning.Result result = new Rerunning(acts, gits.output).rerun(issued, files);
        tell(issued, result);
        return result.isSame() ? ExitCode.OK : ExitCode.DIFFERENCE;
    }

    private void tell(Act issued, Rerunning.Result result) {
        List<String> lines = new ArrayList<>();
        for (AmountDifference of : result.amounts()) {
            lines.add(
                    line(
                            "amount",
                            of.row(),
                            of.party(),
                            of.month(),
                            of.kept().inSwedish(),
                            of.computed().inSwedish()));
        }
        for (InvoiceDifference of : result.invoices()) {
            lines.add(line("invoice", of.number(), of.what(), of.kept(), of.computed()));
        }
        for (FileDifference of : result.files()) {
            lines.add(line(of.kind().name(), of.file(), of.place(), of.before(), of.after()));
        }
        lines.stream().limit(MOST_TOLD).forEach(gits.console.out()::println);
        if (lines.size() > MOST_TOLD) {
            gits.console.out().println(gits.messages.of("rerun.more", lines.size() - MOST_TOLD));
        }
        String outcome = "rerun.differs";
        if (result.isSame()) {
            outcome = result.sameBytes() ? "rerun.same" : "rerun.sameContent";
        } else if (lines.isEmpty()) {
            outcome = "rerun.nothingToCompare";
        }
        gits.console
                .out()
                .println(
                        gits.messages.of(
                                outcome,
                                issued.folder(),
                                result.folder(),
                                result.manifest(),
                                lines.size()));
    }

    /** A difference, on one line: what comes from a package shall not tell the outcome. */
    private String line(String kind, Object... details) {
        Object[] shown = new Object[details.length];
        for (int i = 0; i < details.length; i++) {
            String text = details[i].toString();
            String some =
                    text.length() > LONGEST_TOLD ? text.substring(0, LONGEST_TOLD) + "…" : text;
            shown[i] = NOT_ON_ONE_LINE.matcher(some).replaceAll(" ");
        }
        return gits.messages.of("rerun." + kind, shown);
    }
}
