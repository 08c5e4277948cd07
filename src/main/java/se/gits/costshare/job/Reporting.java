package se.gits.costshare.job;

import java.time.Year;
import java.util.List;
import java.util.Optional;
import se.gits.costshare.export.ReportSources;
import se.gits.costshare.export.ReportSources.ActSource;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.register.Act;
import se.gits.costshare.register.Register;
import se.gits.costshare.report.AnnualReport;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.Issued;

/** Makes the annual report of a year from what the register has kept. It only reads. */
public final class Reporting {

    private final Register register;
    private final List<Act> acts;

    public Reporting(Register register, Year year) {
        this.register = register;
        this.acts =
                register.acts().stream().filter(act -> act.terms().year().equals(year)).toList();
    }

    /** A year's report and what it rests on. */
    public record Made(AnnualReport report, ReportSources sources) {}

    /**
     * The report of a year of which nothing is issued.
     *
     * @param today the input as it is now
     * @param files what it was read from
     */
    public static Made ofNothing(Inputs today, InputFiles files) {
        return new Made(
                AnnualReport.of(today, today, Issued.NOTHING, Optional.empty()),
                new ReportSources(files.hashes(), files.hashes(), List.of()));
    }

    /**
     * The report of the year. A settled year is closed: it is reported on the input that it was
     * settled from, whatever the input is now.
     *
     * @param today the input as it is now
     * @param files what it was read from
     * @throws se.gits.costshare.run.RunRefused if a row or a party of which anything was issued is
     *     gone
     */
    public Made of(Inputs today, InputFiles files) {
        if (acts.isEmpty()) {
            return ofNothing(today, files);
        }
        KeptInputs kept = new KeptInputs(register);
        Act first = acts.get(0);
        Optional<Act> settlement =
                acts.stream().filter(act -> act.run().kind() == ActKind.SETTLEMENT).findFirst();
        Inputs last = settlement.map(kept::of).orElse(today);
        return new Made(
                AnnualReport.of(
                        kept.of(first), last, register.issued(today.year()), last.outcome()),
                new ReportSources(
                        first.run().inputs(),
                        settlement.map(act -> act.run().inputs()).orElseGet(files::hashes),
                        acts.stream().map(Reporting::source).toList()));
    }

    private static ActSource source(Act act) {
        return new ActSource(
                act.folder(),
                act.terms().issueDate(),
                act.terms().reason(),
                act.manifest(),
                act.hash());
    }
}
