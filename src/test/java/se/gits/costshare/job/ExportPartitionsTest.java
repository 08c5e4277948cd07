package se.gits.costshare.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.batch.infrastructure.item.ExecutionContext;

class ExportPartitionsTest {

    @Test
    void aPartitionThatWasNotedWithoutWhatItHasHasNothing() {
        IssuanceInProgress month =
                new IssuanceInProgress(
                        () -> {
                            throw new AssertionError("asked for the month");
                        });

        ExecutionContext nothing = new ExecutionContext();
        assertThat(ExportPartitions.isOfAct(nothing)).isFalse();
        assertThat(new ExportPartitions(month).invoicesOf(nothing)).isEmpty();
    }
}
