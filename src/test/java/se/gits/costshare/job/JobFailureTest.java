package se.gits.costshare.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import se.gits.costshare.export.ActFolder;
import se.gits.costshare.run.RunRefused;

/** Of all that the partitions of a job failed of, the one that says most to whoever can mend it. */
class JobFailureTest {

    private static final Throwable PARTITIONS = new JobExecutionException("A partition failed");
    private static final Throwable FOLLOWS = new IllegalStateException("So this failed too");
    private static final SQLException GONE = new SQLException("Out of reach", "08006");
    private static final PSQLException SENDING =
            new PSQLException("Sending", PSQLState.CONNECTION_FAILURE, new EOFException());
    private static final IOException FULL = new IOException("No space left on device");
    private static final RunRefused REFUSED = new RunRefused(RunRefused.Cause.BUSY, "2023-01");

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(List.of(PARTITIONS), PARTITIONS),
                Arguments.of(List.of(PARTITIONS, FOLLOWS), FOLLOWS),
                Arguments.of(List.of(PARTITIONS, FOLLOWS, caused(GONE)), GONE),
                Arguments.of(List.of(PARTITIONS, caused(GONE), caused(FULL)), FULL),
                Arguments.of(List.of(PARTITIONS, FOLLOWS, caused(SENDING)), SENDING),
                Arguments.of(List.of(PARTITIONS, caused(SENDING), caused(FULL)), FULL),
                Arguments.of(List.of(PARTITIONS, FULL, GONE, caused(REFUSED)), REFUSED));
    }

    private static Throwable caused(Exception by) {
        return new IllegalStateException("Wrapped", by);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void isToldWhateverOrderTheyCameIn(
            List<Throwable> failures, Throwable told, @TempDir Path output) {
        JobExecution job = new JobExecution(1, new JobInstance(1, "issue"), new JobParameters());
        failures.forEach(job::addFailureException);

        Throwable thrown =
                catchThrowable(
                        () ->
                                Issuing.throwFailure(
                                        job, new ActFolder(output, "2023-01", "0".repeat(64))));

        assertThat(Stream.iterate(thrown, e -> e != null, Throwable::getCause)).contains(told);
    }
}
