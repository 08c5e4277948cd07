package se.gits.costshare.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import se.gits.costshare.export.ActFolder;
import se.gits.costshare.input.InputFile;
import se.gits.costshare.input.InputFiles;
import se.gits.costshare.input.InputFolder;
import se.gits.costshare.input.Problems;
import se.gits.costshare.register.Actor;
import se.gits.costshare.register.PostgresTestServer;
import se.gits.costshare.register.Register;
import se.gits.costshare.register.RegisterAddress;
import se.gits.costshare.run.Inputs;
import se.gits.costshare.run.InputsReader;
import se.gits.costshare.run.RunTerms;

/**
 * The export of the real month as remote partitions: one process cuts and seals, two others write,
 * and all they share is a register on a server and two folders.
 */
class RemotePartitionsIT {

    private static final Path INPUT = Path.of("input-samples").toAbsolutePath();
    private static final RunTerms JANUARY =
            RunTerms.ofMonth(YearMonth.of(2023, 1), LocalDate.of(2023, 1, 31), "");

    /** Of invoices; one more is of the act's own files. */
    private static final int PARTITIONS = 6;

    private static final int NEVER = Integer.MAX_VALUE;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private static SortedMap<String, String> actOfOneProcess;

    @TempDir Path folder;

    private final List<Process> workers = new ArrayList<>();
    private RegisterAddress address;

    /** The names and hashes of what lay aside when the partitions had ended. */
    private SortedMap<String, String> leftByWorkers;

    @BeforeAll
    static void issueByOneProcess(@TempDir Path alone) throws IOException {
        PostgresTestServer.get();
        RegisterAddress file =
                RegisterAddress.parse("jdbc:h2:file:" + alone.resolve("gits")).orElseThrow();
        issue(file, alone, IssuingJob::threads);
        actOfOneProcess = hashes(alone.resolve("2023-01"));
    }

    @BeforeEach
    void begin() {
        address = RegisterAddress.parse(PostgresTestServer.get().emptySchema()).orElseThrow();
        // Workers look into its tables as soon as they live.
        register(address).close();
    }

    @AfterEach
    void end() throws InterruptedException {
        for (Process worker : workers) {
            worker.destroyForcibly().waitFor();
        }
    }

    @Test
    void twoWorkersOnOneServerWriteTheSameBytes() throws Exception {
        Process one = worker(NEVER);
        Process two = worker(NEVER);

        issue(address, folder, this::remotely);
        List<String> writtenByOne = endedAndWritten(one);
        List<String> writtenByTwo = endedAndWritten(two);

        assertThat(writtenByOne).isNotEmpty();
        assertThat(writtenByTwo).isNotEmpty();
        assertThat(Stream.concat(writtenByOne.stream(), writtenByTwo.stream()))
                .hasSize(PARTITIONS + 1)
                .doesNotHaveDuplicates();
        assertIsTheActOfOneProcess();
    }

    @Test
    void aWorkerThatIsLostCostsAnotherRunAndNothingElse() throws Exception {
        // More than a partition has, and fewer than two have.
        worker(12);
        assertThatThrownBy(() -> issue(address, folder, this::remotely))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("FAILED");
        assertThat(folder.resolve("2023-01")).doesNotExist();

        Process another = worker(NEVER);
        issue(address, folder, this::remotely);

        // All but the act's own and the first of invoices.
        assertThat(endedAndWritten(another)).hasSize(PARTITIONS - 1).doesNotHaveDuplicates();
        assertIsTheActOfOneProcess();
    }

    /** The issuer writes what is missing; so what the workers left is looked at before it does. */
    private void assertIsTheActOfOneProcess() throws IOException {
        SortedMap<String, String> unsealed = new TreeMap<>(actOfOneProcess);
        unsealed.keySet().removeAll(List.of("manifest.json", "SHA256SUMS"));
        assertThat(leftByWorkers).isEqualTo(unsealed);
        assertThat(hashes(folder.resolve("2023-01"))).isEqualTo(actOfOneProcess);
        assertThat(folder.resolve(".under-arbete")).doesNotExist();
    }

    /** A worker that is ready. */
    private Process worker(int invoicesToLive) throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                ExportWorker.class.getName(),
                                address.url(),
                                INPUT.toString(),
                                folder.toString(),
                                JANUARY.month().toString(),
                                JANUARY.issueDate().toString(),
                                Integer.toString(invoicesToLive))
                        .redirectError(folder.resolve("fel" + workers.size()).toFile())
                        .start();
        workers.add(process);
        assertThat(process.inputReader(UTF_8).readLine()).isEqualTo(ExportWorker.READY);
        return process;
    }

    /** The partitions that a worker has written, once it is told to end. */
    private static List<String> endedAndWritten(Process worker) throws IOException {
        worker.getOutputStream().close();
        return worker.inputReader(UTF_8)
                .lines()
                .filter(line -> line.startsWith(ExportWorker.WRITES))
                .toList();
    }

    private static void issue(
            RegisterAddress address, Path output, IssuingJob.Partitioning partitioning)
            throws IOException {
        InputFiles files = InputFolder.read(INPUT, new Problems());
        Inputs inputs = InputsReader.read(files, JANUARY.year(), new Problems()).orElseThrow();
        try (Register register = register(address)) {
            new Issuing(register, output, Progress.SILENT, partitioning)
                    .issue(JANUARY, files, inputs);
        }
    }

    private static Register register(RegisterAddress address) {
        return Register.openOrMake(
                address, Clock.systemUTC(), new Actor("anna", "dator-1", "1.0.0", "17"));
    }

    private static SortedMap<String, String> hashes(Path act) throws IOException {
        SortedMap<String, String> hashes = new TreeMap<>();
        ActFolder.read(act).forEach((name, bytes) -> hashes.put(name, InputFile.sha256(bytes)));
        return hashes;
    }

    private PartitionHandler remotely(BatchInfrastructure batch, Step partition) {
        // This process executes none itself.
        RemotePartitions handler = new RemotePartitions(batch.repository(), address.url());
        return (splitter, export) -> {
            Collection<StepExecution> ended = handler.handle(splitter, export);
            try (Stream<Path> work = Files.list(folder.resolve(".under-arbete"))) {
                leftByWorkers = hashes(work.findFirst().orElseThrow());
            }
            return ended;
        };
    }

    /** Cuts partitions, and waits until others have written them. */
    private record RemotePartitions(JobRepository repository, String url)
            implements PartitionHandler {

        @Override
        public Collection<StepExecution> handle(
                StepExecutionSplitter splitter, StepExecution export) throws Exception {
            List<Long> parts =
                    splitter.split(export, PARTITIONS).stream().map(StepExecution::getId).toList();
            Instant latest = Instant.now().plus(LONGEST_WAIT);
            try (Connection claims = DriverManager.getConnection(url)) {
                boolean isLost = false;
                List<StepExecution> steps = steps(parts);
                while (steps.stream().anyMatch(step -> step.getStatus().isRunning())) {
                    assertThat(Instant.now()).as("%s", steps).isBefore(latest);
                    for (StepExecution step : steps) {
                        // A living worker ends what it has begun; nobody begins more.
                        if ((isLost || step.getStatus() == BatchStatus.STARTED)
                                && ExportWorker.claim(claims, step.getId())) {
                            isLost |= failUnlessEnded(step.getId());
                        }
                    }
                    Thread.sleep(20);
                    steps = steps(parts);
                }
                return steps;
            }
        }

        private List<StepExecution> steps(List<Long> ids) {
            return ids.stream().map(repository::getStepExecution).toList();
        }

        /** Nobody holds it, so nobody will end it. */
        private boolean failUnlessEnded(long part) {
            StepExecution step = repository.getStepExecution(part);
            boolean isUnended = step.getStatus().isRunning();
            if (isUnended) {
                step.setStatus(BatchStatus.FAILED);
                step.setExitStatus(ExitStatus.FAILED);
                repository.update(step);
            }
            return isUnended;
        }
    }
}
