package se.gits.costshare.job;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.StepExecution;
import se.gits.costshare.export.ActFiles;
import se.gits.costshare.export.ActFolder;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.input.InputFolder;
import se.gits.costshare.input.Problems;
import se.gits.costshare.register.RunIdentity;
import se.gits.costshare.run.Causes;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.InputsReader;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.Issued;
import se.gits.costshare.run.IssuingRun;
import se.gits.costshare.run.RunTerms;

/**
 * A process of its own that writes the partitions of a first month's export that another process
 * has cut, until its standard input is closed. It may stand on another machine: it shares the
 * register's database, the input and the output folder with the one that issues, and nothing else.
 */
final class ExportWorker {

    /** What it says when it is ready, and before each partition that it writes. */
    static final String READY = "ready";

    static final String WRITES = "writes ";

    private static final int MILLIS_BETWEEN_LOOKS = 20;

    private final PGSimpleDataSource server = new PGSimpleDataSource();
    private final BatchInfrastructure batch;
    private final Path output;
    private final RunTerms terms;
    private final InputFiles files;
    private final IssuanceInProgress inProgress;
    private int invoicesLeft;

    private ExportWorker(String url, Path input, Path output, RunTerms terms, int invoicesToLive)
            throws IOException {
        server.setUrl(url);
        this.batch = new BatchInfrastructure(server);
        this.output = output;
        this.terms = terms;
        this.files = InputFolder.read(input, new Problems());
        Inputs inputs = InputsReader.read(files, terms.year(), new Problems()).orElseThrow();
        Issuance issuance = IssuingRun.calculate(terms, inputs, Issued.NOTHING, Causes.UNTOLD);
        this.inProgress = new IssuanceInProgress(() -> issuance);
        this.invoicesLeft = invoicesToLive;
    }

    /**
     * @param arguments the register's address, the input, the output, month and date; how many
     *     invoices it writes before it dies
     */
    public static void main(String[] arguments) throws Exception {
        ExportWorker worker =
                new ExportWorker(
                        arguments[0],
                        Path.of(arguments[1]),
                        Path.of(arguments[2]),
                        RunTerms.ofMonth(
                                YearMonth.parse(arguments[3]), LocalDate.parse(arguments[4]), ""),
                        Integer.parseInt(arguments[5]));
        Thread work = new Thread(worker::work);
        work.setDaemon(true);
        work.start();
        System.out.println(READY);
        System.in.read();
    }

    private void work() {
        try (Connection claims = server.getConnection()) {
            while (true) {
                for (long id : waiting(claims)) {
                    StepExecution partition = batch.repository().getStepExecution(id);
                    // Which invoices it has is noted a moment after the partition itself is.
                    if (!partition.getExecutionContext().isEmpty() && claim(claims, id)) {
                        write(batch.repository().getStepExecution(id));
                    }
                }
                Thread.sleep(MILLIS_BETWEEN_LOOKS);
            }
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static List<Long> waiting(Connection connection) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "select step_execution_id from batch_step_execution"
                                + " where step_name like ? and status = 'STARTING'"
                                + " order by step_execution_id")) {
            statement.setString(1, ExportPartition.NAME + ":%");
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
        }
        return ids;
    }

    /**
     * Kept as long as the connection lives, so that a partition without one has lost its worker. A
     * server's locks are those of all its registers.
     */
    static boolean claim(Connection connection, long id) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(
                        "select pg_try_advisory_lock(?, hashtext(current_schema()))")) {
            statement.setInt(1, Math.toIntExact(id));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private void write(StepExecution partition) throws JobInterruptedException {
        if (partition.getStatus() != BatchStatus.STARTING) {
            return;
        }
        String run = partition.getJobExecution().getJobParameters().getString("run");
        if (!RunIdentity.of(terms, files, RunIdentity.NO_ACT).key().equals(run)) {
            throw new IllegalStateException("Another input than that of the run");
        }
        String act = partition.getJobExecution().getJobParameters().getString("act");
        ActFiles acts =
                new ActFiles(inProgress.issuance(), files, act, new ActFolder(output, act, run));
        System.out.println(WRITES + partition.getStepName());
        new ExportPartition(
                        batch,
                        new ExportPartitions(inProgress),
                        () -> acts,
                        invoice -> {
                            invoicesLeft--;
                            if (invoicesLeft == 0) {
                                Runtime.getRuntime().halt(137);
                            }
                        })
                .execute(partition);
    }
}
