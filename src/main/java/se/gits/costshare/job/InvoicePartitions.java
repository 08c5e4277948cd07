package se.gits.costshare.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import se.gits.costshare.invoice.Invoice;

/** Cuts a month's invoices into consecutive parts that can be written side by side. */
final class InvoicePartitions implements Partitioner {

    private static final String FROM = "from";
    private static final String TO = "to";

    private final IssuanceInProgress inProgress;

    InvoicePartitions(IssuanceInProgress inProgress) {
        this.inProgress = inProgress;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        int count = inProgress.issuance().invoices().size();
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        for (int i = 0; i < gridSize; i++) {
            ExecutionContext partition = new ExecutionContext();
            partition.putInt(FROM, Math.toIntExact((long) count * i / gridSize));
            partition.putInt(TO, Math.toIntExact((long) count * (i + 1) / gridSize));
            partitions.put("partition" + i, partition);
        }
        return partitions;
    }

    /**
     * The invoices of a partition.
     *
     * @return none where a run was killed after it noted the partition and before it noted which
     *     invoices; those are written when the month is sealed
     */
    List<Invoice> invoicesOf(ExecutionContext partition) {
        if (!partition.containsKey(FROM) || !partition.containsKey(TO)) {
            return List.of();
        }
        return inProgress
                .issuance()
                .invoices()
                .subList(partition.getInt(FROM), partition.getInt(TO));
    }
}
