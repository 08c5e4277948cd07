package se.gits.costshare.invoice;

import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.IntFunction;

/**
 * Invoice lines that are made each time they are asked for: all the invoices of a country have more
 * lines than memory holds.
 */
public final class LinesOnDemand extends AbstractList<InvoiceLine> implements RandomAccess {

    private final int size;
    private final IntFunction<InvoiceLine> line;

    /**
     * @param line makes the one at a place, from 0; always the same
     */
    public LinesOnDemand(int size, IntFunction<InvoiceLine> line) {
        this.size = size;
        this.line = line;
    }

    @Override
    public InvoiceLine get(int index) {
        return line.apply(Objects.checkIndex(index, size));
    }

    @Override
    public int size() {
        return size;
    }
}
