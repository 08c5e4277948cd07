package se.gits.costshare.job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import se.gits.costshare.invoice.Invoice;

/**
 * Cuts an act's files into parts that can be written side by side: those of the act as a whole, and
 * its invoices, consecutively.
 */
final class ExportPartitions implements Partitioner {

    private static final String OF_ACT = "act";
    private static final String FROM = "from";
    private static final String TO = "to";

    private final IssuanceInProgress inProgress;

    ExportPartitions(IssuanceInProgress inProgress) {
        this.inProgress = inProgress;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        int count = inProgress.issuance().invoices().size();
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        // First, since they take longer than any invoice: who executes them may go by their order.
        ExecutionContext ofAct = new ExecutionContext();
        ofAct.put(OF_ACT, true);
        partitions.put("act", ofAct);
        for (int i = 0; i < gridSize; i++) {
            ExecutionContext partition = new ExecutionContext();
            partition.putInt(FROM, Math.toIntExact((long) count * i / gridSize));
            partition.putInt(TO, Math.toIntExact((long) count * (i + 1) / gridSize));
            partitions.put("partition" + i, partition);
        }
        return partitions;
    }

    /** Whether a partition is the files of the act as a whole. */
    static boolean isOfAct(ExecutionContext partition) {
        return partition.containsKey(OF_ACT);
    }

    /**
     * The invoices of a partition.
     *
     * @return none where a run was killed after it noted the partition and before it noted of what;
     *     what that was is written when the act is sealed
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
