package se.gits.costshare.job;

import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.batch.infrastructure.support.DatabaseType;
import org.springframework.core.task.SyncTaskExecutor;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Spring Batch over the register's database, wired by hand: an application context would cost more
 * time than a month does (decision 0005).
 */
final class BatchInfrastructure {

    private final PlatformTransactionManager transactions;
    private final JobRepository repository;
    private final TaskExecutorJobOperator operator;

    BatchInfrastructure(DataSource dataSource) {
        try {
            transactions = new JdbcTransactionManager(dataSource);
            JdbcJobRepositoryFactoryBean repositories = new JdbcJobRepositoryFactoryBean();
            repositories.setDataSource(dataSource);
            repositories.setTransactionManager(transactions);
            repositories.setDatabaseType(DatabaseType.fromMetaData(dataSource).name());
            repositories.afterPropertiesSet();
            repository = repositories.getObject();
            operator = new TaskExecutorJobOperator();
            operator.setJobRepository(repository);
            operator.setJobRegistry(new MapJobRegistry());
            operator.setTaskExecutor(new SyncTaskExecutor());
            operator.afterPropertiesSet();
        } catch (Exception e) {
            // The factory's signature says Exception; nothing in our hands can be wrong here.
            throw new IllegalStateException("Spring Batch could not be set up", e);
        }
    }

    PlatformTransactionManager transactions() {
        return transactions;
    }

    JobRepository repository() {
        return repository;
    }

    /** One piece of work that a step does. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /** A step that does one piece of work, in one transaction. */
    Step step(String name, Work work) {
        return new StepBuilder(name, repository)
                .tasklet(
                        (contribution, chunk) -> {
                            work.run();
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .build();
    }

    /**
     * Runs a job to its end. Where the same parameters were started before and interrupted, the run
     * goes on there.
     */
    JobExecution run(Job job, JobParameters parameters) {
        try {
            // The register is ours alone, so an execution that seems to run was killed.
            for (JobExecution killed : repository.findRunningJobExecutions(job.getName())) {
                operator.recover(killed);
            }
            makeStartable(job, parameters);
            return operator.start(job, parameters);
        } catch (org.springframework.batch.core.job.JobExecutionException e) {
            throw new IllegalStateException("The job could not be started", e);
        }
    }

    /** What an earlier run of the same parameters left that Spring Batch would not go on from. */
    private void makeStartable(Job job, JobParameters parameters) {
        JobInstance instance = repository.getJobInstance(job.getName(), parameters);
        if (instance == null) {
            return;
        }
        JobExecution last = repository.getLastJobExecution(instance);
        if (last == null) {
            // The instance is committed before its first execution: one was killed in between.
            repository.deleteJobInstance(instance);
        } else {
            endWhatWasCutOff(last);
        }
    }

    /**
     * Where the register was out of reach when a step ended, its end was not noted, or as unknown.
     * Spring Batch wants a person to look. What there is to see the run sees itself: whether the
     * act is issued was asked before, and each step finds what is done already.
     */
    private void endWhatWasCutOff(JobExecution last) {
        for (StepExecution step : last.getStepExecutions()) {
            if (step.getStatus().isRunning() || step.getStatus() == BatchStatus.UNKNOWN) {
                step.setStatus(BatchStatus.FAILED);
                step.setExitStatus(ExitStatus.FAILED);
                step.setEndTime(step.getLastUpdated());
                repository.update(step);
            }
        }
        if (last.getStatus() == BatchStatus.UNKNOWN) {
            last.setStatus(BatchStatus.FAILED);
            last.setExitStatus(ExitStatus.FAILED);
            repository.update(last);
        }
    }
}
