package se.gits.costshare.job;

import java.util.List;
import org.springframework.batch.infrastructure.item.support.AbstractItemCountingItemStreamItemReader;
import se.gits.costshare.invoice.Invoice;

/** Reads the invoices of one partition, and goes on after an interruption where it was. */
final class InvoiceReader extends AbstractItemCountingItemStreamItemReader<Invoice> {

    private final List<Invoice> invoices;
    private int next;

    InvoiceReader(List<Invoice> invoices) {
        this.invoices = invoices;
        setName("invoices");
    }

    @Override
    protected void doOpen() {
        next = 0;
    }

    @Override
    protected Invoice doRead() {
        return next < invoices.size() ? invoices.get(next++) : null;
    }

    @Override
    protected void jumpToItem(int itemIndex) {
        next = itemIndex;
    }

    @Override
    protected void doClose() {
        // Nothing is held open.
    }
}
