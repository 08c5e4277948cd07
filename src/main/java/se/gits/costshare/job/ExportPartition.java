package se.gits.costshare.job;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import se.gits.costshare.export.ActFiles;
import se.gits.costshare.invoice.Invoice;

/**
 * Writes the files of one partition, invoices in chunks. Each execution has its own reader, so that
 * each remembers its own place; it needs the register's database, the issuance and the folder, and
 * nothing else of the process that cut the partitions.
 */
final class ExportPartition implements Step {

    static final String NAME = "exportPartition";

    /** Invoices between two commits: an interruption repeats at most this many a partition. */
    private static final int CHUNK = 10;

    private final BatchInfrastructure batch;
    private final ExportPartitions partitions;
    private final Supplier<ActFiles> files;
    private final Consumer<Invoice> written;

    /**
     * @param files where they are written, asked for when the first is
     * @param written is told of each invoice that was
     */
    ExportPartition(
            BatchInfrastructure batch,
            ExportPartitions partitions,
            Supplier<ActFiles> files,
            Consumer<Invoice> written) {
        this.batch = batch;
        this.partitions = partitions;
        this.files = files;
        this.written = written;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public void execute(StepExecution partition) throws JobInterruptedException {
        ExecutionContext context = partition.getExecutionContext();
        String name = partition.getStepName();
        Step writing =
                ExportPartitions.isOfAct(context)
                        ? batch.step(name, () -> files.get().writeAct())
                        : ofInvoices(name, partitions.invoicesOf(context));
        writing.execute(partition);
    }

    private Step ofInvoices(String name, List<Invoice> invoices) {
        return new StepBuilder(name, batch.repository())
                .<Invoice, Invoice>chunk(CHUNK)
                .transactionManager(batch.transactions())
                .reader(new InvoiceReader(invoices))
                .writer(chunk -> files.get().write(chunk, written))
                .build();
    }
}
