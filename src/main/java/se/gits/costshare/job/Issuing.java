package se.gits.costshare.job;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import se.gits.costshare.export.ActFolder;
import se.gits.costshare.export.ActFiles;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.input.Problems;
import se.gits.costshare.register.Act;
import se.gits.costshare.register.ActKind;
import se.gits.costshare.register.Register;
import se.gits.costshare.register.RunEvent;
import se.gits.costshare.register.RunIdentity;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.InputsReader;
import se.gits.costshare.run.Issued;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.IssuingRun;
import se.gits.costshare.run.RunRefused;
import se.gits.costshare.run.RunTerms;

/** Issues months, once each, and puts right what an interruption left. */
public final class Issuing {

    private final Register register;
    private final Path output;
    private final Progress progress;

    public Issuing(Register register, Path output, Progress progress) {
        this.register = register;
        this.output = output;
        this.progress = progress;
    }

    /**
     * Holds a month that is issued already against what is asked now. Where its folder is gone, it
     * is made again from the register.
     *
     * @param files the input as it is now, for the month's budget year
     * @param date the invoice date, where one is given
     * @return the act, and whether its folder was made again; empty where the month is not issued
     * @throws RunRefused if it was issued on other input or another date
     * @throws IOException if the folder cannot be written
     */
    public Optional<Issue> issuedAlready(
            YearMonth month, InputFiles files, Optional<LocalDate> date) throws IOException {
        Optional<Act> act = register.actOf(month);
        if (act.isEmpty()) {
            return Optional.empty();
        }
        SortedSet<String> different = differentFiles(act.get(), files);
        if (!different.isEmpty()) {
            throw new RunRefused(
                    RunRefused.Cause.ISSUED_ON_OTHER_INPUT, month, String.join(", ", different));
        }
        if (date.isPresent() && !date.get().equals(act.get().issueDate())) {
            throw new RunRefused(
                    RunRefused.Cause.ISSUED_ON_OTHER_DATE, month, act.get().issueDate());
        }
        return Optional.of(new Issue(act.get(), restoreIfGone(act.get())));
    }

    /**
     * An issued act.
     *
     * @param restored whether its folder was made again from the register
     */
    public record Issue(Act act, boolean restored) {}

    private static SortedSet<String> differentFiles(Act act, InputFiles files) {
        SortedMap<String, String> now = files.hashes();
        SortedSet<String> different = new TreeSet<>(act.inputs().keySet());
        different.addAll(now.keySet());
        different.removeIf(name -> Objects.equals(act.inputs().get(name), now.get(name)));
        return different;
    }

    private boolean restoreIfGone(Act act) throws IOException {
        ActFolder folder = new ActFolder(output, act.folder(), act.manifest());
        if (folder.isInPlace()) {
            return false;
        }
        InputFiles files = register.inputsOf(act);
        Problems problems = new Problems();
        Inputs inputs =
                InputsReader.read(files, Year.of(act.month().getYear()), problems)
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "Kept input has faults: " + problems.faults()));
        Issuance issuance =
                IssuingRun.calculate(
                        new RunTerms(act.month(), act.issueDate(), act.reason(), false),
                        inputs,
                        register.issuedBefore(act.sequence(), act.month()));
        folder.prepare();
        String manifest = new ActFiles(issuance, files, act.folder(), folder).writeAll();
        if (!manifest.equals(act.manifest())) {
            folder.discard();
            throw new RunRefused(RunRefused.Cause.NOT_AS_ISSUED, act.month());
        }
        folder.publish();
        register.note(identityOf(act), RunEvent.RESTORED);
        return true;
    }

    private static RunIdentity identityOf(Act act) {
        return new RunIdentity(
                act.kind(),
                act.month(),
                act.inputs(),
                act.issueDate(),
                act.reason(),
                act.previousAct());
    }

    /**
     * Refuses a month that someone else must approve first.
     *
     * @throws RunRefused if the settings ask for an attest, since there is none
     */
    public static void refuseWithoutAttest(RunTerms terms, Inputs inputs) {
        if (inputs.settings().attestRequired()) {
            throw new RunRefused(RunRefused.Cause.ATTEST_MISSING, terms.month());
        }
    }

    /**
     * Issues a month that is not issued. Where the same run was begun before and interrupted, it
     * goes on from there.
     *
     * @param files what the inputs were read from, for the month's budget year
     * @throws RunRefused if the state of things does not allow it
     * @throws IOException if a file cannot be written
     */
    public Issue issue(RunTerms terms, InputFiles files, Inputs inputs) throws IOException {
        refuseWithoutAttest(terms, inputs);
        RunIdentity run =
                new RunIdentity(
                        ActKind.MONTH,
                        terms.month(),
                        files.hashes(),
                        terms.issueDate(),
                        terms.reason(),
                        register.head());
        String act = terms.month().toString();
        ActFolder folder = new ActFolder(output, act, run.key());
        if (folder.isInPlace()) {
            throw new RunRefused(RunRefused.Cause.FOLDER_IN_THE_WAY, folder.place());
        }
        Issued issued = register.issued(terms.month());
        IssuanceInProgress inProgress =
                new IssuanceInProgress(() -> IssuingRun.calculate(terms, inputs, issued));
        folder.prepare();
        if (register.isKnown(run)) {
            register.note(run, RunEvent.RESUMED);
        }
        BatchInfrastructure batch = new BatchInfrastructure(register.dataSource());
        IssuingJob job = new IssuingJob(batch, register, run, files, inProgress, act, folder, progress);
        JobExecution execution =
                batch.run(
                        job.job(),
                        new JobParametersBuilder()
                                .addString("run", run.key())
                                .addString("month", act, false)
                                .toJobParameters());
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            throwFailure(execution, folder);
        }
        return new Issue(register.actOf(terms.month()).orElseThrow(), false);
    }

    /** Throws what went wrong within the job, free from the job's own wrapping. */
    private static void throwFailure(JobExecution execution, ActFolder folder) throws IOException {
        List<Throwable> failures = execution.getAllFailureExceptions();
        for (Throwable failure : failures) {
            for (Throwable e = failure; e != null; e = e.getCause()) {
                if (e instanceof RunRefused refused) {
                    folder.discard();
                    throw refused;
                }
                if (e instanceof IOException io) {
                    throw io;
                }
            }
        }
        throw new IllegalStateException(
                "The job ended " + execution.getStatus(),
                failures.isEmpty() ? null : failures.get(0));
    }
}
