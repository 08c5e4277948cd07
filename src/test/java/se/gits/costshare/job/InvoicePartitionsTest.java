package se.gits.costshare.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.batch.infrastructure.item.ExecutionContext;

class InvoicePartitionsTest {

    @Test
    void aPartitionThatWasNotedWithoutItsInvoicesHasNone() {
        IssuanceInProgress month =
                new IssuanceInProgress(
                        () -> {
                            throw new AssertionError("asked for the month");
                        });

        assertThat(new InvoicePartitions(month).invoicesOf(new ExecutionContext())).isEmpty();
    }
}
