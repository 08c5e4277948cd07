package se.gits.costshare.job;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import se.gits.costshare.export.ActFiles;
import se.gits.costshare.export.ActFolder;
import se.gits.costshare.export.FolderNames;
import se.gits.costshare.export.peppol.EInvoicesRefused;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.register.Act;
import se.gits.costshare.register.Attest;
import se.gits.costshare.register.Register;
import se.gits.costshare.register.RegisterFailure;
import se.gits.costshare.register.RunEvent;
import se.gits.costshare.register.RunIdentity;
import se.gits.costshare.run.ActKind;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.Issued;
import se.gits.costshare.run.RunRefused;
import se.gits.costshare.run.RunTerms;

/**
 * Issues acts, once each, and puts right what an interruption left: a month, a credit, a new
 * invoice, a settlement.
 */
public final class Issuing {

    private final Register register;
    private final Path output;
    private final Progress progress;
    private final IssuingJob.Partitioning partitioning;
    private final Computation computation;
    private final Attesting attesting;

    public Issuing(Register register, Path output, Progress progress) {
        this(register, output, progress, IssuingJob::threads);
    }

    Issuing(
            Register register,
            Path output,
            Progress progress,
            IssuingJob.Partitioning partitioning) {
        this.register = register;
        this.output = output;
        this.progress = progress;
        this.partitioning = partitioning;
        this.computation = new Computation(register);
        this.attesting = new Attesting(register, output);
    }

    /**
     * An issued act.
     *
     * @param restored whether its folder was made again from the register
     */
    public record Done(Act act, boolean restored) {}

    /**
     * Holds what is issued already against what is asked now. Where its folder is gone, it is made
     * again from the register, before anything is refused. To ask again for a month or a new
     * invoice changes nothing; a second credit or settlement is asked for on purpose and refused
     * when it is computed.
     *
     * @param terms what is asked; its date counts only where one is given
     * @param files the input as it is now
     * @param date the invoice date, where one is given
     * @return the act, and whether its folder was made again; empty where nothing is issued yet, or
     *     it is whole
     * @throws RunRefused if it was issued on other input or another date, or if a folder of an
     *     earlier act of the kind was put back, since the command may have been given for that
     * @throws IOException if the folder cannot be written
     */
    public Optional<Done> issuedAlready(RunTerms terms, InputFiles files, Optional<LocalDate> date)
            throws IOException {
        Optional<Act> standing = standing(terms);
        if (standing.isEmpty()) {
            putBackUndone(terms);
            return Optional.empty();
        }
        Act act = standing.get();
        boolean restored = restoreIfGone(act);
        if (terms.kind() == ActKind.CREDIT || terms.kind() == ActKind.SETTLEMENT) {
            return restored ? Optional.of(new Done(act, true)) : Optional.empty();
        }
        SortedSet<String> different = differentFiles(act.run(), files);
        if (!different.isEmpty()) {
            throw new RunRefused(
                    RunRefused.Cause.ISSUED_ON_OTHER_INPUT,
                    act.folder(),
                    String.join(", ", different));
        }
        if (date.isPresent() && !date.get().equals(act.terms().issueDate())) {
            throw new RunRefused(
                    RunRefused.Cause.ISSUED_ON_OTHER_DATE, act.folder(), act.terms().issueDate());
        }
        return Optional.of(new Done(act, restored));
    }

    /**
     * Puts back the folders of acts that did the same and were undone since. To go on would issue a
     * second credit to one who only wanted the folder. One that this version cannot make again as
     * it was is left, or the party's month could never be credited again.
     */
    private void putBackUndone(RunTerms terms) throws IOException {
        List<String> putBack = new ArrayList<>();
        for (Act undone : register.actsOf(terms.kind(), terms.month(), terms.party())) {
            try {
                if (restoreIfGone(undone)) {
                    putBack.add(undone.folder());
                }
            } catch (RunRefused refused) {
                if (refused.cause() != RunRefused.Cause.NOT_AS_ISSUED) {
                    throw refused;
                }
            }
        }
        if (!putBack.isEmpty()) {
            throw new RunRefused(RunRefused.Cause.FOLDER_PUT_BACK, String.join(", ", putBack));
        }
    }

    /** The act that did what is asked; none where a later one has undone it. */
    public Optional<Act> standing(RunTerms terms) {
        Optional<Act> same = lastAct(terms, terms.kind());
        if (!terms.kind().isOfOneParty()) {
            return same;
        }
        ActKind undoing = terms.kind() == ActKind.CREDIT ? ActKind.REISSUE : ActKind.CREDIT;
        int undone = lastAct(terms, undoing).map(Act::sequence).orElse(0);
        return same.filter(act -> act.sequence() > undone);
    }

    private Optional<Act> lastAct(RunTerms terms, ActKind kind) {
        return register.lastActOf(kind, terms.month(), terms.party());
    }

    /** The names of files that a run was made from, and that are other or missing now. */
    static SortedSet<String> differentFiles(RunIdentity run, InputFiles files) {
        SortedMap<String, String> now = files.hashes();
        SortedSet<String> different = new TreeSet<>(run.inputs().keySet());
        different.addAll(now.keySet());
        different.removeIf(name -> Objects.equals(run.inputs().get(name), now.get(name)));
        return different;
    }

    private boolean restoreIfGone(Act act) throws IOException {
        ActFolder folder = new ActFolder(output, act.folder(), act.manifest());
        if (folder.isInPlace()) {
            return false;
        }
        Issuance issuance = computation.again(act);
        folder.prepare();
        String manifest =
                new ActFiles(issuance, register.inputsOf(act), act.folder(), folder).writeAll();
        if (!manifest.equals(act.manifest())) {
            folder.discard();
            throw new RunRefused(RunRefused.Cause.NOT_AS_ISSUED, act.folder());
        }
        IssuingJob.publish(register, folder);
        register.note(act.run(), RunEvent.RESTORED);
        return true;
    }

    /**
     * Computes what is asked, on what is issued now. Nothing is written.
     *
     * @param files what the inputs were read from
     * @throws RunRefused if the state of things does not allow it
     */
    public Issuance compute(RunTerms terms, InputFiles files, Inputs inputs) {
        return computeOn(register.issued(terms.year()), terms, files, inputs);
    }

    /**
     * Computes what is asked as it would have been when less was issued.
     *
     * @param files what the inputs were read from
     * @param issued in the year before it
     * @throws RunRefused if the state of things did not allow it
     */
    public Issuance computeOn(Issued issued, RunTerms terms, InputFiles files, Inputs inputs) {
        return computation.of(terms, files, inputs, issued);
    }

    /**
     * The folder's name of an act that is issued next.
     *
     * <p>The acts of a kind for a month are counted, whichever party they are for.
     */
    private String nextFolder(RunTerms terms) {
        long before =
                register.acts().stream()
                        .filter(act -> act.run().kind() == terms.kind())
                        .filter(act -> act.run().month().equals(terms.month()))
                        .count();
        return FolderNames.ofAct(terms, Math.toIntExact(before + 1));
    }

    /**
     * Issues what is not issued. Where the same run was begun before and interrupted, it goes on
     * from there.
     *
     * @param files what the inputs were read from
     * @throws RunRefused if the state of things does not allow it
     * @throws EInvoicesRefused if an e-invoice breaks an official rule
     * @throws IOException if a file cannot be written
     */
    public Done issue(RunTerms terms, InputFiles files, Inputs inputs) throws IOException {
        RunIdentity run = RunIdentity.of(terms, files, register.head());
        String act = nextFolder(terms);
        ActFolder folder = new ActFolder(output, act, run.key());
        if (folder.isInPlace()) {
            throw new RunRefused(RunRefused.Cause.FOLDER_IN_THE_WAY, folder.place());
        }
        IssuanceInProgress inProgress = new IssuanceInProgress(() -> compute(terms, files, inputs));
        Optional<Attest> attest = attesting.demanded(run, inputs, files, inProgress::issuance);
        folder.prepare();
        if (register.wasStarted(run)) {
            register.note(run, RunEvent.RESUMED);
        }
        BatchInfrastructure batch = new BatchInfrastructure(register.dataSource());
        IssuingJob job =
                new IssuingJob(
                        batch, register, run, files, inProgress, act, attest, folder, progress);
        JobExecution execution =
                batch.run(
                        job.job(partitioning),
                        new JobParametersBuilder()
                                .addString("run", run.key())
                                .addString("act", act, false)
                                .toJobParameters());
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            throwFailure(execution, folder);
        }
        return new Done(lastAct(terms, terms.kind()).orElseThrow(), false);
    }

    /**
     * Throws what went wrong within the job, free from the job's own wrapping. Partitions may fail
     * of different things, in no order; what is refused comes before what is out of reach.
     */
    static void throwFailure(JobExecution execution, ActFolder folder) throws IOException {
        List<Throwable> failures = execution.getAllFailureExceptions();
        for (Throwable failure : failures) {
            for (Throwable e = failure; e != null; e = e.getCause()) {
                if (e instanceof RunRefused refused) {
                    folder.discard();
                    throw refused;
                }
                if (e instanceof EInvoicesRefused refused) {
                    folder.discard();
                    throw refused;
                }
            }
        }
        for (Throwable failure : failures) {
            // What a server was asked through is no file.
            if (!RegisterFailure.isOnServer(failure)) {
                for (Throwable e = failure; e != null; e = e.getCause()) {
                    if (e instanceof IOException io) {
                        throw io;
                    }
                }
            }
        }
        throw new IllegalStateException("The job ended " + execution.getStatus(), cause(failures));
    }

    /** What the register failed of, or whatever a step did; that one has says nothing. */
    private static Throwable cause(List<Throwable> failures) {
        return Stream.<Predicate<Throwable>>of(
                        failure ->
                                RegisterFailure.causes(failure)
                                        .anyMatch(
                                                e ->
                                                        e instanceof SQLException
                                                                || e instanceof RegisterFailure),
                        failure -> !(failure instanceof JobExecutionException),
                        failure -> true)
                .flatMap(telling -> failures.stream().filter(telling))
                .findFirst()
                .orElse(null);
    }
}
