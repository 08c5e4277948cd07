package se.gits.costshare.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import se.gits.costshare.run.Causes;
import se.gits.costshare.run.Issuance;
import se.gits.costshare.run.Issued;
import se.gits.costshare.run.IssuingRun;
import se.gits.costshare.run.RunTerms;
import se.gits.costshare.run.SmallInput;

class ExportPartitionsTest {

    private static Issuance calculated() {
        return IssuingRun.calculate(
                RunTerms.ofMonth(YearMonth.of(2023, 1), LocalDate.of(2023, 1, 31), ""),
                new SmallInput().inputs(),
                Issued.NOTHING,
                Causes.UNTOLD);
    }

    /** What none of them has is written when the act is sealed, on one thread. */
    @ParameterizedTest
    @CsvSource({"1", "2", "3", "7", "49", "50", "51", "200"})
    void everyInvoiceIsInOnePartitionAndTheActsOwnFilesAreInAnother(int count) {
        Issuance month = calculated();
        int invoices = month.invoices().size();
        ExportPartitions partitions = new ExportPartitions(new IssuanceInProgress(() -> month));

        Map<String, ExecutionContext> cut = partitions.partition(count);

        List<ExecutionContext> ofInvoices =
                cut.values().stream().filter(one -> !ExportPartitions.isOfAct(one)).toList();
        assertThat(cut).hasSize(count + 1);
        assertThat(ExportPartitions.isOfAct(cut.values().iterator().next())).isTrue();
        assertThat(ofInvoices).hasSize(count);
        assertThat(ofInvoices.stream().map(partitions::invoicesOf).flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(month.invoices());
        assertThat(ofInvoices)
                .allSatisfy(
                        one ->
                                assertThat(partitions.invoicesOf(one).size())
                                        .isBetween(
                                                invoices / count, (invoices + count - 1) / count));
    }

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
