package se.gits.costshare.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.partition.support.TaskExecutorPartitionHandler;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.support.ListItemReader;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.jdbc.datasource.AbstractDataSource;
import se.gits.costshare.register.Actor;
import se.gits.costshare.register.Register;
import se.gits.costshare.register.RegisterAddress;

/** A job of the month's shape, whose process dies right after a commit: each of them in turn. */
class BatchInfrastructureTest {

    private static final JobParameters RUN =
            new JobParametersBuilder().addString("run", "1").toJobParameters();

    @Test
    void killedAfterAnyCommitTheNextRunGoesOn(@TempDir Path folder) throws Exception {
        int commits = 0;
        boolean killed = true;
        while (killed) {
            commits++;
            DataSource database = database(folder.resolve("register-" + commits));
            try (Connection keeper = database.getConnection()) {
                startIdsAt(keeper, 1000L * commits);
                Set<String> done = new TreeSet<>();
                Mortal mortal = new Mortal(database, commits);
                onAThreadOfItsOwn(() -> runUntilKilled(mortal, done));
                BatchInfrastructure batch = new BatchInfrastructure(database);
                killed = !isComplete(batch);

                if (killed) {
                    assertThat(batch.run(job(batch, done), RUN).getStatus())
                            .as("after a death at commit %d", commits)
                            .isEqualTo(BatchStatus.COMPLETED);
                }
                assertThat(done).containsExactly("receive", "seal");
            }
        }
        assertThat(commits).as("commits of a run").isGreaterThan(20);
    }

    /** Of a server that is restarted no step's end is noted, or only that it is unknown. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void outOfReachForAMomentTheNextRunGoesOn(int connections, @TempDir Path folder)
            throws Exception {
        DataSource database = database(folder.resolve("register"));
        Set<BatchStatus> seen = EnumSet.noneOf(BatchStatus.class);
        try (Connection keeper = database.getConnection()) {
            startIdsAt(keeper, 100_000L * connections);
            boolean wasOut = true;
            for (int from = 1; wasOut; from++) {
                JobParameters run =
                        new JobParametersBuilder().addLong("run", (long) from).toJobParameters();
                Set<String> done = new TreeSet<>();
                Fainting fainting = new Fainting(database, from, from + connections);
                onAThreadOfItsOwn(
                        () -> {
                            try {
                                BatchInfrastructure batch = new BatchInfrastructure(fainting);
                                JobExecution ended = batch.run(job(batch, done), run);
                                seen.add(ended.getStatus());
                                if (ended.getStatus() != BatchStatus.COMPLETED) {
                                    Issuing.throwFailure(ended, null);
                                }
                            } catch (RuntimeException | IOException e) {
                                assertThat(e).hasRootCauseInstanceOf(SQLException.class);
                            }
                        });
                wasOut = fainting.wasOut();
                BatchInfrastructure batch = new BatchInfrastructure(database);
                JobExecution last = batch.repository().getLastJobExecution("month", run);
                if (last == null || last.getStatus() != BatchStatus.COMPLETED) {
                    assertThat(batch.run(job(batch, done), run).getStatus())
                            .as("out of reach from connection %d", from)
                            .isEqualTo(BatchStatus.COMPLETED);
                }
                assertThat(done).containsExactly("receive", "seal");
            }
        }
        assertThat(seen).contains(BatchStatus.COMPLETED).hasSizeGreaterThan(1);
    }

    private static boolean isComplete(BatchInfrastructure batch) {
        JobExecution last = batch.repository().getLastJobExecution("month", RUN);
        return last != null && last.getStatus() == BatchStatus.COMPLETED;
    }

    /**
     * Spring Batch keeps what runs in static maps by id, and the dead do not tidy up: in one JVM
     * none may have the id of another.
     */
    private static void startIdsAt(Connection database, long id) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("alter sequence batch_job_execution_seq restart with " + id);
            statement.execute("alter sequence batch_step_execution_seq restart with " + id);
        }
    }

    /** Spring keeps a transaction with its thread, and the dead do not tidy up. */
    private static void onAThreadOfItsOwn(Runnable run) throws Exception {
        FutureTask<Void> task = new FutureTask<>(run, null);
        new Thread(task).start();
        task.get(1, TimeUnit.MINUTES);
    }

    /** Runs until death, or to the end where death does not come. */
    private static void runUntilKilled(Mortal mortal, Set<String> done) {
        try {
            BatchInfrastructure batch = new BatchInfrastructure(mortal);
            JobExecution ended = batch.run(job(batch, done), RUN);
            assertThat(mortal.isDead() || ended.getStatus() == BatchStatus.COMPLETED)
                    .as("only death may stop it: %s", ended.getAllFailureExceptions())
                    .isTrue();
        } catch (RuntimeException | Killed e) {
            assertThat(mortal.isDead()).as("only death may stop it: %s", e).isTrue();
        }
    }

    private static DataSource database(Path file) {
        RegisterAddress address = RegisterAddress.parse("jdbc:h2:file:" + file).orElseThrow();
        Register.openOrMake(address, Clock.systemUTC(), new Actor("prov", "prov", "1", "17"))
                .close();
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl(address.url());
        database.setUser("gits");
        database.setPassword("");
        return database;
    }

    private static Job job(BatchInfrastructure batch, Set<String> done) {
        TaskExecutorPartitionHandler handler = new TaskExecutorPartitionHandler();
        handler.setTaskExecutor(new SyncTaskExecutor());
        handler.setGridSize(2);
        handler.setStep(new Part(batch));
        return new JobBuilder("month", batch.repository())
                .start(step(batch, "receive", done))
                .next(
                        new StepBuilder("export", batch.repository())
                                .partitioner("part", BatchInfrastructureTest::parts)
                                .partitionHandler(handler)
                                .build())
                .next(step(batch, "seal", done))
                .build();
    }

    private static Map<String, ExecutionContext> parts(int gridSize) {
        Map<String, ExecutionContext> parts = new LinkedHashMap<>();
        for (int i = 0; i < gridSize; i++) {
            parts.put("part" + i, new ExecutionContext(Map.of("items", 3)));
        }
        return parts;
    }

    private static Step step(BatchInfrastructure batch, String name, Set<String> done) {
        return batch.step(name, () -> done.add(name));
    }

    private record Part(BatchInfrastructure batch) implements Step {

        @Override
        public String getName() {
            return "part";
        }

        @Override
        public void execute(StepExecution part)
                throws org.springframework.batch.core.job.JobInterruptedException {
            new StepBuilder(part.getStepName(), batch.repository())
                    .<Integer, Integer>chunk(2)
                    .transactionManager(batch.transactions())
                    .reader(new ListItemReader<>(List.of(1, 2, 3)))
                    .writer(items -> {})
                    .build()
                    .execute(part);
        }
    }

    /** What a killed process does next: nothing. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** Connections that commit so many times and are dead from then on. */
    private static final class Mortal extends AbstractDataSource {

        private final DataSource living;
        private final AtomicInteger commitsLeft;

        Mortal(DataSource living, int commits) {
            this.living = living;
            this.commitsLeft = new AtomicInteger(commits);
        }

        boolean isDead() {
            return commitsLeft.get() <= 0;
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (isDead()) {
                throw new Killed();
            }
            Connection connection = living.getConnection();
            return (Connection)
                    Proxy.newProxyInstance(
                            Mortal.class.getClassLoader(),
                            new Class<?>[] {Connection.class},
                            (proxy, method, arguments) -> {
                                boolean closing = method.getName().equals("close");
                                if (isDead() && !closing) {
                                    throw new Killed();
                                }
                                try {
                                    // Spring rolls back before it closes; a dead one may not.
                                    Object result = method.invoke(connection, arguments);
                                    if (method.getName().equals("commit")
                                            && commitsLeft.decrementAndGet() == 0) {
                                        throw new Killed();
                                    }
                                    return result;
                                } catch (InvocationTargetException e) {
                                    throw e.getCause();
                                }
                            });
        }

        @Override
        public Connection getConnection(String user, String password) {
            throw new UnsupportedOperationException();
        }
    }

    /** Connections that cannot be had from one of them on until another. */
    private static final class Fainting extends AbstractDataSource {

        private final DataSource steady;
        private final int from;
        private final int until;
        private int asked;

        Fainting(DataSource steady, int from, int until) {
            this.steady = steady;
            this.from = from;
            this.until = until;
        }

        boolean wasOut() {
            return asked >= from;
        }

        @Override
        public Connection getConnection() throws SQLException {
            asked++;
            if (asked >= from && asked < until) {
                throw new SQLException("out of reach", "08006");
            }
            return steady.getConnection();
        }

        @Override
        public Connection getConnection(String user, String password) {
            throw new UnsupportedOperationException();
        }
    }
}
