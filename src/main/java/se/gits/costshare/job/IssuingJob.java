package se.gits.costshare.job;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.support.TaskExecutorPartitionHandler;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import se.gits.costshare.export.ActFiles;
import se.gits.costshare.export.ActFolder;
import se.gits.costshare.export.manifest.ProgramVersion;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.invoice.Invoice;
import se.gits.costshare.register.Attest;
import se.gits.costshare.register.Register;
import se.gits.costshare.register.RunEvent;
import se.gits.costshare.register.RunIdentity;

/**
 * Wires the job that issues (månadskörning, kreditering, avräkning): receive, calculate, export,
 * seal, publish. Every step moves forward; none reads what a later one wrote.
 *
 * <p>The job is known by the run's key alone. There is no incrementer: with one, Spring Batch 6
 * ignores the parameters it is given.
 */
final class IssuingJob {

    static final String NAME = "issue";

    private final BatchInfrastructure batch;
    private final Register register;
    private final RunIdentity run;
    private final InputFiles inputs;
    private final IssuanceInProgress inProgress;
    private final ActFolder folder;
    private final String act;
    private final Optional<Attest> attest;
    private final Progress progress;
    private final AtomicInteger written = new AtomicInteger();
    private ActFiles files;

    IssuingJob(
            BatchInfrastructure batch,
            Register register,
            RunIdentity run,
            InputFiles inputs,
            IssuanceInProgress inProgress,
            String act,
            Optional<Attest> attest,
            ActFolder folder,
            Progress progress) {
        this.batch = batch;
        this.register = register;
        this.run = run;
        this.inputs = inputs;
        this.inProgress = inProgress;
        this.act = act;
        this.attest = attest;
        this.folder = folder;
        this.progress = progress;
    }

    /** Has partitions executed, by threads of this process or by other processes. */
    @FunctionalInterface
    interface Partitioning {

        /**
         * @param partition what each of them is
         */
        PartitionHandler handler(BatchInfrastructure batch, Step partition);
    }

    /** A thread for each of as many as are made at once, and one for the act's own. */
    static PartitionHandler threads(BatchInfrastructure batch, Step partition) {
        TaskExecutorPartitionHandler handler = new TaskExecutorPartitionHandler();
        handler.setTaskExecutor(new SimpleAsyncTaskExecutor("export-"));
        handler.setGridSize(ActFiles.atOnce());
        handler.setStep(partition);
        return handler;
    }

    Job job(Partitioning partitioning) {
        return new JobBuilder(NAME, batch.repository())
                .start(batch.step("receive", this::receive))
                .next(batch.step("calculate", inProgress::issuance))
                .next(export(partitioning))
                .next(batch.step("seal", this::seal))
                .next(batch.step("publish", () -> publish(register, folder)))
                .build();
    }

    /** Keeps every byte of the input, and that the run was begun. */
    private void receive() {
        register.receive(run, inputs);
        register.note(run, RunEvent.STARTED);
    }

    /** Writes the files, in partitions side by side. */
    private Step export(Partitioning partitioning) {
        ExportPartitions partitions = new ExportPartitions(inProgress);
        Step partition = new ExportPartition(batch, partitions, this::files, this::tellWritten);
        return new StepBuilder("export", batch.repository())
                .partitioner(ExportPartition.NAME, partitions)
                .partitionHandler(partitioning.handler(batch, partition))
                .build();
    }

    private void tellWritten(Invoice invoice) {
        progress.invoicesWritten(
                written.incrementAndGet(), inProgress.issuance().invoices().size());
    }

    /**
     * Reads back, compares, hashes; then the act, its numbers and its place in the chain in one
     * transaction. From its commit on it is issued.
     */
    private void seal() throws Exception {
        // Spring Batch remembers that a file was written, not that it is still there.
        files().writeMissing();
        files().checkEInvoices();
        String manifest = files().seal();
        register.issue(run, inProgress.issuance(), act, ProgramVersion.RULES, manifest, attest);
    }

    /** A folder that is seen must never be of an act that the register could still lose. */
    static void publish(Register register, ActFolder folder) throws IOException {
        register.force();
        folder.publish();
    }

    /** Made once, since what its exporters find out about the act serves every invoice. */
    private synchronized ActFiles files() {
        if (files == null) {
            files = new ActFiles(inProgress.issuance(), inputs, act, folder);
            files.prepareCheckOfEInvoices();
        }
        return files;
    }
}
